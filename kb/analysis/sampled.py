"""Betweenness and closeness of large networks from a sample, with the bound that the sample gives. By NetworKit."""

from __future__ import annotations

import math
from functools import cache

import networkit as nk
import numpy as np

from kb.analysis.graph import Graph
from kb.analysis.with_networkit import as_networkit
from kb.connections.layout import Array

#: To how many nodes the distances are taken.
PIVOTS = 96
_SEED = 1
_STAR = 100


def sampled_betweenness(graph: Graph, error: float, delta: float) -> Array:
    """Betweenness, each value off by more than ``error`` with a probability of ``delta`` (KADABRA, Borassi and Natale
    2016).
    """
    made = as_networkit(graph)
    found: Array = _kadabra(made, error, delta) / _counted()
    return found


def _kadabra(made: nk.Graph, error: float, delta: float) -> Array:
    scores = dict(nk.centrality.KadabraBetweenness(made, error, delta, deterministic=True).run().ranking())
    return np.array([scores.get(node, 0.0) for node in range(made.numberOfNodes())])


@cache
def _counted() -> int:
    """How often NetworKit counts each pair: twice in 11.3. A star tells, whose centre all shortest paths pass."""
    centre = np.zeros(_STAR - 1, dtype=np.int64)
    star = Graph.of(_STAR, centre, np.arange(1, _STAR), np.ones(_STAR - 1))
    made = as_networkit(star)
    return round(float(_kadabra(made, 0.05, 0.1)[0]))


def sampled_closeness(graph: Graph, delta: float) -> tuple[Array, float]:
    """Closeness of Wasserman and Faust from the distances to PIVOTS nodes; how far a value may be off with a
    probability of 1 - ``delta``.

    The distances to a random sample have a mean within ``span·√(ln(2/δ)/2k)`` of the true one (Hoeffding; Eppstein and
    Wang 2004), ``span`` being the greatest distance seen. The bound given is the greatest that follows for any node.
    """
    made = as_networkit(graph)
    component = np.array(nk.components.ConnectedComponents(made).run().getPartition().getVector())
    sizes = np.bincount(component, minlength=1)
    found, bound = np.zeros(graph.size), 0.0
    for number in np.flatnonzero(sizes > 1):
        inside = np.flatnonzero(component == number)
        part = graph.part(inside)
        mean, off = _mean_distance(part, delta)
        reached = (len(inside) - 1) / (graph.size - 1)
        found[inside] = reached / mean
        bound = max(bound, float(np.max(reached * off / (mean * np.maximum(mean - off, 1.0)))))
    return found, bound


def _mean_distance(part: Graph, delta: float) -> tuple[Array, float]:
    """The mean distance of each node of a connected graph to the others, and how far it may be off."""
    chosen = np.random.default_rng(_SEED).permutation(part.size)[:PIVOTS]
    made = as_networkit(part)
    total, span = np.zeros(part.size), 0.0
    for pivot in chosen.tolist():
        distance = np.array(nk.distance.BFS(made, pivot, storePaths=False).run().getDistances())
        total += distance
        span = max(span, float(distance.max()))
    others = len(chosen) - np.isin(np.arange(part.size), chosen)  # nobody is at a distance from themselves
    whole = len(chosen) == part.size
    off = 0.0 if whole else span * math.sqrt(math.log(2 / delta) / (2 * len(chosen)))
    mean: Array = total / np.maximum(others, 1)
    return np.maximum(mean, 1.0), off
