"""Readers of formats: whatever file people have, as sheets of rows.

with sheets(Path("list.xlsx")) as found:
    for sheet in found:
        print(sheet.named, sheet.columns, sheet.detected)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from kb.errors import DataError
from loaders.readers.delimited import delimited
from loaders.readers.docx import docx
from loaders.readers.html import page
from loaders.readers.jsonl import jsonl
from loaders.readers.lines import entries, pdf
from loaders.readers.ods import ods
from loaders.readers.packed import files_of
from loaders.readers.sheet import Sheet, Wanted
from loaders.readers.xlsx import xlsx

__all__ = ["FORMATS", "Sheet", "Wanted", "files_of", "format_of", "known_format", "sheets"]

Reader = Callable[[Path, str, Wanted], AbstractContextManager[Iterator[Sheet]]]

#: Readers by the name of a format.
FORMATS: Mapping[str, Reader] = {
    "csv": delimited,
    "xlsx": xlsx,
    "ods": ods,
    "docx": docx,
    "html": page,
    "jsonl": jsonl,
    "text": entries,
    "pdf": pdf,
}
_ENDINGS = {
    "csv": "csv",
    "tsv": "csv",
    "tab": "csv",
    "xlsx": "xlsx",
    "xlsm": "xlsx",
    "ods": "ods",
    "docx": "docx",
    "html": "html",
    "htm": "html",
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "txt": "text",
    "pdf": "pdf",
}


def known_format(path: Path) -> bool:
    """Whether some reader reads files of this ending."""
    return path.suffix.lower().lstrip(".") in _ENDINGS


def format_of(path: Path) -> str:
    """The name of the format of a file, by its ending. DataError ``unknown_format``."""
    found = _ENDINGS.get(path.suffix.lower().lstrip("."))
    if found is None:
        raise DataError("unknown_format", file=path.name, known=", ".join(sorted(_ENDINGS)))
    return found


def sheets(
    path: Path, named: str | None = None, wanted: Wanted | None = None
) -> AbstractContextManager[Iterator[Sheet]]:
    """The sheets of a file, read as they are asked for; each must be read before the next. DataError."""
    asked = wanted or Wanted()
    return FORMATS[asked.format or format_of(path)](path, named or path.name, asked)
