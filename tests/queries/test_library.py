"""Every query of the library, on the research set and on every engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from kb.i18n import LANGS
from kb.store import Store, connect
from queries.answer import Answer, fits
from queries.catalogue import catalogue
from queries.exports import flatten
from queries.exports.flat import as_text
from queries.lint import complaints
from queries.runner import run
from queries.spec import GROUPS, Query
from queries.words import vocabularies
from tests.queries.conftest import Research

QUERIES = list(catalogue().values())
each_query = pytest.mark.parametrize("query", QUERIES, ids=[query.id for query in QUERIES])

# What is asked for by name, and the query that answers it.
ASKED_FOR = {
    "participants of a rising with role, side and evidence": "participants_of_uprising",
    "people in more than one rising": "people_in_several_uprisings",
    "who connects two risings": "who_connects_uprisings",
    "shortest path by tie types": "shortest_path",
    "kin within n steps": "kin_within_steps",
    "shared origin": "shared_origin",
    "leaders of each rising": "leaders_of_uprisings",
    "what each source says about the size of a rising": "size_by_source",
    "claims that contradict each other": "contradictions",
    "people known from one witness only": "known_from_one_witness",
    "the sentenced and by whom": "sentenced_and_by_whom",
    "the not yet rehabilitated": "not_rehabilitated",
    "chronology of a person": "person_chronology",
    "chronology of a rising": "uprising_chronology",
    "sources by how much rests on them": "sources_by_weight",
    "whose role rests on investigators' words alone": "role_by_prosecution_only",
    "which risings exist only as accusations": "only_alleged",
    "named insurgents as a share of each stated size": "named_share",
    "losses by side, rising and source": "losses_by_side",
    "what rests on second-hand archival references": "second_hand_references",
    "holdings of one fond": "holdings_of_fond",
    "risings of a place and year": "risings_of_place_and_year",
    "what has no date, place or source": "missing_basics",
    "suppressors in more than one rising": "suppressors_in_several",
    "people released and arrested again": "released_and_arrested_again",
    "brothers on opposite sides": "kin_on_opposite_sides",
    "leaders who were clergy, biys, teachers or former officers": "leaders_by_standing",
    "those sentenced on one day by one troika": "sentenced_on_one_day",
    "rising to rising migration of participants": "from_rising_to_rising",
    "the same witness in several cases": "witness_in_several_cases",
    "families hit more than once": "families_hit_more_than_once",
    "sex and age at the event": "sex_and_age",
    "lag from rising to sentence to rehabilitation": "lag_to_sentence_and_review",
    "places without sources": "places_without_sources",
    "archives not yet used": "archives_not_used",
    "who named whom, on which leaf, and retracted it": "who_named_whom",
    "where a man's own words and the indictment differ on class": "class_by_voice",
    "who denied throughout": "denied_throughout",
    "witnesses and investigators who recur across cases": "recurring_in_cases",
    "sentenced, execution not evidenced": "execution_not_evidenced",
    "days from arrest to decision to execution": "days_arrest_to_execution",
    "a person's reviews with refusals and grounds": "reviews_of_person",
    "candidates for review and what was searched": "candidates_for_review",
    "partly reviewed cases: who remains": "partly_reviewed_cases",
    "article 59-3 in cases over risings, by outcome": "article_by_outcome",
    "one man possibly in two lists": "possibly_one_person",
    "everyone from aul N under any district's name": "everyone_from_aul",
    "relatives in questionnaires who were themselves repressed": "repressed_relatives",
    "confiscated in 1928": "confiscated_1928",
    "1916 or Alash militia before": "earlier_1916_or_alash",
    "fled to China, returned, arrested": "fled_returned_arrested",
    "leaves read, unread, closed, by fond": "leaves_read",
}


def cells(answer: Answer) -> list[dict[str, str]]:
    table = flatten(answer)
    return [dict(zip(table.columns, map(as_text, row), strict=True)) for row in table.rows]


def matches(row: Mapping[str, str], wanted: Mapping[str, str]) -> bool:
    return all(row[name] == cell for name, cell in wanted.items())


def nearest(rows: Sequence[Mapping[str, str]], wanted: Mapping[str, str]) -> object:
    """The row that agrees in most columns, shown when none agrees in all."""
    best = max(rows, key=lambda row: sum(row[name] == cell for name, cell in wanted.items()), default={})
    return {name: best.get(name) for name in wanted}


def test_every_question_that_was_asked_for_has_its_query() -> None:
    assert set(ASKED_FOR.values()) <= set(catalogue())
    assert len(catalogue()) >= 60
    assert list(catalogue().groups()) == list(GROUPS)


@each_query
def test_its_cypher_and_its_pick_lists_are_portable(query: Query) -> None:
    assert complaints(query.cypher) == ()
    for param in query.params:
        assert param.pick is None or complaints(param.pick) == ()


@each_query
def test_its_words_are_those_of_a_vocabulary(query: Query) -> None:
    assert {column.of for column in query.columns if column.of} <= vocabularies()


@each_query
def test_its_title_is_a_question_in_each_language(query: Query) -> None:
    for lang in LANGS:
        assert query.title[lang].endswith("?")
        assert len(query.help[lang]) > 30


@each_query
def test_its_example_answers_as_expected(query: Query, store: Store) -> None:
    answer = run(store, query, query.example)
    rows = cells(answer)
    expect = query.expect
    assert not answer.cut
    assert expect.rows is None or len(rows) == expect.rows
    assert expect.at_least is None or len(rows) >= expect.at_least
    for wanted in expect.contains:
        assert any(matches(row, wanted) for row in rows), nearest(rows, wanted)
    if expect.exact:
        assert len(rows) == len(expect.exact)
        for row, wanted in zip(rows, expect.exact, strict=True):
            assert matches(row, wanted), row


@each_query
def test_every_cell_is_of_its_column_s_type_and_every_claim_is_there(query: Query, store: Store) -> None:
    claims: set[str] = set()
    for row in run(store, query, query.example).rows:
        for column, cell in zip(query.columns, row, strict=True):
            assert fits(column, cell), (column.name, column.type, cell)
            if column.type == "claims":
                claims.update(cell)
            elif column.name == "claim" and cell is not None:
                claims.add(cell)
    known = store.read("MATCH (c:Claim) WHERE c.id IN $ids RETURN count(c) AS n", {"ids": sorted(claims)}).scalar()
    assert known == len(claims)


@each_query
def test_it_runs_as_it_stands_in_the_file(query: Query, store: Store) -> None:
    answer = run(store, query, query.example)
    pasted = store.read(query.text, dict(answer.params))
    assert tuple(pasted.rows) == answer.rows


@each_query
def test_its_pick_lists_offer_what_is_in_the_base(query: Query, store: Store) -> None:
    for param in query.params:
        if param.pick is None:
            continue
        offered = store.read(param.pick, limit=5000)
        values = [row[0] for row in offered.rows]
        assert len(values) == len(set(values)) > 0
        assert all(isinstance(row[1], str) and row[1] and isinstance(row[2], int) for row in offered.rows)
        if param.name in query.example and not param.many:
            assert query.example[param.name] in values


@each_query
@pytest.mark.parametrize("engine", [pytest.param(name, marks=pytest.mark.neo4j) for name in ("neo4j", "neo4j-2026")])
def test_it_answers_the_same_on_every_engine(query: Query, engine: str, research: Research) -> None:
    answers = []
    for name in ("local", engine):
        with connect(research.on(name)) as store:
            answers.append(run(store, query, query.example))
    assert answers[0].rows == answers[1].rows
    assert answers[0].data_version == answers[1].data_version
