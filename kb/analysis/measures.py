"""All measures of a network, with what they rest on and how sure they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from kb.analysis.communities import RUNS as LEIDEN_RUNS
from kb.analysis.communities import Communities, communities
from kb.analysis.engine import Values, betweenness, closeness, engine, has_networkit
from kb.analysis.graph import Graph
from kb.analysis.identities import NO_DOUBTS, Doubts, with_identities
from kb.analysis.measurable import LeftOut, Measurable
from kb.analysis.resampling import Claims, doubted
from kb.analysis.robustness import SELDOM_EDGES, Measure, Ranked, ranked
from kb.connections.layout import Array

MEASURES: tuple[Measure, ...] = ("degree", "betweenness", "closeness", "pagerank")
Progress = Callable[[str, int, int | None], None]
_DIAMETER = 50_000_000


def silent(stage: str, done: int, total: int | None) -> None:
    """No progress shown."""


@dataclass(frozen=True, slots=True, eq=False)
class Measures:
    """What is measured of a ``network`` that is the ``graph``.

    ``component`` of each node, ``clustering``, ``core``; ``ranked`` by measure. ``diameter`` is that of the largest
    component, None where it is too large for it. ``doubts``: what was left out, one after the other, to see what hangs
    on it, with the number of ties that were left; where none was, the ranges do not count it. ``communities`` is None
    where NetworKit is not there; ``community_of`` each node is its number, from 0 for the largest, -1 where it is in
    none. ``engines``: what measured neighbours and paths.
    """

    network: Measurable
    graph: Graph
    component: Array
    clustering: Array
    core: Array
    transitivity: float
    diameter: int | None
    ranked: Mapping[Measure, Ranked]
    doubts: Mapping[str, int]
    communities: Communities | None
    community_of: Array
    left_out: tuple[LeftOut, ...]
    engines: tuple[str, str]

    @property
    def components(self) -> list[int]:
        """How many nodes each component has, the largest first; somebody without ties is one."""
        return sorted(np.bincount(self.component).tolist(), reverse=True)

    @property
    def alone(self) -> int:
        """How many have no tie in this network."""
        return int((self.graph.degree == 0).sum())

    @property
    def distribution(self) -> list[tuple[int, int]]:
        """``(degree, how many have it)``, from the least degree."""
        found, times = np.unique(self.graph.degree, return_counts=True)
        return list(zip(found.tolist(), times.tolist(), strict=True))


def measure(network: Measurable, unsure: Doubts = NO_DOUBTS, progress: Progress = silent) -> Measures:
    """Measure ``network``. Raises QuestionError where that takes NetworKit and it is not installed."""
    graph = network.graph()
    near, far = engine(graph), engine(graph, paths=True)
    component = near.components(graph)
    doubtful = {**dict(doubted(network)), **dict(with_identities(network, unsure))}
    claims = Claims(network)
    drawn = lru_cache(maxsize=128)(claims.drawn) if graph.edges <= SELDOM_EDGES else claims.drawn
    found: dict[Measure, Ranked] = {}
    for name in MEASURES:
        progress(name, 0, None)
        values = _values(graph, name)
        others = (each for each in doubtful.values() if each.edges)
        found[name] = ranked(graph, name, values, others, drawn, _told(progress, name))
    parts = _communities(graph, drawn, progress)
    return Measures(
        network=network,
        graph=graph,
        component=component,
        clustering=near.clustering(graph),
        core=near.core(graph).astype(np.int64),
        transitivity=near.transitivity(graph),
        diameter=_diameter(graph, component),
        ranked=found,
        doubts={name: each.edges for name, each in doubtful.items()},
        communities=parts,
        community_of=_numbers(graph, parts),
        left_out=tuple(network.left_out()),
        engines=(near.name, far.name),
    )


def _values(graph: Graph, name: Measure) -> Values:
    if name == "degree":
        return Values(graph.degree.astype(np.float64))
    if name == "pagerank":
        return Values(engine(graph).pagerank(graph))
    return betweenness(graph) if name == "betweenness" else closeness(graph)


def _told(progress: Progress, name: str) -> Callable[[int, int], None]:
    return lambda done, total: progress(name, done, total)


def _diameter(graph: Graph, component: Array) -> int | None:
    sizes = np.bincount(component, minlength=1)
    largest = graph.part(np.flatnonzero(component == sizes.argmax()))
    if largest.size * largest.edges > _DIAMETER:
        return None
    return engine(largest, paths=True).diameter(largest)


def _communities(graph: Graph, drawn: Callable[[int], Graph], progress: Progress) -> Communities | None:
    if not has_networkit():
        return None
    number = LEIDEN_RUNS if graph.edges <= SELDOM_EDGES else 0
    again = [lambda: graph] * (number // 2) + [_drawing(drawn, run) for run in range(number // 2)]
    return communities(graph, again, lambda done: progress("communities", done, number))


def _numbers(graph: Graph, parts: Communities | None) -> Array:
    found = np.full(graph.size, -1, dtype=np.int64)
    for number, each in enumerate(parts.found if parts else ()):
        found[list(each.members)] = number
    return found


def _drawing(drawn: Callable[[int], Graph], run: int) -> Callable[[], Graph]:
    return lambda: drawn(run)
