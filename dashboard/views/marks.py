"""Marks in text: which character and which group of colour belongs to what."""

from __future__ import annotations

from typing import Final

from dashboard.views.markup import Markup, el, join

GROUP_OF_KIND: Final = {
    "Person": "person",
    "Uprising": "uprising",
    "Episode": "uprising",
    "Place": "place",
    "Source": "evidence",
    "ArchivalUnit": "evidence",
    "Organisation": "community",
    "Lineage": "community",
    "Case": "coercion",
    "Measure": "coercion",
    "Review": "coercion",
}
MARK_OF_KIND: Final = {
    "Person": "◌",
    "Uprising": "◆",
    "Episode": "◆",
    "Place": "▲",
    "Source": "▤",
    "ArchivalUnit": "▥",
    "Case": "⬢",
    "Measure": "▮",
    "Review": "▮",
    "Organisation": "■",
    "Lineage": "⬟",
}
MARK_OF_SIDE: Final = {"insurgent": "●", "accused": "◐", "soviet": "○", "witness": "◉", "civilian": "◌", "unknown": "◌"}
LINE_OF_CERTAINTY: Final = {"certain": "━", "probable": "╍", "possible": "┅", "doubtful": "┉", "not_rated": "╌"}
STRENGTH: Final = ("doubtful", "not_rated", "possible", "probable", "certain")


def mark(kind: str, side: str | None = None) -> Markup:
    """The mark of an entity, decorative: the word always stands beside it or in the heading."""
    char = MARK_OF_SIDE.get(side or "unknown", "◌") if kind == "Person" else MARK_OF_KIND.get(kind, "■")
    return el("i", char, cls=f"m {GROUP_OF_KIND.get(kind, 'community')}", aria_hidden="true")


def sure(certainty: str, word: str) -> Markup:
    """A certainty: its line, then its word."""
    line = el("i", LINE_OF_CERTAINTY.get(certainty, "╌"), aria_hidden="true")
    return el("span", line, " ", word, cls="sure")


def conflict(word: str) -> Markup:
    """Sources differ."""
    return el("span", "≠", cls="m doubt", role="img", aria_label=word, title=word)


def missing(word: str) -> Markup:
    """No source says, or nobody looked: the hatch and the word."""
    return join(el("i", "▨", cls="m none", aria_hidden="true"), el("span", word, cls="soft"))


def missing_mark(word: str) -> Markup:
    """The hatch alone, for a cell of a matrix whose legend says the word once."""
    return el("span", "▨", cls="m none", role="img", aria_label=word, title=word)


def status(word: str) -> Markup:
    """In what quality something was said."""
    return el("span", word, cls="status")
