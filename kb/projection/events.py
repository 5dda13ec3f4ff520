"""Events that entries tell of: arrests, decisions, executions, rehabilitations, each an entity without a record.

One execution of a person is one, however many lines tell of it; arrests and decisions stay apart by the record whose
line tells of them, since two lists may speak of two of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kb.model import SCHEMA, Claim
from kb.projection.accept import readings
from kb.projection.entities import Readings, entity
from kb.projection.entries import Event, events
from kb.projection.graph import EntityKey, Graph, Props, TieKey
from kb.projection.sources import Sources
from kb.projection.ties import tie_props

_TIE = "SUBJECT_OF"
_ONCE = frozenset({"execution"})


def put_events(
    person: EntityKey, entries: Sequence[Claim], rank: Mapping[str, int], sources: Sources, graph: Graph
) -> None:
    """Put what ``entries`` about ``person`` tell of into ``graph``, with the ties to it."""
    found: dict[EntityKey, list[tuple[Claim, Event]]] = defaultdict(list)
    for claim in entries:
        for event in events(claim):
            found[_key(event, claim, person)].append((claim, event))
    for key, told in found.items():
        entity(key, list(_said(key, told)), rank, {}, graph)
        tie = TieKey(_TIE, person, key)
        claims = [claim for claim, _ in told]
        graph.ties[tie] = {**tie_props(tie, claims, claims, sources), "derived": True}


def said_of_event(key: EntityKey, person: EntityKey, entries: Sequence[Claim]) -> list[tuple[Claim, Readings]]:
    """What ``entries`` about ``person`` say of the event ``key``."""
    told = [(claim, event) for claim in entries for event in events(claim) if _key(event, claim, person) == key]
    return list(_said(key, told))


def of_entry(tie: TieKey, props: Props) -> bool:
    """Whether a tie leads to what an entry tells of."""
    return tie.type == _TIE and bool(props.get("derived"))


def _key(event: Event, claim: Claim, person: EntityKey) -> EntityKey:
    return EntityKey(event.kind, f"{person.id if event.name in _ONCE else claim.about}~{event.name}")


def _said(key: EntityKey, told: Sequence[tuple[Claim, Event]]) -> Iterator[tuple[Claim, Readings]]:
    properties = SCHEMA.kinds[key.kind].properties
    return ((claim, readings(event.pieces, properties)) for claim, event in told)
