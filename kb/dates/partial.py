"""One date as it stands in a text, perhaps with parts that its neighbours supply."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kb.dates.days import days_in

WINTER = 24


class UnreadError(Exception):
    """The words cannot be read as a date; ``note`` is the key of the reason."""

    def __init__(self, note: str) -> None:
        self.note = note
        super().__init__(note)


@dataclass(slots=True)
class Partial:
    """The parts of one date that the text gives at one place; what ``number`` is, the neighbours decide."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    part: str = ""
    half: int = 0
    quarter: int = 0
    tens: int | None = None  # «в двадцатых числах»: the first of ten days
    decade: int | None = None
    century: int | None = None
    blank: str = ""
    number: int | None = None
    roman: int | None = None
    about: bool = False
    maybe: bool = False
    years: bool = False  # «гг.» stands after it
    short: bool = False  # the year or decade has two figures: 1929/30
    figures: bool = False  # month and year in figures: 12.1929
    hijri: bool = False  # a year of the Muslim calendar
    slashed: bool = False  # 5/7/1930: the fifth of July or the seventh of May
    iso: bool = False
    case: str = ""
    needs_year: bool = False
    impossible: bool = False

    def whole_years(self) -> bool:
        """Whether it says a year, decade or century."""
        return self.year is not None or self.decade is not None or self.century is not None or bool(self.blank)

    def only_share(self) -> bool:
        """Whether it says «beginning» or «first half», but not of what."""
        return (
            bool(self.part or self.half or self.quarter)
            and not self.whole_years()
            and not self.month
            and not self.season
        )

    def only_year(self) -> bool:
        """Whether it is a year and nothing more."""
        return self.year is not None and not (
            self.month or self.day or self.season or self.part or self.half or self.quarter or self.number is not None
        )

    def qualifier(self) -> str:
        """The sign of EDTF for about and perhaps."""
        return "%" if self.about and self.maybe else "~" if self.about else "?" if self.maybe else ""


def check(one: Partial) -> Partial:
    """The partial without an impossible day, which leaves the month; UnreadError for an impossible month."""
    if one.month is not None and not 1 <= one.month <= 12:
        swapped = one.slashed and one.day is not None and 1 <= one.day <= 12 < one.month <= 31
        if not swapped:
            raise UnreadError("impossible")
        return replace(one, month=one.day, day=one.month, slashed=False)
    if one.day is None or one.month is None:
        return replace(one, day=None) if one.day == 0 else one
    if not 1 <= one.day <= days_in(one.year if one.year is not None else 2000, one.month):
        return replace(one, day=None, impossible=one.day != 0, slashed=False)
    return one


def choices(one: Partial) -> list[Partial]:
    """The date, or both readings of one like 5/7/1930."""
    if one.slashed and one.day is not None and one.month is not None and one.day <= 12 and one.day != one.month:
        first = replace(one, slashed=False)
        return [first, replace(first, day=one.month, month=one.day)]
    return [one]
