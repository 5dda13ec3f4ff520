"""The path of best evidence within so many ties, by rounds of steps that cannot cost more than a bound."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kb.connections.fewest import Spur
from kb.connections.ground import Ground
from kb.connections.layout import Array

Found = tuple[float, list[int]]


def least_left(ground: Ground, hops: int) -> list[Array]:
    """For 0 … ``hops`` ties: the least that the way from each entity to a target costs; infinite where none is."""
    snapshot = ground.snapshot
    filled = np.flatnonzero(snapshot.degree)
    begins = snapshot.first[filled]
    cost = np.where(ground.tie_ok, ground.cost, np.float32(np.inf))[snapshot.at_tie]
    left = np.full(len(snapshot), np.inf, dtype=np.float32)
    left[ground.targets] = 0
    found = [left]
    for _ in range(hops):
        further = found[-1].copy()
        if len(filled):
            reached = np.minimum.reduceat(cost + found[-1][snapshot.at_other], begins)
            further[filled] = np.where(ground.passable[filled], np.minimum(further[filled], reached), further[filled])
        found.append(further)
    return found


def cheapest(ground: Ground, spur: Spur, left: Sequence[Array], bound: float) -> Found | float:
    """The cost and the entities of the cheapest path where that is at most ``bound``, else what it costs at least.

    ``left`` is what :func:`least_left` says, for as many ties at least.
    """
    allowed = spur.passable | ground.is_target
    best = np.full(len(ground.snapshot), np.inf, dtype=np.float32)
    rounds = [_Round(spur.sources, spur.sources, np.zeros(len(spur.sources), dtype=np.float32))]
    beyond, found = np.inf, (np.inf, -1, 0)
    for number in range(1, spur.hops + 1):
        last = rounds[-1].onward(ground)
        steps = ground.steps(last.to)
        total = last.cost[steps.near] + ground.cost[steps.tie]
        kept = allowed[steps.far] & (total < best[steps.far])
        if number == 1:
            kept &= ~np.isin(steps.far, spur.barred)
        near, far, total = last.to[steps.near[kept]], steps.far[kept], total[kept]
        least = total + left[spur.hops - number][far]
        over = least > bound
        beyond = min(beyond, float(least[over].min(initial=np.inf)))
        this = _Round.of(near[~over], far[~over], total[~over])
        best[this.to] = this.cost
        rounds.append(this)
        ends = np.flatnonzero(ground.is_target[this.to])
        if len(ends):
            at = ends[np.argmin(this.cost[ends])]
            found = min(found, (float(this.cost[at]), int(this.to[at]), number))
            bound = min(bound, found[0])
        if not len(this.to):
            break
    return beyond if found[1] < 0 else (found[0], _back(rounds, found[1], found[2]))


class _Round:
    """Entities that one round reached cheaper than any before: ``to``, sorted, ``by`` which one, at which ``cost``."""

    def __init__(self, by: Array, to: Array, cost: Array) -> None:
        self.by, self.to, self.cost = by, to, cost

    @classmethod
    def of(cls, near: Array, far: Array, cost: Array) -> _Round:
        order = np.lexsort((near, cost, far))
        first = order[np.unique(far[order], return_index=True)[1]]
        return cls(near[first], far[first], cost[first])

    def onward(self, ground: Ground) -> _Round:
        """Without the targets: no path goes on from them."""
        kept = ~ground.is_target[self.to]
        return _Round(self.by[kept], self.to[kept], self.cost[kept])


def _back(rounds: Sequence[_Round], at: int, number: int) -> list[int]:
    path = [at]
    for each in reversed(rounds[1 : number + 1]):
        path.append(int(each.by[np.searchsorted(each.to, path[-1])]))
    return path[::-1]
