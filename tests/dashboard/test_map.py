"""The page Map and time: what it draws, counts and says, in every language, and where nothing can be drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dashboard.atlas import reading
from dashboard.atlas.drawn import map_of, short
from dashboard.atlas.reading import Atlas, Happening, Rising, atlas
from dashboard.atlas.spans import Span
from dashboard.drawn import about
from dashboard.views.models import EntityRef
from dashboard.words import Words
from kb.i18n import LANGS, Lang
from kb.settings import Settings
from tests.dashboard.conftest import Open, drawings_of

pytestmark = pytest.mark.local

Ask = Callable[..., list[tuple[Any, ...]]]

SOZAK, ADAI, KARAK = "uprisings_372:u003", "uprisings_372:u009", "uprisings_372:u007"


def drawn(open_page: Open, lang: Lang = "ru", **params: str) -> dict[str, Any]:
    return drawings_of(open_page("map", lang, **params).app)[0]


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_draws_the_same_places_in_every_language_with_its_own_names(
    lang: Lang, research: Settings, open_page: Open
) -> None:
    made = drawn(open_page, lang)
    assert made["view"] == "map"
    assert len(made["months"]) == 12
    mains = {one["id"]: one["main"] for one in made["map"]["risings"]}
    assert mains[ADAI] == "uprisings_372:pl040"
    assert mains[SOZAK] == "uprisings_372:pl010"
    assert {one["rank"] for one in made["map"]["ground"]["names"]} == {1, 2, 3}
    assert made["about"]["notes"] == [Words(lang)("atlas.ground")]


def test_every_rising_of_the_base_stands_in_the_list_and_totals_do_not(
    research: Settings, open_page: Open, ask: Ask
) -> None:
    listed = {one["id"] for one in drawn(open_page)["map"]["risings"]}
    there = {row[0] for row in ask("MATCH (u:Uprising) RETURN u.id AS id")}
    assert there - listed == {"uprisings_372:u000", "uprisings_372:u004"}


def test_sizes_are_of_all_readings_and_dates_keep_what_is_not_accepted(research: Settings, open_page: Open) -> None:
    risings = {one["id"]: one for one in drawn(open_page)["map"]["risings"]}
    sozak = risings[SOZAK]
    assert (sozak["least"], sozak["greatest"], sozak["readings"]) == (400, 2000, 2)
    assert sozak["span"] == [19280101, 19301231, 19300207, 19300216]
    assert [one["place"] for one in sozak["episodes"]] == ["uprisings_372:pl010"]


def test_a_place_without_coordinates_is_named_and_never_put_anywhere(research: Settings, open_page: Open) -> None:
    made = drawn(open_page)["map"]
    karak = next(one for one in made["risings"] if one["id"] == KARAK)
    assert karak["main"] is None
    assert "Карак (гора)" in karak["nowhere"]
    assert not {one["main"] for one in made["risings"]} - {None} - set(made["spots"])


def test_people_stand_where_their_rising_was_and_their_measures_where_they_were(
    research: Settings, open_page: Open, ask: Ask
) -> None:
    made = drawn(open_page)["map"]["happened"]
    parts = ask("MATCH (:Person)-[t:TOOK_PART_IN|ACCUSED_OVER]->(:Uprising) RETURN count(t) AS n")[0][0]
    assert sum(one["layer"] == "people" for one in made) == parts
    at_bakanas = [one for one in made if one["layer"] == "measures" and one["place"] == "uprisings_372:pl087"]
    assert {one["label"] for one in at_bakanas} == {"арест"}


def test_what_is_chosen_is_shown_with_its_sources_and_whence_its_places_are(
    research: Settings, open_page: Open
) -> None:
    rising = open_page("map", chosen=SOZAK).text
    assert "s030 map mark (approximate)" in rising
    assert "координат никто не даёт" in rising
    assert "Сводка ОГПУ" in rising
    person = open_page("map", chosen="uprisings_372:p025").text
    assert "Толстоухов" in person
    assert "бегство" in person
    assert Words("ru")("atlas.choose") in open_page("map", chosen="no:such").text


def test_only_one_rising_can_be_asked_for(research: Settings) -> None:
    found = atlas("ru", [SOZAK])
    assert [one.ref.id for one in found.risings] == [SOZAK]
    assert {one.through for one in found.happenings if one.layer == "people"} == {SOZAK}


@pytest.mark.parametrize(
    ("label", "lang", "said"),
    [
        ("Адаевское (Мангышлакское) восстание", "ru", "Адаевское"),
        ("Созақ көтерілісі", "kk", "Созақ"),
        ("Adai uprising", "en", "Adai"),
        ("Восстание", "ru", "Восстание"),
        ("(только скобки)", "ru", "(только скобки)"),
        ("Отряд («банда») Кундакбая", "ru", "Отряд Кундакбая"),
    ],
)
def test_the_short_name_of_a_rising_leaves_out_what_all_share(label: str, lang: Lang, said: str) -> None:
    assert short(label, Words(lang)) == said


def test_a_base_without_any_place_or_date_makes_a_picture_all_the_same(research: Settings) -> None:
    nasty = "</script>\u202eتەمىر"
    ref = EntityRef("x:u", "Uprising", nasty, "uprising?id=x:u")
    rising = Rising(ref, None, None, 0, Span(), "", False, None, (), (nasty,))
    lost = Happening("people", "x:p", "BORN_IN", None, Span(15000101, 15001231))
    say = Words("ru")
    for found in (Atlas({}, (), (), {}), Atlas({}, (rising,), (lost,), {"x:p": ref})):
        document = map_of(found, about("Карта", "map", say), say).document("ru")
        assert document["map"]["spots"] == {}
        assert all("at" not in node for node in document["nodes"])


def test_too_many_people_to_name_are_counted_at_the_same_places(
    research: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def counts(found: Atlas) -> dict[tuple[str, str | None, str], int]:
        made: dict[tuple[str, str | None, str], int] = {}
        for one in found.happenings:
            key = (one.layer, one.place, one.what)
            made[key] = made.get(key, 0) + one.people
        return made

    named = atlas("ru")
    monkeypatch.setattr(reading, "MOST_NAMED", 5)
    reading._atlas.cache_clear()
    counted = atlas("ru")
    reading._atlas.cache_clear()
    assert counts(counted) == counts(named)
    assert (named.counted, counted.counted) == (frozenset(), {"people", "measures"})
    assert counted.people == {}
    say = Words("kk")
    document = map_of(counted, about("Карта", "map", say), say).document("kk")
    assert document["map"]["counted"] == ["measures", "people"]
