"""Ends what the viewer runs longer than it may. ArcadeDB knows one ceiling for all queries, writers too, and no other.

The limit of a query stands in the comment that opens its text. A late query is told to end, which it notices within
milliseconds between rows, patterns and steps, but not inside one expression (a list comprehension over millions). After
``DEAF`` seconds its connection is cut, so that the one who asked is free; after ``STUCK`` seconds the engine must go.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from typing import Protocol

LIMIT = re.compile(r"\s*/\*\s*seconds=(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*\*/")
CEILING = 600.0  # seconds for a query of the viewer that names no limit
DEAF = 1.0
STUCK = 5.0


class Query(Protocol):
    """A query that runs."""

    @property
    def id(self) -> str:
        """The engine's name for it."""

    @property
    def text(self) -> str:
        """What was asked, from its beginning."""

    @property
    def elapsed(self) -> float:
        """Seconds since it began."""

    def end(self) -> None:
        """Tell it to end."""

    def cut(self) -> None:
        """Cut its connection."""


class LateReads:
    """Remembers which queries were told to end, and when (seconds of the monotonic clock)."""

    def __init__(self) -> None:
        self._told: dict[str, float] = {}
        self._cut: set[str] = set()

    def look(self, queries: Iterable[Query]) -> bool:
        """End what is late among ``queries``; whether one of them cannot be ended."""
        now = time.monotonic()
        late = {query.id: query for query in queries if query.elapsed > allowed(query.text)}
        self._told = {id_: told for id_, told in self._told.items() if id_ in late}
        self._cut &= set(late)
        for id_, query in late.items():
            since = now - self._told.setdefault(id_, now)
            if not since:
                query.end()
            elif since > DEAF and id_ not in self._cut:
                self._cut.add(id_)
                query.cut()
        return any(now - told > STUCK for told in self._told.values())


def allowed(text: str) -> float:
    """Seconds that the query ``text`` may take."""
    named = LIMIT.match(text)
    return float(named[1]) if named else CEILING
