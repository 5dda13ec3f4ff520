"""Numbers in words, in Russian, Kazakh and English: ``двадцать пятого``, ``бір мың тоғыз жүз``, ``two thousand``."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Sort = Literal["cardinal", "times", "ordinal"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """One word of a number: its value, and whether it is added, multiplied with, or ends an ordinal."""

    value: int
    sort: Sort


@dataclass(frozen=True, slots=True)
class InWords:
    """A number read from words: its value, how many words it took, whether it is an ordinal."""

    value: int
    words: int
    ordinal: bool


@cache
def numerals() -> dict[str, Numeral]:
    """Every known word of a number, folded (lower case, ё as е)."""
    table = tomllib.loads(files(__package__).joinpath("data/numerals.toml").read_text("utf-8"))
    endings, cases, others = (table.pop(key) for key in ("ordinal_endings", "case_endings", "no_numbers"))
    known: dict[str, Numeral] = {}
    for lang, sorts in table.items():
        for value, stems in sorts["ordinal"].items():
            for stem in stems:
                known.update({stem + ending: Numeral(int(value), "ordinal") for ending in endings[lang]})
    for sorts in table.values():
        known.update({form: Numeral(int(v), "times") for v, forms in sorts["times"].items() for form in forms})
        known.update({form: Numeral(int(v), "cardinal") for v, forms in sorts["cardinal"].items() for form in forms})
    for lang, case_endings in cases.items():
        stems_of = {
            form: known[form] for sort in ("times", "cardinal") for fs in table[lang][sort].values() for form in fs
        }
        known.update({form + ending: numeral for form, numeral in stems_of.items() for ending in case_endings})
        for other in others[lang]:
            known.pop(other, None)
    return known


def number_at(words: Sequence[str], start: int) -> InWords | None:
    """The longest number whose words (folded) begin at ``start``; None if none begins there."""
    known = numerals()
    total, current, room, place = 0, 0, 1_000_000_000, start
    while place < len(words):
        numeral = known.get(words[place])
        if numeral is None:
            break
        if numeral.sort == "times" and numeral.value > 1 and current < numeral.value:
            if numeral.value >= 1000 and total and numeral.value >= room:
                break
            current = max(current, 1) * numeral.value
            if numeral.value >= 1000:
                total, current = total + current, 0
                room = numeral.value
            else:
                room = numeral.value
        elif numeral.sort != "times" and _fits(numeral.value, current):
            current += numeral.value
        else:
            break
        place += 1
        if numeral.sort == "ordinal":
            return InWords(total + current, place - start, ordinal=True)
    return None if place == start else InWords(total + current, place - start, ordinal=False)


def _fits(value: int, current: int) -> bool:
    """Whether ``value`` may follow ``current`` within one number: twenty five, not five twenty."""
    if current == 0:
        return True
    if current % 100 == 0:
        return value < 100
    return current % 10 == 0 and value < 10
