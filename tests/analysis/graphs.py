"""Small networks for the tests of measures."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st

from kb.analysis.graph import Graph
from kb.connections.build import assembled
from kb.connections.snapshot import Snapshot

KINDS = {
    "p": "Person",
    "u": "Uprising",
    "l": "Lineage",
    "v": "Place",
    "c": "Case",
    "o": "Organisation",
    "m": "Measure",
}
Tie = tuple[str, str, str, dict[str, object]]


def tie(start: str, type_: str, end: str, *claims: str, **said: object) -> Tie:
    found = {"claims": list(claims or [f"c-{start}-{end}"]), "certainty": "probable", "witnesses": 2}
    return start, type_, end, {**found, "prosecution_only": False, **said}


def snapshot(
    *ties: Tie, walls: Sequence[str] = (), alone: Sequence[str] = (), days: dict[str, int] | None = None
) -> Snapshot:
    names = {name for each in ties for name in (each[0], each[2])} | set(alone)
    entities = [(name, KINDS[name[0]], name not in walls, name.upper()) for name in sorted(names)]
    return Snapshot(assembled("v", entities, ties, set(), days or {}))


def graph(size: int, *edges: tuple[int, int]) -> Graph:
    one, other = (np.array([edge[side] for edge in edges], dtype=np.int64) for side in (0, 1))
    return Graph.of(size, one, other, np.ones(len(edges)))


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Graphs with isolated nodes, loops and pairs that come twice."""
    size = draw(st.integers(1, 14))
    nodes = st.integers(0, size - 1)
    return graph(size, *draw(st.lists(st.tuples(nodes, nodes), max_size=40)))
