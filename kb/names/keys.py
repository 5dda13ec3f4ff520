"""Keys for finding a name by full text: what its spellings have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.names.sounds import folded
from kb.names.words import Word

_CLASSES = str.maketrans({
    "b": "p", "f": "p", "d": "t", "g": "k", "h": "k", "z": "j", "x": "s", "c": "s",
    "a": None, "e": None, "i": None, "o": None, "u": None, "y": None, "v": None,
})  # fmt: skip
_FIRST_Y = re.compile("^i(?=[aou])")
_FIRST_H = re.compile("^[gh](?=[aeiouy])")
_DOUBLE = re.compile(r"(.)\1+|(?<=n)k")


def consonants(skeleton: str) -> str:
    """The classes of consonants of a skeleton, vowels and в left out: ``jusipbek`` → ``jspk``."""
    return _DOUBLE.sub(lambda found: found[1] or "", _FIRST_Y.sub("j", skeleton).translate(_CLASSES))


def keys_of(words: Iterable[Word]) -> tuple[str, ...]:
    """Keys of the words of a name: of each stem its skeleton and its classes of consonants; initials have none."""
    found: list[str] = []
    for read in words:
        if read.kind == "initial":
            continue
        stem = folded(read.stem)
        if len(stem) > 1:
            found.append(stem)
        for spelt in (stem, _FIRST_H.sub("", stem)):
            classes = consonants(spelt)
            if len(classes) > 1:
                found.append(classes)
    return tuple(dict.fromkeys(found))
