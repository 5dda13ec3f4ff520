"""Where nothing connects: how much was looked at, and what would connect if one restriction were lifted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from kb.connections.fewest import Meeting, Spur, fewest
from kb.connections.found import Miss
from kb.connections.ground import Ground
from kb.connections.layout import Array
from kb.connections.options import MOST_HOPS, THROUGH, PathOptions

#: How many ties long the path that is offered as the nearest miss may be.
FURTHEST = 3 * MOST_HOPS
_NOBODY: Array = np.empty(0, dtype=np.int64)
_LIFTED: dict[str, Any] = {
    "years": (None, None),
    "certainty": None,
    "voices": frozenset(),
    "documented": False,
    "not_investigation": False,
    "witnesses": 1,
    "without": frozenset(),
    "closed": frozenset(),
    "only": frozenset(),
    "avoid": frozenset(),
}


def reach(ground: Ground, most: int) -> int:
    """How many entities are within ``most`` ties of either end."""
    seen = np.zeros(len(ground.snapshot), dtype=np.bool_)
    for side in (ground.sources, ground.targets):
        here = np.zeros(len(ground.snapshot), dtype=np.bool_)
        here[side] = True
        front = side
        for _ in range(most):
            far = ground.steps(front).far
            front = np.unique(far[ground.passable[far] & ~here[far]])
            here[front] = True
        seen |= here
    return int(seen.sum())


def shortest(ground: Ground) -> int | None:
    """The length of the shortest path of any length; None where there is none at all."""
    path = fewest(Meeting(ground, Spur(ground.sources, ground.passable, _NOBODY, FURTHEST)))
    return None if path is None else len(path[1]) - 1


def misses(ground: Ground, options: PathOptions, beyond: int | None) -> tuple[Miss, ...]:
    """What keeps the ends apart, the shortest way first: a path of ``beyond`` ties, longer than was asked for, or one,
    shorter than that, which a single restriction forbids; ``all`` where only all of them together do.
    """
    found = list(_lifted(ground, options))
    if beyond is not None:
        found = [Miss("max_hops", beyond), *(miss for miss in found if miss.length < beyond)]
    if not found:
        found += _without("all", ground, replace(options, through=frozenset(THROUGH), **_LIFTED))
    return tuple(sorted(found, key=lambda miss: miss.length))


def _lifted(ground: Ground, options: PathOptions) -> Iterator[Miss]:
    for what, value in _LIFTED.items():
        if getattr(options, what) != value:
            yield from _without(what, ground, replace(options, **{what: value}))
    for what in THROUGH:
        if what not in options.through:
            yield from _without(what, ground, replace(options, through=options.through | {what}))


def _without(what: str, ground: Ground, options: PathOptions) -> Iterator[Miss]:
    freer = Ground(ground.snapshot, options, ground.sources.tolist(), ground.targets.tolist())
    length = shortest(freer)
    if length is not None:
        yield Miss(what, length)
