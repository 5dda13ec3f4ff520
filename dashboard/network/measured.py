"""How central each is in the part that is drawn, and whether that holds without what is doubtful."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from dashboard.drawing.data import Node, Tie
from kb.analysis.engine import SMALL, engine
from kb.analysis.graph import Graph, ranks

_PARTS: Final = 1000  # a share as a whole number
_UNSURE: Final = frozenset({"doubtful", "possible"})


@dataclass(frozen=True, slots=True)
class Standing:
    """The rank of an entity by betweenness among ``of``, and its rank ``without`` ties that are doubtful, possible, or
    said by the prosecution alone.
    """

    rank: int
    without: int
    of: int


def measured(nodes: Sequence[Node], ties: Sequence[Tie]) -> tuple[list[Node], dict[str, Standing]]:
    """The nodes with their betweenness as a measure (thousandths), and how each stands; without either where there is
    more than can be measured while somebody waits.
    """
    whole = _graph(nodes, ties)
    if whole.size < 3 or not whole.edges or whole.size * whole.edges > SMALL:
        return list(nodes), {}
    values = engine(whole, paths=True).betweenness(whole)
    sure = _graph(nodes, [tie for tie in ties if tie.certainty not in _UNSURE and not tie.status])
    left = engine(sure, paths=True).betweenness(sure) if sure.edges else np.zeros(sure.size)
    standing = zip(nodes, ranks(values).tolist(), ranks(left).tolist(), values.tolist(), strict=True)
    found = {node.id: Standing(rank, without, whole.size) for node, rank, without, value in standing if value > 0}
    shares = {node.id: round(_PARTS * value) for node, value in zip(nodes, values.tolist(), strict=True) if value > 0}
    return [_with(node, shares.get(node.id, 0)) for node in nodes], found


def _with(node: Node, between: int) -> Node:
    return replace(node, measures={**node.measures, "between": between}) if between else node


def _graph(nodes: Sequence[Node], ties: Sequence[Tie]) -> Graph:
    place = {node.id: number for number, node in enumerate(nodes)}
    ends = [(place[tie.a], place[tie.b]) for tie in ties]
    one, other = (np.array([pair[end] for pair in ends], dtype=np.int64) for end in (0, 1))
    return Graph.of(len(nodes), one, other, np.ones(len(ends)))
