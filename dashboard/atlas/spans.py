"""When something happened, as a span of days: where it may lie, and where all that is known agrees that it lies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

#: Not longer than a month: on an axis of months this is one place.
_A_MONTH: Final = 31


@dataclass(frozen=True, slots=True)
class Span:
    """Days as YYYYMMDD. ``earliest`` to ``latest`` is possible; ``sure`` is certain, where anything is."""

    earliest: int | None = None
    latest: int | None = None
    sure: tuple[int, int] | None = None

    @property
    def dated(self) -> bool:
        """Whether it has any bound."""
        return self.earliest is not None or self.latest is not None


def of_moment(earliest: int | None, latest: int | None) -> Span:
    """Something that happened once, some day of these: sure where they lie within a month."""
    if earliest is None or latest is None:
        return Span(earliest, latest)
    short = (_day(latest) - _day(earliest)).days < _A_MONTH
    return Span(earliest, latest, (earliest, latest) if short else None)


def of_course(properties: Mapping[str, Any], earliest: int | None = None, latest: int | None = None) -> Span:
    """A rising: sure from its latest start to its earliest end, and in the month of its start.

    ``earliest`` and ``latest`` are those of all readings; what is not accepted is possible all the same.
    """
    first, begun, ending, last = (
        properties.get(name) for name in ("start_earliest", "start_latest", "end_earliest", "end_latest")
    )
    if first is None and last is None:
        whole = of_moment(properties.get("dates_earliest"), properties.get("dates_latest"))
        return Span(_least(whole.earliest, earliest), _most(whole.latest, latest), whole.sure)
    start = of_moment(first, begun).sure
    agreed = (begun, ending) if begun is not None and ending is not None and begun <= ending else None
    sure = (start[0], max(start[1], agreed[1] if agreed else start[1])) if start else agreed
    return Span(_least(first, earliest), _most(last or begun, latest), sure)


def _least(*days: int | None) -> int | None:
    return min((day for day in days if day is not None), default=None)


def _most(*days: int | None) -> int | None:
    return max((day for day in days if day is not None), default=None)


def _day(day: int) -> date:
    return date(max(day // 10000, 1), max(day // 100 % 100, 1), min(max(day % 100, 1), 28))
