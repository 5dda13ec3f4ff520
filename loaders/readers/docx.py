"""Word documents: their tables, each with its header, or their paragraphs as a table of one column ``text``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kb.errors import DataError
from loaders.readers.packed import member, no_entities, opened_zip
from loaders.readers.sheet import Lines, Sheet, Wanted, with_header
from loaders.readers.xml import elements

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
TEXT = "text"


@contextmanager
def docx(path: Path, named: str, wanted: Wanted) -> Iterator[Iterator[Sheet]]:
    """The tables of a document, or the wanted one (a number from 1); its paragraphs where it has none, or where
    ``entries`` are wanted.
    """
    with opened_zip(path, named) as packed:
        with member(packed, _BODY, named) as stream:
            no_entities(stream, named)
        with member(packed, _BODY, named) as stream:
            tables = sum(1 for _ in _top_level(stream, named, f"{_W}tbl"))

        def sheets() -> Iterator[Sheet]:
            if wanted.entries or not tables:
                with member(packed, _BODY, named) as stream:
                    paragraphs = ([text] for each in _top_level(stream, named, f"{_W}p") if (text := _text(each)))
                    yield Sheet(named, (TEXT,), paragraphs, 1)
                return
            with member(packed, _BODY, named) as stream:
                for number, table in enumerate(_top_level(stream, named, f"{_W}tbl"), 1):
                    if not wanted.sheet or wanted.sheet == str(number):
                        try:
                            yield with_header(_lines(table), wanted, f"{named}#{number}", {"sheet": str(number)})
                        except DataError as empty:
                            if wanted.sheet or empty.key != "empty_file":
                                raise

        yield sheets()


def _top_level(stream: Any, named: str, tag: str) -> Iterator[Any]:
    for element in elements(stream, named, f"{_W}tbl" if tag.endswith("tbl") else tag):
        if not any(parent.tag == f"{_W}tbl" for parent in element.iterancestors()):
            yield element


def _lines(table: Any) -> Lines:
    above: list[str] = []
    for row in table.iterchildren(f"{_W}tr"):
        cells: list[str] = []
        for cell in row.iterchildren(f"{_W}tc"):
            wide = cell.find(f"{_W}tcPr/{_W}gridSpan")
            merged = cell.find(f"{_W}tcPr/{_W}vMerge")
            text = "\n".join(filter(None, (_text(each) for each in cell.iter(f"{_W}p"))))
            goes_on = merged is not None and merged.get(f"{_W}val") != "restart"
            if goes_on and len(cells) < len(above):
                text = above[len(cells)]  # a cell merged over several rows says the same in each
            cells.append(text)
            cells.extend([""] * (int(wide.get(f"{_W}val", "1")) - 1 if wide is not None else 0))
        above = cells
        yield list(cells)


def _text(paragraph: Any) -> str:
    parts: list[str] = []
    for each in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}noBreakHyphen"):
        parts.append({f"{_W}t": each.text or "", f"{_W}tab": "\t", f"{_W}br": "\n"}.get(each.tag, "-"))
    return "".join(parts).strip()
