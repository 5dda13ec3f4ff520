"""Common ground of people, in the research set and in the made-up case files."""

from __future__ import annotations

import pytest

from kb.errors import ParameterError, UnknownId
from kb.settings import Settings
from kb.store import Store, connect
from queries.paths import common_ground
from tests.contract.conftest import BASES
from tests.queries.conftest import CaseFiles

SULTANBEK, ALI, KANAEV = "uprisings_372:p008", "uprisings_372:p009", "uprisings_372:p119"


def test_two_leaders_of_one_rising_share_it_and_the_sources_that_name_both(store: Store, base: Settings) -> None:
    found = common_ground(store, base, [SULTANBEK, ALI])
    assert [(each.rule, each.at.id) for each in found.found.shared] == [("same_rising", "uprisings_372:u003")]
    links = [link for share in found.found.shared[0].shares for link in share.links]
    assert all(found.of(link) for link in links)
    assert {each.rule for each in found.found.sources} == {"same_source"}
    claims = store.read(
        "MATCH (s:Source {id: $source})<-[:CITES]-(c:Claim)-[:ABOUT|TO]->(:Record)-[:IS]->(p:Person {id: $person}) "
        "RETURN collect(DISTINCT c.id) AS claims",
        {"source": found.found.sources[0].at.id, "person": found.found.sources[0].shares[0].person.id},
    ).scalar()
    assert set(found.found.sources[0].shares[0].links[0].claims) == set(claims)


def test_a_group_shares_what_two_of_it_share(store: Store, base: Settings) -> None:
    document = common_ground(store, base, ["leaders@u003", KANAEV]).document()
    assert len(document["people"]) > 2
    assert document["shared"][0]["at"]["id"] == "uprisings_372:u003"
    assert len(document["shared"][0]["shares"]) == len(document["people"]) - 1
    assert {"people", "direct", "shared", "sources", "version"} == set(document)


@pytest.mark.parametrize("engine", BASES)
def test_case_files_show_kin_case_and_one_decision(case_files: CaseFiles, engine: str) -> None:
    chosen = case_files.on(engine)
    with connect(chosen) as opened:
        brothers = common_ground(opened, chosen, ["dela:p1", "dela:p2"]).document()
        accused = common_ground(opened, chosen, ["dela:p3", "dela:p4"]).document()
    assert [(each["one"]["id"], each["tie"]) for each in brothers["direct"]] == [("dela:p1", "SIBLING_OF")]
    assert brothers["direct"][0]["claims"][0]["source"] == "dela:s1"
    assert {each["at"]["id"] for each in brothers["shared"]} == {"dela:u1", "dela:u2"}
    rules = {(each["rule"], each["at"]["id"], each["day"]) for each in accused["shared"]}
    assert ("same_case", "dela:k1", None) in rules
    assert ("same_decision", "dela:o1", 19300410) in rules
    assert [each["tie"] for each in accused["direct"]] == ["NAMED_IN_TESTIMONY"]


def test_one_person_the_same_twice_or_a_rising_is_refused(store: Store, base: Settings) -> None:
    for people in ([SULTANBEK], [SULTANBEK, SULTANBEK], [SULTANBEK, "uprisings_372:u003"]):
        with pytest.raises(ParameterError):
            common_ground(store, base, people)
    with pytest.raises(UnknownId):
        common_ground(store, base, [SULTANBEK, "uprisings_372:p999"])
