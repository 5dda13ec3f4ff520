"""What any reading of an input yields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kb.base import Release
from loaders.problems import Problem


@dataclass(frozen=True, slots=True)
class TableCount:
    """Rows of a table, the claims they made, rows kept out, rows that say nothing and are ignored by name."""

    rows: int
    claims: int
    rejected: int
    ignored: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was kept out: its sheet, the columns, the cells as they stood."""

    sheet: str
    columns: tuple[str, ...]
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of an input: the release, rows ``rejected`` and ``warnings`` in the order of the files, counts
    by table. ``refused`` are the rows behind ``rejected`` as they stood, where they could be read at all.
    ``version`` is what the mapping says, None where the next one is to be taken.
    """

    release: Release
    rejected: Sequence[Problem]
    warnings: Sequence[Problem]
    tables: Mapping[str, TableCount]
    refused: Sequence[Refused] = ()
    version: int | None = None
