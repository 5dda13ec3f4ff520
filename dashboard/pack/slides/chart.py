"""Ranges on one axis, a row each: numbers of a rising by source, sizes of several, totals, times."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dashboard.pack.scene import (
    AXIS,
    HEIGHT,
    LABEL,
    NAME,
    VALUE,
    WIDTH,
    Box,
    Canvas,
    Claims,
    Disc,
    Line,
    Scene,
    Words,
    cut,
    width_of,
    wrapped,
)
from dashboard.views.axis import numbers

LEFT = 500  # where the axis begins
BOTTOM = HEIGHT - 70
RIGHT = WIDTH - 20
ROWS = 8
GAP = 16


@dataclass(frozen=True, slots=True)
class Row:
    """One reading: ``name`` at the left (empty: the same as above), ``text`` beside the sign; None is an open end."""

    name: str
    text: str
    least: float | None
    greatest: float | None
    beside: str = ""
    strong: bool = False
    claims: Claims = ()


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from ``first`` to ``last`` with what is written at its ticks."""

    first: float
    last: float
    ticks: tuple[tuple[float, str], ...]

    def at(self, value: float) -> float:
        """Where a value stands."""
        return LEFT + (RIGHT - LEFT) * (value - self.first) / (self.last - self.first)


def from_zero(rows: Sequence[Row], say: Callable[[float], str]) -> Scale:
    """An axis from zero over all readings, with room for words beside the last sign."""
    ends = [end for row in rows for end in (row.least, row.greatest) if end is not None]
    greatest = max(ends, default=1) or 1
    return Scale(0, greatest * 1.12, tuple((tick, say(tick)) for tick in numbers(greatest)))


def chart(rows: Sequence[Row], scale: Scale, colour: str, more: str = "") -> Scene:
    """The chart of the first rows that have room; ``more`` says how many have not."""
    shown = rows[:ROWS]
    canvas = Canvas()
    for value, text in scale.ticks:
        x = scale.at(value)
        canvas.put(Line(x, 0, x, BOTTOM), Words(x, HEIGHT - 18, text, AXIS, "soft", anchor="middle"))
    step = min(130.0, BOTTOM / max(len(shown), 1))
    top = (BOTTOM - step * len(shown)) / 2
    for place, row in enumerate(shown):
        y = top + step * (place + 0.5)
        if row.name:
            if place:
                canvas.put(Line(0, y - step / 2, WIDTH, y - step / 2))
            lines = wrapped(row.name, LABEL, LEFT - 40, True, 2 if step >= 84 or not _same(shown, place + 1) else 1)
            for line, text in enumerate(lines):
                up = 0 if _same(shown, place + 1) else 21 * (len(lines) - 1)
                canvas.put(Words(0, y + 13 - up + 42 * line, text, LABEL, strong=True, claims=row.claims))
        _sign(canvas, row, scale, y, colour)
    if len(rows) > ROWS and more:
        canvas.put(Words(0, HEIGHT - 18, more, AXIS, "soft"))
    return canvas.scene()


def _same(rows: Sequence[Row], place: int) -> bool:
    """Whether there is a row at ``place`` that belongs to the name above."""
    return place < len(rows) and not rows[place].name


def _sign(canvas: Canvas, row: Row, scale: Scale, y: float, colour: str) -> None:
    ends = [scale.at(end) for end in (row.least, row.greatest) if end is not None]
    if not ends:
        canvas.put(*_beside(row, LEFT, LEFT, y))
        return
    first, last = min(ends), max(ends)
    arrow = 40 if row.greatest is None else 0
    back = 40 if row.least is None else 0
    if last > first:
        canvas.put(Box(first, y - 5, last - first, 10, colour, faint=True, claims=row.claims))
    if arrow:
        canvas.put(Line(last, y, last + arrow, y, colour, 5), *_tip(last + arrow, y, colour, 1))
    if back:
        canvas.put(Line(first, y, first - back, y, colour, 5), *_tip(first - back, y, colour, -1))
    for x in dict.fromkeys((first, last)):
        canvas.put(Disc(x, y, 16, colour, claims=row.claims))
    canvas.put(*_beside(row, first - back - 16, last + arrow + 16, y))


def _tip(x: float, y: float, colour: str, way: int) -> tuple[Line, Line]:
    return Line(x, y, x - 14 * way, y - 12, colour, 5), Line(x, y, x - 14 * way, y + 12, colour, 5)


def _beside(row: Row, first: float, last: float, y: float) -> list[Words]:
    size = VALUE if row.strong else NAME
    value, words = width_of(row.text, size, True), width_of(row.beside, LABEL)
    room = RIGHT - last - GAP
    if value + GAP + words <= room or room >= first - GAP:
        x = last + GAP
        fits = cut(row.beside, LABEL, max(room - value - GAP, 0)) if row.beside else ""
        after = x + value + GAP
    else:
        x = first - GAP - value
        fits = cut(row.beside, LABEL, x - GAP - (LEFT if not row.name else 0)) if row.beside else ""
        after = x - GAP - width_of(fits, LABEL)
    found = [Words(x, y + size * 0.34, row.text, size, strong=True, claims=row.claims)]
    if fits and fits != "…":
        found.append(Words(after, y + 13, fits, LABEL, "soft", claims=row.claims))
    return found
