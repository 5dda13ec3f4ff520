"""Communities by Leiden (Traag, Waltman, van Eck 2019), the weights counting, and how stable each of them is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from kb.analysis.engine import networkit
from kb.analysis.graph import Graph
from kb.connections.layout import Array

Word = Literal["stable", "unstable"]
#: A community of which three quarters come together again on the average is stable (Hennig 2007).
STABLE = 0.75
RUNS = 20


@dataclass(frozen=True, slots=True)
class Community:
    """``members`` (nodes); ``stability``: how much of it comes together again in other runs and resampled claims, on
    the average (Jaccard), 0 to 1.
    """

    members: tuple[int, ...]
    stability: float

    @property
    def word(self) -> Word:
        """Whether it is stable."""
        return "stable" if self.stability >= STABLE else "unstable"


@dataclass(frozen=True, slots=True)
class Communities:
    """Communities of two and more, the largest first; ``modularity`` of the division; ``runs`` that it was tried by."""

    found: tuple[Community, ...]
    modularity: float
    runs: int


def leiden(graph: Graph, seed: int) -> Array:
    """The community of each node. Raises QuestionError where NetworKit is not there."""
    networkit()
    from kb.analysis.with_networkit import partition

    return partition(graph, seed)


def communities(graph: Graph, again: Sequence[Callable[[], Graph]], told: Callable[[int], None]) -> Communities:
    """The communities of ``graph``, each tried against other seeds and against the graphs that ``again`` makes."""
    parts = leiden(graph, 1)
    groups = _groups(parts)
    total = np.zeros(len(groups))
    for run, make in enumerate(again):
        total += _overlaps(groups, leiden(make(), run + 2))
        told(run + 1)
    stability = total / len(again) if again else np.zeros(len(groups))
    found = (Community(tuple(group.tolist()), float(value)) for group, value in zip(groups, stability, strict=True))
    ordered = sorted(found, key=lambda each: (-len(each.members), each.members))
    return Communities(tuple(ordered), modularity(graph, parts), len(again))


def modularity(graph: Graph, parts: Array) -> float:
    """How much more of the weight lies inside the parts than chance would put there (Newman and Girvan 2004)."""
    total = graph.weight.sum()
    if not total:
        return 0.0
    inside = graph.weight[parts[graph.one] == parts[graph.other]].sum() / total
    strength = np.bincount(graph.one, graph.weight, graph.size) + np.bincount(graph.other, graph.weight, graph.size)
    expected = (np.bincount(parts, strength) / (2 * total)) ** 2
    return float(inside - expected.sum())


def _groups(parts: Array) -> list[Array]:
    order = np.argsort(parts, kind="stable")
    cuts = np.flatnonzero(np.diff(parts[order])) + 1
    return [group for group in np.split(order, cuts) if len(group) > 1]


def _overlaps(groups: Sequence[Array], parts: Array) -> Array:
    """The Jaccard index of each group with the part that fits it best."""
    sizes = np.bincount(parts)
    found = np.zeros(len(groups))
    for place, group in enumerate(groups):
        into, shared = np.unique(parts[group], return_counts=True)
        found[place] = (shared / (len(group) + sizes[into] - shared)).max()
    return found
