# mypy: disable-error-code="import-untyped, import-not-found"
# fontTools brings no types, and only those who draw the letters anew need to have it.
"""Writes ``widths.toml``, the widths of the letters of Noto Sans: ``python -m dashboard.drawing.widths_font``.

Slides are laid out without a browser, and names must not run into each other. Needs fontTools; the program does not.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).parent.parent / "static" / "fonts"
TARGET = Path(__file__).with_name("widths.toml")
SIZES = {"text": 400, "strong": 600}
PARTS = ("latin", "cyrillic", "cyrillic-ext")
LAST = 0x2212


def widths(weight: int) -> dict[int, list[str]]:
    """Letters by their width in thousandths of the size, at ``weight``."""
    found: dict[int, list[str]] = defaultdict(list)
    done: set[int] = set()
    for part in PARTS:
        font = instantiateVariableFont(TTFont(FONTS / f"noto-sans-{part}.woff2"), {"wght": weight})
        unit = font["head"].unitsPerEm
        for code, glyph in sorted(font.getBestCmap().items()):
            if code not in done and 0x20 <= code <= LAST:
                done.add(code)
                found[round(1000 * font["hmtx"][glyph][0] / unit)].append(chr(code))
    return found


def written(letter: str, width: int) -> str:
    """A letter in TOML; what cannot be seen alone stands as its number."""
    seen = letter.isprintable() and letter not in '"\\' and width > 0
    return letter if seen else f"\\u{ord(letter):04X}"


def main() -> None:
    """Write the file."""
    lines = ["# Derived from the fonts by `python -m dashboard.drawing.widths_font`: do not edit.", ""]
    for name, weight in SIZES.items():
        lines.append(f"[{name}]")
        for width, letters in sorted(widths(weight).items()):
            lines.append(f'{width} = "{"".join(written(one, width) for one in letters)}"')
        lines.append("")
    TARGET.write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    main()
