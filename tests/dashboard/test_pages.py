"""The pages on the research set: in every language, with their numbers, their evidence, and their messages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dashboard.pages import PAGES
from dashboard.words import Words
from kb.i18n import LANGS, Lang
from kb.model import SCHEMA
from kb.settings import Settings
from queries.catalogue import catalogue
from tests.dashboard.conftest import Open, drawings_of

pytestmark = pytest.mark.local

SOZAK, ADAI = "uprisings_372:u003", "uprisings_372:u009"
ONE, OTHER = "uprisings_372:p012", "uprisings_372:p014"
PARAMS = {
    "search": {"q": "Жумагазы"},
    "connection": {"a": ONE, "b": OTHER},
    "family": {"id": OTHER},
    "questions": {"ask": "size_by_source"},
    "person": {"id": ONE},
    "uprising": {"id": SOZAK},
    "card": {"id": "uprisings_372:s008"},
}
Ask = Callable[..., list[tuple[Any, ...]]]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_every_page_speaks_every_language(page: str, lang: Lang, research: Settings, open_page: Open) -> None:
    shown = open_page(page, lang, **PARAMS.get(page, {}))
    assert "<h1" in shown.html
    names = {"ru": "Рус", "kk": "Қаз", "en": "Eng"}
    assert f'lang="{lang}" aria-current="true">{names[lang]}' in shown.html
    assert shown.html.count("data-lang=") == 2


def test_the_figures_of_the_overview_are_counted_in_the_base(research: Settings, open_page: Open, ask: Ask) -> None:
    shown = open_page("overview").text
    named = ask("MATCH (p:Person)-[t:TOOK_PART_IN]->(e) WHERE t.side = 'insurgent' RETURN count(DISTINCT p) AS n")[0][0]
    counted = ask("MATCH (u:Uprising) WHERE u.counted RETURN count(u) AS n")[0][0]
    claims = ask("MATCH (c:Claim) WHERE c.past IS NULL RETURN count(c) AS n")[0][0]
    assert f"{named} из ≈ 80\u202f000" in shown.replace("80 000", "80\u202f000")
    assert f"{counted} из 372" in shown
    assert Words("ru").number(claims).replace("\u202f", " ") in shown.replace("\u202f", " ")
    assert "> 380" in shown
    assert "25" in shown


def test_the_overview_says_where_sources_differ_with_both_readings(research: Settings, open_page: Open) -> None:
    shown = open_page("overview").text
    assert "Адаевское" in shown
    assert "1500-2000 / close to 3000" in shown


def test_sozak_has_four_hundred_and_two_thousand_and_says_who_says_which(research: Settings, open_page: Open) -> None:
    shown = open_page("uprising", id=SOZAK)
    assert "up to 400, foot and horse, to be checked" in shown.text
    assert "2000" in shown.text
    assert "summary No. 3" in shown.text
    assert "infobox, Sozak" in shown.text
    assert "card?id=uprisings_372%3As042" in shown.html
    assert 'class="at to-left"' in shown.html


def test_an_accused_is_no_participant_and_is_marked_as_the_words_of_the_prosecution(
    research: Settings, open_page: Open
) -> None:
    shown = open_page("uprising", id=ADAI)
    assert "повстанцев 2 · обвиняемых 3 · с советской стороны 4" in shown.text
    assert "по версии следствия" in shown.text


@pytest.mark.parametrize("scope", ["umbrella", "aggregate", "episode"])
def test_what_is_no_rising_of_its_own_says_so(scope: str, research: Settings, open_page: Open, ask: Ask) -> None:
    ids = ask("MATCH (u:Uprising) WHERE u.scope = $scope RETURN u.id AS id ORDER BY id", scope=scope)
    word = SCHEMA.vocabularies["uprising_scope"][scope].label["ru"]
    assert f"Не считается восстанием в итогах: {word}" in open_page("uprising", id=ids[0][0]).text


def test_every_claim_about_a_person_or_a_rising_is_on_its_page(research: Settings, open_page: Open, ask: Ask) -> None:
    for kind, page in (("Person", "person"), ("Uprising", "uprising")):
        for (id_,) in ask(f"MATCH (e:{kind}) RETURN e.id AS id ORDER BY e.claims DESC, id LIMIT 3"):
            shown = open_page(page, id=id_).html
            said = ask(
                f"MATCH (e:{kind} {{id: $id}})<-[:IS]-(:Record)<-[:ABOUT]-(c:Claim)-[:CITES]->(:Source) "
                "WHERE c.past IS NULL AND NOT c.voice = 'base' RETURN DISTINCT c.id AS id",
                id=id_,
            )
            assert [claim for (claim,) in said if claim not in shown] == []


def test_a_card_of_every_kind_opens(research: Settings, open_page: Open, ask: Ask) -> None:
    for kind in SCHEMA.kinds:
        for (id_,) in ask(f"MATCH (e:{kind}) RETURN e.id AS id ORDER BY id LIMIT 1"):
            page = {"Person": "person", "Uprising": "uprising", "Episode": "uprising"}.get(kind, "card")
            assert "<h1" in open_page(page, id=id_).html


def test_the_card_of_a_source_lists_all_that_rests_on_it(research: Settings, open_page: Open, ask: Ask) -> None:
    source = "uprisings_372:s008"
    resting = ask("MATCH (:Source {id: $id})<-[:CITES]-(c:Claim) WHERE c.past IS NULL RETURN count(c) AS n", id=source)
    said = Words("ru")("card.rests_note", n=int(resting[0][0]))
    assert said in open_page("card", id=source).text


def test_a_path_has_the_evidence_of_every_step_and_names_its_weakest(research: Settings, open_page: Open) -> None:
    shown = open_page("connection", a=ONE, b=OTHER)
    assert "Жұмағазы Бәйімбетов" in shown.text
    assert "Таймырза Төсұлы" in shown.text
    assert 'data-weak="самое слабое звено"' in shown.html
    assert "Вывод держится на шаге" in shown.text
    assert "Не проходили через: общие имена восстаний" in shown.text
    assert {ONE, OTHER} <= {node["id"] for drawing in drawings_of(shown.app) for node in drawing["nodes"]}


def test_the_other_path_is_a_link_to_itself(research: Settings, open_page: Open) -> None:
    first, second = open_page("connection", a=ONE, b=OTHER), open_page("connection", a=ONE, b=OTHER, path="2")
    assert "path=2" in first.html
    assert first.text != second.text


def test_the_same_person_twice_is_said_to_be_one(research: Settings, open_page: Open) -> None:
    assert "Это одно и то же лицо." in open_page("connection", a=ONE, b=ONE).text


@pytest.mark.parametrize("id_", sorted(catalogue()))
def test_every_question_answers_its_example(id_: str, research: Settings, open_page: Open) -> None:
    query = catalogue()[id_]
    example = {f"p_{name}": value for name, value in query.example.items() if value is not None}
    said = {
        name: [str(one) for one in value] if isinstance(value, list) else str(value) for name, value in example.items()
    }
    shown = open_page("questions", ask=id_, **said)
    assert query.title["ru"] in shown.text
    assert "Паспорт таблицы" in shown.text
    assert query.cypher in "".join(code.value for code in shown.app.code)


def test_a_form_field_of_a_question_starts_from_the_address(research: Settings, open_page: Open) -> None:
    shown = open_page("questions", ask="size_by_source", p_uprising=ADAI)
    assert shown.app.selectbox[0].value == ADAI
    assert "close to 3000" in shown.text


@pytest.mark.parametrize("text", ["Жумагазы", "Джумагази", "Zhumagazy", "жұмағазы бәйімбетов"])
def test_a_person_is_found_however_spelled(text: str, research: Settings, open_page: Open) -> None:
    assert "person?id=uprisings_372%3Ap012" in open_page("search", q=text).html


def test_what_matched_says_by_which_rule_and_who_writes_it_so(research: Settings, open_page: Open) -> None:
    shown = open_page("search", q="Жумагазы")
    assert "Ж<mark>ұ</mark>ма<mark>ғ</mark>азы" in shown.html
    assert "казахские буквы и их русская и латинская передача (у~ұ, г~ғ)" in shown.text
    assert "Рус. Википедия: Сарысу-Созак" in shown.text
    assert shown.text.index("Жұмағазы Жүрген") < shown.text.index("Speech of Zhumagazy khan")


def test_kinds_are_counted_and_each_count_is_a_link(research: Settings, open_page: Open) -> None:
    assert "Лица 2" in open_page("search", q="Жумагазы").text
    assert "Speech of Zhumagazy" not in open_page("search", q="Жумагазы", kind="Person").text


def test_how_a_name_was_read_is_said(research: Settings, open_page: Open) -> None:
    assert "фамилия Бәйімбетов, имя Жұмағазы" in open_page("search", q="Жұмағазы Бәйімбетов").text


def test_what_is_beside_a_file_that_is_not_in_the_base_is_told(research: Settings, open_page: Open) -> None:
    shown = open_page("search", q="ЦГА РК, ф. 30, оп. 6, д. 99").text
    assert "В базе этого нет" in shown
    assert "Рядом известно" in shown
    assert "ЦГА РК, ф. 30, оп. 6, д. 85" in shown


@pytest.mark.parametrize("lang", LANGS)
def test_a_list_of_names_is_asked_for_on_a_page_of_its_own_address(
    lang: Lang, research: Settings, open_page: Open
) -> None:
    assert "list=names" in open_page("search", lang).html
    assert Words(lang)("lists.title") in open_page("search", lang, list="names").text


@pytest.mark.parametrize(
    "text", ["</script><b>x", "' OR 1=1 --", "*:* AND (", "\u202eтест", "🙂", "a" * 5000, "ЦГА РК, ф. 30, оп. 6, д. 99"]
)
def test_any_text_may_be_searched_for(text: str, research: Settings, open_page: Open) -> None:
    shown = open_page("search", q=text)
    assert "<b>x" not in shown.html
    assert "В базе этого нет" in shown.text or "results" in shown.html


def test_an_archival_reference_is_read_before_it_is_searched_for(research: Settings, open_page: Open) -> None:
    assert "ф. 2, оп. 8, д. 679" in open_page("search", q="ЦА ФСБ, фонд 2, опись 8, дело 679").text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", ["person", "uprising", "card"])
def test_an_unknown_id_gets_a_message_and_a_next_step(
    page: str, lang: Lang, research: Settings, open_page: Open
) -> None:
    shown = open_page(page, lang, id="uprisings_372:nobody")
    assert Words(lang)("problem.unknown_title") in shown.text
    assert "uprisings_372:nobody" in shown.text
    assert 'href="search?lang=' in shown.html


@pytest.mark.parametrize(
    ("page", "params"),
    [
        ("questions", {"ask": "no_such_question"}),
        ("questions", {"ask": "uprisings_overview", "p_first_year": "soon"}),
        ("questions", {"ask": "size_by_source", "p_uprising": ONE}),
        ("connection", {"a": ONE, "b": "uprisings_372:nobody"}),
        ("connection", {"a": ONE, "b": OTHER, "hops": "many"}),
        ("connection", {"a": ONE, "b": OTHER, "certainty": "sure"}),
        ("connection", {"a": ONE, "b": OTHER, "without": "LOVES"}),
    ],
)
def test_a_wrong_parameter_gets_a_message(
    page: str, params: dict[str, str], research: Settings, open_page: Open
) -> None:
    assert 'role="status"' in open_page(page, **params).html


@pytest.mark.parametrize("page", [page.name for page in PAGES if page.name not in ("about", "loading", "entry")])
def test_an_empty_base_says_how_to_load(
    page: str, empty_home: Path, monkeypatch: pytest.MonkeyPatch, open_page: Open
) -> None:
    monkeypatch.setenv("KB_HOME", str(empty_home))
    shown = open_page(page, **PARAMS.get(page, {}))
    assert "База пуста" in shown.text
    assert "kb load uprisings_372" in shown.text


@pytest.mark.parametrize("lang", LANGS)
def test_a_server_that_does_not_answer_gets_a_message(
    lang: Lang, monkeypatch: pytest.MonkeyPatch, open_page: Open
) -> None:
    monkeypatch.setenv("KB_URI", "bolt://127.0.0.1:9")
    monkeypatch.setenv("KB_PASSWORD", "secret")
    shown = open_page("overview", lang)
    assert Words(lang)("problem.title") in shown.text
    assert "kb doctor" in shown.text
    assert "secret" not in shown.html


def test_the_legend_needs_no_base(monkeypatch: pytest.MonkeyPatch, open_page: Open) -> None:
    monkeypatch.setenv("KB_URI", "bolt://127.0.0.1:9")
    monkeypatch.setenv("KB_PASSWORD", "secret")
    shown = open_page("about").text
    for vocabulary in SCHEMA.vocabularies.values():
        for term in vocabulary.values():
            assert term.label["ru"] in shown
