"""Which library measures: networkx where it answers in under a second, NetworKit beyond. Both give the same answer."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import Protocol

from kb.analysis.graph import Graph
from kb.connections.layout import Array
from kb.errors import QuestionError

#: Nodes times edges up to which networkx takes less than a second for all shortest paths, on one slow core.
SMALL = 500_000
#: The same for what only looks at neighbours: edges.
SMALL_EDGES = 20_000
#: Nodes times edges up to which NetworKit goes over all shortest paths in some seconds; beyond, they are sampled.
EXACT = 30_000_000
#: A sampled betweenness is off by more than ``ERROR`` with a probability of ``DELTA``.
ERROR = 0.01
DELTA = 0.1


@dataclass(frozen=True, slots=True)
class Values:
    """A measure of every node. ``bound``: how far a value may be off, with a probability of 1 - DELTA; 0 is exact."""

    values: Array
    bound: float = 0.0


class Engine(Protocol):
    """A library that measures. Every array has a value for each node of the graph."""

    name: str

    def components(self, graph: Graph) -> Array:
        """The number of the component of each node."""
        ...

    def betweenness(self, graph: Graph) -> Array:
        """The share of shortest paths between two others that pass a node, 0 to 1."""
        ...

    def closeness(self, graph: Graph) -> Array:
        """One over the mean distance to those that can be reached, times their share of all (Wasserman and Faust)."""
        ...

    def pagerank(self, graph: Graph) -> Array:
        """How often a walker comes by who follows a random tie, and jumps in 15 of 100 steps; the sum is 1."""
        ...

    def clustering(self, graph: Graph) -> Array:
        """The share of pairs of neighbours that are tied to each other."""
        ...

    def core(self, graph: Graph) -> Array:
        """The greatest k for which a node is in the k-core."""
        ...

    def diameter(self, graph: Graph) -> int:
        """The longest of the shortest paths of a connected graph."""
        ...

    def transitivity(self, graph: Graph) -> float:
        """Of all pairs of ties that meet, the share that a third one closes."""
        ...


def engine(graph: Graph, *, paths: bool = False, often: bool = False) -> Engine:
    """The library for ``graph``; ``paths``: for what goes over all shortest paths; ``often``: asked again and again, so
    the faster one where it is there.

    Raises QuestionError where it takes NetworKit and that is not there.
    """
    small = graph.size * graph.edges <= SMALL if paths else graph.edges <= SMALL_EDGES
    if small and not (often and has_networkit()):
        from kb.analysis.with_networkx import Networkx

        return Networkx()
    return networkit()


def has_networkit() -> bool:
    """Whether NetworKit is installed: there is none for every system."""
    return find_spec("networkit") is not None


def networkit() -> Engine:
    """NetworKit. Raises QuestionError where it is not installed."""
    if not has_networkit():
        raise QuestionError("networkit_missing")
    from kb.analysis.with_networkit import Networkit

    return Networkit()


def betweenness(graph: Graph) -> Values:
    """Exact where that takes seconds at most, else sampled within ERROR."""
    if graph.size * graph.edges <= EXACT:
        return Values(engine(graph, paths=True).betweenness(graph))
    networkit()
    from kb.analysis.sampled import sampled_betweenness

    return Values(sampled_betweenness(graph, ERROR, DELTA), ERROR)


def closeness(graph: Graph) -> Values:
    """Exact where that takes seconds at most, else from the distances to a sample of the nodes."""
    if graph.size * graph.edges <= EXACT:
        return Values(engine(graph, paths=True).closeness(graph))
    networkit()
    from kb.analysis.sampled import sampled_closeness

    return Values(*sampled_closeness(graph, DELTA))
