"""The part of a snapshot that a search may walk over: which ties, which entities may be passed, what a step costs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from kb.connections.codes import CERTAINTY, DOCUMENTED, KINDS, OPEN, PROSECUTION_ONLY, TIES, VOICES
from kb.connections.layout import Array
from kb.connections.options import RULES, PathOptions
from kb.connections.snapshot import Snapshot

_SWITCH = {"Uprising": "umbrella", "Lineage": "lineage", "Place": "district"}


class Steps(NamedTuple):
    """Steps out of a list of entities: the place in that list, the tie, the entity that it leads to."""

    near: Array
    tie: Array
    far: Array


class Ground:
    """Every path begins at one of ``sources`` and ends at one of ``targets``; ``closed`` are on none.

    ``tie_ok`` for each tie; for each entity ``passable``: may a path go through it (never through an end), and
    ``is_target``.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        options: PathOptions,
        sources: Sequence[int],
        targets: Sequence[int],
        closed: Sequence[int] = (),
    ) -> None:
        self.snapshot = snapshot
        self.sources: Array = np.array(sources, dtype=np.int64)
        self.targets: Array = np.array(targets, dtype=np.int64)
        self.tie_ok = allowed_ties(snapshot, options)
        self.passable = _entities(snapshot, options)
        self.passable[[*sources, *targets, *closed]] = False
        self.is_target = np.zeros(len(snapshot), dtype=np.bool_)
        self.is_target[self.targets] = True
        self.cost = snapshot.cost

    @property
    def apart(self) -> bool:
        """Whether there is somebody on both sides."""
        return bool(len(self.sources) and len(self.targets))

    def steps(self, entities: Array) -> Steps:
        """All allowed steps out of ``entities``."""
        begins = self.snapshot.first[entities]
        counts = self.snapshot.first[entities + 1] - begins
        ends = np.cumsum(counts)
        total = int(ends[-1]) if len(ends) else 0
        place = np.arange(total) + np.repeat(begins - ends + counts, counts)
        near = np.repeat(np.arange(len(entities)), counts)
        tie = self.snapshot.at_tie[place]
        kept = self.tie_ok[tie]
        return Steps(near[kept], tie[kept], self.snapshot.at_other[place[kept]])

    def weight(self, entities: Array) -> int:
        """How many ties a step out of ``entities`` looks at."""
        return int(self.snapshot.degree[entities].sum())

    def between(self, one: int, other: int) -> list[int]:
        """The allowed ties between two entities, the cheapest first."""
        found = self.steps(np.array([one]))
        ties = found.tie[found.far == other]
        return [int(tie) for tie in ties[np.lexsort((ties, self.snapshot.type[ties], self.cost[ties]))]]

    def without(self, entities: Iterable[int]) -> Array:
        """``passable`` with these left out too."""
        left = self.passable.copy()
        left[list(entities)] = False
        return left


def allowed_ties(snapshot: Snapshot, options: PathOptions) -> Array:
    """For each tie: whether ``options`` let it count, its type included."""
    ok: Array = np.isin(np.arange(len(TIES)), [TIES.index(tie) for tie in options.ties])[snapshot.type]
    if options.certainty:
        ok &= snapshot.certainty >= CERTAINTY[options.certainty]
    first, last = options.years
    if last is not None:
        ok &= (snapshot.earliest == OPEN) | (snapshot.earliest // 10_000 <= last)
    if first is not None:
        ok &= (snapshot.latest == OPEN) | (snapshot.latest // 10_000 >= first)
    if options.voices:
        ok &= (snapshot.voices & sum(1 << VOICES.index(voice) for voice in options.voices)) != 0
    if options.documented:
        ok &= (snapshot.flags & DOCUMENTED) != 0
    if options.not_investigation:
        ok &= (snapshot.flags & PROSECUTION_ONLY) == 0
    if options.witnesses > 1:
        ok &= snapshot.witnesses >= options.witnesses
    return ok


def _entities(snapshot: Snapshot, options: PathOptions) -> Array:
    passable = np.array(snapshot.connects)
    for kind, switch in _SWITCH.items():
        if switch in options.through:
            passable |= snapshot.kind == KINDS.index(kind)
    for kind, rule in RULES.items():
        if rule in options.closed:
            passable &= snapshot.kind != KINDS.index(kind)
    passable[[snapshot.find(ident) for ident in options.avoid]] = False
    return passable
