"""An answer: the rows of a query together with everything that says where they came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from queries.spec import Column, Query, Value

Cell: TypeAlias = Any
"""None, bool, int, float, str, or a list or mapping of these."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of ``query`` for ``params``; ``data_version`` is the version of the base they were read from.

    ``cut``: there were more rows than asked for. ``filters``: the parameters that narrow it, those set away from
    their defaults. ``limit``: how many were asked for. ``seconds``: how long the database took.
    """

    query: Query
    params: Mapping[str, Value]
    rows: tuple[tuple[Cell, ...], ...]
    cut: bool
    limit: int
    data_version: str
    seconds: float

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, as the query declares them."""
        return self.query.columns

    @property
    def filters(self) -> dict[str, Value]:
        """The optional parameters that are not at their defaults."""
        return {
            param.name: self.params[param.name]
            for param in self.query.params
            if not param.required and self.params[param.name] != param.default
        }

    def dicts(self) -> Iterator[dict[str, Cell]]:
        """The rows as mappings from the column's name to the cell."""
        names = [column.name for column in self.columns]
        for row in self.rows:
            yield dict(zip(names, row, strict=True))

    def document(self) -> dict[str, Any]:
        """``{query, params, columns, rows, cut}``, the JSON of the command line."""
        return {
            "query": self.query.id,
            "params": dict(self.params),
            "columns": [column.name for column in self.columns],
            "rows": [list(row) for row in self.rows],
            "cut": self.cut,
        }


_KEYS_OF = {"entity": {"id", "kind", "label"}, "source": {"id", "label", "locator"}}


def fits(column: Column, cell: Cell) -> bool:
    """Is ``cell`` what a column of this type may hold? Empty cells fit every type but lists."""
    match column.type:
        case "texts" | "words" | "claims":
            return isinstance(cell, list) and all(isinstance(item, str) for item in cell)
        case "entities":
            return isinstance(cell, list) and all(_has_keys(item, "entity") for item in cell)
        case "sources":
            return isinstance(cell, list) and all(_has_keys(item, "source") for item in cell)
        case _ if cell is None:
            return True
        case "entity":
            return _has_keys(cell, "entity")
        case "count" | "year":
            return isinstance(cell, int) and not isinstance(cell, bool)
        case "number":
            return isinstance(cell, (int, float)) and not isinstance(cell, bool)
        case "share":
            return isinstance(cell, (int, float)) and not isinstance(cell, bool) and cell >= 0
        case "boolean":
            return isinstance(cell, bool)
        case _:
            return isinstance(cell, str)


def _has_keys(cell: Cell, what: str) -> bool:
    return isinstance(cell, Mapping) and set(cell) == _KEYS_OF[what] and isinstance(cell["id"], str)
