"""Rows become claims as a mapping says; what cannot be taken is told with its row and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.errors import DataError, UnknownId
from kb.model import Claim
from loaders.mapping import read_mapped
from loaders.mapping.model import find
from loaders.pipeline import read
from loaders.read import Read
from loaders.refused import table_of, write_refused
from tests.readers import making

MAPPING = """
dataset: d
constants:
  list: { values: { title: Список, source_kind: list } }
  rising: { kind: Uprising, id: "uprisings_372:u001" }
records:
  person: { kind: Person, key: карточка }
  arrest: { kind: Measure, key: карточка, prefix: arrest. }
  kinsman: { kind: Person, hash: [piece, карточка], prefix: kin. }
claims:
  - claim: person
    about: person
    values: { name_ru: имя, birth: { column: год, empty: ["-"] }, sex: { column: пол, lookup: sex } }
    cites: list
    locator: { text: "л. {лист}" }
  - claim: measure
    about: arrest
    values: { measure_kind: { text: arrest }, carried_out: арест }
    cites: list
  - { claim: subject, about: person, to: arrest, cites: list }
  - claim: participation
    about: person
    to: rising
    values: { role: { text: participant } }
    when: { роль: [участник] }
  - { claim: person, about: kinsman, values: { name_ru: piece }, each: { column: родня } }
  - { claim: kinship, about: kinsman, to: person, values: { term: { text: kin_of } }, each: { column: родня } }
lookups:
  sex: { values: { м: male, ж: female }, strict: true }
ignored:
  номер: номер строки
"""
HEADER = "номер,карточка,имя,год,пол,лист,арест,роль,родня"


def table(folder: Path, *rows: str, header: str = HEADER, mapping: str = MAPPING) -> Read:
    (folder / "m.yml").write_text(mapping, "utf-8")
    (folder / "list.csv").write_text("\n".join([header, *rows]) + "\n", "utf-8")
    return read(folder / "list.csv", mapping=folder / "m.yml")


def said(found: Read, kind: str) -> list[Claim]:
    return [claim for claim, _ in found.release.claims if claim.kind == kind]


def test_a_row_makes_the_claims_that_the_mapping_says(tmp_path: Path) -> None:
    found = table(tmp_path, "1,k7,Али,1893,М,12,10.03.1930,участник,Вали; Сали")
    assert not found.rejected
    assert not found.warnings
    person = said(found, "person")[0]
    assert (person.about, person.cites, person.locator) == ("d:k7", ("d:list",), "л. 12")
    assert person.values == {"name_ru": "Али", "birth": "1893", "sex": "male"}
    (measure,) = said(found, "measure")
    assert (measure.about, measure.values["carried_out"]) == ("d:arrest.k7", "10.03.1930")
    (subject,) = said(found, "subject")
    assert (subject.about, subject.to) == ("d:k7", "d:arrest.k7")
    (participation,) = said(found, "participation")
    assert participation.to == "uprisings_372:u001"
    assert [claim.values["name_ru"] for claim in said(found, "person")[1:]] == ["Вали", "Сали"]
    assert {claim.about for claim in said(found, "kinship")} == {claim.about for claim in said(found, "person")[1:]}
    assert {row for claim, row in found.release.claims if claim.kind != "source"} == {"list.csv:2"}


def test_what_a_cell_does_not_say_is_not_claimed(tmp_path: Path) -> None:
    found = table(tmp_path, "1,k7,Али,-,,,,,")
    (person,) = said(found, "person")
    assert (person.values, person.locator) == ({"name_ru": "Али"}, None)
    assert not said(found, "measure")
    assert not said(found, "subject"), "a tie to something of which nothing is said leads nowhere"
    assert not said(found, "participation")


def test_rows_that_cannot_be_taken_are_told_and_the_others_are_in(tmp_path: Path) -> None:
    found = table(
        tmp_path,
        "1,k1,Али,1893,м,,,,",
        "2,,Вали,1893,м,,,,",
        "3,k3,Сали,1893,?,,,,",
        "4,k1,Другой,1890,м,,,,",
        "5,k5,Пятый,1890,м,,,,,,лишнее",
        "6,k6,Шестой,после дождя,м,,,,",
    )
    told = [(each.row, each.column, each.value, each.key) for each in found.rejected]
    assert told == [
        ("list.csv:3", "карточка", "", "errors.empty_key"),
        ("list.csv:4", "пол", "?", "errors.unknown_word"),
        ("list.csv:5", "карточка", "k1", "errors.duplicate_key"),
        ("list.csv:6", "", "", "errors.row_width"),
    ]
    assert [claim.about for claim in said(found, "person")] == ["d:k1", "d:k6"]
    assert [(each.row, each.column, each.key) for each in found.warnings] == [("list.csv:7", "год", "load.unread_date")]
    assert found.release.rows == 6


def test_rejected_rows_can_be_corrected_and_loaded_again(tmp_path: Path) -> None:
    found = table(tmp_path, "1,k1,Али,1893,м,,,,", "2,,=cmd|'/c calc'!A1,1893,м,,,,", "3,k3,Сали,-,м,,,,")
    again = tmp_path / "again.csv"
    write_refused(again, found.refused)
    written = again.read_text("utf-8-sig")
    assert written.splitlines() == [HEADER, "2,,'=cmd|'/c calc'!A1,1893,м,,,,"], "no spreadsheet takes it for a formula"
    again.write_text(written.replace("2,,", "2,k2,"), "utf-8-sig")
    corrected = read(again, mapping=tmp_path / "m.yml", part="corrections")
    assert not corrected.rejected
    assert corrected.release.part == "corrections"
    assert said(corrected, "person")[0].values["name_ru"] == "=cmd|'/c calc'!A1"
    assert table_of([]) == ""


def test_an_unknown_column_is_an_error_until_it_is_handled(tmp_path: Path) -> None:
    with pytest.raises(DataError) as told:
        table(tmp_path, header=HEADER + ",новый")
    assert (told.value.key, told.value.data["column"]) == ("unknown_columns", "«новый»")
    handled = MAPPING + "  новый: не нужен\n"
    assert table(tmp_path, "1,k1,Али,,,,,,,x", header=HEADER + ",новый", mapping=handled).release.rows == 1


def test_a_renamed_or_missing_column_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError) as told:
        table(tmp_path, header=HEADER.replace("карточка", "карточка №"))
    assert (told.value.key, told.value.data["value"]) == ("renamed_column", "карточка №")
    with pytest.raises(DataError) as told:
        table(tmp_path, header=HEADER.replace(",родня", ""))
    assert (told.value.key, told.value.data["column"]) == ("missing_column", "родня")
    with pytest.raises(DataError) as told:
        table(tmp_path, header=HEADER + ",имя")
    assert told.value.key == "double_column"


def test_numbers_of_rows_are_refused_as_keys(tmp_path: Path) -> None:
    numbered = MAPPING.replace("key: карточка }", "key: номер }", 1).replace("  номер: номер строки", "  x: x")
    rows = [f"{number},k{number},Али,,,,,," for number in range(1, 5)]
    with pytest.raises(DataError) as told:
        table(tmp_path, *rows, mapping=numbered)
    assert told.value.key == "key_is_row_number"
    own = numbered.replace("key: номер }", "key: номер, numbered: так в описи }", 1)
    assert table(tmp_path, *rows, mapping=own).release.rows == 4
    assert table(tmp_path, *reversed(rows), mapping=numbered).release.rows == 4


def test_expectations_hold_or_nothing_is_loaded(tmp_path: Path) -> None:
    for expect in ("rows: { min: 2 }", "records: { person: { max: 0 } }", "claims: { person: { min: 5 } }"):
        with pytest.raises(DataError) as told:
            table(tmp_path, "1,k1,Али,,,,,,", mapping=MAPPING + f"expect: {{ {expect} }}\n")
        assert told.value.key == "expectation"
    assert table(tmp_path, "1,k1,Али,,,,,,", mapping=MAPPING + "expect: { rejected: { max: 0 } }\n").release.rows == 1


def test_the_same_rows_in_another_format_make_the_same_claims(tmp_path: Path) -> None:
    row = ["1", "k7", "Али", "1893", "М", "12", "10.03.1930", "участник", "Вали; Сали"]
    first = table(tmp_path, ",".join(row))
    book = making.xlsx(tmp_path / "list.xlsx", [HEADER.split(","), [int(row[0]), *row[1:]]])
    pages = making.ods(tmp_path / "list.ods", [HEADER.split(","), row])
    for file in (book, pages):
        found = read(file, mapping=tmp_path / "m.yml")
        assert [claim.id for claim, _ in found.release.claims] == [claim.id for claim, _ in first.release.claims]


def test_parts_of_a_cell_are_taken_by_the_readers(tmp_path: Path) -> None:
    mapping = """
dataset: d
records: { person: { kind: Person, hash: [кто] } }
claims:
  - claim: person
    about: person
    values:
      name_ru: { column: кто, take: name }
      birth: { column: кто, take: date }
      file_reference: { column: где, take: reference }
      note: { column: ещё, mark: "|", part: 2 }
"""
    found = table(
        tmp_path,
        '"Абаев Абай (1893–1931)","Опубл.: ЦГА РК, ф. 30, оп. 4, д. 49",a|b',
        '"Досов Дос, 1890 г.р., крестьянин",,a',
        header="кто,где,ещё",
        mapping=mapping,
    )
    first, second = said(found, "person")
    assert first.values == {
        "name_ru": "Абаев Абай",
        "birth": "1893–1931",
        "file_reference": "ЦГА РК, ф. 30, оп. 4, д. 49",
        "note": "b",
    }
    assert second.values["name_ru"] == "Досов Дос"
    assert second.values["birth"].startswith("1890")


def test_many_files_of_a_folder_are_one_release(tmp_path: Path) -> None:
    table(tmp_path, "1,k1,Али,,,,,,")
    (tmp_path / "second.csv").write_text(f"{HEADER}\n1,k2,Вали,,,,,,\n", "utf-8")
    found = read_mapped(tmp_path, find(tmp_path / "m.yml"), None, None, lambda *_: None)
    assert found.release.rows == 2
    assert [(each.row, each.key) for each in found.warnings] == [("m.yml", "load.unused_file")]
    assert sorted(found.tables) == ["list.csv", "second.csv"]


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnknownId):
        read(tmp_path / "nothing.csv", mapping="moscow_csv")
    with pytest.raises(DataError) as told:
        table(tmp_path, mapping=MAPPING.replace("dataset: d\n", ""))
    assert told.value.key == "mapping_dataset"
    empty = MAPPING + "files: '*.htm'\n"
    with pytest.raises(DataError) as told:
        (tmp_path / "m.yml").write_text(empty, "utf-8")
        read(tmp_path, mapping=tmp_path / "m.yml")
    assert told.value.key == "no_files"
