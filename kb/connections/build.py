"""Reads the whole graph from the store, row after row, into the arrays of a snapshot."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from kb.connections.codes import DOCUMENTED, KINDS, OPEN, TIES
from kb.connections.layout import Array, Mapped
from kb.connections.snapshot import COLUMNS, at_entities, offsets, packed, ranks
from kb.model import SCHEMA
from kb.projection import EntityKey, Graph
from kb.projection.graph import Props
from kb.store import Store

Progress = Callable[[str, int, int | None], None]
EntityRow = tuple[str, str, bool, str]
"""An entity: id, kind, whether it connects, label."""
TieRow = tuple[str, str, str, Mapping[str, Any]]
"""A tie: id of its start, type, id of its end, properties."""
NO_DAYS: Mapping[str, int] = MappingProxyType({})
_STEP = 10_000
_CHUNK = 5_000
COLUMN_NAMES = ("start", "type", "end", "certainty", "witnesses", "earliest", "latest", "voices", "flags")
_SMALL = frozenset({"type", "certainty", "flags"})
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


_PAPERS_AMONG = (
    "UNWIND $ids AS id MATCH (c:Claim {id: id})-[:CITES]->(s:Source) WHERE s.source_kind IN $kinds "
    "AND (c.access IS NULL OR NOT c.access IN $access) RETURN DISTINCT c.id AS id"
)


def silent(stage: str, done: int, total: int | None) -> None:
    """No progress shown."""


def build(store: Store, version: str, progress: Progress = silent) -> Mapped:
    """The snapshot of what ``store`` holds, from one pass over its entities and ties."""
    papers = all_papers(store)
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
    arrays = entity_arrays(rows, days)
    del rows
    columns = Ties(frozenset(papers))
    for start, type_, end, properties in ties:
        if start in places and end in places:
            columns.add(places[start], TIES.index(type_), places[end], properties)
    arrays.update(finished(len(places), columns.collected()))
    return Mapped({"version": version}, arrays)


def of_graph(version: str, graph: Graph, papers: Collection[str]) -> Mapped:
    """A snapshot of a whole graph that is at hand."""
    ties = ((key.source.id, key.type, key.target.id, properties) for key, properties in graph.ties.items())
    return assembled(version, map(row_of, graph.entities.items()), ties, papers, days_of(graph.entities))


def row_of(entity: tuple[EntityKey, Props]) -> EntityRow:
    """An entity of a graph as a row."""
    key, props = entity
    return key.id, key.kind, props.get("connects") is not False, str(props.get("label") or key.id)


def days_of(entities: Mapping[EntityKey, Props]) -> dict[str, int]:
    """The days on which measures among ``entities`` were decided, where they are known to the day."""
    decided = ((key.id, props.get("decided_earliest"), props.get("decided_latest")) for key, props in entities.items())
    return {ident: first for ident, first, last in decided if first is not None and first == last}


def entity_arrays(rows: Sequence[EntityRow], days: Mapping[str, int]) -> dict[str, Array]:
    """The arrays of entities, which come sorted by id."""
    return {
        "kind": np.array([KINDS.index(row[1]) for row in rows], dtype=np.uint8),
        "connects": np.array([row[2] for row in rows], dtype=np.uint8),
        "day": np.array([days.get(row[0], OPEN) for row in rows], dtype=np.int32),
        **dict(packed((row[0] for row in rows), "id")),
        **dict(packed((row[3] for row in rows), "label")),
    }


def papers_among(store: Store, claims: Collection[str]) -> set[str]:
    """Of ``claims`` those that a document says."""
    found: set[str] = set()
    ordered = sorted(claims)
    for first in range(0, len(ordered), _CHUNK):
        params = {"ids": ordered[first : first + _CHUNK], "kinds": _DOCUMENTS, "access": _SECOND_HAND}
        found.update(row[0] for row in store.read(_PAPERS_AMONG, params, limit=None).rows)
    return found


def all_papers(store: Store) -> set[str]:
    """All claims that a document says."""
    rows = store.stream(_PAPERS, {"kinds": _DOCUMENTS, "access": _SECOND_HAND})
    return {claim for (claims,) in rows for claim in claims}


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


class Collected(NamedTuple):
    """Ties as they came: their ``columns``, how many ``claims`` each has and these one after the other, and the texts
    of what else they say (``rests``), which the column ``rest`` numbers.
    """

    columns: dict[str, Array]
    counts: Array
    claims: Array
    rests: dict[str, Array]


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

    def collected(self) -> Collected:
        """What was collected."""
        columns = {
            name: np.array(column, dtype=np.uint8 if name in _SMALL else np.int32)
            for name, column in zip(COLUMN_NAMES, self._columns, strict=True)
        }
        columns["rest"] = np.array(self._rest_of, dtype=np.int32)
        claims = np.array(self._claims) if self._claims else np.empty(0, dtype="S1")
        return Collected(columns, np.array(self._counts, dtype=np.int64), claims, dict(packed(self._rest, "rest")))


def finished(entities: int, said: Collected) -> dict[str, Array]:
    """The arrays of ties, in the order of their ends and types, so that the order of reading does not matter."""
    columns = said.columns
    order = np.lexsort((columns["type"], columns["end"], columns["start"]))
    columns = {name: column[order] for name, column in columns.items()}
    first, later = offsets(said.counts)[:-1], offsets(said.counts[order])
    into = (
        np.arange(later[-1]) - np.repeat(later[:-1], said.counts[order]) + np.repeat(first[order], said.counts[order])
    )
    return {
        **columns,
        "claim": said.claims[into],
        "claims_first": later,
        **said.rests,
        **at_entities(entities, columns["start"], columns["end"]),
    }
