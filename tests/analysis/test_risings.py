"""Risings are tied by people, kin of people, places and cases that they share, each tie with its evidence."""

from __future__ import annotations

import numpy as np

from kb.analysis import Risings, brokers, define, measure, network
from kb.analysis.document import broker, join
from kb.connections.snapshot import Snapshot
from tests.analysis.graphs import snapshot, tie

BASE = snapshot(
    tie("p1", "TOOK_PART_IN", "u1", "c1"),
    tie("p1", "TOOK_PART_IN", "u2", "c2"),
    tie("p2", "TOOK_PART_IN", "u1", "c3"),
    tie("p2", "TOOK_PART_IN", "u2", "c4", certainty="doubtful"),
    tie("p3", "TOOK_PART_IN", "u1"),
    tie("p4", "TOOK_PART_IN", "u3"),
    tie("p4", "ACCUSED_OVER", "u1", prosecution_only=True),
    tie("p3", "SIBLING_OF", "p4", "kin"),
    tie("u1", "TOOK_PLACE_IN", "v1"),
    tie("u2", "TOOK_PLACE_IN", "v1"),
    tie("u1", "TOOK_PLACE_IN", "v9"),
    tie("u3", "TOOK_PLACE_IN", "v9"),
    tie("c1", "CONCERNS", "u2"),
    tie("c1", "CONCERNS", "u3"),
    tie("p3", "INVOLVED_IN", "c2", case_roles=["accused"]),
    tie("p4", "INVOLVED_IN", "c2", case_roles=["accused"]),
    tie("p1", "TOOK_PART_IN", "u9"),
    alone=["u4"],
    walls=["u9", "v9"],
)


def risings(found: Snapshot, **said: object) -> Risings:
    made = network(found, define("risings", {"shape": "risings", **said}))
    assert isinstance(made, Risings)
    return made


def counts(made: Risings) -> dict[str, dict[str, int]]:
    def named(place: int) -> str:
        return made.snapshot.id(place)

    return {f"{named(each.one)} {named(each.other)}": dict(each.counts) for each in made.joins()}


def test_every_reason_is_counted_once_for_each_that_it_rests_on() -> None:
    assert counts(risings(BASE)) == {
        "u1 u2": {"people": 2, "places": 1},
        "u1 u3": {"kin": 1, "cases": 1},
        "u2 u3": {"cases": 1},
    }


def test_a_rising_that_nothing_joins_is_in_it_and_an_umbrella_is_not() -> None:
    made = risings(BASE)
    assert [BASE.id(int(place)) for place in made.nodes] == ["u1", "u2", "u3", "u4"]
    assert made.graph().degree.tolist() == [2, 2, 2, 0]


def test_filters_and_doubts_take_links_away() -> None:
    assert counts(risings(BASE, certainty="possible"))["u1 u2"] == {"people": 1, "places": 1}
    found = measure(risings(BASE))
    assert found.doubts["doubtful"] == 3
    assert (found.components, found.diameter) == ([3, 1], 1)


def test_a_case_of_too_many_people_joins_nothing_and_is_named() -> None:
    made = risings(BASE, hub=2)
    assert "cases" in counts(made)["u1 u3"]
    crowd = snapshot(
        *(tie(f"p{n}", "INVOLVED_IN", "c1", case_roles=["accused"]) for n in range(5)),
        *(tie(f"p{n}", "TOOK_PART_IN", f"u{n % 2}") for n in range(5)),
    )
    large = risings(crowd, hub=4)
    assert (counts(large), [each.people for each in large.left_out()]) == ({}, [5])
    assert counts(risings(crowd, hub=5)) == {"u0 u1": {"cases": 1}}


def test_each_link_leads_to_its_claims() -> None:
    made = risings(BASE)
    first = join(BASE, made.joins()[0])
    people = [link for link in first["links"] if link["reason"] == "people"]
    assert [(link["via"][0]["id"], link["claims"]) for link in people] == [("p1", ["c1", "c2"]), ("p2", ["c3", "c4"])]
    kin = next(link for each in made.joins() for link in join(BASE, each)["links"] if link["reason"] == "kin")
    assert ([via["id"] for via in kin["via"]], kin["claims"]) == (["p3", "p4"], ["c-p3-u1", "kin", "c-p4-u3"])


def test_a_link_falls_with_any_tie_that_it_rests_on() -> None:
    made = risings(BASE)
    kept = np.ones(BASE.ties, dtype=np.bool_)
    whole = made.graph(kept)
    assert whole.edges == made.graph().edges
    assert whole.weight.tolist() == made.graph().weight.tolist()
    kin = next(tie_ for tie_ in range(BASE.ties) if BASE.claims(tie_) == ["kin"])
    kept[kin] = False
    assert made.graph(kept).weight.sum() == whole.weight.sum() - 1


def test_who_fought_against_two_risings_is_counted_apart_and_is_no_broker() -> None:
    found = snapshot(*(tie("p1", "TOOK_PART_IN", rising, side="soviet") for rising in ("u1", "u2")))
    assert counts(risings(found)) == {"u1 u2": {"suppressors": 1}}
    assert brokers(found, np.ones(found.ties, dtype=np.bool_)) == []


def test_brokers_join_risings_that_few_others_join() -> None:
    found = brokers(BASE, np.ones(BASE.ties, dtype=np.bool_))
    assert [(BASE.id(each.person), each.score, each.alone) for each in found] == [("p1", 0.5, 0), ("p2", 0.5, 0)]
    assert [rising["claims"] for rising in broker(BASE, found[0])["risings"]] == [["c1"], ["c2"]]
    certain = brokers(BASE, BASE.certainty >= 2)
    assert [(BASE.id(each.person), each.score, each.alone) for each in certain] == [("p1", 1.0, 1)]
