"""Nothing that a level may not see gets into a pack: not by a name, not by a number, not by a tie."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.pack.build import build
from dashboard.pack.deck import deck
from dashboard.pack.story import Story
from kb.errors import DataError, QuestionError
from kb.model import Claim, make_claim
from kb.projection import EntityKey
from tests.pack.conftest import seen_of

RISING = ("uprisings_372:u003", "Uprising")
SOURCE = "uprisings_372:s042"
SECRET = "Қупиябек Жасырынұлы"


def guarded(level: str) -> list[Claim]:
    """A man, his part, and a number, said by a source of the set, for ``level``."""
    man = ("own:1", "Person")
    return [
        make_claim("person", man, {"name_ru": SECRET, "name_kk": SECRET}, cites=[SOURCE], level=level),
        make_claim("participation", man, {"role": "leader"}, to=RISING, cites=[SOURCE], level=level),
        make_claim("uprising", RISING, {"participants": "7777"}, cites=[SOURCE], level=level),
    ]


def test_a_pack_holds_what_its_level_allows(claims: list[Claim], story: Story) -> None:
    page = build(deck(seen_of([*claims, *guarded("public")]), story), ".html", "ru").decode()
    assert SECRET in page
    assert ">7777<" in page


@pytest.mark.parametrize(("level", "of_claims"), [("public", "team"), ("public", "seminar"), ("seminar", "team")])
def test_and_nothing_else(claims: list[Claim], story: Story, level: str, of_claims: str) -> None:
    told = replace(story, level=level)
    without = build(deck(seen_of(claims, level), told), ".html", "ru")
    within = build(deck(seen_of([*claims, *guarded(of_claims)], level), told), ".html", "ru")
    assert SECRET not in within.decode()
    assert within == without
    before, after = (seen_of(some, level).hidden for some in (claims, [*claims, *guarded(of_claims)]))
    assert after - before == len(guarded(of_claims))


def test_a_source_that_is_guarded_hides_what_it_says(claims: list[Claim]) -> None:
    source = ("own:s1", "Source")
    own = [
        make_claim("source", source, {"title": "Письмо"}, level="team"),
        make_claim("person", ("own:1", "Person"), {"name_ru": SECRET}, cites=[source[0]], level="public"),
    ]
    assert EntityKey("Person", "own:1") not in seen_of([*claims, *own]).graph.entities
    assert EntityKey("Person", "own:1") in seen_of([*claims, *own], "team").graph.entities


def test_who_is_hidden_is_said_to_be_hidden_and_who_is_not_there_not_to_be_there(claims: list[Claim]) -> None:
    found = seen_of(claims)
    with pytest.raises(QuestionError) as hidden:
        found.find("uprisings_372:p064")
    assert hidden.value.key == "pack_hidden"
    with pytest.raises(QuestionError) as absent:
        found.find("uprisings_372:p999")
    assert absent.value.key == "unknown_id"


def test_ids_may_be_short(claims: list[Claim]) -> None:
    assert seen_of(claims).find("u003") == EntityKey("Uprising", "uprisings_372:u003")


def test_a_slide_of_somebody_hidden_is_refused(claims: list[Claim], story: Story) -> None:
    path = next(slide for slide in story.slides if slide.show == "path")
    told = replace(story, slides=(replace(path, asked={"from": ("p064",), "to": ("p014",)}),))
    with pytest.raises(DataError):
        deck(seen_of(claims), told)


def test_the_seen_graph_is_the_one_of_the_whole_base_for_the_team(claims: list[Claim]) -> None:
    assert len(seen_of(claims, "team").keys("Person")) == 143
    assert seen_of(claims, "team").hidden == 0
