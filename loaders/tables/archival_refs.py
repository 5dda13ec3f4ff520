"""``archival_refs.csv``: documents that the texts cite. Nobody here saw them: they stand as cited by another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from kb.model import Claim
from loaders.context import Context
from loaders.tables.shape import Shape
from loaders.tabular import Row

_PARTS = {"fond": "ф.", "opis": "оп.", "delo": "д.", "list": "л."}
_KEY = ("source_id", "archive", *_PARTS, "about")


def claims(row: Row, at: Context) -> Iterator[Claim]:
    """The document as the text cites it, and that the text rests on it."""
    source = at.known(row, "source_id", "sources")
    document = (f"document.{source}.{_digest(row)}", "Source")
    values = {
        **row.values({"about": "title", "seen_in_url": "url"}),
        "source_kind": "document",
        "reference": _reference(row, at),
        "note": _words(row, at),
    }
    voice = at.voice([source])
    yield at.claim("source", document, values, cites=[source], access="cited", voice=voice)
    yield at.claim("derivation", (source, "Source"), to=document, cites=[source], access="cited", voice=voice)
    for case in at.dataset.cases:
        if source in case.papers:
            yield at.claim("part", document, to=(f"case.{case.id}", "Case"), cites=[source], voice="base", why=case.why)


def _digest(row: Row) -> str:
    """Eight digits for the cells that name the document: it has no other name."""
    return hashlib.sha256("\x1f".join(row.take(column) for column in _KEY).encode()).hexdigest()[:8]


def _reference(row: Row, at: Context) -> str:
    """The parts as printed, in the usual form: «ЦА ФСБ РФ, ф. 2, оп. 8, д. 679, л. 36—72»."""
    archive = row.take("archive")
    shown = at.dataset.archives.get(archive, "archive")
    if shown == "words":
        return ""
    numbers = [f"{mark} {cell}" for column, mark in _PARTS.items() if (cell := row.take(column))]
    return ", ".join([archive, *numbers] if shown == "archive" and archive else numbers)


def _words(row: Row, at: Context) -> str:
    """What of the row is no reference: words in the place of an archive, and with them numbers of another kind."""
    archive = row.take("archive")
    shown = at.dataset.archives.get(archive, "archive")
    if shown == "archive":
        return ""
    numbers = [f"{column}: {cell}" for column in _PARTS if (cell := row.take(column))] if shown == "words" else []
    return "; ".join([archive, *numbers])


SHAPE = Shape("archival_refs", (*_KEY, "seen_in_url"), claims, key=_KEY, refers_to=("sources",))
