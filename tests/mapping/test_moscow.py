"""The Moscow execution lists: the answers that are known, from the published table, the pages, and the copy.

The files are real and stay outside the project; the tests skip where they are not beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.projection import EntityKey, Graph, project
from kb.settings import settings
from kb.store import connect, stop
from loaders.loading import load
from loaders.pipeline import read
from loaders.read import Read

EXECUTED = {1938: 6296, 1937: 3691, 1939: 437, 1941: 206}
BURIED = {"Бутово": 5048, "Коммунарка": 3675, "Донское": 2464, "Ваганьковское кладбище": 549}


@pytest.fixture(scope="module")
def table(shared: Path) -> Read:
    return read(shared / "data/moscow/mos_persons.csv", mapping="moscow_csv")


@pytest.fixture(scope="module")
def graph(table: Read) -> Graph:
    return project({}, [claim for claim, _ in table.release.claims], [])


def persons(graph: Graph) -> list[dict[str, object]]:
    return [props for key, props in graph.entities.items() if key.kind == "Person"]


def test_every_row_is_a_person_and_none_is_refused(table: Read, graph: Graph) -> None:
    assert (table.release.rows, table.rejected, table.warnings) == (11788, [], [])
    assert len(persons(graph)) == 11788


def test_the_table_lacks_the_birth_of_44_and_the_entries_tell_it(table: Read, graph: Graph) -> None:
    told = {claim.about for claim, _ in table.release.claims if claim.kind == "person" and "birth" in claim.values}
    lacking = {key.id for key in graph.entities if key.kind == "Person"} - told
    assert len(lacking) == 44
    for ident in lacking:  # «род. в феврале 1887»: the table that was made of the entries passed over them
        assert 1860_00_00 < int(graph.entities[EntityKey("Person", ident)]["birth_earliest"]) < 1920_00_00


def test_executions_by_year_are_read_from_the_entries(graph: Graph) -> None:
    measures = [props for key, props in graph.entities.items() if key.kind == "Measure"]
    years = Counter(
        int(props["carried_out_earliest"]) // 10000 for props in measures if props["measure_kind"] == "execution"
    )
    assert {year: years[year] for year in EXECUTED} == EXECUTED
    assert years.total() == 11788


def test_burials_and_dates_of_the_table_agree_with_the_entries(graph: Graph) -> None:
    buried = Counter(props["burial"] for props in persons(graph))
    assert {place: buried[place] for place in BURIED} == BURIED
    conflicts = Counter(name for props in persons(graph) for name in props.get("conflicts", []))  # type: ignore[attr-defined]
    assert not {"burial", "death"} & set(conflicts)


def test_names_with_a_bracket_are_one_person_with_variants(graph: Graph) -> None:
    bracketed = [props for props in persons(graph) if "(" in str(props["label"])]
    with_others = [props for props in bracketed if props.get("name_variants")]
    assert len(bracketed) > 250
    assert len(with_others) > 0.9 * len(bracketed)


def test_the_pages_make_the_same_persons_as_the_table(shared: Path, table: Read) -> None:
    pages = read(shared / "data/moscow", mapping="moscow_html")
    assert not pages.rejected
    entries = {claim.about: claim.values["text"] for claim, _ in pages.release.claims if claim.kind == "entry"}
    known = {claim.about: claim.values["text"] for claim, _ in table.release.claims if claim.kind == "entry"}
    assert len(entries) == pages.release.rows > 370
    same = sum(known.get(record) == text for record, text in entries.items())
    assert same == len(entries)


def test_the_copy_is_a_source_of_its_own_with_the_same_names(shared: Path, table: Read) -> None:
    copy = read(shared / "data/moscow/geocoded_copy.csv", mapping="moscow_geocoded")
    assert (copy.release.rows, copy.rejected) == (8482, [])
    graph = project({}, [claim for claim, _ in copy.release.claims], [])
    names = {props["label"] for props in persons(graph)}
    known = {claim.values["name_ru"] for claim, _ in table.release.claims if claim.kind == "person"}
    assert len(names) == 8468
    assert len(names & known) >= 8456
    assert not {claim.about for claim, _ in copy.release.claims} & {claim.about for claim, _ in table.release.claims}


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "home"
    stop(settings({"KB_HOME": str(tmp_path / "home")}))


@pytest.mark.local
@pytest.mark.slow
def test_loaded_twice_it_adds_nothing_and_the_base_answers(shared: Path, home: Path) -> None:
    said = settings({"KB_HOME": str(home), "KB_AUTHOR": "tests"})
    file = shared / "data/moscow/mos_persons.csv"
    with connect(said) as store:
        first = load(store, said, file, mapping="moscow_csv")
        again = load(store, said, file, mapping="moscow_csv")
        assert first.new == len({claim.id for claim, _ in first.read.release.claims})
        assert (again.new, again.changed, again.batch) == (0, 0, first.batch)
        assert store.read("MATCH (p:Person) RETURN count(p) AS n").rows == [(11788,)]
        text = (
            "MATCH (:Person)-[:SUBJECT_OF]->(m:Measure {measure_kind: 'execution'}) "
            "WHERE m.carried_out_earliest >= 19380101 AND m.carried_out_latest <= 19381231 RETURN count(m) AS n"
        )
        assert store.read(text).rows == [(EXECUTED[1938],)]
