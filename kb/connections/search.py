"""What connects two entities, or two groups of them, in a snapshot."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from kb.connections.best import Search
from kb.connections.describe import describe
from kb.connections.found import Paths, Searched
from kb.connections.ground import Ground
from kb.connections.misses import misses, reach, shortest
from kb.connections.options import THROUGH, PathOptions
from kb.connections.snapshot import Snapshot
from kb.errors import ParameterError


def search(snapshot: Snapshot, one: Sequence[int], other: Sequence[int], options: PathOptions) -> Paths:
    """Up to ``options.k`` paths from an entity of ``one`` to an entity of ``other``, through none of either group.

    Who is in both groups is connected by a path without ties and is on no other. Raises ParameterError where an end is
    to be avoided.
    """
    for place in (*one, *other):
        if snapshot.id(place) in options.avoid:
            raise ParameterError("end_avoided", id=snapshot.id(place))
    both = set(one) & set(other)
    ground = Ground(snapshot, options, sorted(set(one) - both), sorted(set(other) - both), sorted(both))
    found = [[place] for place in sorted(both)]
    sought = Search(ground, options.by, options.max_hops)
    found += islice(sought, max(0, options.k + 1 - len(found)))
    searched = _searched(ground, options, found, sought)
    return Paths(describe(ground, found[: options.k]), searched, len(found) > options.k, snapshot.version)


def _searched(ground: Ground, options: PathOptions, found: Sequence[Sequence[int]], sought: Search) -> Searched:
    not_passed = tuple(what for what in THROUGH if what not in options.through)
    if not ground.apart or len(found) > options.k:
        far = max(map(len, found)) - 1 if options.by == "hops" else options.max_hops
        return Searched(far, max(sought.looked, 1), options.ties, not_passed, "enough")
    beyond = None if found else shortest(ground)
    missed = () if found else misses(ground, options, beyond)
    stopped = "max_hops" if found or beyond else "exhausted"
    return Searched(options.max_hops, reach(ground, options.max_hops), options.ties, not_passed, stopped, missed)
