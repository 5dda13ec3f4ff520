"""A scene as SVG with real text; colours are classes, so that it follows light and dark, and needs no inline style."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.drawing.shapes import BY_NAME
from dashboard.pack.scene import Box, Disc, Line, Mark, Outline, Scene, Thing, Words
from dashboard.views.markup import Markup, el

Number = Callable[[str], int]


def svg(scene: Scene, alt: str, number: Number) -> Markup:
    """The picture; whoever clicks on a thing that bears claims asks for those of these ``number``s."""
    drawn = [_asked(thing, number) for thing in scene.things]
    return el("svg", drawn, viewBox=f"0 0 {scene.width} {scene.height}", role="group", aria_label=alt, cls="picture")


def _asked(thing: Thing, number: Number) -> Markup:
    drawn = _drawn(thing)
    claims = getattr(thing, "claims", ())
    if not claims:
        return drawn
    said = " ".join(str(number(claim)) for claim in claims)
    if isinstance(thing, Words):
        return el("g", drawn, data_c=said, tabindex=0, role="button")
    return el("g", drawn, data_c=said)


def _drawn(thing: Thing) -> Markup:
    match thing:
        case Words():
            names = f"t{thing.size} f-{thing.colour.replace('_', '-')}" + (" b" if thing.strong else "")
            anchor = None if thing.anchor == "start" else thing.anchor
            return el("text", thing.text, x=_px(thing.x), y=_px(thing.y), cls=names, text_anchor=anchor)
        case Line():
            ends = {"x1": _px(thing.x1), "y1": _px(thing.y1), "x2": _px(thing.x2), "y2": _px(thing.y2)}
            return el("line", **ends, **_stroke(thing.colour, thing.width, thing.dash))
        case Box():
            name = (
                "hatch" if thing.hatched else f"f-{thing.colour.replace('_', '-')}" + (" faint" if thing.faint else "")
            )
            box = {"x": _px(thing.x), "y": _px(thing.y), "width": _px(thing.width), "height": _px(thing.height)}
            return el("rect", cls=name, **box)
        case Disc():
            name = " ".join(
                [_fill(thing.colour), f"s-{thing.edge}" if thing.edge else "", "faint" if thing.faint else ""]
            )
            dash = thing.dash or None
            return el(
                "circle", cx=_px(thing.x), cy=_px(thing.y), r=_px(thing.radius), cls=name.strip(), stroke_dasharray=dash
            )
        case Mark():
            shape = BY_NAME[thing.name]
            scale = thing.size / 100
            corner = f"{_px(thing.x - shape.width * scale / 2)} {_px(thing.y - thing.size / 2)}"
            move = f"translate({corner}) scale({scale:.3g})"
            return el("path", d=shape.svg_path(), cls=f"f-{thing.colour.replace('_', '-')}", transform=move)
        case Outline():
            points = " ".join(f"{_px(x)},{_px(y)}" for x, y in thing.points)
            stroke = _stroke(thing.edge, thing.width, thing.dash) if thing.edge else {}
            name = " ".join([_fill(thing.colour), str(stroke.pop("cls", ""))]).strip()
            return el("polygon" if thing.colour else "polyline", points=points, cls=name, **stroke)


def hatch() -> Markup:
    """What the hatching of all pictures of a page is made of."""
    line = el("path", d="M0 0V14", cls="s-mid", stroke_width=6)
    turned = "rotate(45)"
    tile = el("pattern", line, id="hatch", width=14, height=14, patternUnits="userSpaceOnUse", patternTransform=turned)
    return el("svg", el("defs", tile), cls="hidden", aria_hidden="true")


def _stroke(colour: str, width: float, dash: str) -> dict[str, str | None]:
    round_ = "round" if dash.startswith("0.1") else None
    return {
        "cls": f"s-{colour.replace('_', '-')}",
        "stroke_width": f"{width:g}",
        "stroke_dasharray": dash or None,
        "stroke_linecap": round_,
    }


def _fill(colour: str) -> str:
    return f"f-{colour.replace('_', '-')}" if colour else "none"


def _px(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
