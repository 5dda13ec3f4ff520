"""The projection of a change: what it touches, computed again, equals what a rebuild of everything would give there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from kb.model import Claim, Judgement
from kb.projection.events import of_entry
from kb.projection.graph import EntityKey, Graph
from kb.projection.identity import Identity, identify, in_force
from kb.projection.project import Focus, project
from kb.projection.sources import sources_of
from kb.projection.units import chains


class Base(Protocol):
    """What a base can tell of the claims in force at one moment, withdrawn ones already left out."""

    def judgements(self) -> Sequence[Judgement]:
        """All judgements."""
        ...

    def kinds(self, records: Collection[str]) -> Mapping[str, str]:
        """The kind of each of ``records`` that the base knows."""
        ...

    def source_claims(self) -> Sequence[Claim]:
        """All claims about sources."""
        ...

    def naming(self, records: Collection[str]) -> Iterable[Claim]:
        """All claims about or to one of ``records``."""
        ...

    def cited(self, sources: Collection[str]) -> Iterable[Claim]:
        """Of each of ``sources`` that is cited, one claim at least that cites it."""
        ...

    def citing(self, sources: Collection[str]) -> Collection[str]:
        """The records that claims citing one of ``sources`` are about or lead to."""
        ...

    def entities(self, records: Collection[str]) -> Mapping[str, str]:
        """The entity id of each of ``records`` that has one."""
        ...


def focus_of(changed: Collection[Claim], before: Base, after: Base) -> Focus:
    """What a change touches: the records named by claims that came or went, the judged ones, and all that shares
    an entity with them.

    ``changed`` holds every claim that came into force or went out of it.
    """
    records = {record for claim in changed for record, _ in claim.records}
    was, now = _identity(before, records), _identity(after, records)
    records |= _judged(before.judgements(), after.judgements(), was, now)
    sources_before, sources_after = before.source_claims(), after.source_claims()
    known, knows = sources_of(sources_before, was), sources_of(sources_after, now)
    moved = {
        source
        for source in {*known.rank, *knows.rank, *known.witness, *knows.witness}
        if known.rank.get(source) != knows.rank.get(source) or known.witness.get(source) != knows.witness.get(source)
    }
    if moved:
        records |= set(after.citing(moved))
    for record in list(records):
        records.update(was.records_with(record))
    return Focus(frozenset(records), _units(records, sources_before) | _units(records, sources_after))


def _identity(base: Base, records: Iterable[str]) -> Identity:
    judgements = base.judgements()
    named = {record for each in judgements for record in (each.a, each.b) if record}
    return identify(judgements, base.kinds(named | set(records)) if judgements else {})


def _judged(before: Sequence[Judgement], after: Sequence[Judgement], was: Identity, now: Identity) -> set[str]:
    records: set[str] = set()
    stood, stands = {each.id: each for each in in_force(before)}, {each.id: each for each in in_force(after)}
    for name in stood.keys() ^ stands.keys():
        judgement = stood.get(name) or stands[name]
        records.update(record for record in (judgement.a, judgement.b) if record)
    for record in was.component.keys() | now.component.keys():
        if was.records_with(record) != now.records_with(record):
            records.add(record)
    return records


def _units(records: Collection[str], source_claims: Iterable[Claim]) -> frozenset[str]:
    return frozenset(
        unit.key.id for claim in source_claims if claim.about in records for steps in chains(claim) for unit in steps
    )


def reproject(focus: Focus, after: Base) -> Graph:
    """The part of the graph that ``focus`` covers, from the claims in force after the change."""
    claims = {claim.id: claim for claim in after.source_claims()}
    claims.update((claim.id, claim) for claim in after.naming(focus.records))
    claims.update((claim.id, claim) for claim in after.cited(focus.records))
    outside = {record for claim in claims.values() for record, _ in claim.records} - focus.records
    judgements = after.judgements()
    whole = Focus(focus.records, focus.units, after.entities(outside))
    judged = {record for each in judgements for record in (each.a, each.b) if record}
    return project(after.kinds(judged), claims.values(), judgements, focus=whole)


def restrict(graph: Graph, focus: Focus) -> Graph:
    """The part of a whole ``graph`` that ``focus`` covers: what :func:`reproject` computes again."""
    keys = {graph.identity[record] for record in focus.records if record in graph.identity}
    keys |= {tie.target for tie, props in graph.ties.items() if tie.source in keys and of_entry(tie, props)}
    return Graph(
        entities={key: props for key, props in graph.entities.items() if key in keys or _is_unit(key, focus)},
        ties={
            key: props
            for key, props in graph.ties.items()
            if key.source in keys or key.target in keys or _is_unit(key.source, focus)
        },
        identity={record: graph.identity[record] for record in focus.records if record in graph.identity},
        readings={key: props for key, props in graph.readings.items() if key.entity in keys},
    )


def _is_unit(key: EntityKey, focus: Focus) -> bool:
    return key.kind == "ArchivalUnit" and key.id in focus.units
