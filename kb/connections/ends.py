"""What a person names as an end of a path: an entity, several, or those who had a role in a rising."""

from __future__ import annotations

from collections.abc import Sequence

from kb.base.naming import full_id
from kb.connections.snapshot import Snapshot
from kb.errors import ParameterError, UnknownId
from kb.model import SCHEMA
from kb.store import Store

EVERYONE = "all"
LEADERS = "leaders"
_LEADING = frozenset(code for code, term in SCHEMA.vocabularies["role"].items() if term.says.get("leading"))
_RECORD = "MATCH (r:Record {id: $id})-[:IS]->(e) RETURN e.id AS id"
_PART = ("TOOK_PART_IN", "ACCUSED_OVER")


def ends(store: Store, snapshot: Snapshot, said: str) -> tuple[int, ...]:
    """The places of the entities that ``said`` means: ``ID``, ``ID,ID`` or ``ROLE@RISING``.

    A role is a word of the vocabulary of roles (``khan@u003``), ``leaders`` for every leading one, ``all`` for anyone.
    An id is that of the entity or of one of its records.

    Raises UnknownId, ParameterError for a role that is none or that nobody has there.
    """
    role, mark, rising = said.partition("@")
    if mark and (role in (EVERYONE, LEADERS) or role in SCHEMA.vocabularies["role"]):
        return _having(snapshot, role, place_of(store, snapshot, rising))
    return tuple(dict.fromkeys(place_of(store, snapshot, each.strip()) for each in said.split(",")))


def place_of(store: Store, snapshot: Snapshot, ident: str) -> int:
    """The place of the entity that the record or entity ``ident`` is. Raises UnknownId."""
    full = full_id(store, ident)
    try:
        return snapshot.find(full)
    except UnknownId:
        rows = store.read(_RECORD, {"id": full}).rows
        if not rows:
            raise
        return snapshot.find(rows[0][0])


def _having(snapshot: Snapshot, role: str, rising: int) -> tuple[int, ...]:
    """Who had ``role`` in the rising or in a part of it."""
    wanted = _LEADING if role == LEADERS else {role}
    wholes = [rising, *_parts(snapshot, rising)]
    found = [
        other
        for whole in wholes
        for tie, other in snapshot.ties_at(whole, _PART)
        if role == EVERYONE or not wanted.isdisjoint(snapshot.properties(tie).get("roles", ()))
    ]
    if not found:
        raise ParameterError("nobody_in_role", role=role, rising=snapshot.id(rising))
    return tuple(dict.fromkeys(found))


def _parts(snapshot: Snapshot, rising: int) -> Sequence[int]:
    return [other for tie, other in snapshot.ties_at(rising, ("PART_OF",)) if snapshot.end[tie] == rising]
