"""Tables as people hand them in: what is wrong with them is told with file, row and column; nothing goes in silence."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kb.errors import DataError, UnknownId
from kb.i18n import LANGS
from kb.model import Claim
from loaders.generate.made_up import generate
from loaders.pipeline import Read, read
from loaders.sets import shipped
from loaders.tabular import Row, reading

SOURCES = (
    "source_id,title,author,year,kind,language,url,note\ns1,Летопись,,1930,monograph,ru,,\ns2,Заметка,,,news,kk,,\n"
)
PERSONS = (
    "person_id,name_ru,name_kk,name_latin,patronymic_or_father,birth,death,social_status_occupation,clan,note,"
    "source_ids,scope\np1,Первый Вымышленный,,,,1890,,,,,s1;s2,in_scope\np2,Вторая Вымышленная,,,,,,,,,s2,in_scope\n"
)
UPRISINGS = (
    "uprising_id,name_ru,name_kk,name_en,start_date,end_date,place_ids,participants_min,participants_max,"
    "description_own_words,source_ids\nu1,Восстание,,,1930-02,,,,,,s1\n"
)
CLAIMS = "claim_id,subject_id,property,value,source_id,locator\nc1,u1,participants,400,s1,с. 5\n"
TIES = "person_a,person_b,tie,source_id\np1,p2,brother_of,s1\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small sound set."""
    made = tmp_path / "набор"
    made.mkdir()
    for name, text in (("sources", SOURCES), ("persons", PERSONS), ("uprisings", UPRISINGS), ("claims", CLAIMS)):
        put(made, name, text)
    put(made, "places", "place_id,name_ru,name_kk,name_en,kind,parent_place_id,lat,lon,coord_source,note\n")
    return made


def put(folder: Path, name: str, text: str, encoding: str = "utf-8") -> None:
    (folder / f"{name}.csv").write_bytes(text.encode(encoding))


def claims(taken: Read, kind: str) -> list[Claim]:
    return [claim for claim, _ in taken.release.claims if claim.kind == kind]


def refused(taken: Read) -> list[tuple[str, str, str]]:
    return [(each.row, each.column, each.value) for each in taken.rejected]


def remarks(taken: Read) -> list[tuple[str, str, str, str]]:
    return [(each.key.removeprefix("load."), each.row, each.column, each.value) for each in taken.warnings]


def test_a_sound_set_is_read_whole(folder: Path) -> None:
    taken = read(folder)
    assert taken.release.dataset == "набор"
    assert not taken.rejected
    assert remarks(taken) == [("no_rows", "places.csv:1", "", "")]
    first = claims(taken, "person")[0]
    assert (first.about, first.cites) == ("набор:p1", ("набор:s1", "набор:s2"))
    assert first.values["birth"] == "1890"
    assert first.voice is None, "two sources of different kinds have no common voice"


def test_a_mark_of_byte_order_is_no_part_of_the_first_column(folder: Path) -> None:
    put(folder, "sources", SOURCES, "utf-8-sig")
    assert not read(folder).rejected


@pytest.mark.parametrize("lang", LANGS)
def test_a_missing_column_is_named(folder: Path, lang: str) -> None:
    put(folder, "claims", CLAIMS.replace(",locator", "", 1))
    with pytest.raises(DataError) as told:
        read(folder)
    assert (told.value.key, told.value.data["file"], told.value.data["column"]) == (
        "missing_column",
        "claims.csv",
        "locator",
    )
    assert "locator" in told.value.say(lang)  # type: ignore[arg-type]


@pytest.mark.parametrize(("mark", "named"), [(";", "«;»"), ("\t", "«Tab»")])
def test_a_table_with_other_marks_between_its_cells_is_told(folder: Path, mark: str, named: str) -> None:
    put(folder, "claims", CLAIMS.replace(",", mark))
    with pytest.raises(DataError) as told:
        read(folder)
    assert (told.value.key, told.value.data["file"]) == ("wrong_mark", "claims.csv")
    assert named in told.value.say("ru")


def test_places_refer_to_each_other_in_any_order_though_no_other_table_does(tmp_path: Path) -> None:
    rows = "pl1,Аул,,,aul,pl2,,,,\npl2,Район,,,district,,,,,\npl3,Аул,,,aul,pl9,,,,\n"
    put(tmp_path, "places", "place_id,name_ru,name_kk,name_en,kind,parent_place_id,lat,lon,coord_source,note\n" + rows)
    taken = read(tmp_path, "d")
    assert [(claim.about, claim.to) for claim in claims(taken, "within")] == [("d:pl1", "d:pl2")]
    assert refused(taken) == [("places.csv:4", "parent_place_id", "pl9")]


def test_a_column_named_twice_is_told(folder: Path) -> None:
    put(folder, "family_ties", "person_a,person_b,tie,source_id,tie\np1,p2,brother_of,s1,x\n")
    with pytest.raises(DataError, match="tie") as told:
        read(folder)
    assert told.value.key == "double_column"


def test_another_encoding_is_told_with_row_and_column(folder: Path) -> None:
    put(folder, "persons", PERSONS, "cp1251")
    with pytest.raises(DataError) as told:
        read(folder)
    assert told.value.key == "wrong_encoding"
    assert (told.value.data["row"], told.value.data["column"]) == ("persons.csv:2", 2)


def test_an_empty_file_is_told_and_one_with_a_header_alone_is_a_remark(folder: Path) -> None:
    put(folder, "family_ties", TIES.splitlines(keepends=True)[0])
    assert ("no_rows", "family_ties.csv:1", "", "") in remarks(read(folder))
    put(folder, "family_ties", "")
    with pytest.raises(DataError) as told:
        read(folder)
    assert told.value.key == "empty_file"


def test_broken_quotation_marks_are_told_with_the_row(folder: Path) -> None:
    put(folder, "claims", CLAIMS + 'c2,u1,outcome,"неза"крыто,s1,\n')
    with pytest.raises(DataError) as told:
        read(folder)
    assert (told.value.key, told.value.data["row"]) == ("not_a_table", "claims.csv:3")


def test_an_unknown_id_keeps_its_row_out_and_no_other(folder: Path) -> None:
    put(folder, "claims", CLAIMS + "c2,u9,participants,5,s1,\nc3,p1,fate,жив,s9,\nc4,p1,fate,жив,s1,\n")
    taken = read(folder)
    assert refused(taken) == [("claims.csv:3", "subject_id", "u9"), ("claims.csv:4", "source_id", "s9")]
    assert "persons.csv" in taken.rejected[0].say("en")
    assert taken.tables["claims"].rejected == 2
    assert [claim.values for claim in claims(taken, "person")][-1] == {"fate": "жив"}


def test_a_date_nobody_can_read_stays_as_written_with_a_remark(folder: Path) -> None:
    put(folder, "persons", PERSONS.replace("1890", "когда цвёл тюльпан"))
    taken = read(folder)
    assert claims(taken, "person")[0].values["birth"] == "когда цвёл тюльпан"
    assert ("unread_date", "persons.csv:2", "birth", "когда цвёл тюльпан") in remarks(taken)


def test_a_number_and_a_word_nobody_knows_stay_as_written_with_a_remark(folder: Path) -> None:
    put(folder, "claims", CLAIMS.replace("400", "тьма народу"))
    put(folder, "sources", SOURCES.replace("monograph", "scroll"))
    found = remarks(read(folder))
    assert ("unread_count", "claims.csv:2", "value", "тьма народу") in found
    assert ("unknown_term", "sources.csv:2", "kind", "scroll") in found


def test_a_word_of_kinship_nobody_knows_is_told(folder: Path) -> None:
    put(folder, "family_ties", TIES + "p2,p1,бөле,s1\n")
    taken = read(folder)
    assert ("unknown_term", "family_ties.csv:3", "tie", "бөле") in remarks(taken)
    assert len(claims(taken, "kinship")) == 2


def test_the_very_same_row_twice_adds_nothing_and_is_told(folder: Path) -> None:
    put(folder, "family_ties", TIES + TIES.splitlines(keepends=True)[1])
    put(folder, "persons", PERSONS + PERSONS.splitlines(keepends=True)[1])
    taken = read(folder)
    assert not taken.rejected
    assert len({claim.id for claim in claims(taken, "kinship")}) == 1
    assert [each[1] for each in remarks(taken) if each[0] == "duplicate_row"] == ["persons.csv:4", "family_ties.csv:3"]


def test_one_key_for_two_different_rows_keeps_the_second_out(folder: Path) -> None:
    put(folder, "persons", PERSONS + "p1,Другой,,,,,,,,,s1,in_scope\n")
    taken = read(folder)
    assert refused(taken) == [("persons.csv:4", "person_id", "p1")]
    assert {claim.values["name_ru"] for claim in claims(taken, "person")} == {
        "Первый Вымышленный",
        "Вторая Вымышленная",
    }


def test_a_row_without_its_key_and_one_with_too_few_cells_are_kept_out(folder: Path) -> None:
    put(folder, "persons", PERSONS + ",Без имени,,,,,,,,,s1,in_scope\np4,Короткая строка\n")
    taken = read(folder)
    assert [(each.row, each.key) for each in taken.rejected] == [
        ("persons.csv:4", "errors.empty_key"),
        ("persons.csv:5", "errors.row_width"),
    ]
    assert all(each.say(lang) for each in taken.rejected for lang in LANGS)


def test_a_column_nobody_reads_is_told_unless_it_is_ignored_by_name(folder: Path) -> None:
    rows = [f"{line},{extra}" for line, extra in zip(TIES.split(), ("colour", "red"), strict=True)]
    put(folder, "family_ties", "\n".join(rows) + "\n")
    assert ("unused_column", "family_ties.csv:1", "colour", "") in remarks(read(folder))
    said = {"id": "d", "ignored": {"columns": {"family_ties.csv": {"colour": "of the ink"}}}}
    (folder / "dataset.yml").write_text(yaml.safe_dump(said), "utf-8")
    assert not [each for each in remarks(read(folder)) if each[0] == "unused_column"]


def test_own_entries_of_a_description_come_before_the_general_ones_and_leave_the_others(folder: Path) -> None:
    put(
        folder,
        "claims",
        "claim_id,subject_id,property,value,source_id,locator,x\nc1,u1,participants,400,s1,,y\nc2,u1,toll,9,s1,,\n",
    )
    said = {
        "id": "d",
        "ignored": {"columns": {"claims.csv": {"x": "of another table"}}},
        "properties": {"Uprising": {"toll": "killed_unspecified"}},
        "associations": ["godfather_of"],
    }
    (folder / "dataset.yml").write_text(yaml.safe_dump(said), "utf-8")
    put(folder, "family_ties", "person_a,person_b,tie,source_id\np1,p2,godfather_of,s1\n")
    taken = read(folder)
    assert {each[0] for each in remarks(taken)} == {"no_rows"}
    values = [claim.values for claim in claims(taken, "uprising")]
    assert {"participants": "400"} in values
    assert {"killed_unspecified": "9"} in values
    assert len(claims(taken, "association")) == 1


def test_a_table_nobody_reads_is_told_unless_it_is_ignored_by_name(folder: Path) -> None:
    put(folder, "recipes", "dish\nбаурсак\n")
    assert ("unused_table", "recipes.csv:1", "", "") in remarks(read(folder))
    (folder / "dataset.yml").write_text("id: d\nignored: {tables: {recipes.csv: food}}\n", "utf-8")
    assert not [each for each in remarks(read(folder)) if each[0] == "unused_table"]


def test_one_table_is_a_part_of_its_dataset_and_is_checked_against_those_beside_it(folder: Path) -> None:
    put(folder, "claims", CLAIMS + "c2,u9,participants,5,s1,\n")
    taken = read(folder / "claims.csv", "d")
    assert (taken.release.dataset, taken.release.part) == ("d", "claims")
    assert set(taken.tables) == {"claims"}
    assert refused(taken) == [("claims.csv:3", "subject_id", "u9")]


def test_one_table_alone_is_read_and_what_could_not_be_checked_is_told(tmp_path: Path) -> None:
    put(tmp_path, "родня", TIES)
    taken = read(tmp_path / "родня.csv", "d")
    assert [claim.to for claim in claims(taken, "kinship")] == ["d:p2"]
    assert {(key, row) for key, row, _, _ in remarks(taken)} == {
        ("unchecked", "persons.csv"),
        ("unchecked", "sources.csv"),
    }


def test_a_file_of_another_shape_and_a_name_of_nothing_are_told(tmp_path: Path) -> None:
    put(tmp_path, "recipes", "dish\nбаурсак\n")
    with pytest.raises(DataError) as told:
        read(tmp_path / "recipes.csv")
    assert told.value.key == "unknown_table"
    with pytest.raises(DataError) as told:
        read(tmp_path)
    assert told.value.key == "no_tables"
    with pytest.raises(UnknownId, match="uprisings_372"):
        read("no such thing")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("id: [", "dataset_yaml"),
        ("- a list", "dataset_yaml"),
        ("id: d\ncolour: red", "dataset_key"),
        ("id: d\nparts: [{part: u1, whole: u1}]", "dataset_key"),
        ("id: d\nparts: [{part: u1, whole: u9, why: x}]", "dataset_lookup"),
        ("id: d\nworks: [1]", "dataset_yaml"),
    ],
)
def test_a_wrong_description_is_told(folder: Path, text: str, key: str) -> None:
    (folder / "dataset.yml").write_text(text, "utf-8")
    with pytest.raises(DataError) as told:
        read(folder)
    assert told.value.key == key
    assert all(told.value.say(lang) for lang in LANGS)


def test_a_summary_that_the_claims_do_not_bear_out_is_told(folder: Path) -> None:
    put(folder, "uprisings", UPRISINGS.replace("1930-02,,,,,,s1", "1930-02,,,300,400,,s1"))
    taken = read(folder)
    assert ("summary_differs", "uprisings.csv:2", "summary_least", "300") in remarks(taken)
    assert all(not claim.cites for claim in claims(taken, "uprising") if "summary_least" in claim.values)


def test_the_same_files_make_the_same_claims_in_any_folder(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    for path in folder.iterdir():
        (tmp_path / "elsewhere" / path.name).write_bytes(path.read_bytes())
    one, other = read(folder, "d").release, read(tmp_path / "elsewhere", "d").release
    assert (one.digest, one.checksum) == (other.digest, other.checksum)


def test_a_made_up_set_is_read_without_a_remark(tmp_path: Path) -> None:
    written = generate(tmp_path / "made up", persons=60, seed=7)
    taken = read(tmp_path / "made up")
    assert taken.release.made_up
    assert not taken.rejected
    assert {name: count.rows for name, count in taken.tables.items()} == written


def test_the_research_set_is_shipped() -> None:
    assert [each.id for each in shipped()] == ["uprisings_372"]
    assert all(set(each.title) == set(LANGS) for each in shipped())


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\n")), min_size=2, max_size=2)))
def test_cells_are_handed_out_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("t") / "t.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["a", "b"], *rows])
    with reading(path, "t.csv", ("a", "b")) as table:
        found = [row for row in table.rows() if isinstance(row, Row)]
    filled = [(at, row) for at, row in enumerate(rows, 2) if any(cell.strip() for cell in row)]
    assert [row.number for row in found] == [at for at, _ in filled]
    assert [[row.take("a"), row.take("b")] for row in found] == [
        [cell if cell.strip() else "" for cell in row] for _, row in filled
    ]
