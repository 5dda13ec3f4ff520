"""One row of the gazetteer: what one source says of one name."""

from __future__ import annotations

from dataclasses import dataclass

from kb.dates import Bounds, bounds

A_YEAR = 10000  # as days are counted: YYYYMMDD
ALWAYS = Bounds(None, None)
_SAME_KIND = {
    **dict.fromkeys(("town", "capital", "district_centre"), "city"),
    **dict.fromkeys(("settlement", "fort", "railway_station"), "village"),
}


@dataclass(frozen=True, slots=True)
class NameRow:
    """What one source says of a name: kind, EDTF of its beginning and end, the parent then."""

    place: str
    name: str
    language: str
    kind: str
    valid_from: str
    valid_to: str
    parent: str
    source: str
    note: str
    followed: str = ""  # EDTF of when the next name of the place began, where no source says when this one ended

    def dated(self) -> bool:
        """Whether the row says when."""
        return bool(self.valid_from or self.valid_to)

    def valid(self, at: Bounds) -> bool:
        """Whether the name may have been in force at some day of ``at``."""
        begins = bounds(self.valid_from) if self.valid_from else ALWAYS
        last = self.valid_to or self.followed
        ends = bounds(last) if last else ALWAYS
        starts_late = begins and begins.earliest is not None and at.latest is not None and begins.earliest > at.latest
        ended_before = ends and ends.latest is not None and at.earliest is not None and ends.latest < at.earliest
        return not starts_late and not ended_before


def beginning(row: NameRow) -> int | None:
    """The first day (``YYYYMMDD``) that a row may have begun; None if it does not say."""
    begins = bounds(row.valid_from) if row.valid_from else None
    return begins.earliest if begins else None


def ending(row: NameRow) -> int | None:
    """The last day that a row may have ended; None if it does not say."""
    ends = bounds(row.valid_to) if row.valid_to else None
    return ends.latest if ends else None


def same_kind(kind: str) -> str:
    """The kind under which a town that became a city is still one place."""
    return _SAME_KIND.get(kind, kind)
