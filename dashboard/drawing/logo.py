# mypy: disable-error-code="import-untyped, import-not-found"
# fontTools brings no types, and only those who redraw the name need to have it.
"""Makes logo.svg, the name of the base with letters as outlines: ``python -m dashboard.drawing.logo``.

The result is committed. An image cannot use the fonts of the page, hence outlines.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

NAME = "Көтерілістер 1928–1932"
FONTS = Path(__file__).parent.parent / "static" / "fonts"
TARGET = Path(__file__).with_name("logo.svg")
TOP, HEIGHT = 860, 1160  # above the baseline, and in all, in units of 1000 to the em


def logo_svg() -> str:
    """The drawing; its colour is ``currentColor``."""
    cuts = ("noto-sans-latin", "noto-sans-cyrillic", "noto-sans-cyrillic-ext")
    fonts = [instantiateVariableFont(TTFont(FONTS / f"{cut}.woff2"), {"wght": 600}) for cut in cuts]
    outline: list[str] = []
    right = 0
    for letter in NAME:
        font = next(font for font in fonts if ord(letter) in font.getBestCmap())
        glyphs = font.getGlyphSet()
        glyph = glyphs[font.getBestCmap()[ord(letter)]]
        pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.0f}")
        glyph.draw(TransformPen(pen, (1, 0, 0, -1, right, TOP)))
        outline.append(pen.getCommands())
        right += glyph.width
    box = f'viewBox="0 0 {right} {HEIGHT}" width="{right * 20 / HEIGHT:.0f}" height="20"'
    path = f'<path fill="currentColor" d="{"".join(outline)}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{path}</svg>\n'


if __name__ == "__main__":
    TARGET.write_text(logo_svg(), "utf-8")
