"""The research set: nothing of it is lost, nothing is added, and what it is careful about stays so."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from kb import base
from kb.base.graphs import whole
from kb.model import Claim, make_claim
from kb.projection import EntityKey, Graph, TieKey, project
from kb.settings import Settings, settings
from kb.store import Store, connect, stop
from loaders.dataset import Dataset
from loaders.loading import load, rehearse
from loaders.pipeline import Read, read
from loaders.sets import find
from tests.conftest import ROOT

NAME = "uprisings_372"
Cells = dict[str, str]


@pytest.fixture(scope="module")
def taken() -> Read:
    return read(NAME)


@pytest.fixture(scope="module")
def files() -> dict[str, list[Cells]]:
    """Every table of the set as a plain reading of its file gives it, the row's number being its place + 2."""
    found = {}
    for each in find(NAME).tables:
        with each.path.open(encoding="utf-8-sig", newline="") as file:
            found[each.shape.name] = list(csv.DictReader(file))
    return found


@pytest.fixture(scope="module")
def by_row(taken: Read) -> dict[str, list[Claim]]:
    rows: dict[str, list[Claim]] = defaultdict(list)
    for claim, reference in taken.release.claims:
        rows[reference.split(" ")[0]].append(claim)
    return rows


@pytest.fixture(scope="module")
def graph(taken: Read) -> Graph:
    return project({}, (claim for claim, _ in taken.release.claims), ())


def record(local: str) -> str:
    return f"{NAME}:{local}"


def person(local: str) -> EntityKey:
    return EntityKey("Person", record(local))


def rising(local: str) -> EntityKey:
    return EntityKey("Uprising", record(local))


def filled(rows: list[Cells], *columns: str) -> int:
    return sum(bool(row[column]) for row in rows for column in columns)


def parts(rows: list[Cells], column: str, mark: str) -> int:
    return sum(len([part for part in row[column].split(mark) if part.strip()]) for row in rows)


def test_no_row_is_kept_out_and_every_remark_is_known(taken: Read) -> None:
    assert not taken.rejected
    assert [(each.row, each.column, each.value) for each in taken.warnings] == [
        # one text has «more than 30 armed attackers»; the compilers counted the hundred men with stakes in
        ("uprisings.csv:3", "summary_least", "130"),
    ]


def test_every_row_of_every_table_was_read(taken: Read, files: dict[str, list[Cells]]) -> None:
    assert {name: count.rows for name, count in taken.tables.items()} == {
        name: len(rows) for name, rows in files.items()
    }
    assert taken.release.rows == sum(map(len, files.values()))


def test_rows_in_and_claims_out_table_by_table(taken: Read, files: dict[str, list[Cells]]) -> None:
    uprisings, repressions = files["uprisings"], files["repressions"]
    expected = {
        "sources": len(files["sources"]),
        "short_labels": len(files["sources"]),
        # the document and the tie to the text that cites it; two are papers of a case
        "archival_refs": 2 * len(files["archival_refs"]) + 2,
        "places": len(files["places"]) + filled(files["places"], "parent_place_id"),
        "lineages": len(files["lineages"]) + filled(files["lineages"], "parent_key"),
        # each form beyond the first is a claim of its own
        "organs": len(files["organs"])
        + sum(max(0, row[column].count("|")) for row in files["organs"] for column in ("name_kk", "abbreviations")),
        "uprisings": 3 * len(uprisings) + parts(uprisings, "place_ids", ";"),
        "persons": len(files["persons"]) + filled(files["persons"], "clan"),
        "participations": len(files["participations"]),
        "family_ties": len(files["family_ties"]),
        # measure and person; then place and body where lookups read them, and the case
        "repressions": 2 * len(repressions)
        + sum(row["place"] not in ("", "Western China") for row in repressions)
        + sum(row["body"].startswith("OGPU") and "detachment" not in row["body"] for row in repressions)
        + sum(row["event"] in ("criminal_case", "indictment", "sentence") for row in repressions),
        "claims": len(files["claims"]),
    }
    assert {name: taken.tables[name].claims for name in expected} == expected
    assert taken.tables["historic_places"].claims >= len(files["historic_places"])


def test_only_sources_that_nothing_cites_say_nothing(taken: Read) -> None:
    ignored = {name: count.ignored for name, count in taken.tables.items() if count.ignored}
    assert ignored == {"historic_places_sources": 3, "kinship_lineages_sources": 45, "organ_sources": 201}
    assert set(ignored) == set(find(NAME).dataset.ignored_rows)


def test_every_filled_cell_stands_in_a_claim_or_its_column_is_ignored_by_name(
    taken: Read, files: dict[str, list[Cells]], by_row: Mapping[str, list[Claim]]
) -> None:
    dataset = find(NAME).dataset
    addresses = {
        claim.about: claim.values["url"]
        for claim, _ in taken.release.claims
        if claim.kind == "source" and "url" in claim.values
    }
    lost = []
    for table, rows in files.items():
        ignored = dataset.ignored_columns.get(f"{table}.csv", {})
        for number, row in enumerate(rows, 2):
            said = by_row.get(f"{table}.csv:{number}", [])
            if not said and table in dataset.ignored_rows:
                continue
            stands = "\n".join([*_texts(said, addresses), *_words(said, dataset)])
            lost += [
                (f"{table}.csv:{number}", column, cell)
                for column, cell in row.items()
                if cell and column not in ignored and not _stands(cell, stands)
            ]
    assert not lost


def _texts(claims: list[Claim], addresses: Mapping[str, str]) -> Iterator[str]:
    for claim in claims:
        yield from claim.values.values()
        yield from (text for text in (claim.locator, claim.quote, claim.why, claim.about, claim.to) if text)
        for source in claim.cites:
            yield source
            yield addresses.get(source, "")


def _words(claims: list[Claim], dataset: Dataset) -> Iterator[str]:
    """The words of claims.csv that a lookup reads as a property that one of the claims gives."""
    for claim in claims:
        known = dataset.properties.get(claim.about_kind, {})
        yield from (word for word, name in known.items() if name in claim.values)


def _stands(cell: str, stands: str) -> bool:
    if cell.strip() in stands:
        return True
    marks = [mark for mark in (" ; ", " | ", ";", "|") if mark in cell]
    return any(all(part.strip() in stands for part in cell.split(mark)) for mark in marks)


def test_files_of_the_set_are_those_that_were_given(shared: Path) -> None:
    folder = find(NAME).dataset.file
    assert folder is not None
    shipped = {path.name: path for path in (folder.parent / "data").glob("*.csv")}
    given = {path.name: path for path in (shared / "facts").glob("*.csv")}
    assert set(shipped) - set(given) == {"short_labels.csv"}
    assert set(given) - set(shipped) == {"historic_places.csv", "historic_places_sources.csv"}
    for name in set(given) & set(shipped):
        assert shipped[name].read_bytes() == given[name].read_bytes(), name


def test_every_source_has_a_short_label_in_three_languages(graph: Graph, files: dict[str, list[Cells]]) -> None:
    for row in files["sources"]:
        props = graph.entities[EntityKey("Source", record(row["source_id"]))]
        assert props["short_ru"] and props["short_kk"] and props["short_en"]


def test_the_aggregate_the_umbrella_and_episodes_are_told_apart_with_the_reason(taken: Read, graph: Graph) -> None:
    scopes = {key.id.split(":")[1]: props["scope"] for key, props in graph.entities.items() if key.kind == "Uprising"}
    assert {name: scope for name, scope in scopes.items() if scope != "rising"} == {
        "u000": "aggregate",
        "u004": "umbrella",
        "u007": "episode",
        "u010": "episode",
        "u025": "episode",
    }
    assert all(claim.why for claim, _ in taken.release.claims if "scope" in claim.values and claim.kind == "uprising")
    assert not graph.entities[rising("u004")]["connects"]
    for part in ("u005", "u006"):
        assert TieKey("PART_OF", rising(part), rising("u004")) in graph.ties


def test_cases_that_may_be_fabricated_say_so_and_are_not_counted(graph: Graph) -> None:
    alleged = {key.id for key, props in graph.entities.items() if props.get("attestation") == "alleged_only"}
    assert alleged == {record("u015"), record("u022")}
    assert not any(graph.entities[EntityKey("Uprising", each)]["counted"] for each in alleged)


def test_the_accused_of_the_prosecution_take_part_in_nothing(graph: Graph, files: dict[str, list[Cells]]) -> None:
    words = {"accused", "alleged_planner", "alleged_conspirator"}
    accused = {(row["person_id"], row["uprising_id"]) for row in files["participations"] if row["role"] in words}
    assert len(accused) == 15
    for who, what in accused:
        assert TieKey("ACCUSED_OVER", person(who), rising(what)) in graph.ties
        assert TieKey("TOOK_PART_IN", person(who), rising(what)) not in graph.ties
    by_word = {(key.source.id, key.target.id) for key in graph.ties if key.type == "ACCUSED_OVER"}
    assert by_word == {(record(who), record(what)) for who, what in accused}


def test_mirrors_and_pages_of_one_book_are_one_witness(graph: Graph) -> None:
    sultanbek = graph.ties[TieKey("TOOK_PART_IN", person("p008"), rising("u003"))]
    # s008 is a mirror of the encyclopedia, s101 and s102 are pages of one book
    assert (sultanbek["sources"], sultanbek["witnesses"]) == (3, 2)


def test_researchers_are_authors_and_take_part_in_nothing(graph: Graph) -> None:
    researchers = {key for key, props in graph.entities.items() if props.get("scope") == "researcher"}
    assert len(researchers) == 11
    assert not [key for key in graph.ties if key.source in researchers]


def test_both_numbers_for_sozak_stand_with_the_source_that_says_each(graph: Graph, taken: Read) -> None:
    claims = {claim.id: claim for claim, _ in taken.release.claims}
    said = {
        props["text"]: claims[key.claim].cites
        for key, props in graph.readings.items()
        if key.entity == rising("u003") and key.property == "participants"
    }
    assert said == {
        "up to 400, foot and horse, to be checked": (record("s042"),),
        "2000": (record("s008"),),
    }


def test_words_of_memoirs_stay_in_quotation(by_row: Mapping[str, list[Claim]]) -> None:
    (label,) = by_row["claims.csv:172"]
    assert label.quote == "«асановское бандитское восстание»" == label.values["value"]


def test_a_row_of_claims_is_found_by_its_own_name(taken: Read) -> None:
    (claim,) = [claim for claim, reference in taken.release.claims if reference == "claims.csv:59 c058"]
    assert claim.locator == "summary No. 3"
    assert claim.voice == "administration"


def test_losses_of_one_battle_are_an_episode_of_the_rising_and_not_the_losses_of_it(graph: Graph) -> None:
    battle = EntityKey("Episode", record("episode.karakum_april"))
    props = graph.entities[battle]
    losses = (props["killed_insurgents_least"], props["wounded_insurgents_least"], props["killed_government_least"])
    assert losses == (35, 23, 40)
    assert TieKey("PART_OF", battle, rising("u006")) in graph.ties
    assert "killed_insurgents" not in graph.entities[rising("u006")]


def test_episodes_say_what_a_row_of_claims_says(taken: Read, files: dict[str, list[Cells]]) -> None:
    rows = {row["claim_id"]: row for row in files["claims"]}
    assert len(find(NAME).dataset.episodes) == 6
    for episode in find(NAME).dataset.episodes:
        (name,) = re.findall(r"claims\.csv (c\d+)", episode.why)
        row = rows[name]
        assert (episode.part_of, episode.cites, episode.locator) == (
            row["subject_id"],
            (row["source_id"],),
            row["locator"],
        )
        assert all(value in row["value"] for key, value in episode.values.items() if key != "episode_kind")


def test_documents_are_cited_at_second_hand_and_lead_into_archives(graph: Graph, taken: Read) -> None:
    documents = [claim for claim, _ in taken.release.claims if claim.about.startswith(record("document."))]
    assert {claim.access for claim in documents if claim.kind == "source"} == {"cited"}
    assert EntityKey("ArchivalUnit", "archive:АП РК/141/1/4577") in graph.entities


def test_another_id_for_the_dataset_makes_records_of_another_dataset() -> None:
    other = read(NAME, "almaty/facts")
    assert other.release.dataset == "almaty/facts"
    assert {claim.about.split(":")[0] for claim, _ in other.release.claims} == {"almaty/facts"}


def test_the_page_of_the_set_names_every_table_with_its_rows_and_every_table_left_out(
    files: dict[str, list[Cells]],
) -> None:
    page = (ROOT / "docs/reference/dataset-uprisings_372.md").read_text("utf-8")
    for name, rows in files.items():
        assert f"| `{name}.csv` | {len(rows)} |" in page
    for name in find(NAME).dataset.ignored_tables:
        assert f"`{name}`" in page


# On the engine.


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    chosen = settings({"KB_HOME": str(tmp_path_factory.mktemp("home")), "KB_AUTHOR": "tests"})
    yield chosen
    stop(chosen)


@pytest.fixture(scope="module")
def store(said: Settings) -> Iterator[Store]:
    with connect(said) as opened:
        yield opened


def contents(store: Store) -> tuple[Graph, Counter[Any], Counter[Any]]:
    nodes = store.read("MATCH (n) RETURN labels(n) AS labels, properties(n) AS props", limit=None, seconds=120.0).rows
    links = store.read("MATCH (a)-[t]->(b) RETURN type(t) AS type, count(*) AS number", limit=None, seconds=120.0).rows
    return (
        whole(store),
        Counter((str(sorted(labels)), str(sorted(props.items()))) for labels, props in nodes),
        Counter(dict(links)),
    )


@pytest.mark.local
@pytest.mark.slow
def test_loaded_twice_it_adds_nothing_and_undone_the_base_is_as_before(
    store: Store, said: Settings, taken: Read
) -> None:
    before_it = make_claim("person", ("other:1", "Person"), {"name_ru": "Кто-то"}, cites=[record("s008")])
    base.load(store, said, base.Release("other", [(before_it, "f.csv:2")], "f.csv", "", 1))
    before = contents(store)
    tried = rehearse(store, NAME)
    first = load(store, said, NAME)
    assert (first.new, first.same, first.changed) == (tried.new, tried.same, tried.changed)
    assert first.new == len({claim.id for claim, _ in taken.release.claims})
    assert first.entities["Person"] == 143
    loaded = contents(store)
    again = load(store, said, NAME)
    assert (again.batch, again.new, again.same, again.changed) == (first.batch, 0, first.new, 0)
    assert contents(store) == loaded
    assert first.batch is not None
    base.undo(store, said, first.batch)
    assert contents(store) == before


def test_what_is_published_may_be_seen_by_all_but_not_what_is_said_of_people_who_may_live(
    taken: Read, files: dict[str, list[Cells]]
) -> None:
    living = {record(row["person_id"]) for row in files["persons"] if row["scope"] == "researcher"} - {record("p063")}
    assert len(living) == 10
    for claim, reference in taken.release.claims:
        guarded = bool(living & {claim.about, claim.to})
        assert claim.level == ("team" if guarded else "public"), reference
    seen = project({}, (claim for claim, _ in taken.release.claims), (), level="public")
    people = {key.id for key in seen.entities if key.kind == "Person"}
    assert people == {record(row["person_id"]) for row in files["persons"]} - living
