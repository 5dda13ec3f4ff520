"""Web pages: their tables, or whatever a mapping points to by XPath, a row for each."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lxml import etree, html

from kb.errors import DataError
from loaders.readers.encoding import detect
from loaders.readers.sheet import Lines, Sheet, Wanted, with_header

MOST_BYTES = 64 << 20
_MOST_SPAN = 1000
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


@contextmanager
def page(path: Path, named: str, wanted: Wanted) -> Iterator[Iterator[Sheet]]:
    """The tables of a page with their headers, or the wanted one (a number from 1), or rows by XPath.

    DataError: ``page_too_long``, ``no_table_here``, ``wrong_xpath``.
    """
    if path.stat().st_size > MOST_BYTES:
        raise DataError("page_too_long", file=named, value=MOST_BYTES >> 20)
    raw = path.read_bytes()
    encoding = wanted.encoding or _declared(raw) or detect(path)
    try:
        tree = html.document_fromstring(
            raw.decode(encoding, "replace").replace("\0", " "),
            parser=html.HTMLParser(no_network=True, huge_tree=False),
        )
    except etree.ParserError:
        raise DataError("empty_file", file=named) from None
    if wanted.rows:
        lines = _pointed(tree, wanted.rows, wanted.cells)
        yield iter([Sheet(named, tuple(wanted.cells), lines, 1, {"encoding": encoding})])
    else:
        yield _tables(tree, named, wanted, encoding)


def _declared(raw: bytes) -> str:
    found = _CHARSET.search(raw[:4096])
    if found is None:
        return ""
    try:
        return codecs.lookup(found[1].decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return ""


def _pointed(tree: Any, rows: str, cells: Mapping[str, str]) -> Lines:
    try:
        find = {column: etree.XPath(path) for column, path in cells.items()}
        found = tree.xpath(rows)
        if not isinstance(found, list):
            raise DataError("wrong_xpath", value=rows, said="–")
        for each in found:
            yield [_text(point(each)) for point in find.values()]
    except etree.XPathError as error:
        raise DataError("wrong_xpath", value=rows, said=str(error)) from None


def _text(found: Any) -> str:
    """The words that an XPath expression leads to: of the first element, or the text or number that it gives."""
    if isinstance(found, list):
        found = found[0] if found else ""
    if isinstance(found, float):
        found = int(found) if found.is_integer() else found
    words = found if isinstance(found, str) else "".join(found.itertext()) if hasattr(found, "itertext") else str(found)
    return " ".join(words.split())


def _tables(tree: Any, named: str, wanted: Wanted, encoding: str) -> Iterator[Sheet]:
    tables = [table for table in tree.iter("table") if table.find(".//table") is None]
    if not tables:
        raise DataError("no_table_here", file=named)
    for number, table in enumerate(tables, 1):
        if wanted.sheet and wanted.sheet != str(number):
            continue
        called = named if len(tables) == 1 else f"{named}#{number}"
        try:
            yield with_header(_lines(table), wanted, called, {"encoding": encoding, "sheet": str(number)})
        except DataError as empty:
            if wanted.sheet or len(tables) == 1 or empty.key != "empty_file":
                raise


def _lines(table: Any) -> Lines:
    """Rows of cells; a cell that spans several rows says the same in each, one that spans columns fills the first."""
    waiting: dict[int, tuple[int, str]] = {}
    for row in table.iter("tr"):
        line: list[str] = []

        def fill(line: list[str] = line) -> None:
            while len(line) in waiting:
                left, text = waiting.pop(len(line))
                if left > 1:
                    waiting[len(line)] = (left - 1, text)
                line.append(text)

        for cell in row.iterchildren("td", "th"):
            fill()
            text = _text(cell)
            down, wide = _span(cell, "rowspan"), _span(cell, "colspan")
            if down > 1:
                waiting[len(line)] = (down - 1, text)
            line.append(text)
            line.extend([""] * (wide - 1))
        fill()
        yield line


def _span(cell: Any, name: str) -> int:
    said = cell.get(name, "1").strip()
    return min(max(int(said), 1), _MOST_SPAN) if said.isdecimal() else 1
