"""Totals for the republic as the literature gives them: denominators of the overview, and where they disagree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dashboard.data import rows
from dashboard.entities import Witnesses
from dashboard.views.models import SizeGroup, SizeReading
from dashboard.words import Words
from kb.counts import CountReading, read_count
from kb.i18n import texts_of

#: Words under which the literature counts risings; each is a measure of its own, never one axis without a word.
COUNTS: Final = ("uprisings_count", "non_armed_actions", "uprisings_1929", "uprisings_1930")
PARTICIPANTS: Final = "participants"


@dataclass(frozen=True, slots=True)
class Total:
    """One claim about a total: the word it stands under, as written, and as read."""

    claim: str
    word: str
    value: str
    read: CountReading

    @property
    def number(self) -> int | None:
        """The number named: the bound that is there."""
        return self.read.least if self.read.least is not None else self.read.greatest


def totals() -> list[Total]:
    """All totals with a number in them."""
    found = [Total(row["claim"], row["property"], row["value"], read_count(row["value"])) for row in rows("aggregates")]
    return [total for total in found if total.number is not None]


def in_words(total: Total, say: Words) -> str:
    """The number with its sign: ≈ 80 000, > 380, 25."""
    sign = "≈ " if total.read.approximate else "> " if total.read.open_above else "< " if total.read.open_below else ""
    return f"{sign}{say.number(total.number or 0)}"


def said_once(found: list[Total], of: str, say: Words) -> list[str]:
    """The different numbers under one word: the most said first, of those said as often the greatest."""
    counted: dict[str, list[int]] = {}
    for total in found:
        if total.word == of:
            counted.setdefault(in_words(total, say), []).append(total.number or 0)
    return sorted(counted, key=lambda word: (-len(counted[word]), -max(counted[word])))


def groups(found: list[Total], known: Witnesses, say: Words) -> list[SizeGroup]:
    """The totals of risings, measure by measure, as a chart shows them."""
    made = []
    for name in COUNTS:
        readings = [
            SizeReading(total.value, total.read.least, total.read.greatest, total.read.approximate, evidence)
            for total in sorted(found, key=lambda total: -(total.number or 0))
            if total.word == name
            for evidence in known.of([total.claim])[:1]
        ]
        if readings:
            made.append(SizeGroup(statement_word(name, say), tuple(readings)))
    return made


def statement_word(word: str, say: Words) -> str:
    """The words for a property that only a data set knows; its own word, made readable, where we have none."""
    said = texts_of("dashboard").get(f"statements.{word}")
    return said[say.lang] if said else word.replace("_", " ")
