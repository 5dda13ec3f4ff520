"""The numbers of a text with their limits, what they count, and the word that joins each to the one before."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kb.counts.numbers import Number, numbers
from kb.counts.words import Word, cut, ends, means
from kb.dates.words import meaning_of

_YEARS = range(1900, 2000)
_REACH = 4  # words after a number that may be its noun and the words of its limit
_SIGNS = frozenset("(),;/")
_ABOUT_TAILS = frozenset({"дай", "дей", "тай", "тей"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with limits; ``of`` is ``people``, ``things`` or nothing; ``link`` joins it to the number before."""

    least: int | None
    greatest: int | None
    about: bool = False
    of: str = ""
    link: str = ""
    in_brackets: bool = False
    each: bool = False


def quantities(text: str) -> list[Quantity]:
    """The quantities of a text, in its order."""
    words = cut(text)
    found: list[Quantity] = []
    last = 0
    for number in numbers(words):
        if not _counts(words, number, first=not found):
            continue
        link = _link(words, last, number.start) if found else ""
        found.append(_quantity(words, number, link))
        last = number.end
    return found


def _counts(words: Sequence[Word], number: Number, *, first: bool) -> bool:
    """Whether it counts people or things, and is not a date, a distance or part of a name."""
    if ends(words, number.start, "number_sign") or means(words, number.end, "measure"):
        return False
    if not first and ends(words, number.start, "shared_out") and _noun(words, number.end) == "things":
        return False
    if any(_is_month(words, place) for place in (number.start - 1, number.end)):
        return False
    year = number.figures and number.least in _YEARS and number.greatest in _YEARS and number.scale == 1
    if not year:
        return True
    counted = _noun(words, number.end) in {"people", "things"}
    return counted or (first and number.least == number.greatest and not _in_or_since(words, number.start))


def _is_month(words: Sequence[Word], place: int) -> bool:
    if not 0 <= place < len(words) or words[place].number is not None:
        return False
    meaning = meaning_of(words[place].text, False)
    return meaning is not None and meaning.kind in {"month", "season"}


def _in_or_since(words: Sequence[Word], place: int) -> bool:
    meaning = meaning_of(words[place - 1].text, False) if place else None
    return meaning is not None and (meaning.kind in {"from", "by", "ignore"} or meaning.value == "century")  # «в 1930»


def _quantity(words: Sequence[Word], number: Number, link: str) -> Quantity:
    least: int | None = math.floor(number.least)
    greatest: int | None = None if math.isinf(number.greatest) else math.ceil(number.greatest)
    marks = _before(words, number.start) | _after(words, number.end)
    last = words[number.end - 1]
    about = number.vague or "about" in marks or last.tail in _ABOUT_TAILS or last.text.endswith(tuple(_ABOUT_TAILS))
    if "more" in marks or means(words, number.end, "other"):
        greatest = None
    elif "less" in marks:
        least = None
    of = _noun(words, number.end)
    if not of and number.start and means(words, number.start - 1, "people") == 1:
        of, about = "people", True  # «человек двести»: the order says about
    brackets = sum({"(": 1, ")": -1}.get(word.text, 0) for word in words[: number.start])
    return Quantity(least, greatest, about, of, link, brackets > 0, _each(words, number))


def _before(words: Sequence[Word], start: int) -> set[str]:
    marks: set[str] = set()
    while size := max((ends(words, start, kind, "before"), kind) for kind in ("about", "more", "less"))[0]:
        marks |= {kind for kind in ("about", "more", "less") if ends(words, start, kind, "before") == size}
        start -= size
    return marks


def _after(words: Sequence[Word], end: int) -> set[str]:
    """«2500 адамға жуық», «200-ден астам», «380 с лишним»: after the number or its noun."""
    for place in range(end, min(end + _REACH, len(words))):
        if words[place].text in _SIGNS or words[place].number is not None:
            break
        sizes = {kind: means(words, place, kind, "after") for kind in ("about", "more", "less")}
        longest = max(sizes.values())
        if longest:
            return {kind for kind, size in sizes.items() if size == longest}
    return set()


def _noun(words: Sequence[Word], end: int) -> str:
    for place in range(end, min(end + _REACH, len(words))):
        if words[place].text in _SIGNS or words[place].number is not None or means(words, place, "and"):
            break
        for kind in ("people", "things"):
            if means(words, place, kind):
                return kind
    return ""


def _each(words: Sequence[Word], number: Number) -> bool:
    places = range(max(number.start - _REACH, 0), min(number.end + _REACH, len(words)))
    return any(means(words, place, "each") for place in places)


def _link(words: Sequence[Word], start: int, end: int) -> str:
    for kind in ("otherwise", "or", "and"):
        if any(means(words, place, kind) for place in range(start, end)):
            return kind
    return ""
