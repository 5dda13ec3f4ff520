"""Events on an axis of time: solid where all readings agree, hatched possible ends, a dashed outline for «between»."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dashboard.views.evidence import popups
from dashboard.views.markup import Markup, el, join
from dashboard.views.models import Event
from dashboard.words import Words

LONG_YEARS = 6  # beyond this many years the axis is ticked by years that are multiples of five


def day_number(day: int) -> float:
    """YYYYMMDD as a year with a fraction; a month or day of 0 counts as the first."""
    year, month, of_month = day // 10000, max(day // 100 % 100, 1), max(day % 100, 1)
    start = date(year, 1, 1).toordinal()
    return year + (date(year, month, min(of_month, 28)).toordinal() - start) / 365.25


def chronology(events: Sequence[Event], say: Words) -> Markup:
    """Rows of events below an axis; an event without any bound is listed with its words alone."""
    dated = [day_number(day) for event in events for day in (event.earliest, event.latest) if day is not None]
    if not dated:
        return el("ul", [el("li", event.label, ": ", event.words) for event in events])
    first, last = int(min(dated)), max(int(max(dated)) + 1, int(min(dated)) + 1)
    span = float(last - first) * 1.25
    ticks = [_tick(year, first, span) for year in _years(first, last)]
    names = [el("div", event.label, el("div", popups(event.evidence, say), cls="leaf")) for event in events]
    lanes = [el("div", _span(event, first, span), cls="lane") for event in events]
    return el(
        "div",
        el("div", names, cls="names"),
        el("div", el("div", ticks, lanes, cls="lanes"), cls="area"),
        cls="chart labelled",
        role="group",
        aria_label=say("chronology.title"),
    )


def _years(first: int, last: int) -> list[int]:
    if last - first <= LONG_YEARS:
        return list(range(first, last + 1))
    step = max(5, (last - first) // 25 * 5)
    return [year for year in range(first, last + 1) if year % step == 0]


def _tick(year: int, first: int, span: float) -> Markup:
    return el(
        "div", el("span", str(year)), cls="tick", style=f"left:{100 * (year - first) / span:.2f}%", aria_hidden="true"
    )


def _place(start: float, end: float, first: int, span: float) -> str:
    return f"left:{100 * (start - first) / span:.2f}%;width:{100 * max(end - start, 0) / span:.2f}%"


def _span(event: Event, first: int, span: float) -> Markup:
    start = day_number(event.earliest) if event.earliest is not None else float(first)
    end = day_number(event.latest) if event.latest is not None else start
    words = el("span", event.words, cls="after", style=f"left:{100 * (end - first) / span:.2f}%")
    if event.earliest is None or event.latest is None:
        return join(el("div", cls="span between", style=_place(start, max(end, start), first, span)), words)
    if event.earliest == event.latest:
        return join(el("div", cls="at dot", style=f"left:{100 * (start - first) / span:.2f}%"), words)
    if event.inner_earliest is None or event.inner_latest is None:
        return join(el("div", cls="span between", style=_place(start, end, first, span)), words)
    inner_start, inner_end = day_number(event.inner_earliest), day_number(event.inner_latest)
    return join(
        el("div", cls="span edge-part", style=_place(start, inner_start, first, span)) if inner_start > start else None,
        el("div", cls="span sure-part", style=_place(inner_start, inner_end, first, span)),
        el("div", cls="span edge-part", style=_place(inner_end, end, first, span)) if end > inner_end else None,
        words,
    )
