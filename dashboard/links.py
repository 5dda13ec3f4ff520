"""Addresses inside the dashboard: every view is a link, and every link keeps the language."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from kb.i18n import Lang

KIND_PAGES = {"Person": "person", "Uprising": "uprising", "Episode": "uprising"}
CARD = "card"


def address(page: str, lang: Lang, **params: str | Sequence[str]) -> str:
    """The address of ``page`` ("" is the overview), relative so that it works below any path."""
    given = {name: value for name, value in params.items() if value} | {"lang": lang}
    return f"{page or './'}?{urlencode(given, doseq=True)}"


def entity(kind: str, id_: str, lang: Lang) -> str:
    """The address of the card of an entity."""
    return address(KIND_PAGES.get(kind, CARD), lang, id=id_)
