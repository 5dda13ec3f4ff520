"""More than can be drawn one by one, as a summary: risings with how many people each has, tied by those they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import combinations
from typing import Final

from dashboard.drawing.data import Node, Tie
from dashboard.network.nodes import nodes_of, tie_name
from dashboard.network.part import Asked
from dashboard.words import Words

MOST_RISINGS: Final = 400
_PART: Final = ("TOOK_PART_IN", "ACCUSED_OVER")


def summary(asked: Asked, say: Words) -> tuple[list[Node], list[Tie], int]:
    """The risings with most people, the people that any two share, and how many risings are left out."""
    snapshot = asked.snapshot
    of_person: dict[int, set[int]] = defaultdict(set)
    counts: Counter[int] = Counter()
    for tie in asked.ok.nonzero()[0].tolist():
        if tie_name(asked, tie) not in _PART:
            continue
        person, event = int(snapshot.start[tie]), int(snapshot.end[tie])
        if event not in of_person[person]:
            counts[event] += 1
            of_person[person].add(event)
    shown = [event for event, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_RISINGS]]
    kept = set(shown)
    shared: Counter[tuple[int, int]] = Counter()
    for events in of_person.values():
        shared.update(combinations(sorted(events & kept), 2))
    nodes = nodes_of(asked, shown, {}, say)
    places = {snapshot.id(event): counts[event] for event in shown}
    return (
        [_with_members(node, places[node.id]) for node in nodes],
        [_shared(asked, one, other, n, say) for (one, other), n in sorted(shared.items())],
        len(counts) - len(shown),
    )


def _with_members(node: Node, members: int) -> Node:
    return replace(node, measures={**node.measures, "people": members}, members=members)


def _shared(asked: Asked, one: int, other: int, n: int, say: Words) -> Tie:
    ends = asked.snapshot.id(one), asked.snapshot.id(other)
    return Tie(f"{ends[0]} shared {ends[1]}", *ends, kind="shared", label=say("network.shared", n=n), members=n)
