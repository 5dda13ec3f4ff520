from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.places import Found, gazetteer, locate

SHIPPED = gazetteer()


def first(name: str, at: str | None = None, kind: str | None = None) -> Found:
    return SHIPPED.find(name, at=at, kind=kind)[0]


def test_the_whole_table_is_there() -> None:
    assert len(SHIPPED.places) == 263
    assert sum(len(place.rows) for place in SHIPPED.places.values()) == 670


def test_a_place_is_found_by_each_of_its_names() -> None:
    for key, place in SHIPPED.places.items():
        for name in {row.name for row in place.rows} | set(place.today.values()):
            assert key in {found.place.key for found in SHIPPED.find(name)}, name


@pytest.mark.parametrize("name", ["Кзыл-Орда", "Қызылорда", "Kyzylorda", "Ак-Мечеть", "Перовск"])
def test_one_town_under_all_its_names(name: str) -> None:
    assert first(name, kind="city").place.key == "city_kyzylorda"


@pytest.mark.parametrize(
    ("name", "key", "why"),
    [
        ("Сузакский район", "ray_sozak", "name"),
        ("Созақ ауданы", "ray_sozak", "name"),
        ("Суза́к".replace("\u0301", ""), "vil_suzak", "name"),
        ("Батпаккаринский район", "ray_batpakkara", "stem"),
        ("Batpakkara", "ray_batpakkara", "sound"),
    ],
)
def test_it_says_why_it_was_found(name: str, key: str, why: str) -> None:
    found = first(name, at="1929-11")
    assert (found.place.key, found.why) == (key, why)


def test_the_word_for_a_kind_decides_between_town_and_district() -> None:
    assert {found.place.key for found in SHIPPED.find("Сузакский район")} == {"ray_sozak"}
    assert "vil_suzak" in {found.place.key for found in SHIPPED.find("Сузак")}


def test_parents_are_those_of_the_date() -> None:
    (parent,) = SHIPPED.parents_at("ray_sozak", "1930")
    assert parent.key == "okr_syrdarya"
    assert {row.language for row in parent.rows} == {"ru", "kk"}
    names = [[parent.key or parent.name for parent in step] for step in SHIPPED.chain("ray_sozak", "1930")]
    assert names[:2] == [["okr_syrdarya"], ["rep_kazakhstan"]]
    assert "Российская империя" not in [parent.name for parent in SHIPPED.parents_at("city_almaty", "1929")]


def test_a_name_in_force_at_the_date_comes_first_and_only_its_rows_are_shown() -> None:
    found = first("Верный", at="1915")
    assert found.place.key == "city_almaty"
    assert all(row.valid_to == "" or row.valid_to >= "1915" for row in found.rows)
    at_the_time = {row.name for row in SHIPPED.names_at("city_kyzylorda", "1930") if row.dated()}
    assert "Кзыл-Орда" in at_the_time
    assert "Перовск" not in at_the_time


def test_a_name_without_an_end_ends_with_its_other_spellings_or_with_the_next_name() -> None:
    at_the_time = {row.name for row in SHIPPED.names_at("city_almaty", "1930")}
    assert "Алма-Ата" in at_the_time
    assert not {"Верный", "Vernyy"} & at_the_time  # the fort of 1854 has no end in its source
    before = {row.name for row in SHIPPED.names_at("city_kyzylorda", "1860")}
    assert "Форт-Перовский" in before
    assert not {"Форт-Перовский", "Fort-Perovsky"} & {row.name for row in SHIPPED.names_at("city_kyzylorda", "1930")}
    assert not SHIPPED.names_at("okr_adai", "1931")


def test_a_name_of_another_time_is_found_and_says_so() -> None:
    found = first("Верный", at="1930")
    assert (found.place.key, found.in_force) == ("city_almaty", False)
    assert first("Алма-Ата", at="1930").in_force


def test_parents_are_not_those_of_a_later_name() -> None:
    assert {parent.key or parent.name for parent in SHIPPED.parents_at("city_taraz", "1930")} == {"okr_syrdarya"}


def oblique(name: str) -> list[str]:
    """The names of districts as sentences have them."""
    if name.endswith("ский район"):
        stem = name.removesuffix("ий район")
        return [f"{stem}ого района", f"в {stem}ом районе", f"{stem}ого р-на", f"в {stem}ом р-не", f"из {stem}ого р-на"]
    if name.endswith("ский округ"):
        stem = name.removesuffix("ий округ")
        return [f"{stem}ого округа", f"в {stem}ом округе", f"{stem}ого окр."]
    if name.endswith("ская область"):
        stem = name.removesuffix("ая область")
        return [f"{stem}ой области", f"в {stem}ой обл."]
    return [name + ending for ending in ("ның", "нда", "нан")] if name.endswith(" ауданы") else []


def test_a_place_is_found_in_any_case_with_its_preposition() -> None:
    asked = [(text, key) for key, place in SHIPPED.places.items() for row in place.rows for text in oblique(row.name)]
    assert len(asked) > 300
    assert [(text, key) for text, key in asked if SHIPPED.find(text)[0].place.key != key] == []


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("в Созакском районе", "ray_sozak"),
        ("Сузакского р-на", "ray_sozak"),
        ("Батпаққарада", "ray_batpakkara"),
        ("в Тургае", "town_turgai"),
        ("в Павлодаре", "city_pavlodar"),
        ("Қостанай округі", "okr_kustanai"),
        ("станция Казалинск", "st_kazaly"),
    ],
)
def test_a_name_in_a_sentence_leads_to_its_place(name: str, key: str) -> None:
    assert first(name).place.key == key


def test_a_text_of_several_parts_is_located_part_by_part() -> None:
    aul, district = locate("Аул № 7 Батпаккаринского района", "1930")
    assert (aul.part.number, aul.found) == ("7", ())
    assert district.found[0].place.key == "ray_batpakkara"
    assert [parent.key for parent in district.found[0].parents] == ["okr_kustanai"]
    in_a_district = locate("с. Сузак Сузакского района Сыр-Дарьинского округа", "1930")
    assert [one.found[0].place.key for one in in_a_district] == ["vil_suzak", "ray_sozak", "okr_syrdarya"]


def test_places_of_ones_own_are_added(tmp_path: Path) -> None:
    head = (
        "place_key,name,language,script,kind,valid_from,valid_to,modern_name_ru,modern_name_kk,modern_name_en,"
        "parent_at_that_time,lat,lon,coord_source,source,note\n"
    )
    own = tmp_path / "own.csv"
    own.write_text(
        head + "aul_7,Аул № 7,ru,Cyrillic,aul,1928,1931,,,,Батпаккаринский район,,,,архив,\n", encoding="utf-8"
    )
    (found, *_) = gazetteer(own).find("аул № 7", at="1929")
    assert found.place.key == "aul_7"
    assert [parent.key for parent in found.parents] == ["ray_batpakkara"]
    assert gazetteer(own).find("аул № 7", at="1940")[0].rows


@given(st.text(max_size=60), st.sampled_from([None, "1930", "abc", "../1930"]))
def test_nothing_that_is_typed_raises(name: str, at: str | None) -> None:
    for found in SHIPPED.find(name, at=at):
        assert found.rows
    for one in locate(name, at):
        assert one.part.text or one.part.name or one.part.number
