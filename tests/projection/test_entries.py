"""A line of free text is a claim kept whole; what it says is read in the projection."""

from __future__ import annotations

import pytest

from kb.model import SCHEMA, Claim, make_claim, make_judgement
from kb.projection import EntityKey, Graph, TieKey, project
from kb.projection.entities import property_views, said_of
from kb.projection.events import said_of_event

LINE = (
    "род. 1893, Уральская губ.; казах; малограмотный; б/п; крестьянин. Проживал: Кустанайский окр., аул № 7. "
    "Арестован 10 марта 1930 г. Гурьевским окружным отделом ОГПУ. "
    "Приговорён: тройка при ПП ОГПУ в КазАССР 5 мая 1930 г., обв.: 58-2, 58-10-11 УК РСФСР. "
    "Приговор: ВМН (расстрел). Расстрелян 12 мая 1930 г. Место захоронения - г. Кустанай. "
    "Реабилитирован 16 января 1989 г. Прокуратура Кустанайской обл. ук. ПВС СССР от 16.01.1989"
)
PERSON = EntityKey("Person", "a:p1")


def entry(text: str, record: str = "a:p1", **more: str) -> Claim:
    return make_claim("entry", (record, "Person"), {"text": text}, cites=["a:book"], **more)  # type: ignore[arg-type]


def projected(*claims: Claim) -> Graph:
    return project({}, claims, [])


def test_an_entry_gives_the_person_its_properties() -> None:
    person = projected(entry(LINE)).entities[PERSON]
    assert person["birth"] == "1893"
    assert person["birthplace"] == "Уральская губ."
    assert person["nationality"] == "казах"
    assert person["residence"] == ["Кустанайский окр., аул № 7"]
    assert person["burial"] == "г. Кустанай"
    assert (person["death"], person["death_text"]) == ("1930-05-12", "12 мая 1930 г")


def test_arrest_decision_execution_and_rehabilitation_are_events_of_the_person() -> None:
    graph = projected(entry(LINE))
    events = {tie.target.id: graph.entities[tie.target] for tie in graph.ties if tie.type == "SUBJECT_OF"}
    assert set(events) == {f"a:p1~{name}" for name in ("arrest", "sentence", "execution", "rehabilitation")}
    assert events["a:p1~execution"]["measure_kind"] == "execution"
    assert events["a:p1~execution"]["carried_out_earliest"] == 19300512
    assert events["a:p1~sentence"]["articles"] == "58-2, 58-10, 58-11"
    assert events["a:p1~arrest"]["body"] == "Гурьевским окружным отделом ОГПУ"
    assert events["a:p1~rehabilitation"]["step"] == "granted"


def test_every_value_keeps_the_piece_of_text_it_came_from() -> None:
    claim = entry(LINE)
    views = property_views(SCHEMA.kinds["Person"], said_of(SCHEMA.kinds["Person"], [claim]), {}, {})
    for seen in views.values():
        for said in seen.said:
            assert said.reading.text in LINE
    execution = said_of_event(EntityKey("Measure", "a:p1~execution"), PERSON, [claim])
    assert {reading.text for _, found in execution for _, reading in found} == {"12 мая 1930 г"}


def test_what_no_rule_explains_is_kept() -> None:
    person = projected(entry("род. 1893. Освобожден в 1932 г. Расстрелян 12.05.1934.")).entities[PERSON]
    assert person["left_over"] == ["Освобожден в 1932 г"]


def test_two_arrests_are_two_and_one_person_is_executed_once() -> None:
    told = entry("Осужден 1 мая 1931 г. тройкой ОГПУ к 5 годам. Вторично арестован в 1937 г. Расстрелян 3 мая 1938 г.")
    other = entry("Арестован 2 июня 1930 г. Расстрелян 4 мая 1938 г.", "a:p2")
    same = make_judgement("same", "a:p1", "a:p2", why="seen", by="x", at="2020-01-01")
    graph = project({}, [told, other], [same])
    kinds = sorted(key.id for key in graph.entities if key.kind == "Measure")
    assert kinds == ["a:p1~arrest", "a:p1~execution", "a:p1~sentence", "a:p2~arrest"]
    assert graph.entities[EntityKey("Measure", "a:p1~execution")]["conflicts"] == ["carried_out"]
    assert graph.ties[TieKey("SUBJECT_OF", PERSON, EntityKey("Measure", "a:p1~execution"))]["claims"] == sorted(
        [told.id, other.id]
    )


def test_a_death_that_is_no_execution_makes_no_measure() -> None:
    graph = projected(entry("Род. 1893. Умер 3 мая 1931 г. в тюрьме."))
    assert not [key for key in graph.entities if key.kind == "Measure"]
    assert graph.entities[PERSON]["death"] == "1931-05-03"


def test_a_denied_entry_says_nothing() -> None:
    graph = projected(entry(LINE, stance="denies"))
    assert not [key for key in graph.entities if key.kind in ("Measure", "Review")]
    assert "birth" not in graph.entities[PERSON]


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Казаков Абдулл Хамид (Гамид) Шакирович", ["Гамид"]),
        ("Круковский (Янковский) Мартын Осипович", ["Янковский"]),
        ("Такеучи (Ито Масаноске)", ["Ито Масаноске"]),
        ("Адно Борис Леонидович", None),
    ],
)
def test_a_name_with_a_bracket_is_one_person_with_its_other_names(name: str, others: list[str] | None) -> None:
    claim = make_claim("person", ("a:p1", "Person"), {"name_ru": name})
    person = projected(claim).entities[PERSON]
    assert (person["label"], person.get("name_variants")) == (name, others)
