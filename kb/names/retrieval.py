"""Words that a full-text index holds of a text, and those it is asked for: whole words, their consonants, their ends.

All are folded to small Latin letters and figures, for what is stored and for what is asked alike, so nothing that a
person types reaches an engine as it is. A misread letter leaves one end of a word whole: ``bukeihan`` is found by
``1buk``, ``2han`` and ``3buan`` too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kb.names.alphabets import Alphabets, alphabets
from kb.names.clean import clean
from kb.names.elements import muslim
from kb.names.keys import consonants
from kb.names.prepared import prepare
from kb.names.sounds import folded
from kb.names.words import word

_PIECE = re.compile(r"\d+|[^\W\d_]+(?:['-][^\W\d_]+)*'?\.?")
_LETTERS = "[а-яёәғқңөұүһі]"
_PLAIN = re.compile(rf"(?:[А-ЯЁӘҒҚҢӨҰҮҺІ]?+(?:{_LETTERS}++[ ,-]*+|\. *+))*+")  # what cleaning leaves as it is
_FIRST_H = re.compile("^[gh](?=[aeiouy])")
# Letters that initials of one name are written with; vowels are one, as are г and х.
_INITIAL = str.maketrans("eiouyvwghqzfbdxc", "aaaaaaakkkjpptss")
_END = 3  # letters of an end
_HAS_ENDS = 4  # letters of a word whose ends are kept
_NAME = 5  # words; a longer text is no name with initials


class _Piece(NamedTuple):
    """A word of a text: the words it is found by, its key, its first letter as an initial, whether it says that it is
    a surname; an initial and a number have no key.
    """

    words: tuple[str, ...]
    key: str
    initial: str
    surname: bool


def retrieval_words(text: str) -> tuple[str, ...]:
    """The words that a stored text is found by, each once: of a name, a title, a place. Any string is taken."""
    return tuple(dict.fromkeys(_words(_pieces(text))))


def asked_words(text: str) -> tuple[str, ...]:
    """The words to ask for: those of the text, and of every way to read it as a name (cases, joined names)."""
    parts = (part for way in prepare(text).ways for part in way.words)
    ways = (form for part in parts for form in (*forms(part.key), part.plain) if len(form) > 1)
    return tuple(dict.fromkeys((*_words(_pieces(text)), *ways)))


@lru_cache(maxsize=200_000)
def forms(key: str) -> tuple[str, ...]:
    """The words of one skeleton: itself, its consonants, its ends."""
    classes = (consonants(key), consonants(_FIRST_H.sub("", key)))
    return tuple(dict.fromkeys((key, *classes, *(_ends(key) if len(key) >= _HAS_ENDS else ()))))


def _ends(key: str) -> tuple[str, str, str]:
    """How a word begins, how it ends, and both without its middle."""
    last = key[-2:] if len(key) > _HAS_ENDS else key[-1:]
    return f"1{key[:_END]}", f"2{key[-_END:]}", f"3{key[:2]}{last}"


def _pieces(text: str) -> list[_Piece]:
    """The words of a text; one with a hyphen also in halves."""
    plain = _PLAIN.fullmatch(text)
    seen = text if plain else clean(text)
    context = None if plain else alphabets(seen)
    found: list[_Piece] = []
    for piece in _PIECE.findall(seen):
        found.append(_piece(piece, context))
        if "-" in piece:
            found.extend(_piece(half, context) for half in piece.split("-"))
    return found


@lru_cache(maxsize=200_000)
def _piece(text: str, context: Alphabets | None) -> _Piece:
    if text[0].isdigit():
        return _Piece((text.lstrip("0") or "0",), "", "", False)
    read = word(text, context)
    initial = folded(read.said)[:1].translate(_INITIAL)
    if read.kind == "initial":
        return _Piece((), "", initial, False)
    plain = folded(read.stem)
    key = muslim(plain)
    words = tuple(dict.fromkeys(form for form in (plain, *forms(key)) if len(form) > 1))
    return _Piece(words, key, initial, read.kind == "surname")


def _words(pieces: Sequence[_Piece]) -> Iterator[str]:
    for piece in pieces:
        yield from piece.words
    named = [piece for piece in pieces if piece.initial]
    if 1 < len(named) <= _NAME:
        yield from _with_initials(named)


def _with_initials(pieces: Sequence[_Piece]) -> Iterator[str]:
    """The surname, or what may be one, with the initial of each other word: ``kenbai0j``."""
    bare = [piece for piece in pieces if piece.key]
    for family in [piece for piece in bare if piece.surname] or bare:
        for other in pieces:
            if other is not family:
                yield f"{family.key}0{other.initial}"
