"""Reading tables: UTF-8 with or without its mark, one header, and rows whose every cell must be accounted for."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kb.errors import DataError

#: What stands between cells in tables that spreadsheets save without being asked, and how it is printed.
_OTHER_MARKS = {";": ";", "\t": "Tab"}


class Row:
    """One row. ``take`` hands out a cell and notes that it was used; what nobody took is found by the audit.

    ``number`` is that of a spreadsheet: the header is row 1.
    """

    __slots__ = ("_taken", "cells", "file", "number")

    def __init__(self, file: str, number: int, cells: dict[str, str], taken: set[str]) -> None:
        self.file = file
        self.number = number
        self.cells = cells
        self._taken = taken

    @property
    def ref(self) -> str:
        """``file.csv:17``."""
        return f"{self.file}:{self.number}"

    def take(self, column: str) -> str:
        """The cell as written; blank cells are empty."""
        self._taken.add(column)
        cell = self.cells.get(column, "")
        return "" if cell.isspace() else cell

    def key(self, column: str) -> str:
        """A cell that names a record: without blanks around it, and never empty (DataError ``empty_key``)."""
        cell = self.take(column).strip()
        if not cell:
            raise DataError("empty_key", column=column, value="")
        return cell

    def many(self, column: str, mark: str = ";") -> list[str]:
        """The parts of a cell that holds several, without blanks around them."""
        return [part for each in self.take(column).split(mark) if (part := each.strip())]

    def values(self, columns: Mapping[str, str]) -> dict[str, str]:
        """The filled cells of ``columns`` (column → property), as written."""
        self._taken.update(columns)
        cells = self.cells
        return {
            name: cell for column, name in columns.items() if (cell := cells.get(column)) is not None and cell.strip()
        }

    def column_of(self, value: str) -> str:
        """The column that holds ``value``, or an empty text where it was put together from several."""
        return next((column for column, cell in self.cells.items() if cell == value), "")

    def content(self) -> tuple[str, ...]:
        """All cells, in the order of the header."""
        return tuple(self.cells.values())


class Table:
    """A table that is being read; ``taken`` are the columns that some row handed out.

    ``first`` is the number of the first of ``lines``.
    """

    def __init__(self, file: str, columns: list[str], lines: Iterable[list[str]], first: int = 2) -> None:
        self.file = file
        self.columns = columns
        self.taken: set[str] = set()
        self.filled: Counter[str] = Counter()
        self._lines = lines
        self._first = first

    def rows(self) -> Iterator[Row | DataError]:
        """The rows; a DataError in place of one that has more or fewer cells than the header. Empty lines count,
        and are passed over.
        """
        width = len(self.columns)
        for number, line in enumerate(self._lines, self._first):
            if not "".join(line).strip():
                continue
            if len(line) != width:
                yield DataError(
                    "row_width",
                    row=f"{self.file}:{number}",
                    column="",
                    value="",
                    cells=len(line),
                    columns=width,
                    line=line,
                )
                continue
            cells = dict(zip(self.columns, line, strict=True))
            for column in self.columns:
                if column not in self.taken and cells[column]:
                    self.filled[column] += 1
            yield Row(self.file, number, cells, self.taken)

    def unused(self, ignored: Iterable[str]) -> Iterator[tuple[str, int]]:
        """Columns with something in them that nobody took and that are not ``ignored`` by name, with the number of
        their cells.
        """
        spared = self.taken | set(ignored)
        return (
            (column, self.filled[column]) for column in self.columns if column not in spared and self.filled[column]
        )


@contextmanager
def reading(path: Path, named: str, required: Iterable[str]) -> Iterator[Table]:
    """The table in ``path``, whose rows are called by the file name ``named``. DataError: ``empty_file``,
    ``missing_column``, ``double_column``, ``wrong_encoding``, ``wrong_mark``, ``not_a_table``.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = _decoded(path, named, csv.reader(file, strict=True))
        header = next(lines, None)
        if header is None or not any(header):
            raise DataError("empty_file", file=named)
        if len(header) == 1 and (mark := next((mark for mark in _OTHER_MARKS if mark in header[0]), None)):
            raise DataError("wrong_mark", file=named, row=f"{named}:1", mark=_OTHER_MARKS[mark])
        columns = [column.strip() for column in header]
        for column, count in Counter(columns).items():
            if count > 1:
                raise DataError("double_column", file=named, row=f"{named}:1", column=column)
        for column in required:
            if column not in columns:
                raise DataError("missing_column", file=named, row=f"{named}:1", column=column)
        yield Table(named, columns, lines)


def _decoded(path: Path, named: str, lines: Iterator[list[str]]) -> Iterator[list[str]]:
    number = 0
    try:
        for number, line in enumerate(lines, 1):  # noqa: B007 - the number is told by the errors below
            yield line
    except UnicodeDecodeError:
        raise _wrong_encoding(path, named) from None
    except csv.Error as error:
        raise DataError("not_a_table", file=named, row=f"{named}:{number + 1}", said=str(error)) from None


def _wrong_encoding(path: Path, named: str) -> DataError:
    """Where the first bytes stand that are not UTF-8: the file is read by pieces, so the error itself does not tell."""
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as error:
            column = line[: error.start].count(b",") + 1
            value = line[error.start : error.start + 12].decode("latin-1")
            return DataError("wrong_encoding", file=named, row=f"{named}:{number}", column=column, value=value)
    raise AssertionError("some bytes were not UTF-8 a moment ago")
