"""Measures by networkx: small networks, everywhere."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx
import numpy as np

from kb.analysis.graph import Graph
from kb.connections.layout import Array

_TOLERANCE = 1e-12
_ROUNDS = 1000


class Networkx:
    """networkx as an :class:`kb.analysis.engine.Engine`."""

    name = "networkx"

    def components(self, graph: Graph) -> Array:
        """The number of the component of each node."""
        found = np.zeros(graph.size, dtype=np.int64)
        for number, nodes in enumerate(nx.connected_components(as_networkx(graph))):
            found[list(nodes)] = number
        return found

    def betweenness(self, graph: Graph) -> Array:
        """All shortest paths."""
        return _values(nx.betweenness_centrality(as_networkx(graph)), graph)

    def closeness(self, graph: Graph) -> Array:
        """All distances."""
        return _values(nx.closeness_centrality(as_networkx(graph)), graph)

    def pagerank(self, graph: Graph) -> Array:
        """The usual damping of 0.85."""
        if not graph.size:
            return np.zeros(0)
        return _values(nx.pagerank(as_networkx(graph), 0.85, tol=_TOLERANCE, max_iter=_ROUNDS, weight=None), graph)

    def clustering(self, graph: Graph) -> Array:
        """Local clustering."""
        return _values(nx.clustering(as_networkx(graph)), graph)

    def core(self, graph: Graph) -> Array:
        """Core numbers."""
        return _values(nx.core_number(as_networkx(graph)), graph)

    def diameter(self, graph: Graph) -> int:
        """Of a connected graph."""
        return int(nx.diameter(as_networkx(graph)))

    def transitivity(self, graph: Graph) -> float:
        """Global clustering."""
        return float(nx.transitivity(as_networkx(graph)))


def as_networkx(graph: Graph) -> nx.Graph:
    """The graph for networkx, with ``weight``."""
    made = nx.Graph()
    made.add_nodes_from(range(graph.size))
    made.add_weighted_edges_from(zip(graph.one.tolist(), graph.other.tolist(), graph.weight.tolist(), strict=True))
    return made


def _values(found: Mapping[int, float], graph: Graph) -> Array:
    return np.array([found[node] for node in range(graph.size)], dtype=np.float64)
