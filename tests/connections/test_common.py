"""What people share, in made-up graphs: the same as the neighbours that they have in common."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings

from kb.connections.common import Common, decided_of, shared_by
from kb.connections.snapshot import Snapshot
from tests.connections.graphs import Made, graphs
from tests.connections.test_search import graph, tie


def shared(snapshot: Snapshot, *names: str) -> list[Common]:
    places = [snapshot.find(name) for name in names]
    return shared_by(snapshot, {place: snapshot.entity(place) for place in places})


@given(graphs())
@settings(max_examples=150, deadline=None)
def test_what_two_share_is_what_both_are_tied_to(made: Made) -> None:
    snapshot = made.snapshot()
    kinds = {ident: kind for ident, kind, _ in made.entities}
    walked = {"SIBLING_OF", "TOOK_PART_IN", "ACCUSED_OVER"}
    beside: dict[str, set[str]] = {ident: set() for ident in kinds}
    for start, type_, end, _ in made.ties:
        if type_ in walked:
            beside[start].add(end)
            beside[end].add(start)
    people = [ident for ident, kind in kinds.items() if kind == "Person"]
    for one, other in combinations(people, 2):
        wanted = (beside[one] & beside[other]) - {one, other}
        assert {each.at.id for each in shared(snapshot, one, other)} == wanted


def test_an_episode_of_a_rising_is_a_part_in_the_rising() -> None:
    snapshot = graph(
        tie("p1", "TOOK_PART_IN", "u1"), tie("p2", "TOOK_PART_IN", "u2"), tie("u2", "PART_OF", "u1"), alone=("p3",)
    )
    (found,) = shared(snapshot, "p1", "p2", "p3")
    assert (found.rule, found.at.id, found.overlap) == ("same_rising", "u1", None)
    links = {share.person.id: share.links[0] for share in found.shares}
    assert set(links) == {"p1", "p2"}
    assert (links["p1"].via, links["p2"].via and links["p2"].via.id) == (None, "u2")
    assert links["p2"].claims == ("c-p2-u2",)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ({"earliest": 19280101, "latest": 19291231}, {"earliest": 19290601, "latest": 19310101}, "yes"),
        ({"earliest": 19280101, "latest": 19281231}, {"earliest": 19290601, "latest": 19310101}, "no"),
        ({"latest": 19281231}, {"earliest": 19290601}, "no"),
        ({"earliest": 19280101}, {"earliest": 19290601, "latest": 19310101}, "unknown"),
        ({}, {}, "unknown"),
    ],
)
def test_a_shared_place_says_whether_the_times_overlap(
    one: dict[str, object], other: dict[str, object], overlap: str
) -> None:
    snapshot = graph(tie("p1", "LIVED_IN", "v1", **one), tie("p2", "LIVED_IN", "v1", **other))
    (found,) = shared(snapshot, "p1", "p2")
    assert (found.rule, found.overlap) == ("same_place", overlap)


def test_what_connects_nobody_by_itself_comes_last_and_says_so() -> None:
    ties = [tie(person, "MEMBER_OF", "l1") for person in ("p1", "p2")]
    ties += [tie(person, "INVOLVED_IN", "c1") for person in ("p1", "p2")]
    snapshot = graph(*ties, walls=("l1",))
    assert [(each.rule, each.connects) for each in shared(snapshot, "p1", "p2")] == [
        ("same_case", True),
        ("same_lineage", False),
    ]


def test_what_more_of_them_share_comes_first() -> None:
    ties = [tie(person, "TOOK_PART_IN", "u1") for person in ("p1", "p2", "p3")]
    ties += [tie(person, "INVOLVED_IN", "c1") for person in ("p1", "p2")]
    found = shared(graph(*ties), "p1", "p2", "p3")
    assert [(each.at.id, len(each.shares)) for each in found] == [("u1", 3), ("c1", 2)]


def test_one_body_on_one_day_is_one_decision() -> None:
    ties = [tie(f"p{n}", "SUBJECT_OF", f"m{n}") for n in (1, 2, 3)]
    ties += [tie(f"m{n}", "DECIDED_BY", "o1") for n in (1, 2, 3)]
    snapshot = graph(*ties, days={"m1": 19300410, "m2": 19300410, "m3": 19300411})
    people = {place: snapshot.entity(place) for place in snapshot.of_kind("Person").tolist()}
    (found,) = decided_of(snapshot, people)
    assert (found.rule, found.at.id, found.day) == ("same_decision", "o1", 19300410)
    assert [share.person.id for share in found.shares] == ["p1", "p2"]
