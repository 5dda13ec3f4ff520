from __future__ import annotations

from pathlib import Path

import pytest

from kb.errors import ParameterError, QuestionError, TimeLimit, UnknownId
from kb.i18n import LANGS
from kb.settings import settings
from kb.store import Store, connect, stop
from queries import ask
from queries.evidence import evidence
from queries.exports import again, export, is_whole, proof_of
from queries.reading import read_query
from queries.runner import data_version, run
from tests.queries.conftest import Research

SOZAK = "uprisings_372:u003"


def test_an_answer_knows_where_it_comes_from(store: Store) -> None:
    answer = run(store, "participants_of_uprising", {"uprising": SOZAK, "side": "insurgent"})
    assert len(answer.rows) == 8
    assert answer.data_version == data_version(store)
    assert answer.params == {"uprising": SOZAK, "side": "insurgent", "with_parts": False, "with_accused": False}
    assert answer.filters == {"side": "insurgent"}
    assert answer.document()["columns"][0] == "person"


def test_what_was_left_out_is_said(store: Store) -> None:
    answer = run(store, "participants_of_uprising", {"uprising": SOZAK}, limit=3)
    assert (len(answer.rows), answer.cut, answer.limit) == (3, True, 3)


def test_an_accusation_is_shown_only_beside_the_deeds(store: Store) -> None:
    deeds = run(store, "participants_of_uprising", {"uprising": SOZAK})
    both = run(store, "participants_of_uprising", {"uprising": SOZAK, "with_accused": "да"})
    assert {row[1] for row in deeds.rows} == {"TOOK_PART_IN"}
    added = [row for row in both.rows if row not in deeds.rows]
    assert [(row[0]["id"], row[1], row[2]) for row in added] == [
        ("uprisings_372:p106", "ACCUSED_OVER", ["alleged_conspirator"])
    ]


def test_umbrellas_and_episodes_connect_nobody_unless_asked(store: Store) -> None:
    def people(**switches: bool) -> set[str]:
        return {row[0]["id"] for row in run(store, "people_in_several_uprisings", switches).rows}

    assert "uprisings_372:p011" not in people()
    assert "uprisings_372:p011" in people(with_umbrellas=True)
    assert "uprisings_372:p013" not in people()
    assert "uprisings_372:p013" in people(with_episodes=True)


def test_an_unknown_query_names_those_that_are_near(store: Store) -> None:
    with pytest.raises(UnknownId) as found:
        run(store, "participants_of_uprisings")
    assert str(found.value.data["near"]).startswith("participants_of_uprising")
    assert len({found.value.say(lang) for lang in LANGS}) == len(LANGS)


@pytest.mark.parametrize(
    ("params", "key"),
    [
        ({"uprising": "uprisings_372:u999"}, "unknown_id"),
        ({"uprising": "uprisings_372:p008"}, "param_other_kind"),
        ({}, "param_missing"),
        ({"uprising": SOZAK, "side": "left"}, "param_not_a_choice"),
        ({"uprising": SOZAK, "year": "1930"}, "param_unknown"),
    ],
)
def test_a_wrong_parameter_is_said_in_three_languages(store: Store, params: dict[str, object], key: str) -> None:
    with pytest.raises((ParameterError, UnknownId)) as found:
        run(store, "participants_of_uprising", params)
    assert found.value.key == key
    assert len({found.value.say(lang) for lang in LANGS}) == len(LANGS)


def test_an_export_is_run_again_from_its_proof(store: Store, tmp_path: Path) -> None:
    answer = run(store, "participants_of_uprising", {"uprising": SOZAK, "side": "insurgent"}, limit=5)
    for format_ in ("csv", "json", "xlsx", "graphml", "gexf"):
        file = tmp_path / f"sozak.{format_}"
        file.write_bytes(export(answer, format_, "kk"))
        assert is_whole(file) is not False
        rerun = again(store, proof_of(file))
        assert (rerun.same_query, rerun.same_data, rerun.same_rows) == (True, True, True)
        assert rerun.answer.rows == answer.rows


def test_evidence_names_sources_places_and_voices(store: Store) -> None:
    answer = run(store, "size_by_source", {"uprising": SOZAK})
    claims = [row[-1] for row in answer.rows]
    found = evidence(store, [*claims, "c0", claims[0]], "en")
    assert [item.claim for item in found] == claims
    by_source = {item.source: item for item in found}
    summary = by_source["uprisings_372:s042"]
    assert summary.locator == "summary No. 3"
    assert summary.source_label
    assert (summary.stance, summary.certainty, summary.access) == ("asserts", "not_rated", "edition")


def test_an_empty_base_says_how_to_load(tmp_path: Path) -> None:
    chosen = settings({"KB_HOME": str(tmp_path)})
    try:
        with connect(chosen) as store, pytest.raises(QuestionError, match="kb load"):
            run(store, "uprisings_overview")
    finally:
        stop(chosen)


def test_three_lines_of_a_notebook_give_a_data_frame(research: Research, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_HOME", str(research.on("local").home))
    monkeypatch.delenv("KB_URI", raising=False)
    table = ask("participants_of_uprising", uprising=SOZAK, side="insurgent")
    assert list(table["person_id"]).count("uprisings_372:p008") == 1
    assert table.attrs["query"] == "participants_of_uprising"
    assert not table.attrs["cut"]


@pytest.mark.parametrize(
    ("query", "uprising", "people"),
    [
        ("sentenced_and_by_whom", "u009", {"p020", "p022", "p023", "p024"}),
        ("not_rehabilitated", "u022", {"p125", "p126", "p127", "p128", "p129"}),
        ("role_by_prosecution_only", "u017", {"p027", "p028", "p029", "p030"}),
    ],
)
def test_a_question_can_be_narrowed_to_a_rising(store: Store, query: str, uprising: str, people: set[str]) -> None:
    answer = run(store, query, {"uprising": f"uprisings_372:{uprising}"})
    assert {row[0]["id"].removeprefix("uprisings_372:") for row in answer.rows} == people


def test_risings_are_found_by_place_within_place_and_by_year(store: Store) -> None:
    def found(**params: object) -> set[str]:
        rows = run(store, "risings_of_place_and_year", params).rows
        return {row[0]["id"].removeprefix("uprisings_372:") for row in rows}

    assert "u003" in found(place="uprisings_372:pl010")
    assert "u003" in found(place="uprisings_372:pl001")
    assert "u012" not in found(place="uprisings_372:pl010")
    assert "u009" in found(first_year=1931, last_year=1931)
    assert "u003" not in found(first_year=1931, last_year=1931) and "u000" not in found()


SLOW = """/* ---
id: slow
title: {ru: "Долго ли?", kk: "Ұзақ па?", en: "Is it long?"}
help: {ru: Считает очень долго., kk: Өте ұзақ санайды., en: It counts for very long.}
params:
  - {name: uprising, type: uprising}
  - {name: steps, type: integer, default: 2}
  - {name: with_wide, type: boolean, default: true}
columns:
  - {name: number, type: count}
example: {}
expect: {rows: 1}
--- */
UNWIND range(1, 30000) AS a
UNWIND range(1, 30000) AS b
WITH a, b WHERE (a * b) % 7 = $steps AND ($uprising IS NULL OR $with_wide)
RETURN count(a) AS number
"""


def test_a_question_over_its_time_limit_says_which_parameter_to_narrow(store: Store) -> None:
    slow = read_query(SLOW, "library/quality/slow.cypher")
    with pytest.raises(TimeLimit) as found:
        run(store, slow, seconds=1)
    assert found.value.data["params"] == "uprising, steps"
    for lang in LANGS:
        assert "slow" in found.value.say(lang) and "uprising, steps" in found.value.say(lang)
    with pytest.raises(TimeLimit) as all_set:
        run(store, slow, {"uprising": SOZAK, "steps": 3}, seconds=1)
    assert all_set.value.key == "question_time_limit_narrow"
