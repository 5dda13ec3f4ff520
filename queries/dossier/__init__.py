"""A printable dossier of a person or of a path: what is known, by whose word, what was searched and not found."""

from __future__ import annotations

from datetime import date
from typing import Final

from kb.connections import PathOptions
from kb.errors import QuestionError
from kb.i18n import DEFAULT_LANG, Lang
from kb.settings import Settings
from kb.store import Store
from queries.dossier.docx_file import as_docx
from queries.dossier.html_file import as_html
from queries.dossier.model import Dossier
from queries.dossier.path import path_dossier
from queries.dossier.person import person_dossier
from queries.dossier.plain import as_text

FORMATS: Final = ("docx", "html", "txt")
MIME: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
}

__all__ = ["FORMATS", "MIME", "Dossier", "dossier_of", "path_dossier", "person_dossier", "written"]


def dossier_of(
    store: Store,
    settings: Settings,
    ident: str,
    other: str | None = None,
    lang: Lang = DEFAULT_LANG,
    made: date | None = None,
    options: PathOptions | None = None,
) -> Dossier:
    """The dossier of the person ``ident``, or of what connects it with ``other``; ``made`` is the day (today).

    Raises UnknownId, ParameterError for an entity that is no person, and what paths raise.
    """
    day = made or date.today()
    if other is None:
        return person_dossier(store, ident, lang, day)
    return path_dossier(store, settings, ident, other, options or PathOptions(), lang, day)


def written(dossier: Dossier, format_: str) -> bytes:
    """The file of ``dossier`` in one of ``FORMATS``. Raises QuestionError for another."""
    match format_:
        case "docx":
            return as_docx(dossier)
        case "html":
            return as_html(dossier).encode()
        case "txt":
            return as_text(dossier).encode()
        case _:
            raise QuestionError("export_format_unknown", format=format_, known=", ".join(FORMATS))
