"""A spelling with the letters marked that differ from the one asked for, as a pencil would in the margin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rapidfuzz.distance import JaroWinkler, Levenshtein

from dashboard.views.markup import Markup, el, join

ALIKE: Final = 0.6  # words less alike are not spellings of one: nothing is marked
_WORD: Final = re.compile(r"[^\W\d_]+")


def spelled(asked: str, written: str) -> Markup:
    """``written`` in the words of its source, the letters that differ from ``asked`` marked."""
    words = _WORD.findall(asked)
    pieces: list[str | Markup] = []
    end = 0
    for found in _WORD.finditer(written):
        pieces += [written[end : found.start()], *_marked(words, found[0])]
        end = found.end()
    return el("span", [*pieces, written[end:]], cls="said")


def _marked(asked: Sequence[str], word: str) -> Iterator[str | Markup]:
    low = word.lower()
    nearest = max((each.lower() for each in asked), key=lambda each: JaroWinkler.similarity(each, low), default="")
    if len(low) != len(word) or JaroWinkler.similarity(nearest, low) < ALIKE:
        yield word
        return
    for step in Levenshtein.opcodes(nearest, low):
        if part := word[step.dest_start : step.dest_end]:
            yield part if step.tag == "equal" else el("mark", join(part))
