"""What comes out of the store: neutral values. Ids of an engine never leave it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from neo4j import graph

Value = Any  # None, bool, int, float, str, list, dict, Node, Tie or Path; Cypher gives no narrower type


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its labels in alphabetical order and its properties."""

    labels: tuple[str, ...]
    properties: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Tie:
    """A relationship. An end is None where the result does not carry the node itself: return it beside the tie."""

    type: str
    properties: dict[str, Value]
    start: Node | None
    end: Node | None


@dataclass(frozen=True, slots=True)
class Path:
    """A path: ``nodes[i]`` and ``nodes[i + 1]`` are the ends of ``ties[i]``, in the order of the path."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """A table: ``columns``, ``rows`` of the same width, and ``cut``: there were more rows than asked for."""

    columns: tuple[str, ...]
    rows: list[tuple[Value, ...]] = field(default_factory=list)
    cut: bool = False

    def dicts(self) -> Iterator[dict[str, Value]]:
        """The rows as mappings from column to value."""
        for row in self.rows:
            yield dict(zip(self.columns, row, strict=True))

    def scalar(self) -> Value:
        """The first value of the first row, None where there is no row."""
        return self.rows[0][0] if self.rows else None


class Neutral:
    """Turns the driver's values of one result into neutral ones; one node of the graph stays one object."""

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}

    def row(self, values: list[Any]) -> tuple[Value, ...]:
        """One record."""
        return tuple(self.value(value) for value in values)

    def value(self, value: Any) -> Value:
        """One value; what Cypher knows beyond our types (dates, points) becomes its text."""
        if value is None or isinstance(value, bool | int | float | str):
            return value
        if isinstance(value, list):
            return [self.value(item) for item in value]
        if isinstance(value, dict):
            return {key: self.value(item) for key, item in value.items()}
        if isinstance(value, graph.Node):
            return self._node(value)
        if isinstance(value, graph.Relationship):
            return self._tie(value)
        if isinstance(value, graph.Path):
            return Path(
                tuple(self._node(node) for node in value.nodes), tuple(self._tie(tie) for tie in value.relationships)
            )
        return str(value)

    def _properties(self, entity: graph.Entity) -> dict[str, Value]:
        return {key: self.value(item) for key, item in entity.items()}

    def _node(self, node: graph.Node) -> Node:
        known = self._nodes.get(node.element_id)
        if known is None:
            known = Node(tuple(sorted(node.labels)), self._properties(node))
            self._nodes[node.element_id] = known
        return known

    def _end(self, node: graph.Node | None) -> Node | None:
        # The driver makes an end that it has not read a node without labels; ours all have one.
        return self._node(node) if node is not None and node.labels else None

    def _tie(self, tie: graph.Relationship) -> Tie:
        return Tie(
            tie.type,
            self._properties(tie),
            self._end(tie.start_node),
            self._end(tie.end_node),
        )
