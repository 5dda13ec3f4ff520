"""An answer as a plain table: what a spreadsheet can hold, and what a checksum is made of.

An entity becomes two columns, its label and ``<name>_id``; lists are joined. The checksum is made of the cells as
text, rows sorted, so it is the same for every format and does not depend on the order of rows.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from kb.i18n import Lang, Text
from queries.answer import Answer, Cell
from queries.spec import Column, plain_names

Flat: TypeAlias = bool | int | float | str | None

BETWEEN: Final = "; "
DIGITS: Final = 15


@dataclass(frozen=True, slots=True)
class FlatTable:
    """Column names and rows of simple values."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Flat, ...], ...]

    def checksum(self) -> str:
        """SHA-256, in hexadecimal digits, of the names and the sorted rows, every cell as text."""
        return checksum_of(self.columns, ([as_text(cell) for cell in row] for row in self.rows))


def checksum_of(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The checksum of a table whose cells are texts already, as they stand in a CSV."""
    said = [json.dumps(list(columns), ensure_ascii=False)]
    said += sorted(json.dumps(list(row), ensure_ascii=False) for row in rows)
    return hashlib.sha256("\n".join(said).encode("utf-8", "surrogatepass")).hexdigest()


def as_text(cell: Flat) -> str:
    """A simple value as a CSV shows it: nothing for None, ``true`` and ``false``, numbers with the fifteen digits that
    every spreadsheet keeps.
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return format(cell + 0.0, f".{DIGITS}g")  # the sum makes -0.0 plain
    return str(cell)


def flatten(answer: Answer) -> FlatTable:
    """The plain table of an answer."""
    return flatten_rows([(column.name, column.type) for column in answer.columns], answer.rows)


def flatten_rows(columns: Sequence[tuple[str, str]], rows: Iterable[Sequence[Cell]]) -> FlatTable:
    """The plain table of rows whose columns have these names and types."""
    names = tuple(name for column in columns for name in plain_names(*column))
    return FlatTable(
        names,
        tuple(
            tuple(flat for (_, type_), cell in zip(columns, row, strict=True) for flat in _flat(type_, cell))
            for row in rows
        ),
    )


def labels_of(column: Column, lang: Lang, words: Text) -> tuple[str, ...]:
    """Headings of those columns in ``lang``; ``words`` is what the column of ids is called, with ``{label}``."""
    label = column.label[lang]
    several = len(plain_names(column.name, column.type)) > 1
    return (label, words[lang].format(label=label)) if several else (label,)


def _flat(type_: str, cell: Cell) -> tuple[Flat, ...]:
    match type_:
        case "entity":
            return (None, None) if cell is None else (_simple(cell["label"]), _simple(cell["id"]))
        case "entities":
            return _joined(item["label"] or "" for item in cell), _joined(item["id"] for item in cell)
        case "sources":
            return _joined(_place_in(item) for item in cell), _joined(item["id"] for item in cell)
        case "texts" | "words" | "claims":
            return (_joined(cell),)
        case _:
            return (_simple(cell),)


def _place_in(item: Cell) -> str:
    return ", ".join(part for part in (item["label"], item["locator"]) if part)


def _joined(items: Iterable[str]) -> str:
    return BETWEEN.join(items)


def _simple(cell: Cell) -> Flat:
    if cell is None or isinstance(cell, (bool, int, float, str)):
        return cell
    return json.dumps(cell, ensure_ascii=False, sort_keys=True)
