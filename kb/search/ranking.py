"""How well what the engine found answers a question. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Final

from rapidfuzz.distance import JaroWinkler

from kb.archives import read_references
from kb.names import fold, prepare, similarity
from kb.names.clean import clean
from kb.projection.findable import reference_words
from kb.search.hits import Hit
from kb.search.question import Question

NEAR: Final = 0.3  # from here on a person is near
CLOSE: Final = 0.88  # two folded words this alike are spellings of one word
BEGINS: Final = 0.96  # a word that begins with the one asked for
ALL: Final = 0.8  # the share of all words asked for; the rest of the score is that of the name they fill
BEGUN: Final = 0.6  # a person whose name begins so: near, no more
HELD: Final = 0.9  # what is held in the unit that was asked for, a name with the very words
QUOTED: Final = 0.7  # what a source says in these words
_AROUND: Final = 70  # characters of a source before and after the word
_WORD: Final = re.compile(r"[^\W_]+")

Properties = dict[str, Any]


def judged(question: Question, kind: str, properties: Properties) -> Hit | None:
    """The entity as a hit by the best of its names; None where it is not near enough."""
    if question.reference is not None:
        return _by_reference(question, kind, properties)
    names = [*properties.get("names", ()), *([properties["author"]] if "author" in properties else ())]
    if kind != "Person":
        return _by_words(question, kind, properties, names)
    by_words = max(((_alike(folded(question.text), folded(name)), name) for name in names), default=(0.0, ""))
    asked = prepare(question.text)
    by_sound = max(((similarity(asked, prepare(name)), name) for name in names), default=(0.0, ""))
    score, name = max(by_sound, (_of_person(by_words[0]), by_words[1]))
    return Hit(kind, properties, score, "name", name) if score >= NEAR else None


def _by_words(question: Question, kind: str, properties: Properties, names: Sequence[str]) -> Hit | None:
    """By the name that has all words asked for, and the fewest others."""
    wanted = folded(question.text)
    found = [(_alike(wanted, words), words, name) for name in names if (words := folded(name))]
    scored = [(score * (ALL + (1 - ALL) * len(wanted) / len(words)), name) for score, words, name in found if score]
    score, name = max(scored, default=(0.0, ""))
    return Hit(kind, properties, min(score, 1.0), "words", name) if score else None


def _of_person(by_words: float) -> float:
    """What it is worth that a person's name has the words asked for: the same words much, beginnings a hint."""
    return HELD if by_words == 1.0 else BEGUN if by_words >= CLOSE else 0.0


@lru_cache(maxsize=200_000)
def folded(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, folded."""
    return tuple(_folded(clean(text)))


def _folded(text: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        if word.isdecimal():
            yield word
        else:
            yield from fold(word).split()


def _alike(wanted: Sequence[str], words: Sequence[str]) -> float:
    """How well a name has all words wanted, or beginnings or near spellings of them: the worst of them counts."""
    if not words or not wanted:
        return 0.0
    left, worst = list(words), 1.0
    for word in wanted:
        score, at = max(((_word(word, other), at) for at, other in enumerate(left)), default=(0.0, 0))
        worst = min(worst, score)
        if worst < CLOSE:
            return 0.0
        del left[at]
    return worst


def _word(wanted: str, word: str) -> float:
    if word.startswith(wanted):
        return 1.0 if len(word) == len(wanted) else BEGINS
    if wanted.isdecimal():
        return 0.0
    return float(JaroWinkler.similarity(wanted, word, score_cutoff=CLOSE))


def _by_reference(question: Question, kind: str, properties: Properties) -> Hit:
    """What a reference leads to: the unit itself, what it holds, what is held there."""
    written = str(properties.get("reference") or properties.get("file_reference") or properties.get("label") or "")
    words = [reference_words(reference) for reference in read_references(written)]
    itself = kind == "ArchivalUnit" and any(question.words in (each[-1:] + _bare(each)) for each in words)
    return Hit(kind, properties, 1.0 if itself else HELD, "reference", written)


def _bare(words: Sequence[str]) -> tuple[str, ...]:
    """The word of a reference without its archive."""
    plain = [word for word in words if "a" not in word]
    return tuple(plain[-1:])


def snippet(question: Question, text: str) -> str:
    """The words of a source around the first of those asked for."""
    stems = [word.strip("+*") for word in question.quoted.split()]
    low = text.lower()
    place = min((at for stem in stems if (at := low.find(stem)) >= 0), default=0)
    start, end = max(0, place - _AROUND), place + _AROUND
    start = text.rfind(" ", 0, start) + 1 if start else 0
    stop = text.find(" ", end)
    stop = len(text) if stop < 0 else stop
    return f"{'…' if start else ''}{text[start:stop]}{'…' if stop < len(text) else ''}"
