from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TypeAlias

import pytest

from kb.base import state
from kb.errors import ParameterError, UnknownId
from kb.settings import Settings
from kb.store import Store
from queries.paths import PathOptions, Paths, options_of, paths

SULTANBEK, KANAEV = "uprisings_372:p008", "uprisings_372:p119"
AKMYRZA, TAIMYRZA = "uprisings_372:p013", "uprisings_372:p014"
PLAIN = PathOptions()

Find: TypeAlias = "partial[Paths]"


@pytest.fixture
def find(store: Store, base: Settings) -> Find:
    return partial(paths, store, base)


def ids(found: Paths) -> list[list[str]]:
    return [[path.hops[0].start["id"], *(hop.end["id"] for hop in path.hops)] for path in found.paths]


def test_leaders_of_two_risings_are_connected_through_the_one_who_fought_both(find: Find) -> None:
    found = find(SULTANBEK, KANAEV)
    assert ids(found)[0] == [SULTANBEK, "uprisings_372:u003", "uprisings_372:p114", "uprisings_372:u024", KANAEV]
    path = found.paths[0]
    assert path.length == 4
    assert path.hops[2].forward and not path.hops[1].forward
    assert all(hop.evidence for hop in path.hops)
    assert path.hops[2].evidence[0].source == "uprisings_372:s113"
    assert path.hops[path.weakest].properties["witnesses"] == min(hop.properties["witnesses"] for hop in path.hops)


def test_every_hop_gives_its_claims_in_the_document(find: Find) -> None:
    document = find(SULTANBEK, KANAEV, replace(PLAIN, k=1)).document()
    assert set(document) == {"paths", "searched", "cut"}
    hop = document["paths"][0]["hops"][0]
    assert (hop["from"], hop["to"], hop["tie"]) == (SULTANBEK, "uprisings_372:u003", "TOOK_PART_IN")
    assert hop["properties"]["side"] == "insurgent"
    assert {"id", "source", "locator", "voice", "stance", "certainty"} <= set(hop["claims"][0])


def test_fewest_hops_come_first_and_no_path_passes_twice_through_one_entity(find: Find) -> None:
    found = find(AKMYRZA, TAIMYRZA, replace(PLAIN, k=20))
    lengths = [path.length for path in found.paths]
    assert lengths[0] == 1
    assert lengths == sorted(lengths)
    assert all(len(path) == len(set(path)) for path in ids(found))
    assert found.paths[0].hops[0].tie == "SIBLING_OF"


def test_a_type_of_tie_can_be_left_out(find: Find) -> None:
    found = find(AKMYRZA, TAIMYRZA, options_of(without=["SIBLING_OF"]))
    assert found.paths[0].length == 2
    assert all(hop.tie != "SIBLING_OF" for path in found.paths for hop in path.hops)


def test_umbrellas_lineages_and_districts_are_passed_only_when_asked(find: Find) -> None:
    narrow = find("uprisings_372:p022", "uprisings_372:p023", options_of(k=30, max_hops=4))
    wide = find("uprisings_372:p022", "uprisings_372:p023", options_of(k=30, max_hops=4, through=["lineage"]))
    lineage = "uprisings_372:lineage.adai"
    assert not any(lineage in path for path in ids(narrow))
    assert any(lineage in path for path in ids(wide))
    assert "lineage" in narrow.searched.not_passed
    assert "lineage" not in wide.searched.not_passed
    umbrella = "uprisings_372:u004"
    planners = ("uprisings_372:p060", "uprisings_372:p061")
    assert not any(umbrella in path for path in ids(find(*planners)))
    assert any(umbrella in path for path in ids(find(*planners, options_of(through=["umbrella"]))))


def test_what_only_the_prosecution_says_is_marked(find: Find) -> None:
    found = find("uprisings_372:p022", "uprisings_372:p023")
    marked = [hop for path in found.paths for hop in path.hops if hop.tie == "ACCUSED_OVER"]
    assert marked
    assert all(hop.prosecution_only for hop in marked)


def test_years_keep_what_may_lie_in_them(find: Find) -> None:
    assert find(SULTANBEK, KANAEV, options_of(years="1929-1930")).paths
    assert not find(SULTANBEK, KANAEV, options_of(years="1931-1932")).paths


def test_certainty_and_documents_narrow_the_search(find: Find) -> None:
    assert not find(SULTANBEK, KANAEV, options_of(certainty="certain")).paths
    assert not find(SULTANBEK, KANAEV, options_of(documented=True)).paths


def test_best_evidence_never_costs_more_than_fewest_hops(find: Find) -> None:
    best = find(SULTANBEK, KANAEV, options_of(by="evidence", k=3))
    assert best.paths
    assert all(path.length <= 6 for path in best.paths)


def test_the_same_paths_are_found_from_the_other_end(find: Find) -> None:
    there = ids(find(SULTANBEK, KANAEV, replace(PLAIN, k=50, max_hops=4)))
    back = ids(find(KANAEV, SULTANBEK, replace(PLAIN, k=50, max_hops=4)))
    assert sorted(there) == sorted(list(reversed(path)) for path in back)


def test_why_a_search_stops_is_said(find: Find) -> None:
    assert find(SULTANBEK, SULTANBEK).paths[0].length == 0
    short = find(SULTANBEK, KANAEV, replace(PLAIN, max_hops=3))
    assert (short.paths, short.searched.stopped, short.cut) == ((), "max_hops", False)
    alone = find(SULTANBEK, "uprisings_372:p090")
    assert (alone.paths, alone.searched.stopped) == ((), "exhausted")
    several = find(AKMYRZA, TAIMYRZA, replace(PLAIN, k=1))
    assert (len(several.paths), several.cut, several.searched.stopped) == (1, True, "enough")


def test_a_group_is_named_by_its_role_in_a_rising(find: Find) -> None:
    found = find("leader@u003", "uprisings_372:p119,p114")
    assert {path[0] for path in ids(found)} >= {SULTANBEK}
    assert {path[-1] for path in ids(found)} <= {KANAEV, "uprisings_372:p114"}
    both = ["uprisings_372:p114", "uprisings_372:u024", KANAEV]
    assert ids(find("all@uprisings_372:u003", KANAEV))[0] == both
    with pytest.raises(ParameterError, match="vizier"):
        find("vizier@u024", KANAEV)


def test_the_weakest_hop_has_its_reasons_and_a_shared_event_its_rule(find: Find) -> None:
    path = find(SULTANBEK, KANAEV).paths[0].document()
    assert path["why"]
    assert [(each["rule"], each["at"], each["hop"]) for each in path["shared"]] == [
        ("same_rising", "uprisings_372:u003", 0),
        ("same_rising", "uprisings_372:u024", 2),
    ]
    known = {claim["id"] for hop in path["hops"] for claim in hop["claims"]}
    assert {loss["claim"] for loss in path["losses"]} <= known


def test_no_connection_says_what_would_connect(find: Find) -> None:
    found = find(SULTANBEK, KANAEV, replace(PLAIN, max_hops=3)).document()
    assert found["searched"]["misses"][0] == {"what": "max_hops", "length": 4}
    assert {
        miss["what"] for miss in find(SULTANBEK, KANAEV, options_of(documented=True)).document()["searched"]["misses"]
    }


def test_the_path_belongs_to_the_version_of_the_base(find: Find, store: Store) -> None:
    assert find(SULTANBEK, KANAEV).document()["searched"]["version"] == state(store).version


def test_an_unknown_end_is_named(find: Find) -> None:
    with pytest.raises(UnknownId, match="p999"):
        find(SULTANBEK, "uprisings_372:p999")


@pytest.mark.parametrize(
    "wrong",
    [
        {"k": 0},
        {"max_hops": 99},
        {"by": "luck"},
        {"without": ["KNOWS"]},
        {"through": ["walls"]},
        {"certainty": "sure"},
        {"years": "soon"},
        {"years": "1932-1929"},
    ],
)
def test_wrong_options_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ParameterError):
        options_of(**wrong)  # type: ignore[arg-type]
