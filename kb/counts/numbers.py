"""The bare numbers of a text, in figures and words, with their thousands, and spans of two numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kb.counts.words import Word, ends, means, value_of
from kb.dates.numerals import number_at, numerals

_FEW, _MANY = 2, 9


@dataclass(frozen=True, slots=True)
class Number:
    """A number at words ``start`` to ``end``; ``scale`` is the thousand or hundred it was multiplied with."""

    least: float
    greatest: float
    start: int
    end: int
    scale: int = 1
    figures: bool = False
    vague: bool = False


def numbers(words: Sequence[Word]) -> list[Number]:
    """The numbers of a text; ordinals are none; «2-3 тысячи», «от 200 до 300», «200 или 300» are one number each."""
    found = list(_bare(words))
    joined: list[Number] = []
    for number in found:
        span = _span(words, joined[-1], number) if joined else None
        if span is None:
            joined.append(number)
        else:
            joined[-1] = span
    return joined


def _bare(words: Sequence[Word]) -> Iterator[Number]:
    place = 0
    while place < len(words):
        number = _at(words, place)
        if number is None:
            place += 1
            continue
        if number.least >= 0:
            yield number
        place = number.end


def _at(words: Sequence[Word], place: int) -> Number | None:
    """The number that begins at a word; ``least`` is -1 for an ordinal, which is stepped over."""
    word = words[place]
    if word.number is not None:
        if means([Word(word.tail)], 0, "ordinal_tails"):
            return Number(-1, -1, place, place + 1)
        return _scaled(words, Number(word.number, word.number, place, place + 1, figures=True))
    if size := means(words, place, "several"):
        return _scaled(words, Number(_FEW, _MANY, place, place + size, vague=True))
    half = value_of(words, place, "half")
    if half is not None and _times(words, place + 1):
        return _scaled(words, Number(half + 0.5, half + 0.5, place, place + 1))
    many = value_of(words, place, "many")
    if many is not None and not any(ends(words, place, kind, "before") for kind in ("about", "more", "less")):
        return Number(many, math.inf, place, place + 1, vague=True)
    if means(words, place, "inverted") and (behind := number_at([one.text for one in words[place + 1 : place + 4]], 0)):
        value = behind.value * _times(words, place)
        return Number(value, value, place, place + 1 + behind.words, _times(words, place), vague=True)
    read = number_at([one.text for one in words[place : place + 8]], 0)
    if read is None:
        return None
    if read.ordinal:
        return Number(-1, -1, place, place + read.words)
    last = numerals()[words[place + read.words - 1].text]
    scale = last.value if last.sort == "times" and last.value >= 100 else 1
    return _scaled(words, Number(read.value, read.value, place, place + read.words, scale))


def _times(words: Sequence[Word], place: int) -> int:
    numeral = numerals().get(words[place].text) if place < len(words) else None
    return numeral.value if numeral is not None and numeral.sort == "times" else 0


def _scaled(words: Sequence[Word], number: Number) -> Number:
    """With «с половиной» and the thousands that follow."""
    end, more = number.end, 0.0
    if size := means(words, end, "half_more"):
        end, more = end + size, 0.5
    scale = _times(words, end)
    if not scale:
        return number
    least, greatest = (number.least + more) * scale, (number.greatest + more) * scale
    return replace(number, least=least, greatest=greatest, end=end + 1, scale=scale)


def _span(words: Sequence[Word], first: Number, second: Number) -> Number | None:
    """Two numbers with «-», «до», «или» between them as one; None if they are no span."""
    between = words[first.end : second.start]
    texts = [word.text for word in between]
    from_to = bool(ends(words, first.start, "from")) and means(words, first.end, "to") == len(between) > 0
    either = bool(between) and means(words, first.end, "or") == len(between)
    if texts != ["-"] and texts != ["to"] and not from_to and not either:
        return None
    low, high = first.least, first.greatest
    if first.scale == 1 and second.scale > 1 and high * second.scale <= second.greatest:
        low, high = low * second.scale, high * second.scale
    start = first.start - (ends(words, first.start, "from") if from_to else 0)
    if low > second.greatest:
        return None
    return Number(low, max(high, second.greatest), start, second.end, 1, first.figures, first.vague or second.vague)
