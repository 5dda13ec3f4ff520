"""The made-up set: the research set's shapes, the structure of the real thing, the same bytes for the same seed."""

from __future__ import annotations

import csv
import hashlib
import tracemalloc
from collections import Counter
from pathlib import Path

import pytest
import yaml

from kb.errors import ConflictError
from loaders.generate.draws import Draws, Weighted
from loaders.generate.made_up import dataset_id, generate
from loaders.generate.tables import COLUMNS
from loaders.generate.world import RISINGS

PERSONS = 3000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made-up")
    generate(folder, PERSONS, 7)
    return folder


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def digest(folder: Path) -> dict[str, str]:
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(folder.iterdir())}


@pytest.mark.parametrize("table", COLUMNS)
def test_every_table_has_the_columns_of_the_research_set(table: str, made: Path, shared: Path) -> None:
    header = (shared / "facts" / f"{table}.csv").read_text("utf-8").splitlines()[0]
    assert (made / f"{table}.csv").read_text("utf-8").splitlines()[0] == header


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(made: Path, tmp_path: Path) -> None:
    generate(tmp_path / "again", PERSONS, 7)
    generate(tmp_path / "other", PERSONS, 8)
    assert digest(tmp_path / "again") == digest(made)
    assert digest(tmp_path / "other")["persons.csv"] != digest(made)["persons.csv"]


def test_the_bytes_do_not_depend_on_the_machine(tmp_path: Path) -> None:
    generate(tmp_path, 50, 1)
    text = (tmp_path / "persons.csv").read_bytes()
    assert hashlib.sha256(text).hexdigest() == PERSONS_OF_SEED_1


PERSONS_OF_SEED_1 = "e06c74c4897d8d125ca43310cde8adf01aa370bd585663db6ea58a98b9cc97f9"


def test_there_are_as_many_persons_and_risings_as_asked_for(made: Path) -> None:
    assert len({row["person_id"] for row in rows(made, "persons")}) == PERSONS
    assert len({row["uprising_id"] for row in rows(made, "uprisings")}) == RISINGS


def test_every_record_says_that_it_is_made_up(made: Path) -> None:
    for table in ("persons", "places", "sources"):
        assert all("made up" in row["note"] for row in rows(made, table)), table
    for table, columns in COLUMNS.items():
        assert all(row[columns[0]].startswith("made-up-") for row in rows(made, table)), table
    described = yaml.safe_load((made / "dataset.yml").read_text("utf-8"))
    assert described["made_up"] is True
    assert described["id"] == dataset_id(7)


def test_every_id_that_a_row_names_exists(made: Path) -> None:
    known = {
        "person": {row["person_id"] for row in rows(made, "persons")},
        "uprising": {row["uprising_id"] for row in rows(made, "uprisings")},
        "place": {row["place_id"] for row in rows(made, "places")},
        "source": {row["source_id"] for row in rows(made, "sources")},
    }
    for table in COLUMNS:
        for row in rows(made, table):
            for column, value in row.items():
                kind = {"person_a": "person", "person_b": "person", "parent_place_id": "place"}.get(
                    column, column.split("_id")[0]
                )
                if kind in known:
                    assert set(filter(None, value.split(";"))) <= known[kind], (table, column, value)


def test_risings_are_of_very_unequal_size_and_one_is_a_hub(made: Path) -> None:
    sizes = Counter(
        uprising for _, uprising in {(row["person_id"], row["uprising_id"]) for row in rows(made, "participations")}
    )
    greatest = sizes.most_common(1)[0][1]
    assert 0.04 * PERSONS < greatest < 0.09 * PERSONS  # 4,500 of 80,000 are 5.6 %
    assert sorted(sizes.values())[len(sizes) // 2] < greatest / 20


def test_sources_contradict_each_other_on_sizes_and_births(made: Path) -> None:
    said: dict[tuple[str, str], set[str]] = {}
    for row in rows(made, "claims"):
        said.setdefault((row["subject_id"], row["property"]), set()).add(row["value"])
    assert sum(len(values) > 1 for (_, name), values in said.items() if name == "participants") > RISINGS / 2
    born = {row["person_id"]: row["birth"] for row in rows(made, "persons")}
    contradicted = [
        who for (who, name), values in said.items() if name == "birth" and born[who] and born[who] not in values
    ]
    assert len(contradicted) > PERSONS / 50


def test_dates_are_written_in_several_notations(made: Path) -> None:
    births = "\n".join(row["birth"] for row in rows(made, "persons"))
    for sign in ("~", "/", "около", " г.", "."):
        assert sign in births


def test_memory_does_not_grow_with_the_number_of_persons(tmp_path: Path) -> None:
    def peak(persons: int) -> int:
        tracemalloc.start()
        generate(tmp_path / str(persons), persons, 3)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(8000) < peak(1000) * 1.5 + 200_000


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "persons.csv").write_text("person_id\np1\n")
    with pytest.raises(ConflictError):
        generate(tmp_path, 10, 1)
    assert (tmp_path / "persons.csv").read_text() == "person_id\np1\n"


def test_a_made_up_set_may_be_written_over(tmp_path: Path) -> None:
    generate(tmp_path, 30, 1)
    generate(tmp_path, 10, 1)
    assert len(rows(tmp_path, "persons")) == 10


def test_progress_is_told_to_the_end(tmp_path: Path) -> None:
    told: list[int] = []
    generate(tmp_path, 100, 1, told.append)
    assert told == sorted(told)
    assert told[-1] == 100


def test_draws_of_the_same_names_are_the_same_whatever_came_before() -> None:
    first = [Draws(1, "a").below(1000) for _ in range(3)]
    assert len(set(first)) == 1
    stream = Draws(1, "a")
    assert len({stream.below(1000) for _ in range(100)}) > 80


def test_weights_decide_how_often_a_choice_is_drawn() -> None:
    draws = Draws(1)
    found = Counter(Weighted([1, 0, 3]).index(draws) for _ in range(4000))
    assert found[1] == 0
    assert 2800 < found[2] < 3200
