"""A snapshot that is patched after a change holds what one that is made anew holds."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.connections.build import of_graph
from kb.connections.codes import TIES
from kb.connections.patch import patched
from kb.connections.snapshot import Snapshot
from kb.projection import EntityKey, Graph, TieKey, difference
from tests.connections.graphs import PAPER, properties

KINDS = ("Person", "Person", "Uprising", "Place", "Measure")
ENTITIES = [EntityKey(KINDS[number % 5], f"d:{'ы' if number % 2 else 'e'}{number}") for number in range(9)]
TYPES = ("SIBLING_OF", "TOOK_PART_IN", "WITHIN")

entity = st.fixed_dictionaries(
    {"label": st.sampled_from(["А", "Bee", "Жүсіп"])},
    optional={
        "connects": st.booleans(),
        "decided_earliest": st.integers(19300101, 19300103),
        "decided_latest": st.integers(19300101, 19300103),
    },
)


@st.composite
def whole(draw: st.DrawFn) -> Graph:
    there = draw(st.lists(st.sampled_from(ENTITIES), min_size=1, unique=True))
    pairs = st.tuples(st.sampled_from(TYPES), st.sampled_from(there), st.sampled_from(there)).map(lambda k: TieKey(*k))
    return Graph(
        {key: {"id": key.id, **draw(entity)} for key in there}, draw(st.dictionaries(pairs, properties, max_size=14))
    )


def held(snapshot: Snapshot) -> dict[str, Any]:
    ties = {}
    for tie in range(snapshot.ties):
        key = (snapshot.id(snapshot.start[tie]), TIES[snapshot.type[tie]], snapshot.id(snapshot.end[tie]))
        assert key not in ties
        flags = int(snapshot.flags[tie])
        ties[key] = {**snapshot.properties(tie), "claims": snapshot.claims(tie), "flags": flags}
    around = {
        snapshot.id(place): sorted(
            (TIES[snapshot.type[tie]], snapshot.id(other)) for tie, other in snapshot.ties_at(place, TYPES)
        )
        for place in range(len(snapshot))
    }
    return {"ties": ties, "around": around, "entities": [snapshot.entity(place) for place in range(len(snapshot))]}


@given(whole(), st.lists(whole(), min_size=1, max_size=3))
@settings(max_examples=120, deadline=None)
def test_a_patched_snapshot_holds_what_a_new_one_holds(first: Graph, later: list[Graph]) -> None:
    mapped, before = of_graph("0", first, {PAPER}), first
    for number, after in enumerate(later):
        mapped = patched(mapped, str(number), difference(before, after), {PAPER})
        before = after
    ours, new = Snapshot(mapped), Snapshot(of_graph("x", before, {PAPER}))
    assert held(ours) == held(new)
    for name in (
        "kind",
        "connects",
        "day",
        "start",
        "end",
        "type",
        "certainty",
        "earliest",
        "flags",
        "first",
        "at_tie",
    ):
        assert np.array_equal(getattr(ours, name), getattr(new, name)), name
        assert getattr(ours, name).dtype == getattr(new, name).dtype, name
    assert ours.version == str(len(later) - 1)


@given(whole())
@settings(max_examples=20, deadline=None)
def test_no_change_changes_nothing(graph: Graph) -> None:
    mapped = of_graph("0", graph, {PAPER})
    assert held(Snapshot(patched(mapped, "1", difference(graph, graph), set()))) == held(Snapshot(mapped))
