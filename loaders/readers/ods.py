"""Open Document spreadsheets, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kb.errors import DataError
from loaders.readers.packed import member, no_entities, opened_zip
from loaders.readers.sheet import Lines, Sheet, Wanted, with_header
from loaders.readers.xml import elements

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_MOST_REPEATED = 4096  # empty cells and rows to the edge of the sheet are written as one that repeats


@contextmanager
def ods(path: Path, named: str, wanted: Wanted) -> Iterator[Iterator[Sheet]]:
    """The sheets that have rows, or the one that is wanted."""
    with opened_zip(path, named) as packed:
        with member(packed, "content.xml", named) as stream:
            no_entities(stream, named)
        with member(packed, "content.xml", named) as stream:
            titles = [each.get(f"{_TABLE}name") or "" for each in elements(stream, named, f"{_TABLE}table")]

        def sheets() -> Iterator[Sheet]:
            for number, title in enumerate(titles, 1):
                if wanted.sheet and wanted.sheet not in (title, str(number)):
                    continue
                with member(packed, "content.xml", named) as stream:
                    try:
                        yield with_header(_lines(stream, named, number), wanted, f"{named}#{title}", {"sheet": title})
                    except DataError as empty:
                        if wanted.sheet or len(titles) == 1 or empty.key != "empty_file":
                            raise

        yield sheets()


def _lines(stream: Any, named: str, wanted: int) -> Lines:
    number = 1
    waiting = 0  # empty rows count only where one with something in it follows
    for element in elements(stream, named, f"{_TABLE}table-row", f"{_TABLE}table"):
        if element.tag == f"{_TABLE}table":
            number += 1
        elif number == wanted:
            cells = _cells(element)
            times = int(element.get(f"{_TABLE}number-rows-repeated", "1"))
            if not cells:
                waiting += times
                continue
            yield from ([] for _ in range(min(waiting, _MOST_REPEATED)))
            waiting = 0
            yield from (list(cells) for _ in range(min(times, _MOST_REPEATED)))


def _cells(row: Any) -> list[str]:
    cells: list[str] = []
    for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        times = min(int(cell.get(f"{_TABLE}number-columns-repeated", "1")), _MOST_REPEATED)
        cells.extend([_text(cell)] * times)
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _text(cell: Any) -> str:
    if cell.get(f"{_OFFICE}value-type") == "date":
        return str(cell.get(f"{_OFFICE}date-value", "")).removesuffix("T00:00:00")
    return "\n".join("".join(each.itertext()) for each in cell.iterchildren(f"{_TEXT}p"))
