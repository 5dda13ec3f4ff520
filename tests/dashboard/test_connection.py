"""The connection page beside the path itself: groups, conditions, what is lost, common ground, kinship."""

from __future__ import annotations

import pytest

from dashboard.dossiers import made
from dashboard.words import Words
from kb.i18n import LANGS, Lang
from kb.settings import Settings
from tests.dashboard.conftest import Open

SULTANBEK, ALI, KANAEV = "uprisings_372:p008", "uprisings_372:p009", "uprisings_372:p119"
AKMYRZA, TAIMYRZA = "uprisings_372:p013", "uprisings_372:p014"
SOZAK, BOSTANDYK = "uprisings_372:u003", "uprisings_372:u024"


def test_a_shared_event_stands_with_its_rule_and_each_claim_with_what_falls_without_it(
    research: Settings, open_page: Open
) -> None:
    shown = open_page("connection", a=SULTANBEK, b=KANAEV).text
    assert shown.count("соединены по правилу «одно восстание»") == 2
    assert "Если отвергнуть сведение (3)" in shown
    assert "шаг 2 рвётся, среди найденного ничего не остаётся" in shown


def test_leaders_of_two_risings_are_two_groups_to_choose(research: Settings, open_page: Open) -> None:
    groups = (f"leaders@{SOZAK}", f"leaders@{BOSTANDYK}")
    shown = open_page("connection", a=groups[0], b=groups[1])
    assert shown.app.selectbox[0].value == groups[0]
    assert "Что у них общего 8 человек" in shown.text
    assert "одно восстание · 7 из 8" in shown.text
    assert "Али Асадулла" in shown.text


def test_who_is_in_both_groups_is_said(research: Settings, open_page: Open) -> None:
    shown = open_page("connection", a=f"all@{SOZAK}", b=f"all@{BOSTANDYK}").text
    assert "В обеих группах: Никон Сурдушкин." in shown


@pytest.mark.parametrize("lang", LANGS)
def test_kinship_stands_in_three_languages_with_its_doubts(lang: Lang, research: Settings, open_page: Open) -> None:
    shown = open_page("connection", lang, a=AKMYRZA, b=TAIMYRZA).text
    assert all(word in shown for word in ("младший брат", "іні", "younger brother"))
    assert Words(lang)("grounds.direct") in shown
    nobody = open_page("connection", lang, a=SULTANBEK, b=KANAEV).text
    assert Words(lang)("grounds.no_kin", n=8) in nobody


def test_what_two_share_is_shown_where_no_path_is_found_too(research: Settings, open_page: Open) -> None:
    shown = open_page("connection", a=SULTANBEK, b=ALI, documented="yes").text
    assert "Пути нет" in shown
    assert "Что у них общего 2 человека" in shown


def test_the_conditions_of_the_address_are_those_of_the_search(research: Settings, open_page: Open) -> None:
    avoided = open_page("connection", a=SULTANBEK, b=KANAEV, avoid="uprisings_372:p114").text
    assert "Пути нет" in avoided
    assert "если не обходить названных" in avoided
    for more in ({"years": "1931-1932"}, {"voice": "accused"}, {"witnesses": "2"}):
        assert "Пути нет" in open_page("connection", a=SULTANBEK, b=KANAEV, **more).text
    assert "4 шага" in open_page("connection", a=SULTANBEK, b=KANAEV, free="yes").text


@pytest.mark.parametrize(
    "wrong",
    [
        {"voice": "echo"},
        {"years": "soon"},
        {"witnesses": "many"},
        {"avoid": "uprisings_372:nobody"},
        {"avoid": SULTANBEK},
        {"a": "vizier@uprisings_372:u024"},
        {"a": "leaders@uprisings_372:u999"},
    ],
)
def test_wrong_conditions_get_a_message(wrong: dict[str, str], research: Settings, open_page: Open) -> None:
    assert 'role="status"' in open_page("connection", **{"a": SULTANBEK, "b": KANAEV, **wrong}).html


def test_a_dossier_can_be_had_of_a_person_and_of_a_path(research: Settings, open_page: Open) -> None:
    for shown in (
        open_page("person", id=SULTANBEK),
        open_page("connection", a=SULTANBEK, b=KANAEV),
        open_page("connection", a=SULTANBEK, b=KANAEV, hops="3"),
    ):
        assert [one.proto.label for one in shown.app.get("download_button")] == ["Справка DOCX", "Справка HTML"]
    assert b"<html" in made(SULTANBEK, KANAEV, None, "kk", "html")
    assert made(SULTANBEK, None, None, "ru", "docx").startswith(b"PK")
