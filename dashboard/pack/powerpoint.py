"""The slides as PPTX: pictures in shapes and text that can be changed, notes below, sources on the slide."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN_TYPE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Pt

from dashboard.drawing.shapes import BY_NAME, Contour, Point
from dashboard.drawing.tokens import tokens
from dashboard.pack.deck import Deck, Shown
from dashboard.pack.scene import DASHES, Box, Disc, Line, Mark, Outline, Thing, Words
from dashboard.words import Words as Say
from kb.i18n import Lang

PX: Final = 9525  # of 96 to the inch, in EMU
MARGIN, TOP = 76, 206
ASCENT: Final = 1.069  # of Noto Sans, by its size
CURVE: Final = 8
_TITLE_ONLY: Final = 5
_ALIGN: Final = {"start": PP_ALIGN.LEFT, "middle": PP_ALIGN.CENTER, "end": PP_ALIGN.RIGHT}
_DASHES: Final = {
    DASHES["probable"]: MSO_LINE_DASH_STYLE.LONG_DASH,
    DASHES["possible"]: MSO_LINE_DASH_STYLE.DASH,
    DASHES["doubtful"]: MSO_LINE_DASH_STYLE.ROUND_DOT,
}


def presentation(made: Deck, lang: Lang) -> bytes:
    """The file, in one language."""
    file = Presentation()
    file.slide_width, file.slide_height = Emu(1920 * PX), Emu(1080 * PX)
    file.core_properties.title = made.story.title[lang]
    file.core_properties.language = lang
    for shown in made.shown[lang]:
        _slide(file, shown, lang)
    held = BytesIO()
    file.save(held)
    return held.getvalue()


def _slide(file: Any, shown: Shown, lang: Lang) -> None:
    slide = file.slides.add_slide(file.slide_layouts[_TITLE_ONLY])
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = (Emu(round(v * PX)) for v in (MARGIN, 30, 1768, 84))
    _write(title.text_frame, shown.title, 58, "ink", strong=True)
    if shown.caption:
        words = shown.picture.scene is None
        _text(slide.shapes, (MARGIN, 112, 1768, 700 if words else 96), shown.caption, 46 if words else 34, "soft")
    if shown.picture.scene is not None:
        group = slide.shapes.add_group_shape()
        group.name = shown.title
        group._element.nvGrpSpPr.cNvPr.set("descr", shown.title)
        for thing in shown.picture.scene.things:
            _draw(group.shapes, thing)
    if shown.sources:
        line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *_at(MARGIN, 928), *_at(1844, 928))
        _stroke(line.line, "ink", 2)
        names = "; ".join(shown.sources)
        _text(slide.shapes, (MARGIN, 936, 1768, 110), f"{Say(lang)('pack.sources')}: {names}", 30, "soft")
    notes = [shown.notes, *shown.sources]
    slide.notes_slide.notes_text_frame.text = "\n".join(filter(None, notes))


def _draw(shapes: Any, thing: Thing) -> None:
    match thing:
        case Words():
            wide = thing.width + 30
            left = thing.x - {"start": 0, "middle": wide / 2, "end": wide}[thing.anchor]
            box = (MARGIN + left, TOP + thing.y - ASCENT * thing.size, wide, 1.4 * thing.size)
            made = _text(shapes, box, thing.text, thing.size, thing.colour, strong=thing.strong)
            made.word_wrap = False
            made.paragraphs[0].alignment = _ALIGN[thing.anchor]
        case Line():
            ends = (*_on(thing.x1, thing.y1), *_on(thing.x2, thing.y2))
            _stroke(shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends).line, thing.colour, thing.width, thing.dash)
        case Box():
            if thing.width > 0:
                size = (Emu(round(thing.width * PX)), Emu(round(thing.height * PX)))
                made = shapes.add_shape(MSO_SHAPE.RECTANGLE, *_on(thing.x, thing.y), *size)
                _fill(made, thing)
        case Disc():
            corner = _on(thing.x - thing.radius, thing.y - thing.radius)
            across = Emu(round(2 * thing.radius * PX))
            made = shapes.add_shape(MSO_SHAPE.OVAL, *corner, across, across)
            _filled(made, thing.colour, thing.edge)
        case Mark():
            _filled(_freeform(shapes, list(_contours(thing)), close=True), thing.colour)
        case Outline():
            made = _freeform(shapes, [list(thing.points)], close=bool(thing.colour))
            _filled(made, thing.colour, thing.edge, thing.width, thing.dash)


def _freeform(shapes: Any, contours: list[list[Point]], *, close: bool) -> Any:
    first, *others = contours
    builder = shapes.build_freeform(*map(round, _scaled(first[0])), scale=float(PX) / 10)
    builder.add_line_segments([tuple(map(round, _scaled(point))) for point in first[1:]], close=close)
    for contour in others:
        builder.move_to(*map(round, _scaled(contour[0])))
        builder.add_line_segments([tuple(map(round, _scaled(point))) for point in contour[1:]], close=close)
    return builder.convert_to_shape(0, 0)


def _scaled(point: Point) -> tuple[float, float]:
    """In tenths of a px of the slide, which is as fine as a freeform is drawn."""
    return 10 * (MARGIN + point[0]), 10 * (TOP + point[1])


def _contours(mark: Mark) -> Iterator[list[Point]]:
    shape = BY_NAME[mark.name]
    scale = mark.size / 100
    left, top = mark.x - shape.width * scale / 2, mark.y - mark.size / 2
    for contour in shape.contours:
        yield [(left + x * scale, top + y * scale) for x, y in _points(contour)]


def _points(contour: Contour) -> Iterator[Point]:
    """An outline as points; curves in eight pieces."""
    here = contour.start
    yield here
    for segment in contour.segments:
        if len(segment) == 1:
            yield segment[0]
        else:
            for step in range(1, CURVE + 1):
                yield _bezier(here, *segment, at=step / CURVE)
        here = segment[-1]


def _bezier(a: Point, b: Point, c: Point, d: Point, *, at: float) -> Point:
    left = 1 - at
    weights = (left**3, 3 * left**2 * at, 3 * left * at**2, at**3)
    x, y = (sum(w * p[axis] for w, p in zip(weights, (a, b, c, d), strict=True)) for axis in (0, 1))
    return x, y


def _text(
    shapes: Any, box: tuple[float, float, float, float], said: str, size: float, colour: str, *, strong: bool = False
) -> Any:
    made = shapes.add_textbox(*(Emu(round(value * PX)) for value in box))
    _write(made.text_frame, said, size, colour, strong=strong)
    return made.text_frame


def _write(frame: Any, said: str, size: float, colour: str, *, strong: bool = False) -> None:
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    frame.text = "".join(letter for letter in said if letter.isprintable())
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    font = paragraph.runs[0].font if paragraph.runs else paragraph.font
    font.name, font.size, font.bold = "Noto Sans", Pt(size * 0.75), strong
    font.color.rgb = _colour(colour)


def _fill(made: Any, box: Box) -> None:
    if box.hatched:
        made.fill.patterned()
        made.fill.pattern = MSO_PATTERN_TYPE.WIDE_UPWARD_DIAGONAL
        made.fill.fore_color.rgb, made.fill.back_color.rgb = _colour("mid"), _colour("paper")
        _stroke(made.line, "mid", 2)
        return
    _filled(made, box.colour)
    if box.faint:
        made.fill.fore_color.brightness = 0.55


def _filled(made: Any, colour: str, edge: str = "", width: float = 3, dash: str = "") -> None:
    made.shadow.inherit = False
    if colour:
        made.fill.solid()
        made.fill.fore_color.rgb = _colour(colour)
    else:
        made.fill.background()
    if edge:
        _stroke(made.line, edge, width, dash)
    else:
        made.line.fill.background()


def _stroke(line: Any, colour: str, width: float, dash: str = "") -> None:
    line.color.rgb = _colour(colour)
    line.width = Emu(round(width * PX))
    if dash:
        line.dash_style = _DASHES.get(dash, MSO_LINE_DASH_STYLE.DASH)


def _colour(name: str) -> RGBColor:
    red, green, blue = bytes.fromhex(tokens()["light"][name].removeprefix("#"))
    return RGBColor(red, green, blue)  # type: ignore[no-untyped-call]


def _at(x: float, y: float) -> tuple[Emu, Emu]:
    return Emu(round(x * PX)), Emu(round(y * PX))


def _on(x: float, y: float) -> tuple[Emu, Emu]:
    return _at(MARGIN + x, TOP + y)
