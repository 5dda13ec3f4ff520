"""A network is what its definition says; what is left out of it is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.analysis import Definition, define, network, network_named, networks
from kb.connections.snapshot import Snapshot
from kb.errors import ParameterError, QuestionError, UnknownId
from tests.analysis.graphs import snapshot, tie

BASE = snapshot(
    tie("p1", "TOOK_PART_IN", "u1", roles=["leader"], earliest=19290101, latest=19291231),
    tie("p2", "TOOK_PART_IN", "u1", roles=["participant"]),
    tie("p3", "TOOK_PART_IN", "u1", roles=["participant"], certainty="doubtful"),
    tie("p3", "TOOK_PART_IN", "u2"),
    tie("p4", "TOOK_PART_IN", "u2"),
    tie("p4", "ACCUSED_OVER", "u1", prosecution_only=True),
    tie("p1", "SIBLING_OF", "p4"),
    tie("p1", "NAMED_IN_TESTIMONY", "p2", prosecution_only=True),
    tie("p1", "TOOK_PART_IN", "u9"),
    tie("p4", "TOOK_PART_IN", "u9"),
    tie("p2", "INVOLVED_IN", "c1", case_roles=["accused"]),
    tie("p3", "INVOLVED_IN", "c1", case_roles=["witness"]),
    tie("p5", "INVOLVED_IN", "c1", case_roles=["investigator"]),
    walls=["u9"],
    alone=["p6"],
)


def ties(found: Snapshot, **said: object) -> set[str]:
    made = network(found, define("test", said))
    graph = made.graph()
    names = [found.id(int(place)) for place in made.nodes]
    return {f"{names[one]} {names[other]}" for one, other in zip(graph.one.tolist(), graph.other.tolist(), strict=True)}


def test_only_the_ties_asked_for_are_in_it() -> None:
    assert ties(BASE, ties=["SIBLING_OF"]) == {"p1 p4"}
    assert ties(BASE, ties=["NAMED_IN_TESTIMONY"]) == {"p1 p2"}
    assert ties(BASE) == set()


def test_people_of_one_rising_are_tied_but_not_those_only_accused_or_those_of_an_umbrella() -> None:
    assert ties(BASE, rules=["same_rising"]) == {"p1 p2", "p1 p3", "p2 p3", "p3 p4"}


def test_who_fought_each_other_in_a_rising_were_not_together() -> None:
    found = snapshot(
        *(tie(f"p{number}", "TOOK_PART_IN", "u1", side="insurgent") for number in (1, 2)),
        *(tie(f"p{number}", "TOOK_PART_IN", "u1", side="soviet") for number in (3, 4)),
        tie("p5", "TOOK_PART_IN", "u1", side="unknown"),
    )
    assert ties(found, rules=["same_rising"]) == {"p1 p2", "p3 p4"}


def test_who_made_a_case_is_no_companion_of_those_in_it() -> None:
    assert ties(BASE, rules=["same_case"]) == {"p2 p3"}


def test_an_event_of_too_many_ties_nobody_and_is_named() -> None:
    said = {"rules": ["same_rising"], "hub": 2}
    assert ties(BASE, **said) == {"p3 p4"}
    left = network(BASE, define("test", said)).left_out()
    assert [(each.rule, BASE.id(each.event), each.people) for each in left] == [("same_rising", "u1", 3)]


def test_two_modes_tie_people_to_events_and_leave_nothing_out() -> None:
    said = {"rules": ["same_rising"], "shape": "events", "hub": 2}
    assert ties(BASE, **said) == {"p1 u1", "p2 u1", "p3 u1", "p3 u2", "p4 u2"}
    made = network(BASE, define("test", said))
    assert (made.left_out(), made.derived) == ([], False)
    assert network(BASE, define("test", {"rules": ["same_rising"]})).derived


def test_years_certainty_and_investigation_filter_the_ties() -> None:
    assert ties(BASE, rules=["same_rising"], certainty="possible") == {"p1 p2", "p3 p4"}
    assert ties(BASE, rules=["same_rising"], years="1930-") == {"p2 p3", "p3 p4"}
    assert ties(BASE, ties=["NAMED_IN_TESTIMONY", "SIBLING_OF"], not_investigation=True) == {"p1 p4"}


def test_people_are_chosen_by_rising_and_role() -> None:
    made = network(BASE, define("test", {"risings": ["u1"]}))
    assert [BASE.id(int(place)) for place in made.nodes] == ["p1", "p2", "p3", "p4"]
    made = network(BASE, define("test", {"risings": ["u1"], "roles": ["leader"]}))
    assert [BASE.id(int(place)) for place in made.nodes] == ["p1"]
    with pytest.raises(QuestionError, match="nobody"):
        network(BASE, define("test", {"roles": ["khan"]}))
    with pytest.raises(UnknownId):
        network(BASE, define("test", {"risings": ["u77"]}))


def test_one_troika_on_one_day_known_to_the_day() -> None:
    found = snapshot(
        *(tie(f"p{number}", "SUBJECT_OF", f"m{number}") for number in range(1, 6)),
        *(tie(f"m{number}", "DECIDED_BY", "o1") for number in (1, 2, 3, 4)),
        tie("m5", "DECIDED_BY", "o2"),
        days={"m1": 19310512, "m2": 19310512, "m3": 19310513, "m5": 19310512},
    )
    assert ties(found, rules=["same_troika_day"]) == {"p1 p2"}


def test_villages_and_lineages_tie_but_not_districts() -> None:
    found = snapshot(
        tie("p1", "BORN_IN", "v1"),
        tie("p2", "LIVED_IN", "v1"),
        tie("p1", "BORN_IN", "v9"),
        tie("p3", "BORN_IN", "v9"),
        tie("p2", "MEMBER_OF", "l1"),
        tie("p3", "MEMBER_OF", "l1"),
        walls=["v9", "l1"],
    )
    assert ties(found, rules=["same_village"]) == {"p1 p2"}
    assert ties(found, rules=["same_lineage"]) == {"p2 p3"}
    assert ties(found, rules=["same_detachment"]) == set()


def test_an_event_of_few_weighs_more_than_one_of_many_and_kinds_of_tie_add_up() -> None:
    found = snapshot(
        *(tie(f"p{number}", "TOOK_PART_IN", "u1") for number in (1, 2, 3)),
        tie("p1", "SIBLING_OF", "p2"),
        tie("p1", "ASSOCIATED_WITH", "p2"),
    )
    made = define("test", {"ties": ["SIBLING_OF", "ASSOCIATED_WITH"], "rules": ["same_rising"]})
    assert network(found, made).graph().weight.tolist() == [2.5, 0.5, 0.5]


@pytest.mark.parametrize("name", list(networks()))
def test_the_networks_that_come_along_can_be_made(name: str) -> None:
    made = network(BASE, network_named(name))
    assert len(made.nodes) >= 2
    assert made.definition.title["kk"] != made.definition.title["ru"]


def test_a_network_is_defined_in_a_file_and_changed_by_hand(tmp_path: Path) -> None:
    file = tmp_path / "leaders.toml"
    file.write_text('rules = ["same_rising"]\nroles = ["leader"]\nyears = "1929-1931"\n', "utf-8")
    found = network_named(str(file))
    assert (found.roles, found.filters.years, found.title["en"]) == (("leader",), (1929, 1931), "leaders")
    changed = found.changed(years="1930", hub=5)
    assert (changed.roles, changed.filters.years, changed.hub) == (("leader",), (1930, 1930), 5)
    assert found.changed() == Definition(**{name: getattr(found, name) for name in Definition.__slots__})


@pytest.mark.parametrize(
    "text", ['rules = ["same_moon"]', 'colour = "red"', "hub = 1", "rules = [", 'years = "then"', 'hub = "many"']
)
def test_a_file_that_defines_no_network_says_what_is_wrong(tmp_path: Path, text: str) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text(text, "utf-8")
    with pytest.raises((ParameterError, QuestionError)):
        network_named(str(file))


def test_an_unknown_network_names_the_known_ones() -> None:
    with pytest.raises(QuestionError, match="kinship"):
        network_named("nonsense")
