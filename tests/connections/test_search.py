from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings

from kb.connections import PathOptions, Paths, Snapshot, options_of, search
from kb.connections.build import assembled
from kb.connections.weights import weights
from kb.errors import ParameterError, UnknownId
from tests.connections.graphs import PAPER, Made, graphs, options

Tie = tuple[str, str, str, dict[str, object]]


def tie(start: str, type_: str, end: str, *claims: str, **said: object) -> Tie:
    found = {"claims": list(claims or [f"c-{start}-{end}"]), "certainty": "probable", "witnesses": 2}
    return start, type_, end, {**found, "prosecution_only": False, **said}


KINDS = {"p": "Person", "u": "Uprising", "l": "Lineage", "v": "Place", "c": "Case", "m": "Measure", "o": "Organisation"}


def graph(
    *ties: Tie, walls: tuple[str, ...] = (), alone: tuple[str, ...] = (), days: dict[str, int] | None = None
) -> Snapshot:
    names = {name for each in ties for name in (each[0], each[2])} | set(alone)
    entities = [(name, KINDS[name[0]], name not in walls, name.upper()) for name in sorted(names)]
    return Snapshot(assembled("v", entities, ties, {PAPER}, days or {}))


def find(snapshot: Snapshot, one: str, other: str, wanted: PathOptions | None = None) -> Paths:
    first, last = ([snapshot.find(name) for name in side.split(",")] for side in (one, other))
    return search(snapshot, first, last, wanted or PathOptions())


def names(found: Paths) -> list[str]:
    return [" ".join([path.start.id, *(hop.end.id for hop in path.hops)]) for path in found.paths]


RISINGS = graph(
    tie("p1", "TOOK_PART_IN", "u1"),
    tie("p2", "TOOK_PART_IN", "u1", "c1", witnesses=1, certainty="not_rated"),
    tie("p2", "TOOK_PART_IN", "u2"),
    tie("p3", "TOOK_PART_IN", "u2"),
    tie("p4", "TOOK_PART_IN", "u1"),
    tie("p4", "ACCUSED_OVER", "u2", "c2", prosecution_only=True, voices=["investigator"]),
)


def test_the_weakest_link_is_named_and_why() -> None:
    first, second = find(RISINGS, "p1", "p3").paths
    assert names(find(RISINGS, "p1", "p3")) == ["p1 u1 p2 u2 p3", "p1 u1 p4 u2 p3"]
    assert (first.weakest, first.why) == (1, ("not_rated", "one_witness"))
    assert (second.weakest, second.why) == (2, ("investigation",))


def test_what_a_path_loses_with_a_claim_is_said() -> None:
    first, second = find(RISINGS, "p1", "p3").paths
    weak = [(loss.claim, loss.effect, loss.instead) for loss in first.losses if loss.hop == first.weakest]
    assert weak == [("c1", "breaks", 1)]
    assert [(loss.claim, loss.instead) for loss in second.losses if loss.hop == 2] == [("c2", 0)]
    assert [loss.instead for loss in first.losses if loss.claim == "c-p1-u1"] == [None]


def test_another_kind_of_tie_is_left_where_one_falls() -> None:
    snapshot = graph(tie("p1", "SIBLING_OF", "p2", "c1"), tie("p1", "ASSOCIATED_WITH", "p2", "c2"))
    path = find(snapshot, "p1", "p2").paths[0]
    assert (path.hops[0].tie, path.hops[0].also) == ("SIBLING_OF", ("ASSOCIATED_WITH",))
    assert [(loss.claim, loss.effect) for loss in path.losses] == [("c1", "other_tie")]


def test_a_tie_with_two_claims_falls_with_neither() -> None:
    assert find(graph(tie("p1", "SIBLING_OF", "p2", "c1", "c2")), "p1", "p2").paths[0].losses == ()


def test_a_shared_event_is_named_with_its_rule() -> None:
    path = find(RISINGS, "p1", "p3").paths[0]
    assert [(each.rule, each.one.id, each.at.id, each.other.id, each.hop) for each in path.shared] == [
        ("same_rising", "p1", "u1", "p2", 0),
        ("same_rising", "p2", "u2", "p3", 2),
    ]


@pytest.mark.parametrize(
    ("days", "rule"),
    [
        ({"m1": 19300410, "m2": 19300410}, "same_decision"),
        ({"m1": 19300410, "m2": 19300411}, "same_body"),
        ({}, "same_body"),
    ],
)
def test_one_troika_and_day_is_a_rule_of_its_own(days: dict[str, int], rule: str) -> None:
    ties = [tie(f"p{n}", "SUBJECT_OF", f"m{n}") for n in (1, 2)] + [tie(f"m{n}", "DECIDED_BY", "o1") for n in (1, 2)]
    snapshot = graph(*ties, days=days)
    assert find(snapshot, "p1", "p2").paths == ()
    path = find(snapshot, "p1", "p2", options_of(through=["organ"])).paths[0]
    assert [(each.rule, each.at.id, each.hop) for each in path.shared] == [(rule, "o1", 1)]


def test_a_rule_can_be_switched_off() -> None:
    closed = find(RISINGS, "p1", "p3", options_of(without=["same_rising"]))
    assert (closed.paths, [miss.what for miss in closed.searched.misses]) == ((), ["closed"])
    assert names(find(RISINGS, "p1", "p3", options_of(without=["same_case", "same_place"])))[0] == "p1 u1 p2 u2 p3"
    assert options_of(without=["same_case", "WITHIN"]).closed == {"same_case"}
    with pytest.raises(ParameterError):
        options_of(without=["same_dream"])


def test_single_people_and_places_can_be_avoided() -> None:
    assert names(find(RISINGS, "p1", "p3", replace(PathOptions(), avoid=frozenset({"p2"})))) == ["p1 u1 p4 u2 p3"]
    with pytest.raises(ParameterError):
        find(RISINGS, "p1", "p3", replace(PathOptions(), avoid=frozenset({"p1"})))
    with pytest.raises(UnknownId):
        find(RISINGS, "p1", "p3", replace(PathOptions(), avoid=frozenset({"p99"})))


def test_voices_and_witnesses_narrow_the_search() -> None:
    assert names(find(RISINGS, "p1", "p3", options_of(witnesses=2))) == ["p1 u1 p4 u2 p3"]
    assert names(find(RISINGS, "p1", "p3", options_of(not_investigation=True))) == ["p1 u1 p2 u2 p3"]
    assert find(RISINGS, "p1", "p3", options_of(voices=["investigator"])).paths == ()
    assert names(find(RISINGS, "p4", "u2", options_of(voices=["investigator"]))) == ["p4 u2"]
    assert names(find(RISINGS, "p4", "u2", options_of(only=["TOOK_PART_IN"])))[0] == "p4 u1 p2 u2"


def test_only_what_a_document_says_and_somebody_saw() -> None:
    snapshot = graph(tie("p1", "SIBLING_OF", "p2", PAPER), tie("p2", "SIBLING_OF", "p3"), tie("p1", "SIBLING_OF", "p3"))
    assert names(find(snapshot, "p1", "p2", options_of(documented=True))) == ["p1 p2"]
    assert find(snapshot, "p1", "p3", options_of(documented=True)).paths == ()


def test_two_groups_are_connected_by_the_nearest_of_them() -> None:
    assert set(names(find(RISINGS, "p1,p4", "p2,p3"))) == {"p1 u1 p2", "p4 u1 p2", "p4 u2 p2", "p4 u2 p3"}
    assert names(find(RISINGS, "p1,p2", "p2,p3"))[0] == "p2"


def test_no_connection_is_an_answer_with_the_nearest_misses() -> None:
    found = find(RISINGS, "p1", "p3", options_of(max_hops=3))
    assert (found.paths, found.searched.stopped, found.searched.entities) == ((), "max_hops", 6)
    assert [(miss.what, miss.length) for miss in found.searched.misses] == [("max_hops", 4)]
    found = find(RISINGS, "p1", "p3", options_of(witnesses=2, not_investigation=True))
    assert found.searched.stopped == "exhausted"
    assert [(miss.what, miss.length) for miss in found.searched.misses] == [("not_investigation", 4), ("witnesses", 4)]


def test_a_wall_is_a_miss_too() -> None:
    snapshot = graph(tie("p1", "MEMBER_OF", "l1"), tie("p2", "MEMBER_OF", "l1"), walls=("l1",))
    found = find(snapshot, "p1", "p2")
    assert (found.paths, [(miss.what, miss.length) for miss in found.searched.misses]) == ((), [("lineage", 2)])
    assert names(find(snapshot, "p1", "p2", options_of(through=["lineage"]))) == ["p1 l1 p2"]
    assert names(find(snapshot, "p1", "l1")) == ["p1 l1"]


def test_where_only_all_restrictions_together_stand_in_the_way() -> None:
    snapshot = graph(tie("p1", "MEMBER_OF", "l1"), tie("p2", "MEMBER_OF", "l1", witnesses=1), walls=("l1",))
    found = find(snapshot, "p1", "p2", options_of(witnesses=2))
    assert [(miss.what, miss.length) for miss in found.searched.misses] == [("all", 2)]


def test_nothing_at_all_connects_some() -> None:
    found = find(graph(tie("p1", "SIBLING_OF", "p2"), alone=("p3",)), "p1", "p3")
    assert (found.paths, found.searched.stopped, found.searched.misses) == ((), "exhausted", ())


def test_a_filter_that_leaves_nothing_is_answered() -> None:
    found = find(RISINGS, "p1", "p3", options_of(without=["TOOK_PART_IN"], years="1920"))
    assert (found.paths, found.searched.entities) == ((), 2)


def test_better_evidence_goes_before_fewer_hops_when_asked() -> None:
    snapshot = graph(
        tie("p1", "NAMED_IN_TESTIMONY", "p2", certainty="doubtful", witnesses=0, prosecution_only=True),
        tie("p1", "SIBLING_OF", "p3", certainty="certain", witnesses=4),
        tie("p3", "SIBLING_OF", "p2", certainty="certain", witnesses=4),
    )
    assert names(find(snapshot, "p1", "p2")) == ["p1 p2", "p1 p3 p2"]
    best = find(snapshot, "p1", "p2", options_of(by="evidence"))
    assert names(best) == ["p1 p3 p2", "p1 p2"]
    assert best.paths[0].cost == 2 * weights().step


def test_of_equally_short_paths_that_of_best_evidence_is_first() -> None:
    snapshot = graph(
        tie("p1", "SIBLING_OF", "p2", certainty="doubtful"),
        tie("p2", "SIBLING_OF", "p4"),
        tie("p1", "SIBLING_OF", "p3"),
        tie("p3", "SIBLING_OF", "p4"),
    )
    assert names(find(snapshot, "p1", "p4")) == ["p1 p3 p4", "p1 p2 p4"]


def test_a_hub_of_thousands_that_alone_connects_two_is_passed_at_once() -> None:
    crowd = [tie(f"p{number}", "TOOK_PART_IN", "u1") for number in range(4500)]
    others = [tie(f"p{number}", "BORN_IN", f"v{number % 90}") for number in range(2, 4500)]
    snapshot = graph(*crowd, *others)
    for by in ("hops", "evidence"):
        began = time.perf_counter()
        found = find(snapshot, "p0", "p1", options_of(by=by, max_hops=10))
        assert time.perf_counter() - began < 2
        assert (names(found), found.cut, found.paths[0].why) == (["p0 u1 p1"], False, ("hub",))
    assert len(find(snapshot, "p2", "p3", options_of(k=20, by="evidence")).paths) == 20


@given(graphs(), options)
@settings(max_examples=80, deadline=None)
def test_every_path_says_what_it_rests_on(made: Made, wanted: PathOptions) -> None:
    snapshot = made.snapshot()
    one, other = made.entities[0][0], made.entities[-1][0]
    found = find(snapshot, one, other, wanted)
    said = {(start, type_, end): properties for start, type_, end, properties in made.ties}
    for path in found.paths:
        at = path.start.id
        for hop in path.hops:
            assert hop.start.id == at
            at = hop.end.id
            key = (hop.start.id, hop.tie, hop.end.id) if hop.forward else (hop.end.id, hop.tie, hop.start.id)
            assert list(hop.claims) == said[key]["claims"]
            assert hop.tie in wanted.ties
        assert at == other
        assert 0 <= path.weakest < len(path.hops)
    assert found.paths or found.searched.stopped in ("max_hops", "exhausted")
    assert all(miss.length > wanted.max_hops for miss in found.searched.misses if miss.what == "max_hops")
