"""The projection: a pure function from records, claims and judgements to the graph.

Nothing in it depends on the order of its inputs, a clock or a machine, so two bases with the same claims and
judgements hold the
same graph. ``VERSION`` changes when a reader or a rule changes: a base projected by another version is rebuilt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from kb.model import SCHEMA, Claim, Judgement
from kb.projection.accept import negative
from kb.projection.entities import entity, said_of
from kb.projection.entries import is_entry
from kb.projection.events import put_events
from kb.projection.force import standing, visible
from kb.projection.graph import EntityKey, Graph
from kb.projection.identity import Identity, identify, in_force
from kb.projection.sources import Sources, sources_of
from kb.projection.ties import person_side, says_tie, ties
from kb.projection.units import holdings, units

VERSION = 7


@dataclass(frozen=True, slots=True)
class Focus:
    """Where a projection is computed: the records, and the archival units that their references lead into, now
    or before.

    ``elsewhere`` gives the entity of every record outside that a claim of the focus leads to.
    """

    records: frozenset[str]
    units: frozenset[str] = frozenset()
    elsewhere: Mapping[str, str] = field(default_factory=dict)


def project(
    records: Mapping[str, str],
    claims: Iterable[Claim],
    judgements: Iterable[Judgement],
    *,
    level: str = "team",
    focus: Focus | None = None,
) -> Graph:
    """The graph of ``claims`` and ``judgements`` that ``level`` may see.

    ``records`` (id → kind) are those that stand without a claim, since a judgement names them. With ``focus``
    only the entities of its
    records and the ties from and to them; the claims must then be all that name a record of the focus and all
    about sources.
    """
    seen, judged = visible(claims, judgements, level)
    counted = standing(seen)
    kinds = dict(records)
    named: dict[str, str] = {}
    for claim in counted:
        for record, kind in claim.records:
            named[record] = kind
    kinds.update(named)
    identity = identify(judged, kinds)
    sources = sources_of(counted, identity)
    keys = _keys(kinds, named, identity, focus)
    graph = Graph()
    inside = set(kinds) if focus is None else focus.records & set(kinds)
    _entities(graph, counted, judged, keys, inside, sources)
    _ties(graph, counted, keys, inside, sources)
    _units(graph, counted, keys, inside, focus)
    _sides(graph)
    return graph


def _keys(
    kinds: Mapping[str, str], named: Mapping[str, str], identity: Identity, focus: Focus | None
) -> dict[str, EntityKey]:
    """The entity of each record: the first of its records that a claim names; none where no claim names any."""
    keys: dict[str, EntityKey] = {}
    elsewhere = focus.elsewhere if focus else {}
    for record, kind in kinds.items():
        if record in elsewhere:
            keys[record] = EntityKey(kind, elsewhere[record])
            continue
        first = next((each for each in identity.records_with(record) if each in named), None)
        if first is not None:
            keys[record] = EntityKey(kind, first)
    return keys


def _entities(
    graph: Graph,
    claims: Iterable[Claim],
    judgements: Iterable[Judgement],
    keys: Mapping[str, EntityKey],
    inside: Collection[str],
    sources: Sources,
) -> None:
    said: dict[EntityKey, list[Claim]] = {keys[record]: [] for record in inside if record in keys}
    rank: dict[str, int] = {}
    for claim in claims:
        if claim.about in inside:
            said[keys[claim.about]].append(claim)
            rank[claim.id] = sources.rank_of(claim)
    preferred = preferences(judgements, keys)
    for key, about in said.items():
        ordered = sorted(about, key=lambda claim: claim.id)
        entity(key, list(said_of(SCHEMA.kinds[key.kind], ordered)), rank, preferred.get(key, {}), graph)
        entries = [claim for claim in ordered if is_entry(claim) and not negative(claim)]
        if entries:
            put_events(key, entries, rank, sources, graph)
    graph.identity.update({record: keys[record] for record in inside if record in keys})


def preferences(judgements: Iterable[Judgement], keys: Mapping[str, EntityKey]) -> dict[EntityKey, dict[str, str]]:
    """The preferred claim of each property by entity; of two preferences in force the lesser id stands."""
    found: dict[EntityKey, dict[str, str]] = defaultdict(dict)
    for judgement in in_force(judgements):
        record = judgement.a or ""
        if judgement.verdict == "preferred" and record in keys and judgement.property and judgement.claim:
            found[keys[record]].setdefault(judgement.property, judgement.claim)
    return found


def _ties(
    graph: Graph, claims: Iterable[Claim], keys: Mapping[str, EntityKey], inside: Collection[str], sources: Sources
) -> None:
    said = [
        (claim, keys[claim.about], keys[claim.to])
        for claim in claims
        if claim.to is not None and says_tie(claim) and (claim.about in inside or claim.to in inside)
    ]
    ties(said, sources, graph)


def _units(
    graph: Graph,
    claims: Iterable[Claim],
    keys: Mapping[str, EntityKey],
    inside: Collection[str],
    focus: Focus | None,
) -> None:
    about = [claim for claim in claims if claim.about_kind == "Source"]
    by_source: dict[EntityKey, list[Claim]] = defaultdict(list)
    for claim in about:
        if claim.about in inside:
            by_source[keys[claim.about]].append(claim)
    for key, said in by_source.items():
        holdings(key, said, graph)
    units(about, None if focus is None else focus.units, graph)


def _sides(graph: Graph) -> None:
    """The side of each person, for the mark beside the name."""
    roles: dict[EntityKey, list[tuple[str, dict[str, object]]]] = defaultdict(list)
    for tie, props in graph.ties.items():
        if tie.type in ("TOOK_PART_IN", "ACCUSED_OVER") and tie.source in graph.entities:
            roles[tie.source].append((tie.type, props))
    for person, held in roles.items():
        graph.entities[person]["side"] = person_side(held)


def kinds_of(claims: Iterable[Claim]) -> dict[str, str]:
    """Every record that ``claims`` name, with its kind."""
    return {record: kind for claim in claims for record, kind in claim.records}
