"""``read_count``: how many people or things a text says there were, never more exactly than it says it.

Conventions. A limit counts as reached: «более 380» is 380 and open above. Two values for one number, or a number that
grew, lie between the smaller and the greater. Two groups joined by «и» are at least the greater and at most their sum,
since one may hold the other. Several numbers without a word that joins them are not read. Groups and goods are left
aside where people are counted too. Dates, durations, distances and numbers of names (№ 7) are no counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kb.counts.quantities import Quantity, quantities

LONGEST = 2000
"""Letters; a longer text is not read."""


@dataclass(frozen=True, slots=True)
class CountReading:
    """What was read: ``least`` and ``greatest`` are included; None where nothing was read or that side is open.

    ``approximate``: the text says «about». ``note`` is the key of the reason (``counts.notes.*``) why nothing was read.
    """

    text: str
    least: int | None = None
    greatest: int | None = None
    approximate: bool = False
    open_below: bool = False
    open_above: bool = False
    note: str | None = None


@lru_cache(maxsize=16384)
def read_count(text: str) -> CountReading:
    """Read a number of people or things in Russian, Kazakh or English; never raises."""
    if not text.strip():
        return CountReading(text, note="empty")
    if len(text) > LONGEST:
        return CountReading(text, note="not_understood")
    found = _of_people(_outside_brackets(quantities(text)))
    if not found:
        return CountReading(text, note="no_number")
    if any(one.each for one in found):
        return CountReading(text, note="per_unit")
    joined = found[0] if len(found) == 1 else _together(found)
    if joined is None:
        return CountReading(text, note="several_numbers")
    return CountReading(
        text,
        least=joined.least,
        greatest=joined.greatest,
        approximate=joined.about,
        open_below=joined.least is None,
        open_above=joined.greatest is None,
    )


def _outside_brackets(found: Sequence[Quantity]) -> list[Quantity]:
    """A bracket after a number is a remark («25 (3 in 1929, 8 in 1930)»), unless it gives another source's number."""
    outside = [one for one in found if not one.in_brackets or one.link == "otherwise"]
    return outside or list(found)


def _of_people(found: Sequence[Quantity]) -> list[Quantity]:
    people = [one for one in found if one.of != "things"]
    return people or list(found)


def _together(found: Sequence[Quantity]) -> Quantity | None:
    """Several numbers as one, where the words between them say how; None where they do not."""
    total = found[0]
    about = any(one.about for one in found)
    for one in found[1:]:
        links = {one.link, total.link}
        if "otherwise" in links or one.link == "or":
            total = Quantity(_least(total, one), _greatest(total, one), link=total.link)
        elif one.link == "and":
            least = max(total.least or 0, one.least or 0) or None
            both = None if total.greatest is None or one.greatest is None else total.greatest + one.greatest
            total = Quantity(least, both)
        else:
            return None
    return Quantity(total.least, total.greatest, about=about)


def _least(one: Quantity, other: Quantity) -> int | None:
    return None if one.least is None or other.least is None else min(one.least, other.least)


def _greatest(one: Quantity, other: Quantity) -> int | None:
    return None if one.greatest is None or other.greatest is None else max(one.greatest, other.greatest)
