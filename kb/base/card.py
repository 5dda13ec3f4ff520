"""Everything that the base says of one entity: every property with all readings, every tie, each with its evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kb.base.stored import SECONDS, StoredBase
from kb.errors import UnknownId
from kb.i18n import LANGS, Lang
from kb.model import SCHEMA
from kb.projection import EntityKey
from kb.projection.accept import PropertyView
from kb.projection.entities import property_views, said_of
from kb.projection.events import said_of_event
from kb.projection.identity import identify
from kb.projection.project import preferences
from kb.projection.sources import sources_of
from kb.store import Store

_OF_RECORD = (
    "MATCH (:Record {id: $id})-[:IS]->(e) MATCH (r:Record)-[:IS]->(e) "
    "RETURN labels(e) AS labels, properties(e) AS props, collect(r.id) AS records"
)
#: No record stands behind archival units, which are made of references, nor behind what entries tell of.
_WITHOUT_RECORD = ("ArchivalUnit", "Measure", "Review")
_EVIDENCE = (
    "UNWIND $ids AS id MATCH (c:Claim {id: id}) OPTIONAL MATCH (c)-[:CITES]->(s:Source) "
    "RETURN c.id AS id, c.locator AS locator, c.voice AS voice, c.stance AS stance, c.certainty AS certainty, "
    "properties(s) AS source ORDER BY id, s.id"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim as one source says it; ``label`` is the source's, by language. Without a source both are None."""

    id: str
    source: str | None
    label: Mapping[Lang, str] | None
    locator: str | None
    voice: str | None
    stance: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A tie seen from the entity: ``forward`` if it goes out of it; the other end; the tie's own properties."""

    tie: str
    forward: bool
    other: EntityKey
    label: Mapping[Lang, str]
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Card:
    """An entity: its ``properties`` as stored, the ``views`` behind them, its ``ties``, the evidence by claim id."""

    key: EntityKey
    label: Mapping[Lang, str]
    properties: Mapping[str, Any]
    records: tuple[str, ...]
    views: Mapping[str, PropertyView]
    ties: tuple[Neighbour, ...]
    evidence: Mapping[str, tuple[Evidence, ...]]


def card(store: Store, ident: str) -> Card:
    """The card of the entity that ``ident`` (its id, or the id of one of its records) names. Raises UnknownId."""
    key, props, records = _find(store, ident)
    views = _views(store, key, records) if records else _views_of_event(store, key)
    ties = tuple(_ties(store, key))
    claims = {said.claim.id for seen in views.values() for said in seen.said}
    claims.update(claim for tie in ties for claim in tie.properties.get("claims", ()))
    return Card(key, label_of(props), props, tuple(sorted(records)), views, ties, evidence(store, claims))


def label_of(props: Mapping[str, Any]) -> dict[Lang, str]:
    """What to print for an entity, in each language."""
    return {lang: str(props.get(f"label_{lang}", props.get("label", props.get("id")))) for lang in LANGS}


def _find(store: Store, ident: str) -> tuple[EntityKey, Mapping[str, Any], Collection[str]]:
    rows = store.read(_OF_RECORD, {"id": ident}).rows
    for kind in _WITHOUT_RECORD if not rows else ():
        text = f"MATCH (e:{kind} {{id: $id}}) RETURN labels(e) AS labels, properties(e) AS props, [] AS records"
        rows = rows or store.read(text, {"id": ident}).rows
    if not rows:
        raise UnknownId("unknown_id", id=ident)
    labels, props, records = rows[0]
    return EntityKey(_kind(labels), props["id"]), props, records


def _kind(labels: Iterable[str]) -> str:
    return next(label for label in labels if label in SCHEMA.kinds)


def _views(store: Store, key: EntityKey, records: Collection[str]) -> dict[str, PropertyView]:
    base = StoredBase(store)
    about = {claim.id: claim for claim in base.naming(records) if claim.about in records}
    judged = base.judgements()
    named = {record for each in judged for record in (each.a, each.b) if record}
    identity = identify(judged, base.kinds(named | set(records)))
    sources = sources_of(base.source_claims(), identity)
    rank = {claim.id: sources.rank_of(claim) for claim in about.values()}
    preferred = preferences(judged, dict.fromkeys(records, key)).get(key, {})
    claims = [about[name] for name in sorted(about)]
    kind = SCHEMA.kinds[key.kind]
    return property_views(kind, said_of(kind, claims), rank, preferred)


def _views_of_event(store: Store, key: EntityKey) -> dict[str, PropertyView]:
    """What entries say of something that happened to a person."""
    base = StoredBase(store)
    text = f"MATCH (p:Person)-[t:SUBJECT_OF]->(e:{key.kind} {{id: $id}}) RETURN p.id AS person, t.claims AS claims"
    rows = store.read(text, {"id": key.id}).rows if key.kind != "ArchivalUnit" else []
    claims = sorted(base.named(name for _, names in rows for name in names), key=lambda claim: claim.id)
    sources = sources_of(base.source_claims(), identify([], {}))
    rank = {claim.id: sources.rank_of(claim) for claim in claims}
    said = said_of_event(key, EntityKey("Person", rows[0][0]), claims) if rows else []
    return property_views(SCHEMA.kinds[key.kind], said, rank, {})


def _ties(store: Store, key: EntityKey) -> Iterator[Neighbour]:
    types = "|".join(SCHEMA.ties)
    for forward, arrow in ((True, f"-[t:{types}]->"), (False, f"<-[t:{types}]-")):
        text = (
            f"MATCH (e:{key.kind} {{id: $id}}){arrow}(other) RETURN type(t) AS tie, properties(t) AS props, "
            "labels(other) AS labels, properties(other) AS other ORDER BY tie, other.id"
        )
        for tie, props, labels, other in store.read(text, {"id": key.id}, limit=None, seconds=SECONDS).rows:
            yield Neighbour(tie, forward, EntityKey(_kind(labels), other["id"]), label_of(other), props)


def evidence(store: Store, claims: Collection[str]) -> dict[str, tuple[Evidence, ...]]:
    """What each of ``claims`` rests on, once for each source that it cites."""
    found: dict[str, tuple[Evidence, ...]] = {}
    rows = store.read(_EVIDENCE, {"ids": sorted(claims)}, limit=None, seconds=SECONDS).rows if claims else []
    for claim, locator, voice, stance, certainty, source in rows:
        name, label = (source["id"], label_of(source)) if source else (None, None)
        found[claim] = (*found.get(claim, ()), Evidence(claim, name, label, locator, voice, stance, certainty))
    return found
