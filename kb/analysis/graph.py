"""A simple undirected graph as two arrays of ends, and what is computed from them without a library."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kb.connections.layout import Array


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """``size`` nodes (0 … size-1) and the edges between ``one`` and ``other`` (``one`` < ``other``, each pair once).

    ``weight`` of each edge: how close a tie it is, more is closer.
    """

    size: int
    one: Array
    other: Array
    weight: Array

    @classmethod
    def of(cls, size: int, one: Array, other: Array, weight: Array) -> Graph:
        """A graph from pairs in any order; the weights of a pair that comes again are added up, loops are dropped."""
        apart = one != other
        least = np.minimum(one, other)[apart].astype(np.int64)
        most = np.maximum(one, other)[apart].astype(np.int64)
        pairs, place = np.unique(least * size + most, return_inverse=True)
        total = np.bincount(place, weights=weight[apart], minlength=len(pairs)).astype(np.float64)
        return cls(size, pairs // max(size, 1), pairs % max(size, 1), total)

    @property
    def edges(self) -> int:
        """The number of edges."""
        return len(self.one)

    @property
    def degree(self) -> Array:
        """How many neighbours each node has."""
        found: Array = np.bincount(np.concatenate((self.one, self.other)), minlength=self.size)
        return found

    @property
    def density(self) -> float:
        """The share of all possible pairs that are tied."""
        return 2 * self.edges / (self.size * (self.size - 1)) if self.size > 1 else 0.0

    def part(self, nodes: Array) -> Graph:
        """The graph of ``nodes`` alone, numbered in their order."""
        place = np.full(self.size, -1, dtype=np.int64)
        place[nodes] = np.arange(len(nodes))
        kept = (place[self.one] >= 0) & (place[self.other] >= 0)
        return Graph.of(len(nodes), place[self.one[kept]], place[self.other[kept]], self.weight[kept])


def ranks(values: Array) -> Array:
    """The rank of each value, from 1 for the greatest; equal ones share the best rank of theirs.

    Values are compared to nine digits, so that two libraries that add in another order rank alike.
    """
    rounded = -np.round(values, 9)
    ordered = np.sort(rounded)
    found: Array = np.searchsorted(ordered, rounded, side="left") + 1
    return found
