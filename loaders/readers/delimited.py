"""CSV and TSV: encoding and separator detected where they are not told."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from kb.errors import DataError
from loaders.readers.encoding import detect
from loaders.readers.sheet import Lines, Sheet, Wanted, with_header

SEPARATORS = (",", ";", "\t", "|")
_LOOKED_AT = 50  # rows
#: A cell that would be a formula has an apostrophe before it where a program made the file; it is no part of the text.
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
ESCAPED = tuple(f"'{sign}" for sign in FORMULAS)
LONGEST = 1 << 25  # letters in a cell; a quotation mark that nobody closed ends here


@contextmanager
def delimited(path: Path, named: str, wanted: Wanted) -> Iterator[Iterator[Sheet]]:
    """The one table of a file. DataError: ``empty_file``, ``not_in_encoding``, ``not_a_table``."""
    encoding = wanted.encoding or detect(path)
    csv.field_size_limit(LONGEST)
    with path.open(encoding=encoding, newline="") as file:
        separator = wanted.separator or _separator(path, encoding)
        lines = _decoded(csv.reader(file, delimiter=separator, strict=True), named, encoding)
        yield iter([with_header(lines, wanted, named, {"encoding": encoding, "separator": separator})])


def _separator(path: Path, encoding: str) -> str:
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        sample = list(islice((line[:LONGEST] for line in file), _LOOKED_AT))
    return max(SEPARATORS, key=lambda mark: (_worth(sample, mark), -SEPARATORS.index(mark)))


def _worth(sample: Iterable[str], mark: str) -> tuple[float, int]:
    """The share of rows that are as wide as the first, and how wide; a table of one column is worth least."""
    try:
        widths = [len(line) for line in csv.reader(sample, delimiter=mark) if line]
    except csv.Error:
        return (0.0, 0)
    if not widths or widths[0] < 2:
        return (0.0, 0)
    return (sum(width == widths[0] for width in widths) / len(widths), widths[0])


def _decoded(lines: Iterator[list[str]], named: str, encoding: str) -> Lines:
    number = 0
    try:
        for number, line in enumerate(lines, 1):  # noqa: B007 - the number is told by the errors below
            yield [cell[1:] if cell.startswith(ESCAPED) else cell for cell in line]
    except UnicodeDecodeError as error:
        value = error.object[error.start : error.start + 8].hex(" ")
        raise DataError(
            "not_in_encoding", file=named, row=f"{named}:{number + 1}", encoding=encoding, value=value
        ) from None
    except csv.Error as error:
        raise DataError("not_a_table", file=named, row=f"{named}:{number + 1}", said=str(error)) from None
