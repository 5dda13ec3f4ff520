"""Reads the whole graph from the store, row after row, into the arrays of a snapshot."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np

from kb.connections.codes import DOCUMENTED, KINDS, OPEN, TIES
from kb.connections.layout import Array, Mapped
from kb.connections.snapshot import COLUMNS, at_entities, offsets, packed, ranks
from kb.model import SCHEMA
from kb.store import Store

Progress = Callable[[str, int, int | None], None]
EntityRow = tuple[str, str, bool, str]
"""An entity: id, kind, whether it connects, label."""
TieRow = tuple[str, str, str, Mapping[str, Any]]
"""A tie: id of its start, type, id of its end, properties."""
NO_DAYS: Mapping[str, int] = MappingProxyType({})
_STEP = 10_000
_SECOND_HAND = [code for code, term in SCHEMA.vocabularies["access"].items() if not term.says.get("documented")]
_DOCUMENTS = ["document", "case_document", "edition"]
_ENTITIES = "MATCH (n:{kind}) RETURN n.id AS id, n.label AS label, n.connects AS connects"
_DAYS = "MATCH (n:Measure) WHERE n.decided_earliest = n.decided_latest RETURN n.id AS id, n.decided_earliest AS day"
_TIES = (
    "MATCH (n:{kind})-[t:{types}]->(m) RETURN n.id AS start, type(t) AS type, m.id AS end, properties(t) AS properties"
)
_PAPERS = (
    "MATCH (s:Source) WHERE s.source_kind IN $kinds CALL (s) { MATCH (c:Claim)-[:CITES]->(s) WHERE c.past IS NULL "
    "AND (c.access IS NULL OR NOT c.access IN $access) RETURN collect(c.id) AS claims } RETURN claims"
)


def silent(stage: str, done: int, total: int | None) -> None:
    """No progress shown."""


def build(store: Store, version: str, progress: Progress = silent) -> Mapped:
    """The snapshot of what ``store`` holds, from one pass over its entities and ties."""
    rows = store.stream(_PAPERS, {"kinds": _DOCUMENTS, "access": _SECOND_HAND})
    papers = {claim for (claims,) in rows for claim in claims}
    days: dict[str, int] = dict(store.stream(_DAYS))
    return assembled(version, _entities(store, progress), _ties(store, progress), papers, days)


def assembled(
    version: str,
    entities: Iterable[EntityRow],
    ties: Iterable[TieRow],
    papers: Collection[str],
    days: Mapping[str, int] = NO_DAYS,
) -> Mapped:
    """A snapshot of ``entities`` and of the ``ties`` between them; ``papers`` are the claims that a document says,
    ``days`` (YYYYMMDD) those on which measures were decided.
    """
    rows = sorted(entities)
    places = {row[0]: place for place, row in enumerate(rows)}
    arrays: dict[str, Array] = {
        "kind": np.array([KINDS.index(row[1]) for row in rows], dtype=np.uint8),
        "connects": np.array([row[2] for row in rows], dtype=np.uint8),
        "day": np.array([days.get(row[0], OPEN) for row in rows], dtype=np.int32),
        **dict(packed((row[0] for row in rows), "id")),
        **dict(packed((row[3] for row in rows), "label")),
    }
    del rows
    columns = Ties(frozenset(papers))
    for start, type_, end, properties in ties:
        if start in places and end in places:
            columns.add(places[start], TIES.index(type_), places[end], properties)
    arrays.update(columns.arrays(len(places)))
    return Mapped({"version": version}, arrays)


def _entities(store: Store, progress: Progress) -> Iterator[EntityRow]:
    done = 0
    for kind in KINDS:
        for ident, label, connects in store.stream(_ENTITIES.format(kind=kind)):
            yield ident, kind, connects is not False, str(label or ident)
            done += 1
            if not done % _STEP:
                progress("entities", done, None)


def _ties(store: Store, progress: Progress) -> Iterator[TieRow]:
    done = 0
    for kind in KINDS:
        types = "|".join(name for name, tie in SCHEMA.ties.items() if kind in tie.from_kinds)
        if not types:
            continue
        for start, type_, end, properties in store.stream(_TIES.format(kind=kind, types=types)):
            yield start, type_, end, properties
            done += 1
            if not done % _STEP:
                progress("ties", done, None)


class Ties:
    """Collects ties in columns; ``papers`` are the claims that a document says."""

    def __init__(self, papers: frozenset[str]) -> None:
        self._papers = papers
        self._columns = [array("i") for _ in range(9)]
        self._counts = array("i")
        self._claims: list[bytes] = []
        self._rest: dict[str, int] = {}
        self._rest_of = array("i")

    def add(self, start: int, type_: int, end: int, properties: Mapping[str, Any]) -> None:
        """Add one tie."""
        claims = properties.get("claims") or ()
        *columns, flags = ranks(properties)
        if not self._papers.isdisjoint(claims):
            flags |= DOCUMENTED
        for column, value in zip(self._columns, (start, type_, end, *columns, flags), strict=True):
            column.append(value)
        self._counts.append(len(claims))
        self._claims.extend(claim.encode() for claim in claims)
        rest = json.dumps({k: v for k, v in properties.items() if k not in COLUMNS}, ensure_ascii=False, sort_keys=True)
        self._rest_of.append(self._rest.setdefault(rest, len(self._rest)))

    def arrays(self, entities: int) -> dict[str, Array]:
        """The arrays, ties in the order of their ends and types, so that the order of reading does not matter."""
        names = ("start", "type", "end", "certainty", "witnesses", "earliest", "latest", "voices", "flags")
        small = {"type", "certainty", "flags"}
        columns = {
            name: np.array(column, dtype=np.uint8 if name in small else np.int32)
            for name, column in zip(names, self._columns, strict=True)
        }
        order = np.lexsort((columns["type"], columns["end"], columns["start"]))
        columns = {name: column[order] for name, column in columns.items()}
        columns["rest"] = np.array(self._rest_of, dtype=np.int32)[order]
        return {
            **columns,
            **self._claims_of(order),
            **dict(packed(self._rest, "rest")),
            **at_entities(entities, columns["start"], columns["end"]),
        }

    def _claims_of(self, order: Array) -> dict[str, Array]:
        counts = np.array(self._counts, dtype=np.int64)
        first = offsets(counts)[:-1]
        later = offsets(counts[order])
        claims = np.array(self._claims) if self._claims else np.empty(0, dtype="S1")
        into = np.arange(later[-1]) - np.repeat(later[:-1], counts[order]) + np.repeat(first[order], counts[order])
        return {"claim": claims[into], "claims_first": later}
