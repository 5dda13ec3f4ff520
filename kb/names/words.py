"""One word of a name: what kind of word it is, its stem, and the ending that says so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from rapidfuzz.distance import JaroWinkler

from kb.names import tables
from kb.names.alphabets import Alphabets, alphabets
from kb.names.clean import script_of
from kb.names.sounds import VOWELS, fold, folded, sounds

Kind = Literal["surname", "patronymic", "given", "initial"]

_SINGLE_SOUNDS = frozenset(
    {
        "дж",
        "дз",
        "zh",
        "dj",
        "dzh",
        "sh",
        "ch",
        "kh",
        "gh",
        "ts",
        "ja",
        "ju",
        "ya",
        "yu",
        "ye",
        "yo",
        "ш",
        "sch",
        "dsch",
    }
)
_LONGEST = 60  # letters; what is longer is no word of a name, and comparing it takes its time
_SHORTENED = 4  # «Гр. Тарасенко», «Мух. Ауэзов»
_NAME_DIN = re.compile("..[eiua][td]?d[iy]n$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name.

    ``said``: its sounds; ``skeleton``: the fold of them; ``stem``: the sounds without the ending ``ending`` (skeleton
    of it, may be empty); ``sex``: ``m``, ``f`` or empty, as the ending or the given name says.
    """

    text: str
    kind: Kind
    said: str
    skeleton: str
    stem: str
    ending: str
    sex: str


@dataclass(frozen=True, slots=True)
class Given:
    """A Russian given name of the list, by its nominative."""

    name: str
    sex: str
    common: int
    same: tuple[str, ...]


@cache
def givens() -> Mapping[str, Given]:
    """The given names of ``data/given_names.csv`` by skeleton."""
    found: dict[str, Given] = {}
    for row in tables.rows("given_names"):
        found.setdefault(
            fold(row["name"]), Given(row["name"], row["sex"], int(row["common"]), tuple(row["same"].split()))
        )
    return found


@cache
def _plain() -> frozenset[str]:
    return frozenset(fold(row["name"]) for row in tables.rows("plain"))


@cache
def _patronymics() -> Mapping[str, str]:
    """Skeletons of the patronymics of ``data/patronymics.csv`` → the sounds of the father's name."""
    return {fold(row["patronymic"]): sounds(row["father"]) for row in tables.rows("patronymics")}


@dataclass(frozen=True, slots=True)
class Ending:
    """A row of ``data/endings.csv``."""

    ending: str
    kind: Kind
    sex: str
    shortest: int
    after_given: bool
    alphabet: str


@cache
def _endings() -> tuple[Ending, ...]:
    """The endings, longest first."""
    read = [
        Ending(
            ending=row["ending"],
            kind="surname" if row["kind"] == "surname" else "patronymic",
            sex=row["sex"],
            shortest=int(row["shortest"]),
            after_given=row["stem"] == "given",
            alphabet=row["alphabet"],
        )
        for row in tables.rows("endings")
    ]
    return tuple(sorted(read, key=lambda ending: -len(ending.ending)))


@cache
def _by_last_letter() -> Mapping[str, tuple[Ending, ...]]:
    return {
        letter: tuple(ending for ending in _endings() if ending.ending[-1] == letter)
        for letter in {ending.ending[-1] for ending in _endings()}
    }


def is_initial(text: str) -> bool:
    """Whether ``text`` is a letter or two that stand for a name, with or without a dot."""
    bare = text.rstrip(".").lower()
    if text.endswith(".") and len(bare) <= _SHORTENED:
        return bool(bare)
    return len(bare) == 1 or (bare in _SINGLE_SOUNDS and (text.endswith(".") or text.isupper() or len(bare) == 1))


def _stem(said: str, ending: str) -> str:
    stem = said[: len(said) - len(ending)]
    if ending[0] == "e" and stem[-1:] in set(VOWELS) - set("iıy"):
        return stem + "i"  # Канаев → Қанай
    return stem


def _fits(ending: Ending, skeleton: str, text: str, context: Alphabets | None) -> bool:
    stem = skeleton[: -len(ending.ending)]
    if len(stem) < ending.shortest or (ending.after_given and stem not in givens()):
        return False
    if ending.ending == "in" and _NAME_DIN.search(skeleton):
        return False
    if not ending.alphabet:
        return True
    context = context or alphabets(text)
    return ending.alphabet == (context.arabic if script_of(text) == "Arabic" else context.latin)


@lru_cache(maxsize=200_000)
def word(text: str, context: Alphabets | None = None) -> Word:
    """Read one word (no spaces; a hyphen may join two)."""
    said = sounds(text[:_LONGEST], context)
    skeleton = folded(said)
    if is_initial(text):
        return Word(text, "initial", said, skeleton, said, "", "")
    known = givens().get(skeleton)
    if known:
        return Word(text, "given", said, skeleton, said, "", known.sex)
    father = _patronymics().get(skeleton)
    if father:
        return Word(text, "patronymic", said, skeleton, father, "ic", "m")
    if skeleton in _plain():
        return Word(text, "given", said, skeleton, said, "", "")
    for ending in _by_last_letter().get(skeleton[-1:], ()):
        if skeleton.endswith(ending.ending) and _fits(ending, skeleton, text, context):
            return Word(text, ending.kind, said, skeleton, _stem(said, ending.ending), ending.ending, ending.sex)
    return Word(text, "given", said, skeleton, said, "", "")


def alike(one: Word, other: Word) -> bool:
    """Whether two words may be spellings of one: what a bracket or a hyphen puts side by side."""
    return JaroWinkler.normalized_similarity(folded(one.stem), folded(other.stem)) >= 0.8
