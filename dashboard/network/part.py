"""The part of the snapshot that a question asks for: entities and ties by their places in its arrays. No store here."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np

from dashboard.network.question import KIN, Opened, Question
from kb.connections.codes import KINDS, TIES
from kb.connections.ground import Ground
from kb.connections.snapshot import Snapshot

MOST_NODES: Final = 5000
MOST_TIES: Final = 20_000
MOST_OPENED: Final = 400  # so many at most come at once by a double click
_MET_IN: Final = ("Uprising", "Episode", "Case")
_WHOLE_KINDS: Final = ("Person", *_MET_IN, "Organisation")

Places = set[int]


@dataclass(slots=True)
class Part:
    """``entities`` and ``ties`` that are drawn; ``left_out``: how many entities a double click would have brought
    beyond the most; ``large``: there is more than can be drawn one by one.
    """

    entities: Places = field(default_factory=set)
    ties: list[int] = field(default_factory=list)
    left_out: int = 0
    large: bool = False


class Asked:
    """A question on a snapshot: which ties count (``ok``), and which may be opened by a double click
    (``wide``: of every type, under the same conditions).
    """

    def __init__(self, snapshot: Snapshot, question: Question, said: Collection[str] | None = None) -> None:
        self.snapshot, self.question = snapshot, question
        conditions = question.options()
        self.wide = Ground(snapshot, replace(conditions, only=frozenset()), [], []).tie_ok
        if said is not None:
            self.wide &= self._said(frozenset(said))
        self.ok = Ground(snapshot, conditions, [], []).tie_ok & self.wide
        self.connects = snapshot.connects

    def _said(self, claims: frozenset[str]) -> Any:
        """Ties that one of ``claims`` carries; only those are looked at that the other conditions leave."""
        found = np.zeros(self.snapshot.ties, dtype=np.bool_)
        for tie in np.flatnonzero(self.wide).tolist():
            found[tie] = not claims.isdisjoint(self.snapshot.claims(tie))
        return found

    def near(self, place: int, types: Collection[str] | None = None, *, wide: bool = False) -> list[tuple[int, int]]:
        """The ties at an entity that count (with ``wide``, that may be opened; or those of ``types``, whatever the
        conditions), each with its other end.
        """
        snapshot = self.snapshot
        part = slice(snapshot.first[place], snapshot.first[place + 1])
        pairs = zip(snapshot.at_tie[part].tolist(), snapshot.at_other[part].tolist(), strict=True)
        if types is None:
            kept = self.wide if wide else self.ok
            return [(tie, other) for tie, other in pairs if kept[tie]]
        wanted = {TIES.index(type_) for type_ in types}
        return [(tie, other) for tie, other in pairs if int(snapshot.type[tie]) in wanted]

    def kind(self, place: int) -> str:
        """The kind of an entity."""
        return KINDS[int(self.snapshot.kind[place])]

    def part(self) -> Part:
        """What is drawn."""
        found = self._around() if self.question.start else self._whole()
        if len(found.entities) > MOST_NODES:
            return Part(large=True)
        for opened in self.question.opened:
            self._open(opened, found)
        found.ties = self._between(found.entities)
        found.large = len(found.entities) > MOST_NODES or len(found.ties) > MOST_TIES
        return found

    def _whole(self) -> Part:
        """Everything that has a tie that counts, and every rising."""
        snapshot = self.snapshot
        wanted = np.isin(snapshot.kind, [KINDS.index(kind) for kind in _WHOLE_KINDS])
        ties = np.flatnonzero(self.ok & wanted[snapshot.start] & wanted[snapshot.end])
        ends = {*snapshot.start[ties].tolist(), *snapshot.end[ties].tolist()}
        narrowed = self.question.source or self.question.years or self.question.certainty or self.question.documented
        risings = set() if narrowed or self.question.rules else set(snapshot.of_kind("Uprising").tolist())
        return Part(ends | risings)

    def _around(self) -> Part:
        """Those within so many hops of the start; what connects nobody is shown, and not passed through."""
        start = [self.snapshot.find(ident) for ident in self.question.start]
        found, edge = set(start), list(start)
        for hop in range(self.question.hops):
            reached: Places = set()
            for place in edge:
                if hop and not self.connects[place]:
                    continue
                reached.update(other for _, other in self.near(place))
            edge = sorted(reached - found)
            found |= reached
            if len(found) > MOST_NODES:
                break
        return Part(found)

    def _open(self, opened: Opened, found: Part) -> None:
        place = self.snapshot.find(opened.id)
        fresh = [other for other in self.brought(place, opened.by) if other not in found.entities]
        found.left_out += max(0, len(fresh) - MOST_OPENED)
        found.entities.add(place)
        found.entities.update(fresh[:MOST_OPENED])

    def brought(self, place: int, by: str) -> list[int]:
        """Whom it brings to expand an entity ``by`` something; those met in come with those who met there."""
        near = self.near(place, wide=True)
        if by == "kin":
            kin = {TIES.index(type_) for type_ in KIN}
            return [other for tie, other in near if int(self.snapshot.type[tie]) in kin]
        if by == "co":
            met = [other for _, other in near if self.kind(other) in _MET_IN and self.connects[other]]
            people = [far for event in met for _, far in self.near(event, wide=True) if self.kind(far) == "Person"]
            return list(dict.fromkeys([*met, *people]))
        return [other for _, other in near if self.kind(other) == by]

    def ways(self, place: int) -> list[str]:
        """By what an entity can be expanded."""
        kinds = sorted({self.kind(other) for _, other in self.near(place, wide=True)}, key=KINDS.index)
        if self.kind(place) != "Person":
            return kinds
        return ["co", "kin", *(kind for kind in kinds if kind not in ("Person", "Uprising", "Episode"))]

    def _between(self, entities: Iterable[int]) -> list[int]:
        """The ties that count between ``entities``."""
        inside = np.zeros(len(self.snapshot), dtype=np.bool_)
        inside[list(entities)] = True
        opened = np.zeros(len(self.snapshot), dtype=np.bool_)
        opened[[self.snapshot.find(one.id) for one in self.question.opened]] = True
        start, end = self.snapshot.start, self.snapshot.end
        counted = self.ok | (self.wide & (opened[start] | opened[end]))
        return [int(tie) for tie in np.flatnonzero(counted & inside[start] & inside[end])]
