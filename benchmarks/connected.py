"""A made-up graph of the size of the real thing, dense with ties: 372 risings, villages, cases, kin, testimony.

``kb generate`` makes sets as they come from tables, some three ties a person; what is measured of connections takes
more, and of every kind. It is written as the projection would leave it: entities, ties, claims with their records and
sources.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from kb.base.state import put_state
from kb.connections.build import EntityRow, TieRow, assembled
from kb.connections.layout import Mapped
from kb.derive import ddl
from kb.derive import statements as say
from kb.model import SCHEMA
from kb.projection import EntityKey, TieKey
from kb.store import Store
from loaders.generate.world import RISINGS, weight_of

SOURCES_FOR, VILLAGES_FOR, CASES_FOR = 200, 40, 30
"""So many persons for each source, village and case."""
SHARES = {
    "BORN_IN": 1.0,
    "LIVED_IN": 0.8,
    "SIBLING_OF": 0.7,
    "CHILD_OF": 0.4,
    "SPOUSE_OF": 0.1,
    "ASSOCIATED_WITH": 0.6,
    "NAMED_IN_TESTIMONY": 0.4,
    "INVOLVED_IN": 0.4,
    "SUBJECT_OF": 0.4,
}
"""Ties of a kind for each person, beside the part in a rising, which everybody has and a tenth have twice."""
_TWICE = 0.1
_FAMILY = 12


@dataclass(frozen=True, slots=True)
class Graph:
    """Entities with their kinds, ties with their properties; ``papers`` are the claims that a document says."""

    entities: dict[EntityKey, dict[str, Any]]
    ties: dict[TieKey, dict[str, Any]]
    source_of: dict[str, str]
    papers: set[str]

    def snapshot(self) -> Mapped:
        """The graph as a snapshot, in memory."""
        rows: Iterator[EntityRow] = (
            (key.id, key.kind, bool(p.get("connects", True)), p["label"]) for key, p in self.entities.items()
        )
        ties: Iterator[TieRow] = ((key.source.id, key.type, key.target.id, p) for key, p in self.ties.items())
        days = {key.id: p["decided_earliest"] for key, p in self.entities.items() if "decided_earliest" in p}
        return assembled("bench", rows, ties, self.papers, days)

    def people(self) -> list[str]:
        """The ids of all persons."""
        return [key.id for key in self.entities if key.kind == "Person"]


def made_up(persons: int, seed: int = 1) -> Graph:
    """The graph of so many persons, about six ties for each."""
    draws = np.random.default_rng(seed)
    graph = Graph({}, {}, {}, set())
    everybody = [_put(graph, "Person", f"p{number}") for number in range(persons)]
    risings = [_put(graph, "Uprising", f"u{number}") for number in range(RISINGS)]
    villages = [_put(graph, "Place", f"v{number}") for number in range(persons // VILLAGES_FOR)]
    cases = [_put(graph, "Case", f"c{number}") for number in range(persons // CASES_FOR)]
    bodies = [_put(graph, "Organisation", f"o{number}") for number in range(13)]
    sources = [_put(graph, "Source", f"s{number}") for number in range(persons // SOURCES_FOR)]
    for place, source in enumerate(sources):
        graph.entities[source]["source_kind"] = "document" if place % 3 == 0 else "monograph"
    writer = _Ties(graph, sources, draws)
    sizes = np.array([weight_of(rank) for rank in range(RISINGS)], dtype=float)
    part = np.concatenate((np.arange(persons), draws.integers(0, persons, int(persons * _TWICE))))
    for person, rising in zip(part, draws.choice(RISINGS, len(part), p=sizes / sizes.sum()), strict=True):
        writer.tie("TOOK_PART_IN", everybody[person], risings[rising], roles=["participant"], side="insurgent")
    for rising, village in zip(risings, draws.integers(0, len(villages), RISINGS), strict=True):
        writer.tie("TOOK_PLACE_IN", rising, villages[village])
    _of_people(writer, everybody, {"BORN_IN": villages, "LIVED_IN": villages, "INVOLVED_IN": cases}, draws)
    _measures(writer, everybody, bodies, draws)
    return graph


def _of_people(
    writer: _Ties, everybody: list[EntityKey], there: dict[str, list[EntityKey]], draws: np.random.Generator
) -> None:
    persons = len(everybody)
    for type_, share in SHARES.items():
        if type_ == "SUBJECT_OF":
            continue
        number = int(persons * share)
        one = np.arange(persons) if share == 1 else draws.integers(0, persons, number)
        if type_ in there:
            for person, other in zip(one, draws.integers(0, len(there[type_]), number), strict=True):
                writer.tie(type_, everybody[person], there[type_][other])
            continue
        near = type_ in ("SIBLING_OF", "CHILD_OF", "SPOUSE_OF")
        others = (one + draws.integers(1, _FAMILY, number)) % persons if near else draws.integers(0, persons, number)
        for person, other in zip(one, others, strict=True):
            writer.tie(type_, everybody[person], everybody[other])


def _measures(writer: _Ties, everybody: list[EntityKey], bodies: list[EntityKey], draws: np.random.Generator) -> None:
    for number in range(int(len(everybody) * SHARES["SUBJECT_OF"])):
        measure = _put(writer.graph, "Measure", f"m{number}")
        day = 19300101 + int(draws.integers(0, 28)) + 100 * int(draws.integers(0, 12))
        writer.graph.entities[measure] |= {"decided_earliest": day, "decided_latest": day}
        writer.tie("SUBJECT_OF", everybody[int(draws.integers(0, len(everybody)))], measure)
        writer.tie("DECIDED_BY", measure, bodies[int(draws.integers(0, len(bodies)))])


def _put(graph: Graph, kind: str, name: str) -> EntityKey:
    key = EntityKey(kind, f"bench:{name}")
    graph.entities[key] = {"id": key.id, "label": name}
    return key


class _Ties:
    """Puts ties into a graph, each with a claim or two, and with the certainty that fits."""

    def __init__(self, graph: Graph, sources: list[EntityKey], draws: np.random.Generator) -> None:
        self.graph, self._sources, self._draws = graph, sources, draws
        self._certainties = list(SCHEMA.vocabularies["certainty"])

    def tie(self, type_: str, source: EntityKey, target: EntityKey, **said: Any) -> None:
        """One tie, unless it is there."""
        key = TieKey(type_, source, target)
        if source == target or key in self.graph.ties:
            return
        number = 1 + int(self._draws.integers(0, 10) == 0)
        claims = [f"c{len(self.graph.source_of) + place:024x}" for place in range(number)]
        for claim in claims:
            cited = self._sources[int(self._draws.integers(0, len(self._sources)))]
            self.graph.source_of[claim] = cited.id
            if self.graph.entities[cited]["source_kind"] == "document":
                self.graph.papers.add(claim)
        certainty = self._certainties[int(self._draws.integers(0, len(self._certainties)))]
        self.graph.ties[key] = {
            "claims": claims,
            "sources": number,
            "witnesses": number,
            "certainty": certainty,
            "prosecution_only": type_ == "NAMED_IN_TESTIMONY",
            **said,
        }


def write(store: Store, graph: Graph) -> None:
    """Write ``graph`` into an empty base, with a record for each entity and the claims with their sources."""
    store.ddl(ddl.constraints())
    by_kind: dict[str, list[dict[str, Any]]] = {}
    for key, props in graph.entities.items():
        by_kind.setdefault(key.kind, []).append(props)
    for kind, rows in by_kind.items():
        store.write_rows(f"UNWIND $rows AS row CREATE (n:{kind}) SET n = row", rows)
        store.write_rows(
            f"UNWIND $rows AS row MATCH (n:{kind} {{id: row.id}}) CREATE (r:Record {{id: row.id}})-[:IS]->(n)", rows
        )
    grouped: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for tie, props in graph.ties.items():
        row = {"a": tie.source.id, "b": tie.target.id, "props": props}
        grouped.setdefault((tie.type, tie.source.kind, tie.target.kind), []).append(row)
    for (type_, source, target), rows in grouped.items():
        store.write_rows(say.create_ties(type_, source, target), rows)
        claims = [{"id": claim, "about": row["a"], "source": graph.source_of[claim], "kind": SCHEMA.ties[type_].claim}
                  for row in rows for claim in row["props"]["claims"]]  # fmt: skip
        store.write_rows(
            "UNWIND $rows AS row MATCH (r:Record {id: row.about}), (s:Source {id: row.source}) "
            "CREATE (r)<-[:ABOUT]-(c:Claim {id: row.id, kind: row.kind, about: row.about})-[:CITES]->(s)",
            claims,
        )
    total = f"{len(graph.source_of):x}"
    store.write(lambda tx: put_state(tx, total, made_up=True))
