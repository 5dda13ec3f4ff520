"""How far the rank of each node depends on doubtful evidence, and how far on which claims happen to have come down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from kb.analysis.engine import Values, engine
from kb.analysis.graph import Graph, ranks
from kb.connections.layout import Array

Measure = Literal["degree", "betweenness", "closeness", "pagerank"]
Word = Literal["stable", "unstable"]
Told = Callable[[int, int], None]
#: How often the claims are drawn anew, and which part of the ranks that come out is given as the range.
RUNS = 100
SPREAD = (5, 95)
#: Nodes times edges up to which measures over all shortest paths are drawn anew 100 times, and 10 times.
OFTEN, SELDOM = 200_000, 4_000_000
#: The same for what only looks at neighbours: edges.
OFTEN_EDGES, SELDOM_EDGES = 20_000, 200_000


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """A measure of every node: ``values``, how far they may be off (``bound``), and their ranks from 1.

    ``least`` and ``greatest``: the best and the worst rank without doubtful evidence and in nine of ten drawings;
    ``runs``: how many drawings, 0 where the network is too large for it; ``least`` is then what doubtful evidence does.
    """

    values: Array
    bound: float
    rank: Array
    least: Array
    greatest: Array
    runs: int

    def word(self, node: int) -> Word:
        """``stable``: the rank stays between half of it and twice it, give or take one."""
        rank = int(self.rank[node])
        steady = self.least[node] >= (rank - 1) / 2 and self.greatest[node] <= 2 * rank + 1
        return "stable" if steady else "unstable"


def runs(graph: Graph, name: Measure) -> int:
    """How often the claims are drawn anew for a measure."""
    paths = name in ("betweenness", "closeness")
    work = graph.size * graph.edges if paths else graph.edges
    often, seldom = (OFTEN, SELDOM) if paths else (OFTEN_EDGES, SELDOM_EDGES)
    return RUNS if work <= often else RUNS // 10 if work <= seldom else 0


def measured(graph: Graph, name: Measure) -> Array:
    """The values of a measure in one of many networks."""
    if name == "degree":
        return graph.degree.astype(np.float64)
    used = engine(graph, paths=name != "pagerank", often=True)
    if name == "betweenness":
        return used.betweenness(graph)
    return used.closeness(graph) if name == "closeness" else used.pagerank(graph)


def ranked(
    graph: Graph,
    name: Measure,
    found: Values,
    doubted: Iterable[Graph],
    drawn: Callable[[int], Graph],
    told: Told,
) -> Ranked:
    """The ranks of ``found`` with their ranges: over the networks ``doubted``, and over those that ``drawn`` makes."""
    rank = ranks(found.values)
    number = runs(graph, name)
    cheap = name in ("degree", "pagerank") or number
    others = [ranks(measured(each, name)) for each in doubted] if cheap else []
    again = []
    for run in range(number):
        again.append(ranks(measured(drawn(run), name)))
        told(run + 1, number)
    spread = list(np.percentile(np.array(again), SPREAD, axis=0, method="nearest")) if again else []
    every: Sequence[Array] = [rank, *others, *spread]
    return Ranked(found.values, found.bound, rank, np.min(every, axis=0), np.max(every, axis=0), number)
