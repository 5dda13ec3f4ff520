"""The page Network and what stands behind it, on the research set: from anywhere, under conditions, never a flood."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dashboard.drawing.data import Node, Tie
from dashboard.network import part
from dashboard.network.measured import measured
from dashboard.network.picture import choices_of, network_of
from dashboard.network.question import Opened, Question, question_of
from dashboard.words import Words
from kb.errors import ParameterError
from kb.i18n import LANGS, Lang
from kb.settings import Settings
from tests.dashboard.conftest import Open, drawings_of

pytestmark = pytest.mark.local

SOZAK, ADAI, CENTRE = "uprisings_372:u003", "uprisings_372:u009", "uprisings_372:u006"
SULTANBEK = "uprisings_372:p008"
Ask = Callable[..., list[tuple[Any, ...]]]


def test_a_question_and_its_address_are_the_same_thing() -> None:
    asked = Question(
        (SOZAK,), 2, ("TOOK_PART_IN",), ("same_case",), "1929-1931", "possible", "d:s", True, (Opened("x", "co"),)
    )
    given = {name: [value] if isinstance(value, str) else value for name, value in asked.address().items()}
    assert question_of(given) == asked
    assert question_of({}) == Question()


@pytest.mark.parametrize("wrong", [{"hops": ["9"]}, {"hops": ["x"]}, {"tie": ["KNOWS"]}, {"rule": ["friends"]}])
def test_an_address_that_cannot_be_is_said_to_be_wrong(wrong: dict[str, list[str]]) -> None:
    with pytest.raises(ParameterError):
        question_of(wrong)


def test_the_whole_has_every_rising_and_everybody_who_took_part(research: Settings, ask: Ask) -> None:
    drawn = {node.id for node in network_of(Question(), "ru").nodes}
    risings = {row[0] for row in ask("MATCH (u:Uprising) RETURN u.id AS id")}
    people = {
        row[0] for row in ask("MATCH (p:Person)-[:TOOK_PART_IN|ACCUSED_OVER]->(u:Uprising|Episode) RETURN p.id AS id")
    }
    assert risings | people <= drawn


def test_every_tie_is_one_of_the_base_with_its_claims(research: Settings, ask: Ask) -> None:
    drawn = {(tie.a, tie.kind, tie.b) for tie in network_of(Question(), "ru").ties}
    types = sorted({kind for _, kind, _ in drawn})
    stored = {
        tuple(row)
        for row in ask(
            "MATCH (a)-[t]->(b) WHERE type(t) IN $types RETURN a.id AS a, type(t) AS t, b.id AS b", types=types
        )
    }
    assert drawn <= stored
    assert all(tie.evidence for tie in network_of(Question(), "ru").ties)


def test_one_step_round_a_rising_is_what_is_tied_to_it(research: Settings, ask: Ask) -> None:
    drawn = {node.id for node in network_of(Question((SOZAK,)), "ru").nodes} - {SOZAK}
    near = ask(
        "MATCH (u:Uprising {id: $id})--(e) WHERE NOT e:Record AND NOT e:Claim RETURN DISTINCT e.id AS id",
        id=SOZAK,
    )
    assert drawn == {row[0] for row in near}


def test_conditions_leave_only_what_keeps_them(research: Settings) -> None:
    whole = network_of(Question(), "ru")
    sure = network_of(Question(certainty="possible"), "ru")
    assert 0 < len(sure.ties) < len(whole.ties)
    assert {tie.certainty for tie in sure.ties} <= {"possible", "probable", "certain"}
    early = network_of(Question(years="1929-1929"), "ru")
    assert 0 < len(early.ties) < len(whole.ties)


def test_a_source_shows_only_what_it_says_itself(research: Settings, ask: Ask) -> None:
    source = ask(
        "MATCH (s:Source)<-[:CITES]-(c:Claim {kind: 'participation'}) "
        "RETURN s.id AS id, count(c) AS n ORDER BY n DESC, id LIMIT 1"
    )[0][0]
    said = {row[0] for row in ask("MATCH (:Source {id: $id})<-[:CITES]-(c:Claim) RETURN c.id AS id", id=source)}
    found = network_of(Question(source=source), "ru")
    snapshot = found.asked.snapshot
    assert found.ties
    for tie in found.asked.part().ties:
        assert not said.isdisjoint(snapshot.claims(tie))


def test_people_are_tied_by_a_rule_and_the_meeting_is_not_drawn(research: Settings) -> None:
    found = network_of(Question(rules=("same_rising",)), "ru")
    assert {node.kind for node in found.nodes} == {"Person"}
    together = [tie for tie in found.ties if tie.kind == "same_rising"]
    assert together
    assert all(tie.label.startswith("вместе: ") for tie in together)


def test_expanding_says_counts_first_and_brings_no_more(research: Settings) -> None:
    start = Question((SULTANBEK,), ties=("CHILD_OF",))
    offered = {choice.what: choice.n for choice in choices_of(network_of(start, "ru"), SULTANBEK, Words("ru"))}
    assert offered["co"] > 5
    opened = network_of(Question((SULTANBEK,), ties=("CHILD_OF",), opened=(Opened(SULTANBEK, "co"),)), "ru")
    people = [node for node in opened.nodes if node.kind == "Person"]
    assert len(people) - 1 == offered["co"]
    assert "co" not in {choice.what for choice in choices_of(opened, SULTANBEK, Words("ru"))}


def test_what_is_too_large_comes_as_a_summary_that_says_so(research: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(part, "MOST_NODES", 100)
    found = network_of(Question(years="1900-1999"), "ru")
    assert found.summary
    assert {node.kind for node in found.nodes} <= {"Uprising", "Episode"}
    assert {node.id: node.members for node in found.nodes}[SOZAK] > 15
    assert found.notes[0].startswith("Здесь больше")


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_draws_the_same_picture_in_every_language(lang: Lang, research: Settings, open_page: Open) -> None:
    drawings = drawings_of(open_page("network", lang, start=CENTRE, hops="2").app)
    drawing = next(one for one in drawings if one["view"] == "network")
    assert drawing["lang"] == lang
    assert len(drawing["nodes"]) == len(network_of(Question((CENTRE,), 2), "en").nodes)
    assert drawing["words"]["fit"] == {"ru": "Всё", "kk": "Бәрі", "en": "All"}[lang]
    assert {node["mark"] for node in drawing["nodes"]} <= drawing["terms"]["marks"].keys()
    assert {node["mark"] for node in drawing["nodes"]} <= drawing["look"]["shapes"].keys()


def test_the_same_view_gives_the_same_bytes(research: Settings, open_page: Open) -> None:
    one, other = (drawings_of(open_page("network", start=SOZAK).app) for _ in range(2))
    assert one == other


def test_a_start_that_is_not_there_is_said(research: Settings, open_page: Open) -> None:
    assert "Такого нет в базе" in open_page("network", start="d:nobody").text


def test_a_name_with_markup_and_right_to_left_letters_is_only_text(research: Settings, open_page: Open) -> None:
    shown = open_page("network", find="</script><img src=x> اقباسوۋ")
    assert "<img" not in shown.html


@pytest.mark.parametrize(("page", "ident"), [("person", SULTANBEK), ("uprising", ADAI)])
def test_a_card_shows_what_is_around_it_and_leads_to_the_page(
    page: str, ident: str, research: Settings, open_page: Open
) -> None:
    shown = open_page(page, id=ident)
    drawing = next(one for one in drawings_of(shown.app) if one["view"] == "network")
    assert ident in {node["id"] for node in drawing["nodes"]}
    assert 'href="network?start=uprisings_372' in shown.html


def test_a_card_with_hundreds_around_it_sends_to_the_page(
    research: Settings, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.network.corner.MOST", 5)
    monkeypatch.setattr("dashboard.network.corner.FEW", 1)
    assert "на карточке рисуется не больше 5" in open_page("uprising", id=SOZAK).text


def test_who_joins_what_is_otherwise_apart_stands_first_and_what_is_doubtful_is_told() -> None:
    people = [Node(f"p{n}", "Person", f"Лицо {n}") for n in range(5)]
    risings = [Node("u1", "Uprising", "Первое"), Node("u2", "Uprising", "Второе")]
    ties = [Tie(f"t{n}", f"p{n}", "u1" if n < 3 else "u2", "TOOK_PART_IN", "участие") for n in range(5)]
    ties.append(Tie("bridge", "p0", "u2", "TOOK_PART_IN", "участие", certainty="doubtful"))
    nodes, standing = measured([*people, *risings], ties)
    between = {node.id: node.measures.get("between", 0) for node in nodes}
    assert between["p0"] > between["p1"] == 0
    assert standing["p0"].rank == 1
    assert standing["p0"].without > 1
    assert measured([], []) == ([], {})
