"""The base as the dashboard reads it: one connection for the server, texts in ``reads/*.cypher``, rows as mappings."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias, TypeVar

from kb.base import state
from kb.base.following import follow
from kb.connections.keep import keep_up
from kb.errors import ConnectionLost, QuestionError, Unreachable
from kb.settings import Settings, settings
from kb.store import Result, Store, connect

Row: TypeAlias = dict[str, Any]
T = TypeVar("T")

follow(keep_up)

LIMIT = 2000
SECONDS = 10.0


class Base:
    """A store that is found again when the engine went away: it stops when idle, and starts on demand elsewhere."""

    def __init__(self, chosen: Settings) -> None:
        self._settings = chosen
        self._store: Store | None = None
        self._lock = threading.Lock()

    def _found(self) -> Store:
        with self._lock:
            if self._store is None:
                self._store = connect(self._settings)
            return self._store

    def _forget(self, store: Store) -> None:
        with self._lock:
            if self._store is store:
                self._store = None
        store.close()

    def ask(self, work: Callable[[Store], T]) -> T:
        """What ``work`` makes of the store; asked once more, on a new connection, when the old one is dead."""
        store = self._found()
        try:
            return work(store)
        except (ConnectionLost, Unreachable):
            self._forget(store)
        return work(self._found())

    def read(
        self,
        cypher: str,
        params: Mapping[str, Any] | None = None,
        *,
        limit: int | None = LIMIT,
        seconds: float = SECONDS,
    ) -> Result:
        """The rows of ``cypher``, as :meth:`kb.store.Store.read` gives them."""
        return self.ask(lambda store: store.read(cypher, params, limit=limit, seconds=seconds))


@cache
def _base(chosen: Settings) -> Base:
    return Base(chosen)


def base() -> Base:
    """The base that the settings name, one for all readers of this server."""
    return _base(settings())


def need_base() -> None:
    """QuestionError where nothing has been loaded yet."""
    if base().ask(state).empty:
        raise QuestionError("base_empty")


def version() -> str:
    """The version of the data."""
    return base().ask(state).version


@cache
def text(name: str) -> str:
    """The Cypher of ``reads/NAME.cypher``."""
    return files("dashboard").joinpath("reads", f"{name}.cypher").read_text("utf-8")


def rows(name: str, /, *, limit: int = LIMIT, kind: str = "", **params: Any) -> list[Row]:
    """The rows of a read of ours; ``kind`` stands for ``KIND`` in its text, and is one of the schema."""
    found = base().read(text(name).replace("KIND", kind), params, limit=limit, seconds=SECONDS)
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]
