"""The network of risings: which have people, kin of their people, places and cases in common, and by what evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal, get_args

import numpy as np

from kb.analysis.brokers import participations
from kb.analysis.definition import Definition
from kb.analysis.events import parties
from kb.analysis.graph import Graph
from kb.analysis.measurable import LeftOut
from kb.connections.codes import KINDS, TIES
from kb.connections.layout import Array
from kb.connections.snapshot import Snapshot
from kb.errors import QuestionError

Reason = Literal["people", "suppressors", "kin", "places", "cases"]
REASONS: Final[tuple[Reason, ...]] = get_args(Reason)
_KIN = ("CHILD_OF", "SPOUSE_OF", "SIBLING_OF", "KIN_OF")
_MOST_TIES = 4
_NONE = -1
_Part = tuple[int, int]
"""A rising (place in the snapshot) and the tie by which somebody or something belongs to it."""


@dataclass(frozen=True, slots=True)
class Link:
    """Why two risings hang together once: ``via`` whom or what (places in the snapshot), by which ``ties``."""

    one: int
    other: int
    reason: Reason
    via: tuple[int, ...]
    ties: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """Two risings (places in the snapshot) with all their ``links`` by reason."""

    one: int
    other: int
    links: Mapping[Reason, tuple[Link, ...]]

    @property
    def counts(self) -> dict[Reason, int]:
        """How many people, suppressors, pairs of kin, places and cases they have in common: each is counted once."""
        return {reason: len({link.via for link in found}) for reason, found in self.links.items()}


class Risings:
    """The network of risings of a snapshot. No umbrella is a node of it. See :class:`kb.analysis.network.Network`."""

    people = 0
    derived = True

    def __init__(self, snapshot: Snapshot, definition: Definition, allowed: Array) -> None:
        self.snapshot, self.definition, self.allowed = snapshot, definition, allowed
        risings = snapshot.of_kind("Uprising")
        self.nodes: Array = risings[snapshot.connects[risings]]
        if not len(self.nodes):
            raise QuestionError("network_of_nobody", name=definition.name)
        self._large: list[LeftOut] = []
        self.links = list(self._found())
        self._rows = np.full((len(self.links), _MOST_TIES), _NONE, dtype=np.int64)
        for row, link in enumerate(self.links):
            self._rows[row, : len(link.ties)] = link.ties
        number = np.full(len(snapshot), _NONE, dtype=np.int64)
        number[self.nodes] = np.arange(len(self.nodes))
        self._one = number[np.array([link.one for link in self.links], dtype=np.int64)]
        self._other = number[np.array([link.other for link in self.links], dtype=np.int64)]

    def graph(self, kept: Array | None = None) -> Graph:
        """The network as a graph; the weight of a tie is the number of its links."""
        stay = np.ones(len(self.links), dtype=np.bool_)
        if kept is not None:
            stay = (kept[self._rows] | (self._rows == _NONE)).all(axis=1)
        return Graph.of(len(self.nodes), self._one[stay], self._other[stay], np.ones(int(stay.sum())))

    def ties(self) -> Array:
        """The ties of the snapshot that it rests on."""
        found: Array = np.unique(self._rows[self._rows != _NONE])
        return found

    def left_out(self) -> list[LeftOut]:
        """Cases in which too many people are named."""
        return self._large

    def joins(self) -> list[Join]:
        """The pairs of risings that hang together, those with most links first."""
        grouped: dict[tuple[int, int], dict[Reason, list[Link]]] = defaultdict(lambda: defaultdict(list))
        for link in self.links:
            grouped[(link.one, link.other)][link.reason].append(link)
        found = [
            Join(one, other, {reason: tuple(links[reason]) for reason in REASONS if reason in links})
            for (one, other), links in grouped.items()
        ]
        return sorted(found, key=lambda each: (-sum(each.counts.values()), each.one, each.other))

    def _found(self) -> Iterator[Link]:
        took_part = self._belonging(participations(self.snapshot, self.allowed))
        for person, parts in took_part.items():
            yield from _links("people", (person,), parts)
        against = self._belonging(participations(self.snapshot, self.allowed, soviet=True))
        for person, parts in against.items():
            yield from _links("suppressors", (person,), parts)
        yield from self._kin(took_part)
        for place, parts in self._at("TOOK_PLACE_IN", places=True).items():
            yield from _links("places", (place,), parts)
        yield from self._cases(took_part)

    def _belonging(self, ties: Array) -> dict[int, list[_Part]]:
        """Of each entity that ``ties`` start at: the risings that they lead to."""
        found: dict[int, list[_Part]] = defaultdict(list)
        for start, end, tie in _columns(self.snapshot, ties):
            found[start].append((end, tie))
        return found

    def _at(self, type_: str, *, places: bool) -> dict[int, list[_Part]]:
        """Of each place, or of each case: the risings tied to it by ``type_``."""
        snapshot = self.snapshot
        ok = self.allowed & (snapshot.type == TIES.index(type_))
        near, far = (snapshot.start, snapshot.end) if places else (snapshot.end, snapshot.start)
        ok &= (snapshot.kind[near] == KINDS.index("Uprising")) & snapshot.connects[near] & snapshot.connects[far]
        found: dict[int, list[_Part]] = defaultdict(list)
        for start, end, tie in _columns(snapshot, np.flatnonzero(ok)):
            rising, thing = (start, end) if places else (end, start)
            found[thing].append((rising, tie))
        return found

    def _kin(self, took_part: Mapping[int, Sequence[_Part]]) -> Iterator[Link]:
        kin = np.isin(self.snapshot.type, [TIES.index(tie) for tie in _KIN])
        for start, end, tie in _columns(self.snapshot, np.flatnonzero(self.allowed & kin)):
            for rising, first in took_part.get(start, ()):
                for other, last in took_part.get(end, ()):
                    if rising != other:
                        one, two = sorted((rising, other))
                        yield Link(one, two, "kin", (start, end), (first, tie, last))

    def _cases(self, took_part: Mapping[int, Sequence[_Part]]) -> Iterator[Link]:
        for case, parts in self._at("CONCERNS", places=False).items():
            yield from _links("cases", (case,), parts)
        involved: dict[int, list[_Part]] = defaultdict(list)
        for person, case, tie in _columns(self.snapshot, np.flatnonzero(parties(self.snapshot, self.allowed))):
            involved[case].append((person, tie))
        for case, people in involved.items():
            if len(people) > self.definition.hub:
                self._large.append(LeftOut("same_case", case, None, len(people)))
                continue
            for (one, first), (two, last) in combinations(people, 2):
                for rising, part in took_part.get(one, ()):
                    for other, share in took_part.get(two, ()):
                        if rising != other:
                            ends = sorted((rising, other))
                            yield Link(ends[0], ends[1], "cases", (case,), (first, part, last, share))


def _links(reason: Reason, via: tuple[int, ...], parts: Iterable[_Part]) -> Iterator[Link]:
    for (one, first), (other, last) in combinations(sorted(parts), 2):
        if one != other:
            yield Link(one, other, reason, via, (first, last))


def _columns(snapshot: Snapshot, ties: Array) -> Iterator[tuple[int, int, int]]:
    return zip(snapshot.start[ties].tolist(), snapshot.end[ties].tolist(), ties.tolist(), strict=True)
