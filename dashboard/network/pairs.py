"""Rules: people tied directly by what they share. A rule runs when a question asks for it; nothing of it is stored.

A meeting of more than ``HUB`` people ties nobody to everybody: 4,500 participants would be ten million pairs.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from dashboard.network.part import Asked, Part
from dashboard.network.question import DIRECT, RULES
from kb.connections.codes import TIES

HUB: Final = 40


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people and what they share by a rule: the meeting and the two ties to it."""

    one: int
    other: int
    rule: str
    at: int
    ties: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Paired:
    """``pairs`` of people, ``direct`` ties between people, and the meetings that were too large (``hubs``)."""

    people: frozenset[int]
    pairs: tuple[Pair, ...]
    direct: tuple[int, ...]
    hubs: tuple[int, ...]


def paired(asked: Asked, part: Part) -> Paired:
    """The people of a part, tied by the rules of its question."""
    snapshot = asked.snapshot
    rule_of = {tie: rule for rule in asked.question.rules for tie in RULES[rule]}
    met: dict[tuple[str, int], dict[int, int]] = defaultdict(dict)
    direct: list[int] = []
    people: set[int] = set()
    for tie in part.ties:
        name = TIES[snapshot.type[tie]]
        start, end = int(snapshot.start[tie]), int(snapshot.end[tie])
        if name in DIRECT:
            direct.append(tie)
            people |= {start, end}
        elif name in rule_of and asked.kind(start) == "Person":
            met[rule_of[name], end].setdefault(start, tie)
            people.add(start)
    pairs: list[Pair] = []
    hubs: list[int] = []
    for (rule, at), ties in sorted(met.items()):
        if len(ties) > HUB or not snapshot.connects[at]:
            hubs.append(at)
            continue
        pairs += [Pair(one, other, rule, at, (ties[one], ties[other])) for one, other in combinations(sorted(ties), 2)]
    return Paired(frozenset(people), tuple(pairs), tuple(direct), tuple(hubs))
