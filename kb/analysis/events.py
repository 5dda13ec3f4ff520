"""Who was at which event by a named rule, and the pairs of people who share one: ties that are derived, not said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from kb.analysis.definition import Rule
from kb.connections.codes import KINDS, OPEN, TIES
from kb.connections.layout import Array
from kb.connections.snapshot import Snapshot
from kb.model import SCHEMA

_KIND = {
    "same_rising": ("Uprising", "Episode"),
    "same_detachment": ("Organisation",),
    "same_village": ("Place",),
    "same_lineage": ("Lineage",),
}
_TIES = {
    "same_rising": ("TOOK_PART_IN",),
    "same_detachment": ("MEMBER_OF",),
    "same_village": ("BORN_IN", "LIVED_IN"),
    "same_lineage": ("MEMBER_OF",),
}
#: Those who made a case are not companions of those whom it was made against.
_OFFICIALS = ("investigator", "interpreter")
_PARTIES = ("accused", "witness")


class Pairs(NamedTuple):
    """Two people who share an event, once for each event, and what that weighs."""

    one: Array
    other: Array
    weight: Array


@dataclass(frozen=True, slots=True, eq=False)
class Meetings:
    """``person`` (place in the list of people) was at ``event`` (number) by ``tie`` and ``second``, one and the same
    tie where one says it all.

    Of each event: its ``places`` in the snapshot, what sets it ``apart`` there (the day of a troika, the side in a
    rising, else OPEN), and its ``rules``.
    """

    person: Array
    event: Array
    tie: Array
    second: Array
    places: Array
    apart: Array
    rules: Sequence[Rule]

    @property
    def sizes(self) -> Array:
        """How many people were at each event."""
        once = np.unique(self.event.astype(np.int64) << 32 | self.person)
        found: Array = np.bincount(once >> 32, minlength=len(self.places))
        return found

    def day(self, event: int) -> int | None:
        """The day of an event, where its rule has one."""
        return int(self.apart[event]) if self.rules[event] == "same_troika_day" else None

    def part(self, kept: Array) -> Meetings:
        """Only the meetings with the flag ``kept``."""
        return Meetings(
            self.person[kept], self.event[kept], self.tie[kept], self.second[kept], self.places, self.apart, self.rules
        )


def meetings(snapshot: Snapshot, rules: Sequence[Rule], allowed: Array, people: Array) -> Meetings:
    """All meetings of ``people`` by ``rules``, over ties that are ``allowed``."""
    number = np.full(len(snapshot), -1, dtype=np.int64)
    number[people] = np.arange(len(people))
    found = [_by(snapshot, rule, allowed, number) for rule in rules]
    if not found:
        none: Array = np.empty(0, dtype=np.int64)
        return Meetings(none, none, none, none, none, none, [])
    keys = [np.stack((np.full(len(each.at), place), each.at, each.apart), axis=1) for place, each in enumerate(found)]
    events, event = np.unique(np.concatenate(keys), axis=0, return_inverse=True)
    named = [rules[place] for place in events[:, 0].tolist()]
    return Meetings(
        np.concatenate([each.person for each in found]),
        event.reshape(-1),
        np.concatenate([each.tie for each in found]),
        np.concatenate([each.second for each in found]),
        events[:, 1],
        events[:, 2],
        named,
    )


class _Met(NamedTuple):
    person: Array
    at: Array
    apart: Array
    tie: Array
    second: Array


def _by(snapshot: Snapshot, rule: Rule, allowed: Array, number: Array) -> _Met:
    if rule == "same_troika_day":
        return _troikas(snapshot, allowed, number)
    if rule == "same_case":
        ok = parties(snapshot, allowed)
    else:
        kinds = [KINDS.index(kind) for kind in _KIND[rule]]
        ok = allowed & np.isin(snapshot.type, [TIES.index(tie) for tie in _TIES[rule]])
        ok &= np.isin(snapshot.kind[snapshot.end], kinds)
        if rule != "same_lineage":  # umbrellas, districts and other wholes are no place to meet
            ok &= snapshot.connects[snapshot.end]
    tie = np.flatnonzero(ok & (number[snapshot.start] >= 0))
    at = snapshot.end[tie].astype(np.int64)
    apart = sides(snapshot)[tie] if rule == "same_rising" else np.full(len(tie), OPEN)
    return _Met(number[snapshot.start[tie]], at, apart, tie, tie)


def sides(snapshot: Snapshot) -> Array:
    """For each tie: the place of its side in the vocabulary of sides. Who fought each other were not together."""
    found = np.full(snapshot.ties, OPEN, dtype=np.int64)
    for place, side in enumerate(SCHEMA.vocabularies["side"]):
        found[snapshot.saying("side", (side,))] = place
    return found


def parties(snapshot: Snapshot, allowed: Array) -> Array:
    """For each tie: whether it is somebody's part in a case, but for those who made it."""
    ok = allowed & (snapshot.type == TIES.index("INVOLVED_IN"))
    found: Array = ok & (~snapshot.saying("case_roles", _OFFICIALS) | snapshot.saying("case_roles", _PARTIES))
    return found


def _troikas(snapshot: Snapshot, allowed: Array, number: Array) -> _Met:
    """Measures that one body decided on one day, known to the day."""
    decided = np.flatnonzero(allowed & (snapshot.type == TIES.index("DECIDED_BY")))
    decided = decided[snapshot.day[snapshot.start[decided]] != OPEN]
    by = np.full(len(snapshot), -1, dtype=np.int64)
    by[snapshot.start[decided]] = decided
    subject = np.flatnonzero(allowed & (snapshot.type == TIES.index("SUBJECT_OF")) & (number[snapshot.start] >= 0))
    subject = subject[by[snapshot.end[subject]] >= 0]
    second = by[snapshot.end[subject]]
    day = snapshot.day[snapshot.end[subject]].astype(np.int64)
    return _Met(number[snapshot.start[subject]], snapshot.end[second].astype(np.int64), day, subject, second)


def pairs(met: Meetings, hub: int) -> Pairs:
    """The pairs of each event of two to ``hub`` people, once for each event."""
    once = np.unique(met.event.astype(np.int64) << 32 | met.person)
    event, person = once >> 32, once & 0xFFFFFFFF
    sizes = np.bincount(event, minlength=len(met.places))
    begins = np.concatenate(([0], np.cumsum(sizes)))
    ones, others, weights = [], [], []
    for size in np.unique(sizes[(sizes > 1) & (sizes <= hub)]).tolist():
        first = begins[np.flatnonzero(sizes == size)]
        members = person[first[:, None] + np.arange(size)]
        upper = np.triu_indices(size, 1)
        ones.append(members[:, upper[0]].reshape(-1))
        others.append(members[:, upper[1]].reshape(-1))
        weights.append(np.full(len(ones[-1]), 1 / (size - 1)))
    empty: Array = np.empty(0, dtype=np.int64)
    nothing: Array = np.empty(0)
    return Pairs(*(np.concatenate(part) for part in ([empty, *ones], [empty, *others], [nothing, *weights])))
