"""EDTF (levels 0 to 2): whether a text is EDTF, and between which days it lies.

The ``edtf`` package decides; the commonest shapes are read here without it, since it takes milliseconds and a graph has
hundred thousands of dates. A test holds both ways together.
"""

from __future__ import annotations

import math
import re
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import lru_cache
from io import StringIO
from typing import Any

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from kb.dates.days import day_number, days_in

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)")
_IN_SET = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?")
_YEARS = re.compile(r"(\d{3}X|\d\dXX)[?~%]?")
_SPECIAL = re.compile(r"[0-9XYES?~%/\-.\[\]{}, :TZ+]{1,200}")
_NOTHING_KNOWN = frozenset({"XXXX", "XXXX-XX", "XXXX-XX-XX", "../..", "/", "/..", "../"})
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
_LONGEST_YEAR = 10**12


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and the last day (``YYYYMMDD``) a date may be; None on an open side."""

    earliest: int | None
    latest: int | None


def plain_bounds(text: str) -> Bounds | None:
    """The bounds of a year, month, day, season, decade or century; None for any other text or an impossible day."""
    found = _PLAIN.fullmatch(text)
    if found is None:
        years = _YEARS.fullmatch(text)
        low, high = (int(years[1].replace("X", figure)) for figure in "09") if years else (0, 0)
        return Bounds(day_number(low, 1, 1), day_number(high, 12, 31)) if years else None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if found[2] is None:
        return Bounds(day_number(year, 1, 1), day_number(year, 12, 31))
    if found[3] is None and month in _SEASONS:
        first, last = _SEASONS[month]
        return Bounds(day_number(year, first, 1), day_number(year, last, days_in(year, last)))
    if not 1 <= month <= 12:
        return None
    if found[3] is None:
        return Bounds(day_number(year, month, 1), day_number(year, month, days_in(year, month)))
    if not 1 <= day <= days_in(year, month):
        return None
    number = day_number(year, month, day)
    return Bounds(number, number)


def bounds(edtf: str) -> Bounds | None:
    """The days between which an EDTF date lies, without widening for ``~`` and ``?``; None if it is not valid EDTF."""
    return plain_bounds(edtf) or _any_bounds(edtf)


@lru_cache(maxsize=65536)
def _any_bounds(edtf: str) -> Bounds | None:
    if edtf in _NOTHING_KNOWN:
        return Bounds(None, None)
    if edtf[:1] in {"[", "{"}:
        quick = _set_bounds(edtf[1:-1].split(",")) if edtf[-1] in "]}" else None
        if quick is not None:
            return quick
    left, slash, right = edtf.partition("/")
    if slash:
        quick = _interval_bounds(left, right)
        if quick is not None:
            return quick
    return _bounds_of(parse(edtf), strict=True)


def _set_bounds(members: list[str]) -> Bounds | None:
    """The bounds of two or more plain years, months or days; None if there is anything else among them."""
    if len(members) < 2 or not all(_IN_SET.fullmatch(member) for member in members):
        return None
    found = [plain_bounds(member) for member in members]
    lows = [one.earliest for one in found if one is not None and one.earliest is not None]
    highs = [one.latest for one in found if one is not None and one.latest is not None]
    return Bounds(min(lows), max(highs)) if len(lows) == len(members) else None


def _interval_bounds(left: str, right: str) -> Bounds | None:
    start = Bounds(None, None) if left == ".." else plain_bounds(left)
    end = Bounds(None, None) if right == ".." else plain_bounds(right)
    if start is None or end is None:
        return None
    if start.earliest is not None and end.latest is not None and start.earliest > end.latest:
        return None
    return Bounds(start.earliest, end.latest)


def fuzzy_bounds(edtf: str) -> Bounds | None:
    """The same, widened for ``~`` and ``?`` by the default paddings of the ``edtf`` package."""
    return _bounds_of(parse(edtf), strict=False)


def parse(edtf: str) -> Any | None:
    """The object of the ``edtf`` package, or None if the text is not valid EDTF."""
    if not _SPECIAL.fullmatch(edtf) or not any(char in "0123456789X" for char in edtf):
        return None
    try:
        with redirect_stdout(StringIO()):  # the package prints what it fails at
            return parse_edtf(edtf)
    except (EDTFParseException, ValueError, TypeError, AttributeError, IndexError, OverflowError):
        return None  # the package raises all of these for texts that are nearly EDTF


def is_edtf(text: str) -> bool:
    """Whether the text is valid EDTF."""
    return bounds(text) is not None


def _bounds_of(parsed: Any | None, *, strict: bool) -> Bounds | None:
    if parsed is None:
        return None
    try:
        low = parsed.lower_strict() if strict else parsed.lower_fuzzy()
        high = parsed.upper_strict() if strict else parsed.upper_fuzzy()
        earliest, latest = _number(low), _number(high)
    except (ValueError, TypeError, AttributeError, IndexError, OverflowError):
        return None
    if earliest is not None and latest is not None and earliest > latest:
        return None
    return Bounds(earliest, latest)


def _number(moment: Any) -> int | None:
    if isinstance(moment, float):
        return None if math.isinf(moment) else int(moment)
    year, month, day = moment[:3]
    if abs(year) > _LONGEST_YEAR:
        raise OverflowError(year)
    return day_number(year, month, day)
