"""What was found: how good, by what, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from kb.i18n import Lang
from kb.names import SAME, Rule, compare
from kb.search.question import Question

By = Literal["name", "words", "reference", "quote"]


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity that was found.

    ``score``: 0 to 1; ``by``: a name whatever its spelling, the words of a title, an archival reference, the words of
    a source; ``name``: what matched, as written; ``claim``: whose words those are, where ``by`` is ``quote``.
    """

    kind: str
    properties: dict[str, Any]
    score: float
    by: By
    name: str
    claim: str = ""

    @property
    def id(self) -> str:
        """The id of the entity."""
        return str(self.properties["id"])

    @property
    def same(self) -> bool:
        """Is it what was asked for, or only near?"""
        return self.score >= SAME

    def reasons(self, text: str, lang: Lang) -> tuple[str, ...]:
        """Which rules make the name the one that was asked for, a line for each."""
        if self.by != "name":
            return ()
        told = (reason for reason in compare(text, self.name).why if reason.rule not in (Rule.SAME, Rule.MISSING))
        return tuple(reason.say(lang) for reason in told)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for a question, best first; ``cut``: kinds of which there is more than was looked at."""

    question: Question
    hits: Sequence[Hit]
    cut: frozenset[str] = frozenset()

    def of(self, kind: str) -> Sequence[Hit]:
        """The hits of one kind; all where it is empty."""
        return [hit for hit in self.hits if not kind or hit.kind == kind]

    def counts(self) -> Mapping[str, int]:
        """How many of each kind."""
        return Counter(hit.kind for hit in self.hits)

    def spellings(self) -> Iterator[str]:
        """The spellings of the base that are held to be what was asked for, each once."""
        yield from dict.fromkeys(hit.name for hit in self.hits if hit.by == "name" and hit.same)
