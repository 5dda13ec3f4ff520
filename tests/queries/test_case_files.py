"""Questions about case files, on a made-up base that has what the research set lacks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.settings import settings
from kb.store import Store, connect, stop
from queries.answer import fits
from queries.catalogue import catalogue
from queries.runner import run
from tests.contract.conftest import BASES
from tests.queries import casefiles
from tests.queries.conftest import CaseFiles
from tests.queries.test_library import cells, matches, nearest


@pytest.fixture(params=BASES)
def files(request: pytest.FixtureRequest, case_files: CaseFiles) -> Iterator[Store]:
    with connect(case_files.on(request.param)) as opened:
        yield opened


#: A question, its parameters, and all rows of the answer, as far as the columns go that matter.
Row = dict[str, str]
ANSWERS: list[tuple[str, dict[str, object], list[Row]]] = [
    ("suppressors_in_several", {}, [{"person_id": "dela:p2", "number": "2", "roles": "detachment_cmd"}]),
    ("leaders_by_standing", {}, [{"person_id": "dela:p1", "standing": "clergy", "written": "мулла"}]),
    ("leaders_by_standing", {"word": "МУЛЛ", "standing": ["officer"]}, [{"standing": "other"}]),
    ("leaders_by_standing", {"standing": ["officer"]}, []),
    (
        "from_rising_to_rising",
        {"side": "insurgent"},
        [
            {"person_id": "dela:p1", "before_id": "dela:u1", "days_least": "98", "days_greatest": "98"},
            {"person_id": "dela:p8", "before_id": "dela:u0", "after_id": "dela:u1"},
        ],
    ),
    (
        "sex_and_age",
        {"only_known": True},
        [{"person_id": "dela:p1", "sex": "male", "least": "38", "greatest": "39"}] * 2,
    ),
    (
        "everyone_from_aul",
        {"number": 5},
        [
            {"person_id": "dela:p4", "way": "lived", "place_id": "", "written": "аул №5 Таласского района"},
            {"person_id": "dela:p3", "way": "born", "place_id": "dela:a1", "districts_id": "dela:a2; dela:a3"},
        ],
    ),
    ("everyone_from_aul", {"number": 5, "place": "dela:a3"}, [{"person_id": "dela:p3"}]),
    ("everyone_from_aul", {"number": 5, "place": "dela:a2"}, [{"person_id": "dela:p4"}, {"person_id": "dela:p3"}]),
    ("everyone_from_aul", {"number": 55}, []),
    (
        "earlier_1916_or_alash",
        {},
        [
            {"person_id": "dela:p8", "which": "1916", "uprisings_id": "dela:u1"},
            {"person_id": "dela:p8", "which": "alash"},
        ],
    ),
    (
        "possibly_one_person",
        {},
        [
            {"one_id": "dela:p11", "other_id": "dela:p12", "reason": "unsure"},
            {"one_id": "dela:p3", "other_id": "spisok:x1", "reason": "name"},
        ],
    ),
    (
        "class_by_voice",
        {},
        [{"person_id": "dela:p4", "property": "occupation", "own": "середняк", "prosecution": "бай"}],
    ),
    (
        "kin_on_opposite_sides",
        {"brothers": True, "same_rising": True},
        [{"insurgent_id": "dela:p1", "opponent_id": "dela:p2", "tie": "SIBLING_OF"}] * 2,
    ),
    (
        "families_hit_more_than_once",
        {},
        [{"number": "2", "people_id": "dela:p10; dela:p3", "measures": "exile; arrest; sentence; execution"}],
    ),
    (
        "repressed_relatives",
        {},
        [
            {"person_id": "dela:p10", "relative_id": "dela:p3"},
            {"person_id": "dela:p3", "relative_id": "dela:p10", "measures": "exile"},
        ],
    ),
    ("denied_throughout", {}, [{"person_id": "dela:p3", "number": "2", "leaves": "л. 11; л. 31"}]),
    ("denied_throughout", {"uprising": "dela:u2"}, []),
    (
        "released_and_arrested_again",
        {"evidenced": True},
        [
            {
                "person_id": "dela:p1",
                "first_arrest": "1930-03-01",
                "release": "1930-06-01",
                "second_arrest": "1937-08-10",
            }
        ],
    ),
    (
        "sentenced_on_one_day",
        {},
        [{"decided": "1930-04-10", "organisation_id": "dela:o1", "number": "2", "people_id": "dela:p4; dela:p3"}],
    ),
    ("sentenced_on_one_day", {"body": "dela:o2"}, []),
    ("sentenced_on_one_day", {"first_year": 1931}, []),
    ("execution_not_evidenced", {}, [{"person_id": "dela:p1", "decided": "1937-10-05", "sentence": "ВМН"}]),
    (
        "days_arrest_to_execution",
        {"executed": True},
        [
            {
                "person_id": "dela:p3",
                "arrested": "1930-02-20",
                "to_decision_least": "49",
                "to_decision_greatest": "49",
                "to_execution_least": "10",
                "to_execution_greatest": "10",
            }
        ],
    ),
    (
        "lag_to_sentence_and_review",
        {"uprising": "dela:u1"},
        [
            {"person_id": "dela:p1", "days_least": "2895"},
            {"person_id": "dela:p4", "years": ""},
            {"person_id": "dela:p3", "days_least": "160", "years": "59", "granted": "1989-06-01"},
        ],
    ),
    ("reviews_of_person", {"person": "dela:p4"}, [{"step": "refused", "ground": "обвинён обоснованно"}]),
    (
        "candidates_for_review",
        {"searched": "yes"},
        [
            {
                "person_id": "dela:p4",
                "searches": "дело – СГА – 2024-05: не найдено",
                "refused": "1961-02-03: обвинён обоснованно",
            }
        ],
    ),
    ("candidates_for_review", {"uprising": "dela:u1", "searched": "no"}, [{"person_id": "dela:p1"}]),
    (
        "partly_reviewed_cases",
        {},
        [
            {
                "case_id": "dela:k1",
                "stated": "4",
                "named": "2",
                "reviewed": "1",
                "remaining_id": "dela:p4",
                "refused_id": "dela:p4",
            }
        ],
    ),
    (
        "article_by_outcome",
        {},
        [
            {"outcome": "10 лет", "number": "1", "people_id": "dela:p4", "cases_id": "dela:k1"},
            {"outcome": "расстрел", "number": "1", "people_id": "dela:p3", "uprisings_id": "dela:u1"},
        ],
    ),
    ("article_by_outcome", {"article": "58-1"}, []),
    (
        "confiscated_1928",
        {},
        [{"person_id": "dela:p7", "later": "exile", "exiled_to": "Уральск", "uprisings_id": "dela:u2"}],
    ),
    ("confiscated_1928", {"first_year": 1929, "last_year": 1930}, []),
    (
        "fled_returned_arrested",
        {"arrested": True},
        [{"person_id": "dela:p9", "place": "Китай", "arrest": "1932-09-03"}],
    ),
    ("fled_returned_arrested", {"abroad": ["Иран"]}, []),
    (
        "who_named_whom",
        {"retracted": True},
        [
            {
                "speaker_id": "dela:p4",
                "named_person_id": "dela:p3",
                "locator": "л. 12",
                "retracted": "true",
                "retracted_at": "Протокол допроса, л. 45",
            }
        ],
    ),
    ("who_named_whom", {"case": "dela:k2"}, []),
    ("who_named_whom", {"case": "dela:k1", "person": "dela:p3"}, [{"speaker_id": "dela:p4"}]),
    (
        "witness_in_several_cases",
        {},
        [{"person_id": "dela:p5", "number": "2", "cases_id": "dela:k1; dela:k2"}],
    ),
    ("witness_in_several_cases", {"role": "investigator"}, [{"person_id": "dela:p6"}]),
    ("recurring_in_cases", {}, [{"investigator_id": "dela:p6", "witness_id": "dela:p5", "number": "2"}]),
    (
        "archives_not_used",
        {},
        [{"unit_id": "archive:АП РК/141", "seen_in_id": "dela:s4"}, {"unit_id": "archive:АП РК/142"}],
    ),
    (
        "leaves_read",
        {"state": "read", "fond": "archive:ЦГА РК/5"},
        [
            {"what_id": "dela:s2", "extent": "лл. 1-80", "leaves": "л. 11; л. 12; л. 3; л. 31; л. 45"},
            {"what_id": "dela:s3", "leaves": "л. 60"},
        ],
    ),
    ("leaves_read", {"state": "closed"}, [{"what_id": "dela:s6", "searches": "2025-03: выдача закрыта"}]),
    ("leaves_read", {"state": "cited"}, [{"what_id": "dela:s5"}]),
    ("places_without_sources", {}, [{"place_id": "dela:a4", "number": "0"}]),
]


@pytest.mark.parametrize(("query", "params", "rows"), ANSWERS, ids=[f"{one[0]}-{at}" for at, one in enumerate(ANSWERS)])
def test_the_case_files_give_the_rows_that_are_in_them(
    query: str, params: dict[str, object], rows: list[Row], files: Store
) -> None:
    answer = run(files, query, params)
    found = cells(answer)
    for wanted in rows:
        assert any(matches(row, wanted) for row in found), nearest(found, wanted)
    assert len(found) == len(rows), found
    for row in answer.rows:
        assert all(fits(column, cell) for column, cell in zip(answer.columns, row, strict=True))


def test_every_question_that_finds_nothing_in_the_research_set_finds_something_here() -> None:
    empty = {query.id for query in catalogue().values() if query.expect.rows == 0}
    assert empty <= {name for name, _, rows in ANSWERS if rows}


def test_what_a_newer_list_no_longer_says_or_was_taken_back_is_not_answered(tmp_path: Path) -> None:
    chosen = settings({"KB_HOME": str(tmp_path), "KB_AUTHOR": "tests"})
    try:
        with connect(chosen) as store:
            casefiles.corrected(store, chosen)
            said = {
                person: cells(run(store, "said_of_person", {"person": person})) for person in ("dela:p1", "dela:p2")
            }
            sayings = cells(run(store, "sayings_of_source", {"source": "dela:s1"}))
            weight = cells(run(store, "sources_by_weight"))
            contradictions = run(store, "contradictions").rows
    finally:
        stop(chosen)
    assert {row["text"] for row in said["dela:p1"]} == {"Ахмет", "1891"}
    assert {row["text"] for row in said["dela:p2"]} == {"Бекен", "1900"}
    assert not [row for row in sayings if "1890" in row["said"] or "ошибка" in row["said"] or "старое" in row["said"]]
    assert [row["number"] for row in weight if row["source_id"] == "dela:s1"] == ["2"]
    assert contradictions == ()
