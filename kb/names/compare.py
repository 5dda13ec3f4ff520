"""Two names compared: a score, a verdict, and the reasons part by part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kb.i18n import LANGS, Lang, texts_of
from kb.names import tables
from kb.names.alignment import costs, rules_used
from kb.names.prepared import Part, Prepared, prepare
from kb.names.rules import NO_RULES, Rule
from kb.names.similarity import SHORT, Judge, Pair, Weighed

SAME = 0.62
"""The score from which two names are held to be one; see docs/reference/benchmarks.md."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule at work: the parts as written, and the sounds concerned (here~there, ``j~ʤ, ü~u``)."""

    rule: Rule
    left: str = ""
    right: str = ""
    sounds: str = ""

    def say(self, lang: Lang) -> str:
        """The reason in words, sounds shown as letters of that language."""
        letters = _letters("shown_latin" if lang == "en" else "shown_cyrillic")
        return texts_of("kb.names").say(
            f"rules.{self.rule}", lang, left=self.left, right=self.right, sounds=self.sounds.translate(letters)
        )

    def as_json(self) -> dict[str, str]:
        """Rule, parts, and the words in three languages."""
        return {"rule": self.rule, "left": self.left, "right": self.right, **{lang: self.say(lang) for lang in LANGS}}


@dataclass(frozen=True, slots=True)
class NameMatch:
    """What the comparison of two names gave. ``score``: 0 to 1; ``same``: whether it reaches :data:`SAME`."""

    a: str
    b: str
    score: float
    same: bool
    why: tuple[Reason, ...]

    def as_json(self) -> dict[str, object]:
        """The contract of ``kb compare``."""
        return {
            "a": self.a,
            "b": self.b,
            "score": round(self.score, 4),
            "same": self.same,
            "why": [reason.as_json() for reason in self.why],
        }


@cache
def _letters(table: str) -> dict[int, str]:
    return {ord(sound): letter for sound, letter in tables.toml("letters")[table].items()}


@cache
def judge(without: frozenset[Rule] = NO_RULES) -> Judge:
    """The judge that uses all rules but ``without``; one for each set, so that it remembers."""
    return Judge(without)


def similarity(one: Prepared, other: Prepared) -> float:
    """The score of two prepared names by all rules, 0 to 1: the fast way, without reasons."""
    return judge().similarity(one, other)


def compare(a: str, b: str, *, without: frozenset[Rule] = NO_RULES) -> NameMatch:
    """Compare two names as written, by all rules but those of ``without``. Any strings are taken."""
    by = judge(without)
    one, other = (prepare(text, Rule.GRAMMAR not in without) for text in (a, b))
    weighed = by.weigh(one, other)
    grammar = [Reason(Rule.GRAMMAR, *change) for change in (*one.declined, *other.declined)]
    return NameMatch(a, b, weighed.score, weighed.score >= SAME, (*grammar, *_reasons(weighed, by)))


def _reasons(weighed: Weighed, by: Judge) -> Iterator[Reason]:
    for pair in weighed.pairs:
        yield from _of_pair(pair, by)
    for left, right in weighed.initials:
        one, other = (left, right) if left.kind == 3 else (right, left)
        yield Reason(Rule.INITIALS, one.text, other.text)
    theirs = [part for part, conflict in weighed.right_over if conflict]
    for part, conflict in weighed.left_over:
        if conflict:
            match = next(other for other in theirs if other.role == part.role)
            yield Reason(Rule.DIFFERENT, part.text, match.text)
        else:
            yield Reason(Rule.MISSING, part.text)
    for part, conflict in weighed.right_over:
        if not conflict:
            yield Reason(Rule.MISSING, "", part.text)


def _of_pair(pair: Pair, by: Judge) -> Iterator[Reason]:
    left, right = pair.left, pair.right
    if left.full == right.full:
        yield Reason(Rule.SAME, left.text, right.text)
        return
    if left.ending != right.ending and by.strips:
        yield Reason(Rule.ENDINGS, left.text, right.text)
    if pair.roles < 1 and {left.kind, right.kind} == {0, 2}:
        yield Reason(Rule.PATRONYMIC_SURNAME, left.text, right.text)
    if left.unwritten or right.unwritten:
        yield Reason(Rule.UNWRITTEN_VOWELS, left.text, right.text)
    if left.key == right.key and left.plain != right.plain:
        yield Reason(Rule.MUSLIM_NAMES, left.text, right.text)
        return
    if pair.close == SHORT and (left.short or right.short):
        yield Reason(Rule.SHORT_FORMS, left.text, right.text)
        return
    yield from _of_sounds(left, right, by)


def _of_sounds(left: Part, right: Part, by: Judge) -> Iterator[Reason]:
    found: dict[Rule, list[str]] = {}
    for rule, here, there in rules_used(left.stem, right.stem, costs(by.without, left.unwritten or right.unwritten)):
        found.setdefault(rule or Rule.DIFFERENT, []).append(f"{here or '–'}~{there or '–'}")
    for rule, sounds in found.items():
        yield Reason(rule, left.text, right.text, ", ".join(dict.fromkeys(sounds)))
