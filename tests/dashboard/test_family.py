"""The page Family on the research set: the families that there are, the tree, and what two people are to each other."""

from __future__ import annotations

import pytest

from kb.i18n import LANGS, Lang
from kb.settings import Settings
from tests.dashboard.conftest import Open, drawings_of

pytestmark = pytest.mark.local

AKMYRZA, TAIMYRZA = "uprisings_372:p013", "uprisings_372:p014"


def test_without_a_name_the_families_of_the_base_are_listed(research: Settings, open_page: Open) -> None:
    shown = open_page("family")
    assert "Ақмырза Төсұлы" in shown.text
    assert "family?id=uprisings_372%3Ap013" in shown.html


def test_the_tree_of_a_person_is_drawn_from_him(research: Settings, open_page: Open) -> None:
    shown = open_page("family", id=AKMYRZA)
    (drawn,) = drawings_of(shown.app)
    assert drawn["view"] == "tree"
    assert {node["id"] for node in drawn["nodes"]} == {AKMYRZA, TAIMYRZA}
    assert drawn["tree"]["root"] == AKMYRZA


@pytest.mark.parametrize(("lang", "word"), [("ru", "младший брат"), ("kk", "іні"), ("en", "younger brother")])
def test_what_two_people_are_to_each_other_is_said_with_its_source(
    lang: Lang, word: str, research: Settings, open_page: Open
) -> None:
    shown = open_page("family", lang, id=AKMYRZA, b=TAIMYRZA)
    assert word in shown.text
    assert "card?id=uprisings_372%3As023" in shown.html


@pytest.mark.parametrize("lang", LANGS)
def test_that_nothing_is_known_of_kin_is_not_said_as_that_there_was_none(
    lang: Lang, research: Settings, open_page: Open
) -> None:
    said = {"ru": "Это не значит", "kk": "білдірмейді", "en": "does not mean"}[lang]
    assert said in open_page("family", lang, id="uprisings_372:p032").text
    assert said in open_page("family", lang, id="uprisings_372:p008", b=AKMYRZA).text


def test_a_place_has_no_family(research: Settings, open_page: Open) -> None:
    assert "pl001" in open_page("family", id="uprisings_372:pl001").text
