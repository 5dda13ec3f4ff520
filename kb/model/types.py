"""Types of properties. A type owns how a written value is read, compared and stored.

A reading keeps the text beside what was understood. ``stored`` maps a suffix to a value, so that the property ``birth``
of type ``date`` becomes ``birth`` (EDTF), ``birth_text``, ``birth_earliest`` and ``birth_latest`` on its entity.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from kb.archives import print_reference, read_references
from kb.counts import read_count
from kb.dates import read_date
from kb.model.vocabulary import Vocabulary

Scalar = str | int | float


@dataclass(frozen=True, slots=True)
class Reading:
    """One written value as it is read.

    ``text`` as written; ``stored`` suffix → value; ``key`` is equal for readings that mean the same;
    ``problem`` names what could not be read, or is None.
    """

    text: str
    stored: Mapping[str, Scalar]
    key: Hashable
    problem: str | None = None

    @property
    def value(self) -> Scalar:
        """What stands for the reading in one cell: the normal form, or the text where nothing was understood."""
        return self.stored.get("", self.text)


class PropertyType(Protocol):
    """How values of one type are read, compared and stored."""

    name: str
    stores: Mapping[str, str]  # suffix → Cypher type

    def read(self, text: str, vocabulary: Vocabulary | None) -> Reading:
        """Read ``text``; never an exception: what is not understood has a ``problem``."""
        ...

    def agree(self, one: Reading, other: Reading) -> bool:
        """Whether two readings do not contradict each other."""
        ...


class _Equal:
    """Types whose readings agree when their keys are equal."""

    def agree(self, one: Reading, other: Reading) -> bool:
        return one.key == other.key


class TextType(_Equal):
    """Words, kept as written."""

    stores: Mapping[str, str] = {"": "STRING"}

    def __init__(self, name: str) -> None:
        self.name = name

    def read(self, text: str, vocabulary: Vocabulary | None) -> Reading:
        """Read ``text``."""
        return Reading(text, {"": text}, " ".join(text.split()).casefold())


class TermType(_Equal):
    """A term of a vocabulary; a word that the vocabulary lacks is kept and reported."""

    name = "term"
    stores: Mapping[str, str] = {"": "STRING"}

    def read(self, text: str, vocabulary: Vocabulary | None) -> Reading:
        """Read ``text``."""
        code = vocabulary.code_of(text) if vocabulary else None
        return Reading(text, {"": code or text}, code or text.casefold(), None if code else "unknown_term")


class NumberType(_Equal):
    """A decimal number: degrees, mostly."""

    name = "number"
    stores: Mapping[str, str] = {"": "FLOAT", "_text": "STRING"}

    def read(self, text: str, vocabulary: Vocabulary | None) -> Reading:
        """Read ``text``."""
        try:
            number = float(text.strip().replace(",", "."))
        except ValueError:
            return Reading(text, {"_text": text}, text, "unread_number")
        if number != number or number in (float("inf"), float("-inf")):
            return Reading(text, {"_text": text}, text, "unread_number")
        return Reading(text, {"": number, "_text": text}, number)


class DateType:
    """A date as archives write it, read to EDTF and integer bounds (YYYYMMDD)."""

    name = "date"
    stores: Mapping[str, str] = {"": "STRING", "_text": "STRING", "_earliest": "INTEGER", "_latest": "INTEGER"}

    def read(self, text: str, vocabulary: Vocabulary | None) -> Reading:
        """Read ``text``."""
        read = read_date(text)
        stored: dict[str, Scalar] = {"_text": text}
        if read.edtf is None:
            return Reading(text, stored, text.casefold(), "unread_date")
        stored[""] = read.edtf
        if read.earliest is not None:
            stored["_earliest"] = read.earliest
        if read.latest is not None:
            stored["_latest"] = read.latest
        return Reading(text, stored, read.edtf)

    def agree(self, one: Reading, other: Reading) -> bool:
        """A coarser date agrees with a finer one inside it; two spans agree only when their bounds are equal."""
        if one.problem or other.problem:
            return one.key == other.key
        first, second = _bounds(one), _bounds(other)
        if first == second:
            return True
        if "/" in str(one.key) and "/" in str(other.key):
            return False
        wide, narrow = (first, second) if _inside(second, first) else (second, first)
        span = one if wide == first else other
        return _inside(narrow, wide) and "/" not in str(span.key)


def _bounds(reading: Reading) -> tuple[int, int]:
    return int(reading.stored.get("_earliest", 0)), int(reading.stored.get("_latest", 99991231))


def _inside(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


class CountType:
    """A number of people as sources write it: a range, with open ends."""

    name = "count"
    stores: Mapping[str, str] = {"": "STRING", "_least": "INTEGER", "_greatest": "INTEGER"}

    def read(self, text: str, vocabulary: Vocabulary | None) -> Reading:
        """Read ``text``."""
        read = read_count(text)
        stored: dict[str, Scalar] = {"": text}
        if read.least is not None:
            stored["_least"] = read.least
        if read.greatest is not None:
            stored["_greatest"] = read.greatest
        problem = "unread_count" if len(stored) == 1 else None
        return Reading(text, stored, (read.least, read.greatest) if problem is None else text.casefold(), problem)

    def agree(self, one: Reading, other: Reading) -> bool:
        """Two readings agree when their ranges meet."""
        if one.problem or other.problem:
            return one.key == other.key
        least = max(int(one.stored.get("_least", 0)), int(other.stored.get("_least", 0)))
        greatest = min(int(one.stored.get("_greatest", 1 << 62)), int(other.stored.get("_greatest", 1 << 62)))
        return least <= greatest


class ReferenceType(_Equal):
    """An archival reference, printed back in its normal form."""

    name = "reference"
    stores: Mapping[str, str] = {"": "STRING", "_text": "STRING"}

    def read(self, text: str, vocabulary: Vocabulary | None) -> Reading:
        """Read ``text``."""
        found = read_references(text)
        if not found:
            return Reading(text, {"_text": text}, text.casefold(), "unread_reference")
        normal = "; ".join(print_reference(each) for each in found)
        return Reading(text, {"": normal, "_text": text}, normal)


TYPES: Mapping[str, PropertyType] = {
    each.name: each
    for each in (
        TextType("text"),
        TextType("name"),
        TextType("place"),
        TextType("url"),
        TermType(),
        NumberType(),
        DateType(),
        CountType(),
        ReferenceType(),
    )
}


@lru_cache(maxsize=1 << 17)
def read_value(type_name: str, text: str, vocabulary: Vocabulary | None) -> Reading:
    """Read ``text`` as ``type_name``; the same text is read once."""
    return TYPES[type_name].read(text, vocabulary)
