"""A list of names in memory, asked for the names most like another: candidates by words that sound alike, rank by
similarity.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from kb.names.clean import clean
from kb.names.compare import NameMatch, compare, judge
from kb.names.prepared import Part, Prepared, prepare
from kb.names.rules import NO_RULES, Rule
from kb.names.similarity import LOOK, LOOK_BONES

_WORDS_LOOKED_AT = 150  # words of the list most like a word of the question
_NAMES_LOOKED_AT = 400  # names that are compared in full
Nearest = Sequence[tuple[str, float]]
"""Words of the list and how near they are, 0 to 1."""
_LEAST = 0.05  # a score below says nothing


@dataclass(frozen=True, slots=True)
class Found:
    """A name of the list: its place there (from 0), its text, its score 0 to 1."""

    place: int
    text: str
    score: float


class Matcher:
    """Finds, in a fixed list of names, those most like a given one. 100,000 names take some 12 s to make ready and
    0.25 GB.
    """

    def __init__(self, names: Iterable[str], *, without: frozenset[Rule] = NO_RULES) -> None:
        self._without = without
        self._judge = judge(without)
        self._names: list[Prepared] = [prepare.__wrapped__(name, Rule.GRAMMAR not in without) for name in names]
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._by_bones: dict[str, set[str]] = defaultdict(set)
        self._by_start: dict[str, set[str]] = defaultdict(set)
        self._by_short: dict[str, set[str]] = defaultdict(set)
        self._by_text: dict[str, list[int]] = defaultdict(list)
        for place, name in enumerate(self._names):
            self._by_text[clean(name.text).casefold()].append(place)
            for part in {part.key: part for way in name.ways for part in way.words}.values():
                self._by_key[part.key].append(place)
                self._by_bones[part.bones].add(part.key)
                self._by_start[part.plain[:3]].add(part.key)
                self._by_short[part.short].add(part.key)
        self._by_bones.pop("", None)
        self._by_short.pop("", None)
        self._keys, self._bones = list(self._by_key), list(self._by_bones)

    def __len__(self) -> int:
        return len(self._names)

    def find(self, text: str, limit: int = 10) -> list[Found]:
        """The ``limit`` names most like ``text``, best first; fewer where nothing else is like it."""
        asked = prepare(text, Rule.GRAMMAR not in self._without)
        scored = (self._found(asked, place) for place in self._candidates(asked))
        best = nlargest(limit, (found for found in scored if found.score > _LEAST), key=lambda found: found.score)
        return best or [Found(place, self._names[place].text, 1.0) for place in self._exact(text)[:limit]]

    def explain(self, text: str, found: Found) -> NameMatch:
        """Why a name was found."""
        return compare(text, found.text, without=self._without)

    def _exact(self, text: str) -> Sequence[int]:
        seen = clean(text).casefold()
        return self._by_text.get(seen, []) if seen else []

    def _found(self, asked: Prepared, place: int) -> Found:
        name = self._names[place]
        return Found(place, name.text, self._judge.similarity(asked, name))

    def _candidates(self, asked: Prepared) -> list[int]:
        """Places of the names that share the most with a question, by words that sound alike."""
        shared: dict[int, float] = defaultdict(float)
        parts = list({part.key: part for way in asked.ways for part in way.words}.values())
        by_sound = _nearest([part.key for part in parts], self._keys, LOOK)
        by_bones = _nearest([part.bones for part in parts], self._bones, LOOK_BONES)
        for part, sounding, boned in zip(parts, by_sound, by_bones, strict=True):
            nearest: dict[int, float] = {}
            for key, close in self._alike(part, sounding, boned).items():
                for place in self._by_key[key]:
                    if close > nearest.get(place, 0.0):
                        nearest[place] = close
            for place, close in nearest.items():
                shared[place] += close * part.weight
        return nlargest(_NAMES_LOOKED_AT, shared, key=shared.__getitem__)

    def _alike(self, part: Part, sounding: Nearest, boned: Nearest) -> Mapping[str, float]:
        """Words of the list that may be spellings of ``part``: key → how near the skeletons are."""
        found = dict(sounding)
        if part.bones:
            for bones, close in boned:
                for key in self._by_bones[bones]:
                    found[key] = max(found.get(key, 0.0), close - 0.05)
        if part.short:
            for key in self._by_start.get(part.short[:3], ()):
                if key.startswith(part.short):
                    found.setdefault(key, LOOK)
        for size in range(3, len(part.plain)):
            for key in self._by_short.get(part.plain[:size], ()):
                found.setdefault(key, LOOK)
        return found


def _nearest(asked: Sequence[str], words: Sequence[str], least: float) -> list[Nearest]:
    """For each of the words asked about, the nearest words of the list; all at once costs a third of one by one."""
    if not asked or not words:
        return [()] * len(asked)
    table = process.cdist(asked, words, scorer=JaroWinkler.similarity, score_cutoff=least, dtype=np.float32)
    return [tuple((words[at], float(row[at])) for at in _best(row)) for row in table]


def _best(row: NDArray[np.float32]) -> list[int]:
    """The places of the highest scores above 0, the highest first, the earlier first of two that are equal."""
    places = np.nonzero(row)[0]
    order = np.argsort(-row[places], kind="stable")[:_WORDS_LOOKED_AT]
    return [int(at) for at in places[order]]
