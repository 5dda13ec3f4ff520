"""A name made ready for comparison, once; comparing two prepared names then costs microseconds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kb.names import tables
from kb.names.alphabets import Alphabets, alphabets, is_unwritten
from kb.names.elements import known_name, muslim, second_name
from kb.names.keys import consonants
from kb.names.parse import Parts, parse, roles
from kb.names.reading import understand
from kb.names.sounds import folded
from kb.names.words import Word, alike, givens, word

SURNAME, GIVEN, PATRONYMIC, INITIAL = range(4)
_ROLES = {"surname": SURNAME, "given": GIVEN, "patronymic": PATRONYMIC, "initial": INITIAL}
_WEIGHTS = (1.0, 0.8, 0.5, 0.25)
_COMMON = (1.0, 0.9, 0.8, 0.65)  # by the column `common` of given_names.csv
_SHAPE = str.maketrans({"e": "a", "o": "u", "v": "u", "y": "i", "c": "x", "h": "k", "g": "k"})
_SHORTEST_SHORT = 3
_MOST_WAYS = 6


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a prepared name.

    ``key``: skeleton of the stem with worn-down names restored, ``plain``: without; ``shape``: ``key`` with sounds
    that pass into each other made one; ``bones``: the consonants of ``key``, if there are enough; ``stem``, ``full``:
    sounds without and with the ending; ``kind``: what the word says of itself (0 surname, 1 bare, 2 patronymic, 3
    initial), ``role``: what it is in this name; ``weight``: what a match of it is worth; ``family``: endings of
    surnames that pass into each other, ``ov`` for those Kazakh surnames have; ``firsts``: letters that may stand for
    it as an initial; ``short``: what a full name begins with if this is a short form, else empty; ``second``: what a
    name made of two ends with; ``known``: the name of its own that it is; ``unwritten``: vowels are not written.
    """

    text: str
    key: str
    plain: str
    stem: str
    full: str
    ending: str
    kind: int
    role: int
    weight: float
    shape: str
    bones: str
    family: str
    firsts: frozenset[str]
    short: str
    second: str
    known: str
    unwritten: bool


@dataclass(frozen=True, slots=True)
class Way:
    """One way to split a name into parts: its words in full, its initials, and whether a word is marked as surname,
    as patronymic.
    """

    words: tuple[Part, ...]
    initials: tuple[Part, ...]
    surname: bool
    patronymic: bool


@dataclass(frozen=True, slots=True)
class Prepared:
    """A name, ready: the ways to split it, the likeliest first; none where the text holds no name.

    ``declined``: (as written, nominative) of the words that were brought to the nominative.
    """

    text: str
    ways: tuple[Way, ...]
    declined: tuple[tuple[str, str], ...]


@cache
def _firsts() -> dict[str, str]:
    return {row["sound"]: row["stands_for"] for row in tables.rows("initials")}


def _initials_of(said: str) -> frozenset[str]:
    letters = _firsts()
    found = set(letters.get(said[:1], said[:1]))
    if said[:1] in "ğgħh" and len(said) > 1:
        found.update(letters.get(said[1], ""))
    if said[:1] in "iı" and said[1:2] in tuple("aou"):
        found.add("j")
    return frozenset(found)


def _family(ending: str) -> str:
    if ending in {"ov", "ev", "iov", "ova", "eva", "in", "ina"}:
        return "ov"
    return "ski" if "sk" in ending or ending.startswith("ts") else ending


def _short(plain: str) -> str:
    for ending in sorted((row["ending"] for row in tables.rows("short_forms")), key=len, reverse=True):
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST_SHORT:
            return plain[: -len(ending)]
    return ""


@lru_cache(maxsize=200_000)
def _part(read: Word, role: int, unwritten: bool) -> Part:
    plain = folded(read.stem)
    key = muslim(plain)
    bones = consonants(key)
    kind = _ROLES[read.kind]
    known = givens().get(plain)
    weight = _WEIGHTS[role] * (_COMMON[known.common] if known else 1.0)
    return Part(
        text=read.text,
        key=key,
        plain=plain,
        stem=read.stem,
        full=read.said,
        ending=read.ending,
        kind=kind,
        role=INITIAL if kind == INITIAL else role,
        weight=_WEIGHTS[INITIAL] if kind == INITIAL else weight,
        shape=key.translate(_SHAPE),
        bones=bones if len(bones) > 2 else "",
        family=_family(read.ending) if kind == SURNAME else "",
        firsts=_initials_of(read.said),
        short=_short(plain) if kind == GIVEN else "",
        second=second_name(key),
        known=known_name(key),
        unwritten=unwritten,
    )


def _way(words: Sequence[Word], unwritten: bool) -> Way:
    named = {id(read): _ROLES[role] for role, those in roles(words).items() for read in those}
    parts = [_part(read, named[id(read)], unwritten) for read in words if read.said]
    return Way(
        words=tuple(part for part in parts if part.kind != INITIAL),
        initials=tuple(part for part in parts if part.kind == INITIAL),
        surname=any(part.kind == SURNAME for part in parts),
        patronymic=any(part.kind == PATRONYMIC for part in parts),
    )


def _joined(words: Sequence[Word], context: Alphabets) -> Iterator[list[Word]]:
    """Two bare words side by side that may be one name: Мирза Ахмет, Мирзахмет."""
    for i in range(len(words) - 1):
        if words[i].kind == words[i + 1].kind == "given":
            yield [*words[:i], word(words[i].text + words[i + 1].text, context), *words[i + 2 :]]


def _with_variant(words: Sequence[Word], variant: Parts) -> list[Word]:
    """The words of a name with those of a bracketed spelling in their places; a variant that replaces none is a name
    of its own.
    """
    replaced = list(words)
    placed = False
    for other in variant.words:
        for i, read in enumerate(words):
            if alike(read, other):
                replaced[i], placed = other, True
                break
    return replaced if placed and len(variant.words) < len(words) else list(variant.words)


def _apart(words: Sequence[Word], context: Alphabets) -> list[Word]:
    """Names joined by a hyphen as two words: Якуп-Мирза."""
    return [
        word(half, context) if len(halves) > 1 else read
        for read in words
        for halves in [read.text.split("-")]
        for half in halves
    ]


@lru_cache(maxsize=200_000)
def prepare(text: str, decline: bool = True) -> Prepared:
    """Make a written name ready. Any string is taken; the same text gives the same object.

    ``decline``: words in another Russian case are brought to the nominative first.
    """
    found = understand(text, decline)
    unwritten = is_unwritten(found.seen)
    context = alphabets(found.seen)
    splits: list[Sequence[Word]] = [found.words]
    for variant in (*found.variants, *([found.nickname] if found.nickname else [])):
        splits.append(_with_variant(found.words, parse(variant)))
    if found.whole != found.words:
        splits.append(found.whole)
    if any("-" in read.text for read in found.words):
        splits.append(_apart(found.words, context))
    splits.extend(_joined(found.words, context))
    ways = [_way(words, unwritten) for words in splits[:_MOST_WAYS]]
    return Prepared(text, tuple(dict.fromkeys(way for way in ways if way.words)), found.declined)
