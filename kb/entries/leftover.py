"""What of a text no rule explained."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import category

from kb.entries.patterns import table

_WORDS = re.compile(r"\w+")


def left_over(text: str, explained: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """The pieces between the explained parts that hold more than signs and words of grammar."""
    glue = frozenset(table()["glue"]["words"])
    pieces: list[str] = []
    last = 0
    for start, end in sorted(explained):
        if start > last:
            pieces.append(text[last:start])
        last = max(last, end)
    pieces.append(text[last:])
    stripped = (piece.strip(" \t\r\n.,;:()-–—\"'«»") for piece in pieces)
    return tuple(piece for piece in stripped if _says_something(piece, glue))


def _says_something(piece: str, glue: frozenset[str]) -> bool:
    if any(word.lower() not in glue for word in _WORDS.findall(piece)):
        return True
    return any(sign != "№" and category(sign) == "So" for sign in piece)  # a drawn sign is no punctuation
