"""What every reader of a format gives: sheets of rows, read as they are asked for, and what was detected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kb.errors import DataError

Lines = Iterator[list[str]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a file is to be read; what is empty is detected.

    ``header`` are the rows (1 is the first) that name the columns; ``sheet`` a name, or a number from 1. ``rows`` and
    ``cells`` are XPath expressions for pages; ``entries`` cuts text into a row for every ``line`` or ``paragraph``.
    """

    format: str = ""
    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    header: tuple[int, ...] = ()
    rows: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)
    entries: str = ""

    @property
    def first_row(self) -> int:
        """The row after the header."""
        return (max(self.header) if self.header else 1) + 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table in a file: ``named`` as its rows are called, ``first`` the number of the first of ``lines``.

    ``detected`` says what the reader found out (encoding, separator …).
    """

    named: str
    columns: Sequence[str]
    lines: Lines
    first: int = 2
    detected: Mapping[str, str] = field(default_factory=dict)


def with_header(lines: Lines, wanted: Wanted, named: str, detected: Mapping[str, str] | None = None) -> Sheet:
    """A sheet whose columns stand in rows of its own. DataError ``empty_file`` where there are none."""
    rows = sorted(wanted.header) or [1]
    headers: list[list[str]] = []
    for number in range(1, rows[-1] + 1):
        line = next(lines, None)
        if line is None:
            raise DataError("empty_file", file=named)
        if number in rows:
            headers.append(line)
    columns = _columns(headers)
    while columns and not columns[-1]:
        columns.pop()
    if not columns:
        raise DataError("empty_file", file=named)
    return Sheet(named, tuple(columns), _padded(lines, len(columns)), rows[-1] + 1, detected or {})


def _columns(headers: Sequence[Sequence[str]]) -> list[str]:
    """One name for each column; a merged upper header goes over the columns under it."""
    width = max(map(len, headers))
    names: list[list[str]] = [[] for _ in range(width)]
    for level, header in enumerate(headers):
        before = ""
        for place in range(width):
            cell = " ".join(header[place].split()) if place < len(header) else ""
            before = cell or (before if level < len(headers) - 1 else "")
            if before and before not in names[place]:
                names[place].append(before)
    return [" / ".join(parts) for parts in names]


def _padded(lines: Iterable[list[str]], width: int) -> Lines:
    """Rows as wide as the header: empty cells at the end are often not written."""
    for line in lines:
        while len(line) > width and not line[-1].strip():
            line.pop()
        yield line if len(line) >= width or not line else [*line, *[""] * (width - len(line))]
