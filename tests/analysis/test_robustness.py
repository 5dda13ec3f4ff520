"""Ranks say how far they depend on doubtful evidence and on which claims there happen to be."""

from __future__ import annotations

import numpy as np
import pytest

from kb.analysis import Doubts, Measures, define, measure, network
from kb.analysis.engine import has_networkit
from kb.analysis.resampling import Claims
from kb.connections.snapshot import Snapshot
from tests.analysis.graphs import Tie, snapshot, tie

ASSOCIATION = define("test", {"ties": ["ASSOCIATED_WITH"]})


def star(centre: str, *others: str, **said: object) -> list[Tie]:
    return [tie(*sorted((centre, other))[:1], "ASSOCIATED_WITH", max(centre, other), **said) for other in others]


def measured(found: Snapshot, unsure: Doubts | None = None) -> tuple[Measures, dict[str, int]]:
    made = network(found, ASSOCIATION)
    numbers = {found.id(int(place)): node for node, place in enumerate(made.nodes)}
    return measure(made, unsure or Doubts()), numbers


def test_a_rank_that_hangs_on_doubtful_ties_is_unstable() -> None:
    doubtful = star("p1", "p2", "p3", "p4", "p5", "p6", "p7", certainty="doubtful", witnesses=2)
    firm = star("p8", "p2", "p3", "p4", "p5", certainty="certain", witnesses=3)
    found, number = measured(snapshot(*doubtful, *firm))
    degree = found.ranked["degree"]
    first = number["p1"]
    assert degree.rank[first] == 1
    assert degree.greatest[first] > 3
    assert (degree.word(first), found.doubts["doubtful"]) == ("unstable", 4)


def test_a_rank_that_many_claims_carry_is_stable() -> None:
    names = [f"p{number}" for number in range(2, 30)]
    many = [
        (*each[:3], {**each[3], "claims": [f"{each[0]}{each[2]}{n}" for n in range(6)]}) for each in star("p1", *names)
    ]
    found, number = measured(snapshot(*many))
    for each in found.ranked.values():
        assert (each.least[number["p1"]], each.greatest[number["p1"]], each.word(number["p1"])) == (1, 1, "stable")
    assert found.ranked["degree"].runs == 100
    assert dict(found.doubts) == {}


def test_what_leaves_no_tie_at_all_is_said_and_does_not_make_everybody_first() -> None:
    carried = [
        (*each[:3], {**each[3], "claims": [f"{each[2]}{n}" for n in range(8)], "witnesses": 1})
        for each in star("p1", "p2", "p3", "p4", "p5", "p6")
    ]
    found, number = measured(snapshot(*carried))
    assert found.doubts["single_witness"] == 0
    assert found.ranked["degree"].least[number["p4"]] == 2


def test_ties_of_the_investigation_are_left_out_to_see_what_remains() -> None:
    found, number = measured(
        snapshot(
            *star("p1", "p2", "p3", "p4", prosecution_only=True),
            *star("p5", "p2", "p3"),
            tie("p6", "ASSOCIATED_WITH", "p7"),
        )
    )
    assert found.doubts["investigation"] == 3
    assert found.ranked["degree"].greatest[number["p1"]] >= 6


def test_claims_drawn_anew_carry_the_network_they_say_and_the_same_seed_draws_the_same() -> None:
    base = snapshot(
        *(tie(f"p{n}", "ASSOCIATED_WITH", f"p{n + 1}", f"c{n}") for n in range(1, 9)), tie("p1", "SIBLING_OF", "p3")
    )
    made = network(base, ASSOCIATION)
    claims = Claims(made)
    whole = made.graph()
    assert claims.number == 8
    sizes = []
    for seed in range(200):
        drawn = claims.drawn(seed)
        pairs = set(zip(drawn.one.tolist(), drawn.other.tolist(), strict=True))
        assert pairs <= set(zip(whole.one.tolist(), whole.other.tolist(), strict=True))
        assert np.array_equal(drawn.one, claims.drawn(seed).one)
        sizes.append(drawn.edges)
    assert 0.6 < np.mean(sizes) / whole.edges < 0.72  # 1 - (1 - 1/8) ** 8 = 0.66


def test_a_claim_that_carries_two_ties_takes_both_with_it() -> None:
    base = snapshot(
        tie("p1", "ASSOCIATED_WITH", "p2", "c1"),
        tie("p3", "ASSOCIATED_WITH", "p4", "c1"),
        tie("p5", "ASSOCIATED_WITH", "p6", "c2"),
    )
    made = network(base, ASSOCIATION)
    for seed in range(30):
        drawn = Claims(made).drawn(seed)
        assert (0 in drawn.one) == (2 in drawn.one)


def test_doubtful_identities_are_joined_and_dropped() -> None:
    base = snapshot(*star("p1", "p2", "p3", "p4"), *star("p5", "p6", "p7", "p8"), tie("p9", "ASSOCIATED_WITH", "p99"))
    pair = base.find("p1"), base.find("p5")
    found, number = measured(base, Doubts((pair,), frozenset(pair)))
    assert dict(found.doubts) == {"identity_joined": 7, "identity_dropped": 1}
    assert found.ranked["degree"].greatest[number["p5"]] == 10


def test_what_meets_at_an_event_is_drawn_anew_with_it() -> None:
    base = snapshot(*(tie(f"p{n}", "TOOK_PART_IN", "u1", f"c{n}") for n in range(1, 5)))
    made = network(base, define("test", {"rules": ["same_rising"]}))
    sizes = {Claims(made).drawn(seed).edges for seed in range(40)}
    assert sizes <= {0, 1, 3, 6}
    assert len(sizes) > 2


@pytest.mark.skipif(not has_networkit(), reason="there is no NetworKit for this system")
def test_two_groups_that_one_tie_joins_are_two_stable_communities() -> None:
    def clique(names: list[str]) -> list[Tie]:
        return [
            tie(one, "ASSOCIATED_WITH", other, *(f"{one}{other}{n}" for n in range(4)))
            for place, one in enumerate(names)
            for other in names[place + 1 :]
        ]

    found, number = measured(
        snapshot(
            *clique(["p1", "p2", "p3", "p4", "p5"]),
            *clique(["p6", "p7", "p8", "p9"]),
            tie("p5", "ASSOCIATED_WITH", "p6"),
        )
    )
    assert found.communities is not None
    assert [(len(each.members), each.word) for each in found.communities.found] == [(5, "stable"), (4, "stable")]
    assert found.community_of[number["p1"]] == 0
    assert found.communities.modularity == pytest.approx(0.41, abs=0.05)


@pytest.mark.skipif(not has_networkit(), reason="there is no NetworKit for this system")
def test_a_ring_has_no_stable_communities() -> None:
    names = [f"p{number:02}" for number in range(24)]
    ring = [tie(min(pair), "ASSOCIATED_WITH", max(pair)) for pair in zip(names, [*names[1:], names[0]], strict=True)]
    found, _ = measured(snapshot(*ring))
    assert found.communities is not None
    assert "unstable" in {each.word for each in found.communities.found}
