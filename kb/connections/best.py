"""The k best simple paths, one after the other: the set of all is split at each one found, and the best part is next.

The parts are those of Lawler (1972): all paths that begin like the one found up to some entity and go on differently.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Protocol

import numpy as np

from kb.connections.cheapest import cheapest, least_left
from kb.connections.fewest import Meeting, Spur, fewest
from kb.connections.ground import Ground
from kb.connections.layout import Array
from kb.connections.options import By

#: One tie more outweighs any evidence where the fewest hops come first.
_HOP = 4096.0
_SLACK = 0.5


@dataclass(frozen=True, slots=True)
class Part:
    """All paths that begin with ``prefix``, which costs ``cost``, and do not go on to one of ``barred``.

    Without a prefix: that do not begin at one of ``barred``. ``slack``: how far above its bound it is searched.
    """

    prefix: tuple[int, ...]
    barred: frozenset[int]
    cost: float
    slack: float = 0.0

    def spur(self, ground: Ground, most: int) -> Spur:
        """The search that is left of it where a path has ``most`` ties at most."""
        barred: Array = np.array(sorted(self.barred), dtype=np.int64)
        if not self.prefix:
            nothing: Array = np.empty(0, dtype=np.int64)
            return Spur(np.setdiff1d(ground.sources, barred), ground.passable, nothing, most)
        hops = most - len(self.prefix) + 1
        return Spur(np.array(self.prefix[-1:]), ground.without(self.prefix), barred, hops)


class Solver(Protocol):
    """Finds the best path of a part."""

    looked: int
    """How many entities were looked at."""

    def solve(self, part: Part, bound: float) -> tuple[float, list[int]] | float:
        """The cost of the best path and what follows the prefix's last entity, where it costs at most ``bound``;
        else a cost below which there is none.
        """

    def cost(self, one: int, other: int) -> float:
        """The cost of a step."""


class Fewest:
    """Fewest ties first."""

    def __init__(self, ground: Ground, most: int) -> None:
        self._ground, self._most = ground, most
        self.looked = 0

    def solve(self, part: Part, bound: float) -> tuple[float, list[int]] | float:
        """The best path, whatever it costs; infinite where there is none."""
        meeting = Meeting(self._ground, part.spur(self._ground, self._most))
        found = fewest(meeting)
        self.looked = max(self.looked, meeting.reached())
        return np.inf if found is None else (part.cost + found[0] + _HOP * (len(found[1]) - 1), found[1])

    def cost(self, one: int, other: int) -> float:
        """One tie, and its evidence behind the point."""
        return _HOP + float(self._ground.cost[self._ground.between(one, other)[0]])


class Cheapest:
    """Best evidence first."""

    def __init__(self, ground: Ground, most: int) -> None:
        self._ground, self._most = ground, most
        self._left = least_left(ground, most)
        self.looked = int(np.isfinite(self._left[-1]).sum())

    def solve(self, part: Part, bound: float) -> tuple[float, list[int]] | float:
        """The best path where it costs at most ``bound``."""
        spur = part.spur(self._ground, self._most)
        found = cheapest(self._ground, spur, self._left, bound - part.cost)
        if isinstance(found, tuple):
            return part.cost + found[0], found[1]
        # what is left assumes that all may be passed: where the prefix stands in the way it promises too much
        reachable = np.isfinite(found) and len(Meeting(self._ground, spur).met())
        return part.cost + found if reachable else np.inf

    def cost(self, one: int, other: int) -> float:
        """What the cheapest tie between the two costs."""
        return float(self._ground.cost[self._ground.between(one, other)[0]])


class Search:
    """The simple paths of at most ``most`` ties over ``ground`` as lists of entities, the best first."""

    def __init__(self, ground: Ground, by: By, most: int) -> None:
        self._solver: Solver = Fewest(ground, most) if by == "hops" else Cheapest(ground, most)
        self._apart, single = ground.apart, len(ground.sources) == 1
        self._whole = Part((int(ground.sources[0]),) if single else (), frozenset(), 0.0)

    @property
    def looked(self) -> int:
        """How many entities were looked at so far."""
        return self._solver.looked

    def __iter__(self) -> Iterator[list[int]]:
        if not self._apart:
            return
        number = count()
        heap: list[tuple[float, int, Part, list[int] | None]] = [(0.0, next(number), self._whole, None)]
        while heap:
            least, _, part, path = heapq.heappop(heap)
            if path is not None:
                yield path
                for smaller in _split(part, path, self._solver):
                    heapq.heappush(heap, (least, next(number), smaller, None))
                continue
            following = heap[0][0] if heap else np.inf
            found = self._solver.solve(part, max(following, least + part.slack))
            if isinstance(found, tuple):
                heapq.heappush(heap, (found[0], next(number), part, [*part.prefix[:-1], *found[1]]))
            elif np.isfinite(found):
                wider = Part(part.prefix, part.barred, part.cost, 2 * part.slack + _SLACK)
                heapq.heappush(heap, (found, next(number), wider, None))


def _split(part: Part, path: list[int], solver: Solver) -> Iterator[Part]:
    """The parts that hold every path of ``part`` but ``path``."""
    known = len(part.prefix)
    cost = part.cost
    if not known:
        yield Part((), part.barred | {path[0]}, 0.0)
    for end in range(max(known, 1), len(path)):
        if end > max(known, 1):
            cost += solver.cost(path[end - 2], path[end - 1])
        barred = part.barred if end == known else frozenset()
        yield Part(tuple(path[:end]), barred | {path[end]}, cost)
