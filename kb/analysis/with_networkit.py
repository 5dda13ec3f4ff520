"""Measures by NetworKit: large networks. One thread and fixed seeds, so that the same gives the same."""

from __future__ import annotations

from collections.abc import Callable

import networkit as nk
import numpy as np

from kb.analysis.graph import Graph
from kb.connections.layout import Array

_TOLERANCE = 1e-12
_SEED = 1
_ROUNDS = 3


class Networkit:
    """NetworKit as an :class:`kb.analysis.engine.Engine`."""

    name = "NetworKit"

    def components(self, graph: Graph) -> Array:
        """The number of the component of each node."""
        made = as_networkit(graph)
        found = nk.components.ConnectedComponents(made).run().getPartition()
        return np.array(found.getVector(), dtype=np.int64)

    def betweenness(self, graph: Graph) -> Array:
        """All shortest paths."""
        if graph.size < 3:
            return np.zeros(graph.size)
        return _scores(graph, lambda made: nk.centrality.Betweenness(made, normalized=True))

    def closeness(self, graph: Graph) -> Array:
        """All distances."""
        generalised = nk.centrality.ClosenessVariant.Generalized
        return _scores(graph, lambda made: nk.centrality.Closeness(made, True, generalised))

    def pagerank(self, graph: Graph) -> Array:
        """The usual damping of 0.85."""
        if not graph.size:
            return np.zeros(0)
        sinks = nk.centrality.SinkHandling.DistributeSinks
        found = _scores(
            graph, lambda made: nk.centrality.PageRank(made, damp=0.85, tol=_TOLERANCE, distributeSinks=sinks)
        )
        total: Array = found / found.sum()
        return total

    def clustering(self, graph: Graph) -> Array:
        """Local clustering."""
        return _scores(graph, nk.centrality.LocalClusteringCoefficient)

    def core(self, graph: Graph) -> Array:
        """Core numbers."""
        return _scores(graph, nk.centrality.CoreDecomposition)

    def diameter(self, graph: Graph) -> int:
        """Of a connected graph."""
        made = as_networkit(graph)
        return int(nk.distance.Diameter(made, algo=nk.distance.DiameterAlgo.Exact).run().getDiameter()[0])

    def transitivity(self, graph: Graph) -> float:
        """Global clustering."""
        made = as_networkit(graph)
        return float(nk.globals.ClusteringCoefficient.exactGlobal(made)) if graph.edges else 0.0


def as_networkit(graph: Graph, *, weighted: bool = False) -> nk.Graph:
    """The graph for NetworKit."""
    nk.engineering.setNumberOfThreads(1)
    nk.setSeed(_SEED, True)
    values = graph.weight if weighted else np.ones(graph.edges)
    return nk.GraphFromCoo((values, (graph.one, graph.other)), n=graph.size, weighted=weighted, directed=False)


def _scores(graph: Graph, algorithm: Callable[[nk.Graph], nk.base.Algorithm]) -> Array:
    made = as_networkit(graph)  # an algorithm does not hold its graph: it has to be held here until the end
    return np.array(algorithm(made).run().scores(), dtype=np.float64)


def partition(graph: Graph, seed: int) -> Array:
    """The community of each node by Leiden, numbered from 0; nodes without an edge are alone."""
    if not graph.edges:
        return np.arange(graph.size)
    made = as_networkit(graph, weighted=True)
    nk.setSeed(seed, True)
    found = nk.community.ParallelLeiden(made, iterations=_ROUNDS, randomize=True, gamma=1.0).run().getPartition()
    found.compact()
    return np.array(found.getVector(), dtype=np.int64)
