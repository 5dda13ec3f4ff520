# mypy: disable-error-code="import-untyped, import-not-found"
# fontTools brings no types, and only those who redraw the marks need to have it.
"""Makes static/fonts/kb-marks.woff2 of the shapes: ``python -m dashboard.drawing.marks_font``.

The result is committed; the program itself does not need fonttools and brotli, which this does.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen

from dashboard.drawing.shapes import SHAPES, Point, Shape

TARGET = Path(__file__).parent.parent / "static" / "fonts" / "kb-marks.woff2"
UNITS = 1000
SCALE = 9.5  # a mark's box of 100 is 950 units: a disc is as wide as a capital letter is high
MIDDLE = 357  # half of Noto Sans's capital height, so that marks stand in the middle of a line of capitals
CREATED = 3_800_000_000  # seconds since 1904: a fixed moment, so that the same shapes give the same bytes
ASCENT, DESCENT = 1069, -293  # those of Noto Sans: a mark never changes the height of a line


def _place(point: Point) -> tuple[int, int]:
    return round(point[0] * SCALE), round(MIDDLE + (50 - point[1]) * SCALE)


def _outline(shape: Shape) -> object:
    pen = T2CharStringPen(round(shape.width * SCALE), None)
    for contour in shape.contours:
        pen.moveTo(_place(contour.start))
        for segment in contour.segments:
            (pen.curveTo if len(segment) == 3 else pen.lineTo)(*map(_place, segment))
        pen.closePath()
    return pen.getCharString()


def font_bytes() -> bytes:
    """The font as WOFF2, the same bytes each time."""
    blank = T2CharStringPen(UNITS, None).getCharString()
    builder = FontBuilder(UNITS, isTTF=False)
    builder.setupGlyphOrder([".notdef", *(shape.name for shape in SHAPES)])
    builder.setupCharacterMap({ord(shape.char): shape.name for shape in SHAPES})
    names = {"familyName": "KB Marks", "styleName": "Regular", "psName": "KBMarks-Regular", "version": "1.0"}
    builder.setupCFF("KBMarks-Regular", {}, {".notdef": blank, **{s.name: _outline(s) for s in SHAPES}}, {})
    widths = {shape.name: (round(shape.width * SCALE), 0) for shape in SHAPES}
    builder.setupHorizontalMetrics({".notdef": (UNITS, 0), **widths})
    builder.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    builder.setupNameTable(names)
    builder.setupOS2(sTypoAscender=ASCENT, sTypoDescender=DESCENT, usWinAscent=ASCENT, usWinDescent=-DESCENT)
    builder.setupPost(keepGlyphNames=False)
    builder.font["head"].created = builder.font["head"].modified = CREATED
    builder.font.flavor = "woff2"
    builder.font.recalcTimestamp = False
    written = BytesIO()
    builder.font.save(written)
    return written.getvalue()


if __name__ == "__main__":
    TARGET.write_bytes(font_bytes())
