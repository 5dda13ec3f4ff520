"""Pictures of answers: bars with their denominators, ranges, times. Positions in per cent, letters keep their size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.views.axis import Axis, Lane, beside, chart, number_axis, sign, stretch
from dashboard.views.marks import missing_mark
from dashboard.views.markup import Child, Markup, el, join
from dashboard.words import Words

MOST_BARS = 40
ROOM = 1.35


@dataclass(frozen=True, slots=True)
class Bar:
    """A value with its name, and what it is a part of, if anything."""

    label: Child
    value: float
    of: float | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A range with its name and words; an open end is None."""

    label: Child
    least: float | None
    greatest: float | None
    words: str = ""


def bars(given: Sequence[Bar], say: Words, group: str = "uprising") -> Markup:
    """Bars from the left; the hatch behind is what each is a part of, or the greatest of all."""
    top = max((one.of if one.of is not None else one.value for one in given), default=1) or 1
    rows = [_bar(one, top, group, say) for one in given[:MOST_BARS]]
    return el("div", el("table", el("tbody", rows), cls="known"), _rest(given, say))


def _rest(given: Sequence[object], say: Words) -> Markup | None:
    """How many are not drawn."""
    left = len(given) - MOST_BARS
    return el("p", say("questions.not_drawn", n=left), cls="small soft") if left > 0 else None


def _bar(one: Bar, top: float, group: str, say: Words) -> Markup:
    width = 100 * (one.of if one.of is not None else top) / top
    share = 100 * one.value / (one.of or top) if (one.of or top) else 0
    fill = el("div", cls=f"fill {group}", style=f"width:{min(share, 100):.1f}%")
    frame = "" if one.of is not None else ";border-color:transparent;background:none"
    of = el("span", " ", say("marks.of", of=int(one.of)), cls="soft") if one.of is not None else None
    digits = 0 if float(one.value).is_integer() else 2
    return el(
        "tr",
        el("td", one.label),
        el("td", el("div", fill, cls="track", style=f"width:{width:.1f}%{frame}"), cls="bar", aria_hidden="true"),
        el("td", el("b", say.number(one.value, digits)), of, cls="num"),
    )


def spans(given: Sequence[Span], say: Words, label: str) -> Markup:
    """Ranges on one axis from zero."""
    drawn = given[:MOST_BARS]
    axis = number_axis([bound for one in drawn for bound in (one.least, one.greatest) if bound is not None], ROOM, say)
    return el("div", chart([Lane(one.label, _span(one, axis, say)) for one in drawn], axis, label), _rest(given, say))


def _span(one: Span, axis: Axis, say: Words) -> Markup:
    ends = [axis.at(bound) for bound in (one.least, one.greatest) if bound is not None]
    if not ends:
        return beside(one.words or missing_mark(say("matrix.not_in_base")), 0, 0)
    words = beside(one.words, ends[0], ends[-1])
    if ends[0] != ends[-1]:
        return join(stretch("from-to ends", ends[0], ends[-1]), words)
    kind = "dot" if len(ends) == 2 else "to-left" if one.least is None else "to-right"
    return join(sign(kind, ends[0]), words)
