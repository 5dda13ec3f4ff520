"""Days as whole numbers: ``YYYYMMDD`` as ``year * 10000 + month * 100 + day``, so that days compare as numbers do.

Years before our era are negative in astronomical counting (year 0 exists), as in EDTF.
"""

from __future__ import annotations

_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MARCH = 3


def is_leap(year: int, *, julian: bool = False) -> bool:
    """Whether the year has 29 February, by the Gregorian calendar unless told otherwise."""
    return year % 4 == 0 and (julian or year % 100 != 0 or year % 400 == 0)


def days_in(year: int, month: int, *, julian: bool = False) -> int:
    """The number of days of a month (1 to 12)."""
    return _MONTHS[month - 1] + (month == 2 and is_leap(year, julian=julian))


def day_number(year: int, month: int, day: int) -> int:
    """The day as one whole number, ``YYYYMMDD``."""
    return year * 10000 + month * 100 + day


def parts_of(number: int) -> tuple[int, int, int]:
    """Year, month and day of a whole number ``YYYYMMDD``."""
    year, rest = divmod(number, 10000)
    return year, rest // 100, rest % 100


def iso(number: int | None) -> str | None:
    """The day as ``YYYY-MM-DD``; None stays None (an open side)."""
    if number is None:
        return None
    year, month, day = parts_of(number)
    return f"{year_text(year)}-{month:02}-{day:02}"


def year_text(year: int) -> str:
    """A year as EDTF writes it: four digits, a minus before our era, ``Y`` before more than four."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def style_difference(year: int, month: int, day: int) -> int:
    """How many days the Julian calendar (the old style) is behind on this Julian day."""
    counted = (
        year if (month, day) >= (_MARCH, 1) else year - 1
    )  # the difference grows after 29 February of 1700, 1800, 1900
    return counted // 100 - counted // 400 - 2


def new_style(year: int, month: int, day: int) -> tuple[int, int, int]:
    """The Gregorian date of a Julian one."""
    day += style_difference(year, month, day)
    length = days_in(year, month)
    if day <= length:
        return year, month, day
    day -= length
    return (year + 1, 1, day) if month == 12 else (year, month + 1, day)


def day_before(number: int) -> int:
    """The day before a day."""
    year, month, day = parts_of(number)
    if day > 1:
        return number - 1
    return day_number(year - 1, 12, 31) if month == 1 else day_number(year, month - 1, days_in(year, month - 1))
