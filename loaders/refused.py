"""Rows that were kept out, as a table that can be corrected and loaded again by the same mapping."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from loaders.read import Refused
from loaders.readers.delimited import FORMULAS


def table_of(refused: Iterable[Refused]) -> str:
    """CSV with the columns of the first row's sheet; rows of sheets with other columns come under their own header."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    header: tuple[str, ...] = ()
    for row in refused:
        if row.columns != header:
            header = row.columns
            writer.writerow(header)
        writer.writerow([_harmless(cell) for cell in row.cells])
    return out.getvalue()


def write_refused(path: Path, refused: Iterable[Refused]) -> None:
    """Write the table, in UTF-8 with the mark that spreadsheets look for."""
    path.write_text(table_of(refused), encoding="utf-8-sig", newline="")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULAS) else cell
