"""Loading and rehearsing on the local engine: what a load tells, and what it would do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb import base
from kb.errors import ConflictError
from kb.i18n import LANGS
from kb.model import make_judgement
from kb.settings import Settings, settings
from kb.store import Store, connect, stop
from loaders.loading import load, rehearse

pytestmark = pytest.mark.local

HEADER = (
    "person_id,name_ru,name_kk,name_latin,patronymic_or_father,birth,death,social_status_occupation,clan,note,"
    "source_ids,scope\n"
)
SOURCES = "source_id,title,author,year,kind,language,url,note\ns1,Летопись,,1930,monograph,ru,,\n"


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    chosen = settings({"KB_HOME": str(tmp_path_factory.mktemp("home")), "KB_AUTHOR": "tests"})
    yield chosen
    stop(chosen)


@pytest.fixture
def store(said: Settings) -> Iterator[Store]:
    """An empty base."""
    with connect(said) as opened:
        opened.wipe()
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sources.csv").write_text(SOURCES, "utf-8")
    persons(tmp_path, "p1,Первый Вымышленный,,,,1890,,,,,s1,in_scope", "p2,Второй Вымышленный,,,,,,,,,s1,in_scope")
    return tmp_path


def persons(folder: Path, *rows: str) -> None:
    (folder / "persons.csv").write_text(HEADER + "\n".join(rows) + "\n", "utf-8")


def test_what_a_load_tells_is_one_document_in_three_languages(store: Store, said: Settings, folder: Path) -> None:
    persons(folder, "p1,Первый Вымышленный,,,,после дождя,,,,,s1,in_scope", "p2,Второй Вымышленный,,,,,,,,,s9,in_scope")
    done = load(store, said, folder, dataset="d")
    for lang in LANGS:
        document = json.loads(json.dumps(done.as_json(lang)))
        assert set(document) == {"batch", "rows", "claims", "rejected", "warnings", "entities", "seconds"}
        assert document["batch"] == "d@1"
        assert document["rows"] == 3
        assert document["claims"] == {"new": 2, "same": 0, "changed": 0}
        assert document["entities"] == {"Person": 1, "Source": 1}
        (rejected,), (warned,) = document["rejected"], document["warnings"]
        assert (rejected["row"], rejected["column"], rejected["value"]) == ("persons.csv:3", "source_ids", "s9")
        assert (warned["row"], warned["column"], warned["value"]) == ("persons.csv:2", "birth", "после дождя")
        assert rejected["reason"] and warned["reason"]


def test_a_corrected_file_is_a_new_version_and_a_rehearsal_tells_it_before(
    store: Store, said: Settings, folder: Path
) -> None:
    load(store, said, folder, dataset="d")
    persons(folder, "p1,Первый Вымышленный,,,,1891,,,,,s1,in_scope", "p3,Третий Вымышленный,,,,,,,,,s1,in_scope")
    tried = rehearse(store, folder, dataset="d")
    assert len(base.batches(store)) == 1, "a rehearsal writes nothing"
    done = load(store, said, folder, dataset="d")
    assert (done.batch, done.new, done.same, done.changed) == ("d@2", 1, 1, 1)
    assert (tried.batch, tried.new, tried.same, tried.changed) == (None, 1, 1, 1)
    assert store.read("MATCH (p:Person) RETURN p.id AS id ORDER BY id").rows == [("d:p1",), ("d:p3",)]


def test_a_rehearsal_names_judged_records_that_would_vanish_and_what_looks_like_them(
    store: Store, said: Settings, folder: Path
) -> None:
    load(store, said, folder, dataset="d")
    base.judge(
        store,
        said,
        make_judgement("different", "d:p1", "d:p2", why="namesakes", by="tests", at="2026-01-01T00:00:00+00:00"),
    )
    persons(folder, "new1,Первый Вымышленный,,,,1890,,,,,s1,in_scope", "x,Совсем Другой,,,,1870,,,,,s1,context")
    tried = rehearse(store, folder, dataset="d")
    assert list(tried.vanishing) == [("d:p1", "d:new1"), ("d:p2", None)]
    assert tried.as_json("en")["vanishing"] == [
        {"record": "d:p1", "same": "d:new1"},
        {"record": "d:p2", "same": None},
    ]


def test_other_content_under_a_version_that_is_taken_is_refused_by_both(
    store: Store, said: Settings, folder: Path
) -> None:
    load(store, said, folder, dataset="d", version=1)
    assert rehearse(store, folder, dataset="d", version=1).same == 3
    persons(folder, "p1,Другой,,,,,,,,,s1,in_scope")
    with pytest.raises(ConflictError):
        load(store, said, folder, dataset="d", version=1)
    with pytest.raises(ConflictError):
        rehearse(store, folder, dataset="d", version=1)


def test_a_single_table_is_loaded_beside_the_others_and_taken_back_alone(
    store: Store, said: Settings, folder: Path
) -> None:
    load(store, said, folder, dataset="d")
    (folder / "family_ties.csv").write_text("person_a,person_b,tie,source_id\np1,p2,brother_of,s1\n", "utf-8")
    done = load(store, said, folder / "family_ties.csv", dataset="d")
    assert (done.batch, done.new) == ("d/family_ties@1", 1)
    ties = "MATCH (:Person)-[t:SIBLING_OF]->(:Person) RETURN count(t) AS number"
    assert store.read(ties).rows == [(1,)]
    base.undo(store, said, "d/family_ties@1")
    assert store.read(ties).rows == [(0,)]
    assert store.read("MATCH (p:Person) RETURN count(p) AS number").rows == [(2,)]
