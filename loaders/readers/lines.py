"""Free text: an entry on every line, or in every paragraph; one column, ``text``."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdf
from pypdf.errors import PyPdfError

from kb.errors import DataError
from loaders.readers.encoding import detect
from loaders.readers.sheet import Lines, Sheet, Wanted

TEXT, PAGE = "text", "page"
LINE, PARAGRAPH = "line", "paragraph"
# What it finds wrong in a file that it reads all the same is no concern of the one who loads it.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

_HYPHEN = re.compile(r"(?<=[^\W\d_])-$")


@contextmanager
def entries(path: Path, named: str, wanted: Wanted) -> Iterator[Iterator[Sheet]]:
    """The entries of a text file; the number of a row is that of the line that an entry begins in."""
    encoding = wanted.encoding or detect(path)
    try:
        with path.open(encoding=encoding) as file:
            lines = (line.rstrip("\r\n") for line in file)
            found = paragraphs(lines) if wanted.entries == PARAGRAPH else ([line] for line in lines)
            yield iter([Sheet(named, (TEXT,), found, 1, {"encoding": encoding})])
    except UnicodeDecodeError as error:
        value = error.object[error.start : error.start + 8].hex(" ")
        raise DataError("not_in_encoding", file=named, row=named, encoding=encoding, value=value) from None


def paragraphs(lines: Iterable[str]) -> Lines:
    """Entries apart by empty lines, at the place of their first line; the other lines of each are empty rows."""
    gathered: list[str] = []
    for line in lines:
        if line.strip():
            gathered.append(line.strip())
            continue
        yield from _gathered(gathered)
        gathered = []
        yield []
    yield from _gathered(gathered)


def _gathered(lines: list[str]) -> Lines:
    if lines:
        yield [joined(lines)]
        yield from ([] for _ in lines[1:])


def joined(lines: Iterable[str]) -> str:
    """Lines of one paragraph in one; a word that was divided at the end of a line is whole again."""
    text = ""
    for line in lines:
        text = _HYPHEN.sub("", text) + line if _HYPHEN.search(text) and line[:1].islower() else f"{text} {line}"
    return text.strip()


@contextmanager
def pdf(path: Path, named: str, wanted: Wanted) -> Iterator[Iterator[Sheet]]:
    """The text of a PDF with the page it stands on; scanned pages hold none. DataError ``not_this_format``."""
    try:
        document = pypdf.PdfReader(path)
        pages = len(document.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise DataError("not_this_format", file=named, value=str(error)) from None

    def rows() -> Lines:
        nothing = True
        for number in range(pages):
            try:
                text = document.pages[number].extract_text()
            except (PyPdfError, ValueError, KeyError, TypeError, RecursionError) as error:
                raise DataError("not_this_format", file=named, value=f"{number + 1}: {error}") from None
            lines = text.splitlines()
            for line in paragraphs(lines) if wanted.entries != LINE else ([line] for line in lines):
                if line and line[0].strip():
                    nothing = False
                    yield [line[0], str(number + 1)]
        if nothing:
            raise DataError("no_text_here", file=named)

    yield iter([Sheet(named, (TEXT, PAGE), rows(), 1, {"pages": str(pages)})])
