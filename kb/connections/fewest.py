"""The path of fewest ties, by steps from both ends in turn; among equally short ones that of the best evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kb.connections.ground import Ground
from kb.connections.layout import Array

_FAR = np.int8(-1)


@dataclass(frozen=True, slots=True)
class Spur:
    """A search within a search: from ``sources`` to the targets through ``passable``, in at most ``hops`` ties.

    The first step does not lead to ``barred``.
    """

    sources: Array
    passable: Array
    barred: Array
    hops: int


class Meeting:
    """How far each side has come: ``depth`` of every entity (-1: not reached) and its entities level by level."""

    def __init__(self, ground: Ground, spur: Spur) -> None:
        self.ground, self.spur = ground, spur
        self.depth = tuple(np.full(len(ground.snapshot), _FAR) for _ in range(2))
        self.levels: tuple[list[Array], list[Array]] = ([spur.sources], [ground.targets])
        self._allowed = (spur.passable | ground.is_target, spur.passable.copy())
        self._allowed[1][spur.sources] = True
        for depth, levels in zip(self.depth, self.levels, strict=True):
            depth[levels[0]] = 0

    @property
    def steps(self) -> int:
        """How many steps both sides together have gone."""
        return len(self.levels[0]) + len(self.levels[1]) - 2

    def met(self) -> Array:
        """Go on until the sides meet, and return where; empty where they cannot within the hops."""
        nowhere: Array = np.empty(0, dtype=np.int64)
        while self.steps < self.spur.hops:
            fronts = [levels[-1] for levels in self.levels]
            if not all(map(len, fronts)):
                return nowhere
            side = 0 if self.ground.weight(fronts[0]) <= self.ground.weight(fronts[1]) else 1
            found = self._further(side)
            there: Array = found[self.depth[1 - side][found] != _FAR]
            if len(there):
                return there
        return nowhere

    def reached(self) -> int:
        """How many entities were looked at."""
        return int(((self.depth[0] != _FAR) | (self.depth[1] != _FAR)).sum())

    def _further(self, side: int) -> Array:
        front = self.levels[side][-1]
        steps = self.ground.steps(front)
        kept = self._allowed[side][steps.far] & (self.depth[side][steps.far] == _FAR)
        if side == 0 and len(self.levels[0]) == 1:
            kept &= ~np.isin(steps.far, self.spur.barred)
        elif side == 1 and len(self.spur.barred):
            kept &= ~((self.depth[0][steps.far] == 0) & np.isin(front[steps.near], self.spur.barred))
        found = np.unique(steps.far[kept])
        self.levels[side].append(found)
        self.depth[side][found] = len(self.levels[side]) - 1
        return found


def fewest(meeting: Meeting) -> tuple[float, list[int]] | None:
    """The cost of the best of the shortest paths and its entities; None where the sides do not meet."""
    there = meeting.met()
    if not len(there):
        return None
    layers = _links(meeting, there)
    ground = meeting.ground
    best = np.full(len(ground.snapshot), np.inf, dtype=np.float32)
    best[layers[-1][1]] = 0
    following = []
    for near, far, each in reversed(layers):
        total = each + best[far]
        order = np.lexsort((far, total, near))
        first = order[np.unique(near[order], return_index=True)[1]]
        best[near[first]] = total[first]
        following.append((near[first], far[first]))
    starts = following[-1][0]
    at = int(starts[np.lexsort((starts, best[starts]))[0]])
    cost, path = float(best[at]), [at]
    for near, far in reversed(following):
        at = int(far[np.searchsorted(near, at)])
        path.append(at)
    return cost, path


_Layer = tuple[Array, Array, Array]


def _links(meeting: Meeting, there: Array) -> Sequence[_Layer]:
    """For each step of the shortest paths: from which entity, to which, at what cost."""
    ground, spur = meeting.ground, meeting.spur
    before: list[_Layer] = []
    front = there
    for depth in range(int(meeting.depth[0][there[0]]) - 1, -1, -1):
        near, far, cost = _step(ground, front, meeting.depth[0], depth)
        before.append((far, near, cost))
        front = np.unique(far)
    after: list[_Layer] = []
    front = there
    for depth in range(int(meeting.depth[1][there[0]]) - 1, -1, -1):
        near, far, cost = _step(ground, front, meeting.depth[1], depth)
        if not before and not after:
            kept = ~np.isin(far, spur.barred)
            near, far, cost = near[kept], far[kept], cost[kept]
        after.append((near, far, cost))
        front = np.unique(far)
    return [*reversed(before), *after]


def _step(ground: Ground, front: Array, depths: Array, depth: int) -> _Layer:
    steps = ground.steps(front)
    kept = depths[steps.far] == depth
    return front[steps.near[kept]], steps.far[kept], ground.cost[steps.tie[kept]]
