"""Short names: a record may be called by its local part alone (``p008``) where no other dataset has the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from kb.errors import UnknownId

_MOST = 20


class Rows(Protocol):
    """What a read gives."""

    @property
    def rows(self) -> list[tuple[Any, ...]]:
        """The rows."""


class Reads(Protocol):
    """The part of the store that looking up a name needs."""

    def read(self, cypher: str, params: Mapping[str, Any], *, limit: int, seconds: float) -> Rows:
        """The rows of ``cypher``."""


def full_id(store: Reads, given: str) -> str:
    """The id of the record or archival unit that ``given`` means. Raises UnknownId, also where several records fit."""
    if ":" in given:
        return given
    text = "MATCH (r:Record {local: $local}) RETURN r.id AS id ORDER BY r.id"
    rows = store.read(text, {"local": given}, limit=_MOST, seconds=10).rows
    if len(rows) > 1:
        raise UnknownId("several_ids", id=given, ids=", ".join(row[0] for row in rows))
    if not rows:
        raise UnknownId("unknown_id", id=given)
    return str(rows[0][0])
