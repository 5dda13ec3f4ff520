"""Makes a network of a snapshot as its definition says, and says what each tie of it rests on and what was left out."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from kb.analysis.definition import Definition
from kb.analysis.events import Meetings, meetings, pairs
from kb.analysis.graph import Graph
from kb.analysis.measurable import LeftOut, Measurable
from kb.analysis.risings import Risings
from kb.connections.codes import KINDS, TIES
from kb.connections.ground import allowed_ties
from kb.connections.layout import Array
from kb.connections.snapshot import Snapshot
from kb.errors import QuestionError

_PART = ("TOOK_PART_IN", "ACCUSED_OVER")


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """``nodes`` are places in the ``snapshot``, first the ``people``, then the events of a network of two modes.

    ``allowed``: for each tie of the snapshot, whether the filters let it count; ``direct`` are ties between two people
    (places in the snapshot), ``met`` who was at which event.
    """

    definition: Definition
    snapshot: Snapshot
    nodes: Array
    people: int
    allowed: Array
    direct: Array
    met: Meetings

    def graph(self, kept: Array | None = None) -> Graph:
        """The network as a graph; with ``kept`` (a flag for each tie of the snapshot) of these ties alone.

        The weight of a tie is 1 for each kind of personal tie, and 1 / (people - 1) for each event that two share, so
        that an event of many weighs no more for each of them than one of few (Newman 2001).
        """
        direct, met = self.direct, self.met
        if kept is not None:
            direct, met = direct[kept[direct]], met.part(kept[met.tie] & kept[met.second])
        ends = np.full(len(self.snapshot), -1, dtype=np.int64)
        ends[self.nodes[: self.people]] = np.arange(self.people)
        one, other = ends[self.snapshot.start[direct]], ends[self.snapshot.end[direct]]
        weight = np.ones(len(direct))
        if self.definition.shape == "events":
            ones, others, weights = met.person, self.people + met.event, np.ones(len(met.person))
        else:
            ones, others, weights = pairs(met, self.definition.hub)
        return Graph.of(
            len(self.nodes),
            np.concatenate((one, ones)),
            np.concatenate((other, others)),
            np.concatenate((weight, weights)),
        )

    def left_out(self) -> list[LeftOut]:
        """The events that are too large, the largest first."""
        if self.definition.shape == "events":
            return []
        sizes = self.met.sizes
        large = np.flatnonzero(sizes > self.definition.hub)
        found = [
            LeftOut(self.met.rules[event], int(self.met.places[event]), self.met.day(event), int(sizes[event]))
            for event in large.tolist()
        ]
        return sorted(found, key=lambda each: (-each.people, each.rule, each.event))

    @property
    def derived(self) -> bool:
        """Whether there are ties in it that no source says: two people who shared an event."""
        return self.definition.shape == "people" and bool(len(pairs(self.met, self.definition.hub).one))

    def ties(self) -> Array:
        """The ties of the snapshot that the network rests on."""
        found: Array = np.unique(np.concatenate((self.direct, self.met.tie, self.met.second)))
        return found


def network(snapshot: Snapshot, definition: Definition) -> Measurable:
    """The network of ``definition``. Raises UnknownId for a rising that is not there, QuestionError for nobody."""
    allowed = allowed_ties(snapshot, replace(definition.filters, only=frozenset(), through=_EVERYTHING))
    if definition.shape == "risings":
        return Risings(snapshot, definition, allowed)
    return _of_people(snapshot, definition, allowed)


def _of_people(snapshot: Snapshot, definition: Definition, allowed: Array) -> Network:
    people = _people(snapshot, definition, allowed)
    if not len(people):
        raise QuestionError("network_of_nobody", name=definition.name)
    inside = np.zeros(len(snapshot), dtype=np.bool_)
    inside[people] = True
    types = np.isin(snapshot.type, [TIES.index(tie) for tie in definition.ties])
    direct = np.flatnonzero(allowed & types & inside[snapshot.start] & inside[snapshot.end])
    met = meetings(snapshot, definition.rules, allowed, people)
    events = met.places if definition.shape == "events" else np.empty(0, dtype=np.int64)
    return Network(definition, snapshot, np.concatenate((people, events)), len(people), allowed, direct, met)


_EVERYTHING = frozenset(("umbrella", "lineage", "district", "organ"))


def _people(snapshot: Snapshot, definition: Definition, allowed: Array) -> Array:
    everybody = snapshot.of_kind("Person")
    if not definition.risings and not definition.roles:
        return everybody
    part = allowed & np.isin(snapshot.type, [TIES.index(tie) for tie in _PART])
    part &= snapshot.kind[snapshot.end] == KINDS.index("Uprising")
    if definition.risings:
        part &= np.isin(snapshot.end, [snapshot.find(rising) for rising in definition.risings])
    if definition.roles:
        part &= snapshot.saying("roles", definition.roles)
    found: Array = np.unique(snapshot.start[part])
    return found
