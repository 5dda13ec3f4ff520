"""Brokers: people who took part in several risings that few others join."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from kb.connections.codes import KINDS, TIES
from kb.connections.layout import Array
from kb.connections.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Broker:
    """``person`` and the ``risings`` (places in the snapshot) that they join.

    ``score``: for each pair of these one over the number of people who join it too; ``alone``: the pairs that nobody
    else joins. ``ties`` carry the participations.
    """

    person: int
    risings: tuple[int, ...]
    ties: tuple[int, ...]
    score: float
    alone: int


def participations(snapshot: Snapshot, allowed: Array, *, soviet: bool = False) -> Array:
    """The ties by which people took part in risings, no umbrella among these; or those of the Soviet side."""
    ok = allowed & (snapshot.type == TIES.index("TOOK_PART_IN")) & snapshot.connects[snapshot.end]
    ok &= snapshot.saying("side", ("soviet",)) == soviet
    found: Array = np.flatnonzero(ok & (snapshot.kind[snapshot.end] == KINDS.index("Uprising")))
    return found


def brokers(snapshot: Snapshot, allowed: Array) -> list[Broker]:
    """Everybody who joins two risings or more, the best score first; who fought against them does not."""
    ties = participations(snapshot, allowed)
    order = ties[np.lexsort((snapshot.end[ties], snapshot.start[ties]))]
    people, begins = np.unique(snapshot.start[order], return_index=True)
    several = [part for part in np.split(order, begins[1:]) if len(part) > 1] if len(people) else []
    joined: dict[tuple[int, int], int] = {}
    for part in several:
        for pair in _pairs(snapshot, part):
            joined[pair] = joined.get(pair, 0) + 1
    found = [_broker(snapshot, part, joined) for part in several]
    return sorted(found, key=lambda each: (-each.score, each.person))


def _pairs(snapshot: Snapshot, ties: Array) -> Iterable[tuple[int, int]]:
    return combinations(snapshot.end[ties].tolist(), 2)


def _broker(snapshot: Snapshot, ties: Array, joined: dict[tuple[int, int], int]) -> Broker:
    shared = [joined[pair] for pair in _pairs(snapshot, ties)]
    risings = tuple(snapshot.end[ties].tolist())
    score = sum(1 / number for number in shared)
    return Broker(int(snapshot.start[ties[0]]), risings, tuple(ties.tolist()), score, shared.count(1))
