"""Whom a family tree holds: everybody tied by kinship within some steps, and the lineages above them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from kb.connections import Snapshot
from kb.connections.codes import KINDS, TIES

KIN: Final = ("CHILD_OF", "SPOUSE_OF", "SIBLING_OF", "KIN_OF")
MOST_PEOPLE: Final = 400
MOST_STEPS: Final = 12
_LINEAGE_TIES: Final = ("MEMBER_OF", "WITHIN")


@dataclass(frozen=True, slots=True)
class Relatives:
    """``people`` and ``lineages`` by their place in the snapshot, the ``ties`` between them; ``left_out``: more kin
    than one picture holds.
    """

    people: tuple[int, ...]
    lineages: tuple[int, ...]
    ties: tuple[int, ...]
    left_out: int


def relatives(snapshot: Snapshot, root: int) -> Relatives:
    """The kin of the person at ``root``, the nearest first."""
    found = {root: 0}
    queue = [root]
    left: set[int] = set()
    for place in queue:
        if found[place] == MOST_STEPS:
            continue
        for _, other in snapshot.ties_at(place, KIN):
            if other in found:
                continue
            if len(found) >= MOST_PEOPLE:
                left.add(other)
                continue
            found[other] = found[place] + 1
            queue.append(other)
    ties = {tie for place in queue for tie, other in snapshot.ties_at(place, KIN) if other in found}
    lineages, theirs = _lineages(snapshot, queue)
    return Relatives(tuple(queue), tuple(lineages), tuple(sorted(ties | theirs)), len(left))


def _lineages(snapshot: Snapshot, people: list[int]) -> tuple[list[int], set[int]]:
    """The lineages of people, and those around them; only ties upwards."""
    lineage = KINDS.index("Lineage")
    found: list[int] = []
    ties: set[int] = set()
    queue = list(people)
    for place in queue:
        for tie, other in snapshot.ties_at(place, _LINEAGE_TIES):
            if snapshot.start[tie] == place and snapshot.kind[other] == lineage:
                ties.add(tie)
                if other not in found:
                    found.append(other)
                    queue.append(other)
    return found, ties


@dataclass(frozen=True, slots=True)
class Known:
    """A family of the base: who has most ties in it, and how many they are."""

    first: int
    people: tuple[int, ...]


def families(snapshot: Snapshot) -> list[Known]:
    """All families of the base, the largest first."""
    parent: dict[int, int] = {}

    def head(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    ties = list(_kin_ties(snapshot))
    degree: dict[int, int] = {}
    for one, other in ties:
        for place in (one, other):
            parent.setdefault(place, place)
            degree[place] = degree.get(place, 0) + 1
        parent[head(other)] = head(one)
    groups: dict[int, list[int]] = {}
    for place in sorted(parent):
        groups.setdefault(head(place), []).append(place)
    made = [Known(max(some, key=lambda place: (degree[place], -place)), tuple(some)) for some in groups.values()]
    return sorted(made, key=lambda one: (-len(one.people), one.first))


def _kin_ties(snapshot: Snapshot) -> Iterator[tuple[int, int]]:
    kin = np.isin(snapshot.type, [TIES.index(name) for name in KIN])
    for tie in np.flatnonzero(kin).tolist():
        yield int(snapshot.start[tie]), int(snapshot.end[tie])
