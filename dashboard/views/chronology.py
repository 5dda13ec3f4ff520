"""Events on an axis of time: solid where all readings agree, hatched possible ends, a dashed outline for «between»."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dashboard.views.axis import Axis, Lane, beside, chart, sign, stretch
from dashboard.views.evidence import popups
from dashboard.views.markup import Markup, el, join
from dashboard.views.models import Event
from dashboard.words import Words

LONG_YEARS = 8  # beyond this many years not every year is ticked
ROOM = 1.35


def day_number(day: int) -> float:
    """YYYYMMDD as a year with a fraction; a month or day of 0 counts as the first."""
    year, month, of_month = day // 10000, max(day // 100 % 100, 1), max(day % 100, 1)
    start = date(year, 1, 1).toordinal()
    return year + (date(year, month, min(of_month, 28)).toordinal() - start) / 365.25


def chronology(events: Sequence[Event], say: Words) -> Markup:
    """Rows of events over an axis; an event without any bound has its words alone."""
    dated = [day_number(day) for event in events for day in (event.earliest, event.latest) if day is not None]
    if not dated:
        return el("ul", [el("li", event.label, ": ", event.words) for event in events])
    first, last = int(min(dated)), int(max(dated)) + 1
    axis = Axis(first, (last - first) * ROOM, tuple((year, str(year)) for year in _years(first, last)))
    return chart([_lane(event, axis, say) for event in events], axis, say("chronology.title"))


def _lane(event: Event, axis: Axis, say: Words) -> Lane:
    return Lane(join(event.label, el("div", popups(event.evidence, say), cls="leaf")), _span(event, axis))


def _years(first: int, last: int) -> list[int]:
    if last - first <= LONG_YEARS:
        return list(range(first, last + 1))
    step = max(5, (last - first) // 25 * 5)
    return [year for year in range(first, last + 1) if year % step == 0]


def _span(event: Event, axis: Axis) -> Markup:
    bounds = [axis.at(day_number(day)) for day in (event.earliest, event.latest) if day is not None]
    if not bounds:
        return beside(event.words, 0, 0)
    start, end = bounds[0], bounds[-1]
    words = beside(event.words, start, end)
    if event.earliest is None:
        return join(stretch("span between", 0, end), words)
    if event.latest is None:
        return join(stretch("span between", start, axis.at(axis.first + axis.span / ROOM)), words)
    if event.earliest == event.latest:
        return join(sign("dot", start), words)
    if event.inner_earliest is None or event.inner_latest is None:
        return join(stretch("span between", start, end), words)
    inner = axis.at(day_number(event.inner_earliest)), axis.at(day_number(event.inner_latest))
    return join(
        stretch("span edge-part", start, inner[0]) if inner[0] > start else None,
        stretch("span sure-part", *inner),
        stretch("span edge-part", inner[1], end) if end > inner[1] else None,
        words,
    )
