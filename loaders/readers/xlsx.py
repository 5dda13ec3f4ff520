"""Excel workbooks, row by row: dates as ISO, whole numbers without a point, formulas by the value they had last."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from kb.errors import DataError
from loaders.readers.packed import member, no_entities, opened_zip
from loaders.readers.sheet import Lines, Sheet, Wanted, with_header


@contextmanager
def xlsx(path: Path, named: str, wanted: Wanted) -> Iterator[Iterator[Sheet]]:
    """The sheets of a workbook that have rows, or the one that is wanted."""
    _safe(path, named)
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, KeyError, ValueError, TypeError, SyntaxError) as error:
        raise DataError("not_this_format", file=named, value=str(error)) from None
    try:
        yield _sheets(book, named, wanted)
    finally:
        book.close()


def _safe(path: Path, named: str) -> None:
    with opened_zip(path, named) as packed:
        for info in packed.infolist():
            if info.filename.endswith((".xml", ".rels")):
                _no_entities(packed, info, named)


def _no_entities(packed: zipfile.ZipFile, info: zipfile.ZipInfo, named: str) -> None:
    with member(packed, info.filename, named) as stream:
        no_entities(stream, named)


def _sheets(book: Any, named: str, wanted: Wanted) -> Iterator[Sheet]:
    names = book.sheetnames
    for number, title in enumerate(names, 1):
        if wanted.sheet and wanted.sheet not in (title, str(number)):
            continue
        called = f"{named}#{title}"
        lines = _lines(book[title])
        try:
            yield with_header(lines, wanted, called, {"sheet": title})
        except DataError as empty:
            if wanted.sheet or len(names) == 1 or empty.key != "empty_file":
                raise


def _lines(sheet: Any) -> Lines:
    sheet.reset_dimensions()  # programs write wrong ones
    rows: Iterable[tuple[Any, ...]] = sheet.iter_rows(values_only=True)
    return ([text_of(cell) for cell in row] for row in rows)


def text_of(cell: Any) -> str:
    """A cell as text."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time(0) else cell.isoformat(" ", "minutes")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)
