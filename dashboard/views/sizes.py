"""Numbers as the sources give them: ranges over a band from the least to the greatest, other measures apart.

Positions are per cents of the axis, so that letters keep their size at any width.
"""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.views.evidence import popup
from dashboard.views.markup import Markup, el, join
from dashboard.views.models import SizeGroup, SizeReading
from dashboard.words import Words

ROOM_ON_THE_RIGHT = 1.32  # the axis is longer than the greatest number, for the words beside the last sign
STEPS = (1, 2, 2.5, 5, 10)


def axis_ticks(greatest: float) -> list[float]:
    """Three to six round numbers from 0 up to ``greatest``."""
    if greatest <= 0:
        return [0]
    power = 10.0 ** (len(str(int(greatest))) - 1)
    step = next(unit * scale for scale in (power / 10, power) for unit in STEPS if greatest / (unit * scale) <= 5)
    return [step * n for n in range(int(greatest / step) + 1)]


def sizes(groups: Sequence[SizeGroup], say: Words) -> Markup:
    """A chart of all groups on one axis, names at the left, words beside each sign."""
    bounds = [
        bound for group in groups for one in group.readings for bound in (one.least, one.greatest) if bound is not None
    ]
    span = max(bounds, default=1) * ROOM_ON_THE_RIGHT or 1
    ticks = [_tick(value, span, say) for value in axis_ticks(max(bounds, default=1))]
    names = [
        el("div", popup(one.evidence, say), el("div", _under(group, one), cls="leaf"))
        for group in groups
        for one in group.readings
    ]
    lanes = [_lanes(group, span) for group in groups]
    chart = el("div", ticks, lanes, cls="lanes")
    return el(
        "div",
        el("div", names, cls="names"),
        el("div", chart, cls="area"),
        cls="chart labelled",
        role="group",
        aria_label=say("uprising.sizes"),
    )


def _under(group: SizeGroup, one: SizeReading) -> str:
    return one.evidence.locator if group.main else group.title


def _tick(value: float, span: float, say: Words) -> Markup:
    return el(
        "div", el("span", say.number(value)), cls="tick", style=f"left:{100 * value / span:.2f}%", aria_hidden="true"
    )


def _lanes(group: SizeGroup, span: float) -> Markup:
    lanes = [el("div", *_reading(one, group.main, span), cls="lane") for one in group.readings]
    if not group.main or len(group.readings) < 2:
        return join(lanes)
    least = min((one.least for one in group.readings if one.least is not None), default=0)
    greatest = max((one.greatest for one in group.readings if one.greatest is not None), default=least)
    band = el(
        "div",
        cls="band",
        style=f"left:{100 * least / span:.2f}%;width:{100 * (greatest - least) / span:.2f}%",
        aria_hidden="true",
    )
    return el("div", band, lanes, style="position:relative")


def _reading(one: SizeReading, main: bool, span: float) -> tuple[Markup, ...]:
    least, greatest = one.least, one.greatest
    at = greatest if greatest is not None else least
    if at is None:
        return (el("span", one.text, cls="after", style="left:0"),)
    right = 100 * at / span
    words = el(
        "span",
        el("b", one.text) if one.accepted or not main else one.text,
        cls="after",
        style=f"left:calc({right:.2f}% + 8px)",
    )
    sign = _sign(one, main, span)
    return sign, words


def _sign(one: SizeReading, main: bool, span: float) -> Markup:
    least, greatest = one.least, one.greatest
    if least is not None and greatest is not None and least != greatest:
        width = 100 * (greatest - least) / span
        return el("div", cls="from-to ends", style=f"left:{100 * least / span:.2f}%;width:{width:.2f}%")
    at = f"left:{100 * (greatest if greatest is not None else least or 0) / span:.2f}%"
    if least is None:
        return el("div", cls="at to-left", style=at)
    if greatest is None:
        return el("div", cls="at to-right", style=at)
    blur = el("div", cls="blur", style=at) if one.about else None
    return join(blur, el("div", cls="at dot" if main and not one.about else "at dot open", style=at))
