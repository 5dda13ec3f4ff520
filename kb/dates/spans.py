"""The span of days that a date makes, and its EDTF text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.dates.days import day_number, days_in, iso, new_style, parts_of
from kb.dates.partial import WINTER, Partial, UnreadError

_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
_THIRD_OF_YEAR = {"begin": (1, 4), "middle": (5, 8), "end": (9, 12)}
_THIRD_OF_MONTH = {"begin": (1, 10), "middle": (11, 20), "end": (21, 31)}
_THIRD_OF_DECADE = {"begin": (0, 3), "middle": (4, 6), "end": (7, 9)}
_THIRD_OF_CENTURY = {"begin": (1, 33), "middle": (34, 66), "end": (67, 100)}


@dataclass(frozen=True, slots=True)
class Span:
    """A read date: its first and last day (None: open), its EDTF ends, and how it is written when it stands alone."""

    low: int | None
    high: int | None
    left: str
    right: str
    alone: str = ""  # empty: an interval

    def edtf(self) -> str:
        """The EDTF text."""
        return self.alone or f"{self.left}/{self.right}"

    def within(self, other: Span) -> bool:
        """Whether all its days are days of the other."""
        below = other.low is None or (self.low is not None and self.low >= other.low)
        return below and (other.high is None or (self.high is not None and self.high <= other.high))

    def member(self) -> str:
        """The EDTF text within ``[ ]`` or ``{ }``, where neither seasons nor intervals may stand."""
        if self.alone and self.alone[0] not in "[{" and self.alone[5:7] not in {"21", "22", "23"}:
            return self.alone
        if self.low is None or self.high is None:
            raise UnreadError("not_understood")
        left = _as_month(self.left, self.low)
        right = _as_month(self.right, self.high)
        if len(left) != len(right):  # both ends of a range in a set must be equally precise
            left, right = str(iso(self.low)), str(iso(self.high))
        return left if left == right else f"{left}..{right}"


def _as_month(edge: str, day: int) -> str:
    if edge[5:7] in {"21", "22", "23"}:
        year, month, _ = parts_of(day)
        return f"{year:04}-{month:02}" + edge[7:]
    return edge


def span_of(one: Partial) -> Span:
    """The span of a completed partial date; UnreadError if something is still missing."""
    mark = one.qualifier()
    if one.blank:
        low, high = int(one.blank.replace("X", "0")), int(one.blank.replace("X", "9"))
        return _years(low, high, mark, alone=one.blank)
    if one.century is not None:
        return _of_century(one, mark)
    if one.decade is not None:
        if one.half:
            return _years(one.decade + one.half * 5 - 5, one.decade + one.half * 5 - 1, mark)
        if not one.part:
            return _years(one.decade, one.decade + 9, mark, alone=f"{one.decade // 10:03}X")
        first, last = _THIRD_OF_DECADE[one.part]
        return _years(one.decade + first, one.decade + last, mark)
    if one.year is None:
        raise UnreadError("needs_year" if one.month or one.day or one.season or one.needs_year else "not_understood")
    if one.season is not None:
        return _of_season(one.year, one.season, mark)
    if one.month is not None:
        return _of_month(one, one.year, one.month, mark)
    if one.day is not None:
        raise UnreadError("not_understood")
    return _of_year(one, one.year, mark)


def _years(low: int, high: int, mark: str, alone: str = "") -> Span:
    if not alone and low == high:
        alone = f"{low:04}"
    return Span(
        day_number(low, 1, 1), day_number(high, 12, 31), f"{low:04}{mark}", f"{high:04}{mark}", alone and alone + mark
    )


def _of_century(one: Partial, mark: str) -> Span:
    before = (one.century or 0) * 100 - 100
    if one.part:
        first, last = _THIRD_OF_CENTURY[one.part]
    elif one.half:
        first, last = one.half * 50 - 49, one.half * 50
    elif one.quarter:
        first, last = one.quarter * 25 - 24, one.quarter * 25
    else:
        first, last = 1, 100
    return _years(before + first, before + last, mark)


def _of_season(year: int, season: int, mark: str) -> Span:
    if season == WINTER:  # «зима 1930» may be either winter of that year
        return winter(year, year + 1, mark, january=True)
    first, last = _SEASON_MONTHS[season]
    text = f"{year:04}-{season}{mark}"
    return Span(day_number(year, first, 1), day_number(year, last, days_in(year, last)), text, text, text)


def winter(first: int, last: int, mark: str, *, january: bool = False) -> Span:
    """From December of the first year, or its January, to February of the last."""
    month = 1 if january else 12
    return Span(
        day_number(first, month, 1),
        day_number(last, 2, days_in(last, 2)),
        f"{first:04}-{month:02}{mark}",
        f"{last:04}-02{mark}",
    )


def _of_year(one: Partial, year: int, mark: str) -> Span:
    if one.part:
        first, last = _THIRD_OF_YEAR[one.part]
    elif one.half:
        first, last = one.half * 6 - 5, one.half * 6
    elif one.quarter:
        first, last = one.quarter * 3 - 2, one.quarter * 3
    else:
        return _years(year, year, mark)
    low, high = day_number(year, first, 1), day_number(year, last, days_in(year, last))
    return Span(low, high, f"{year:04}-{first:02}{mark}", f"{year:04}-{last:02}{mark}")


def _of_month(one: Partial, year: int, month: int, mark: str) -> Span:
    length = days_in(year, month)
    if one.day is not None:
        number = day_number(year, month, one.day)
        text = f"{iso(number)}{mark}"
        return Span(number, number, text, text, text)
    if one.part:
        first, last = _THIRD_OF_MONTH[one.part]
    elif one.half:
        first, last = (1, 15) if one.half == 1 else (16, length)
    elif one.tens is not None:
        first, last = max(one.tens, 1), one.tens + 9 if one.tens < 20 else length
    else:
        text = f"{year:04}-{month:02}{mark}"
        return Span(day_number(year, month, 1), day_number(year, month, length), text, text, text)
    return days(day_number(year, month, first), day_number(year, month, min(last, length)), mark)


def days(low: int, high: int, mark: str = "") -> Span:
    """A span between two days."""
    left, right = f"{iso(low)}{mark}", f"{iso(high)}{mark}"
    return Span(low, high, left, right, left if low == high else "")


def until(span: Span) -> Span:
    """Open before, up to the end of the span."""
    return Span(None, span.high, "..", span.right)


def since(span: Span) -> Span:
    """From the beginning of the span on, open after."""
    return Span(span.low, None, span.left, "..")


def several(spans: Sequence[Span], brackets: str) -> Span:
    """One of several (``[]``) or all of them (``{}``); UnreadError if a side of one is open."""
    in_order = sorted(spans, key=lambda span: (span.low or 0, span.high or 0)) if len(spans) > 1 else []
    members = list(dict.fromkeys(span.member() for span in in_order))
    if len(members) < 2:
        return spans[0]
    lows = [span.low for span in spans if span.low is not None]
    highs = [span.high for span in spans if span.high is not None]
    text = brackets[0] + ",".join(members) + brackets[1]
    low, high = min(lows), max(highs)
    if any(".." in member and member[-1] in "?~%" for member in members):  # EDTF has no doubtful range in a set
        first, last = in_order[0], max(spans, key=lambda span: span.high or 0)
        return Span(low, high, first.left, last.right)
    return Span(low, high, str(iso(low)), str(iso(high)), text)


def hull(spans: Sequence[Span]) -> Span:
    """From the first day of all to the last, open where one of them is."""
    first = min(spans, key=lambda span: (span.low is not None, span.low or 0))
    last = max(spans, key=lambda span: (span.high is None, span.high or 0))
    if first.low is None and last.high is None:
        raise UnreadError("not_understood")
    return Span(first.low, last.high, first.left, last.right)


def to_new_style(span: Span) -> Span:
    """The span of a date in the old style, in the new one."""
    mark = span.left[-1:] if span.left[-1:] in "?~%" else ""
    low = None if span.low is None else day_number(*new_style(*parts_of(span.low)))
    high = None if span.high is None else day_number(*new_style(*parts_of(span.high)))
    left = ".." if low is None else f"{iso(low)}{mark}"
    right = ".." if high is None else f"{iso(high)}{mark}"
    return Span(low, high, left, right, left if low == high else "")


def same_day_in_both_styles(old: Span, new: Span) -> bool:
    """Whether the second is the first in the new style."""
    if None in (old.low, old.high, new.low, new.high) or len(old.left) < 10 or len(old.right) < 10:
        return False
    converted = to_new_style(old)
    return (converted.low, converted.high) == (new.low, new.high)
