"""Charts in HTML: a name and a lane a row, one axis below. Positions are per cents, so that letters keep their size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.views.markup import Child, Markup, el, join
from dashboard.words import Words

STEPS = (1, 2, 2.5, 5, 10)
MORE_ROOM_LEFT = 62  # per cent of the width


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from ``first`` over ``span``; ``ticks`` are values with what is written below them."""

    first: float
    span: float
    ticks: tuple[tuple[float, str], ...]

    def at(self, value: float) -> float:
        """The place of ``value`` in per cent."""
        return round(100 * (value - self.first) / self.span, 2)


@dataclass(frozen=True, slots=True)
class Lane:
    """A row: its name, what is drawn, whether it begins a new group, and the heading of that group."""

    name: Child
    drawn: Child
    begins: bool = False
    group: str = ""


def chart(lanes: Iterable[Lane], axis: Axis, label: str) -> Markup:
    """The chart; ``label`` says to those who do not see it what it shows."""
    lines = join([el("div", cls="tick", style=f"left:{axis.at(value)}%") for value, _ in axis.ticks])
    rows = [_row(lane, lines) for lane in lanes]
    below = [el("span", said, style=f"left:{axis.at(value)}%") for value, said in axis.ticks]
    rows.append(join(el("div"), el("div", below, cls="axis", aria_hidden="true")))
    return el("div", rows, cls="chart", role="group", aria_label=label)


def _row(lane: Lane, lines: Markup) -> Markup:
    begins = " begins" if lane.begins else ""
    drawn = el("div", el("div", lines, aria_hidden="true", cls="ticks"), lane.drawn, cls=f"lane{begins}")
    title = el("div", lane.group, cls="group") if lane.group else None
    return join(title, el("div", lane.name, cls=f"name{begins}"), drawn)


def sign(kind: str, place: float) -> Markup:
    """A sign at a place in per cent."""
    return el("div", cls=f"at {kind}", style=f"left:{place}%")


def stretch(kind: str, start: float, end: float) -> Markup:
    """Something from a place to a place, in per cent."""
    return el("div", cls=kind, style=f"left:{start}%;width:{max(end - start, 0):.2f}%")


def beside(words: Child, start: float, end: float) -> Markup:
    """Words right of something from ``start`` to ``end`` in per cent; left of it where there is more room."""
    if end > MORE_ROOM_LEFT and start > 100 - end:
        return el("span", words, cls="before", style=f"right:{100 - start:.2f}%")
    return el("span", words, cls="after", style=f"left:{end}%")


def numbers(greatest: float) -> list[float]:
    """Two to six round numbers from 0 up to ``greatest``."""
    if greatest <= 0:
        return [0]
    power = 10.0 ** (len(str(int(greatest))) - 1)
    step = next(unit * scale for scale in (power / 10, power) for unit in STEPS if greatest / (unit * scale) <= 5)
    return [step * n for n in range(int(greatest / step) + 1)]


def number_axis(bounds: Sequence[float], room: float, say: Words) -> Axis:
    """An axis from zero for these bounds, longer by ``room`` for the words beside the last sign."""
    greatest = max(bounds, default=1) or 1
    return Axis(0, greatest * room, tuple((tick, say.number(tick)) for tick in numbers(greatest)))
