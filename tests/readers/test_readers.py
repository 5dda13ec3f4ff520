"""Each format gives the same rows."""

from __future__ import annotations

import json
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.errors import DataError
from loaders.readers import FORMATS, Wanted, files_of, sheets
from tests.readers import making

COLUMNS = ["имя", "год"]
ROWS = [["Иванов Иван", "1893"], ["Петров", "ок. 1890"]]
Found = list[tuple[str, list[str], int, list[list[str]]]]


def read(path: Path, wanted: Wanted | None = None) -> Found:
    with sheets(path, wanted=wanted) as found:
        return [(sheet.named, list(sheet.columns), sheet.first, list(sheet.lines)) for sheet in found]


def rows_of(path: Path, wanted: Wanted | None = None) -> list[list[str]]:
    ((_, columns, _, rows),) = read(path, wanted)
    return [columns, *rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r"])
@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_csv_in_any_encoding_with_any_mark(tmp_path: Path, encoding: str, mark: str) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes("\r\n".join(mark.join(row) for row in [COLUMNS, *ROWS]).encode(encoding))
    assert rows_of(file) == [COLUMNS, *ROWS]
    with sheets(file) as found:
        assert next(found).detected["separator"] == mark


def test_a_cell_of_csv_may_hold_lines_marks_and_quotation(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text('имя;год\n"Иван; ""Ваня""\nИванов";1893\n', "utf-8")
    assert rows_of(file) == [COLUMNS, ['Иван; "Ваня"\nИванов', "1893"]]


def test_bytes_that_the_encoding_lacks_are_told_with_their_row(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes("имя,год\nИван,1893\n".encode() + b"\xff\xfe\xfd,1\n")
    with pytest.raises(DataError) as told:
        read(file, Wanted(encoding="utf-8"))
    assert (told.value.key, told.value.data["value"]) == ("not_in_encoding", "ff fe fd 2c 31 0a")


@pytest.mark.parametrize("format_", ["csv", "xlsx", "ods", "jsonl"])
def test_an_empty_file_is_told(tmp_path: Path, format_: str) -> None:
    file = tmp_path / f"a.{format_}"
    if format_ == "xlsx":
        making.xlsx(file, [])
    elif format_ == "ods":
        making.ods(file, [])
    else:
        file.write_bytes(b"")
    with pytest.raises(DataError) as told:
        read(file)
    assert told.value.key == "empty_file"


def test_a_workbook_keeps_dates_numbers_and_text(tmp_path: Path) -> None:
    file = making.xlsx(
        tmp_path / "a.xlsx",
        [
            ["дата", "число", "текст", "дробь", "время"],
            [date(1930, 5, 12), 1893.0, "007", 0.5, datetime(1930, 5, 12, 4, 30)],
        ],
    )
    assert rows_of(file)[1] == ["1930-05-12", "1893", "007", "0.5", "1930-05-12 04:30"]


def test_a_merged_header_goes_over_the_columns_under_it(tmp_path: Path) -> None:
    file = making.xlsx(
        tmp_path / "a.xlsx",
        [["Список", None, None], ["имя", "арест", None], [None, "дата", "орган"], ["Иванов", "1930", "ОГПУ"]],
        merged=["A1:C1", "B2:C2"],
    )
    ((named, columns, first, rows),) = read(file, Wanted(header=(2, 3)))
    assert (named, first) == ("a.xlsx#Лист1", 4)
    assert columns == ["имя", "арест / дата", "арест / орган"]
    assert rows == [["Иванов", "1930", "ОГПУ"]]


def test_the_wanted_sheet_is_read_and_empty_ones_are_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    making.xlsx(file, [COLUMNS, *ROWS])
    book = openpyxl.load_workbook(file)
    book.create_sheet("пустой")
    book.create_sheet("другой").append(["x"])
    book.save(file)
    assert [named for named, *_ in read(file)] == ["a.xlsx#Лист1", "a.xlsx#другой"]
    assert rows_of(file, Wanted(sheet="другой")) == [["x"]]
    assert rows_of(file, Wanted(sheet="1")) == [COLUMNS, *ROWS]


def test_an_open_document_sheet_ends_where_its_rows_end(tmp_path: Path) -> None:
    file = making.ods(tmp_path / "a.ods", [COLUMNS, ["Иванов", "date:1930-05-12"], [], ["Петров", ""]])
    assert rows_of(file) == [COLUMNS, ["Иванов", "1930-05-12"], [], ["Петров", ""]]


def test_tables_of_a_word_document_and_its_paragraphs(tmp_path: Path) -> None:
    file = making.docx(
        tmp_path / "a.docx",
        [[COLUMNS, *ROWS], [["x", "y"], ["дом", "1"], ["^", "2"]]],
        ["Первая запись.", "", "Вторая."],
    )
    first, second = read(file)
    assert (first[1], first[3]) == (COLUMNS, ROWS)
    assert second[3] == [["дом", "1"], ["дом", "2"]]
    ((_, columns, number, rows),) = read(file, Wanted(entries="paragraph"))
    assert (columns, number, rows) == (["text"], 1, [["Первая запись."], ["Вторая."]])


def test_tables_of_a_page_with_spans(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_bytes(
        "<meta charset=windows-1251><table><tr><th>дом<th>имя<th>год</tr><tr><td rowspan=2>д. 1<td>Иванов<td>1893</tr>"
        "<tr><td>Петров<td>1890</tr><tr><td colspan=2>нет<td>1</tr></table>".encode("cp1251")
    )
    assert rows_of(file)[1:] == [["д. 1", "Иванов", "1893"], ["д. 1", "Петров", "1890"], ["нет", "", "1"]]


def test_rows_of_a_page_by_xpath(tmp_path: Path) -> None:
    file = tmp_path / "a.htm"
    file.write_text("<h3>А</h3><p><b>Иванов</b>, 1893<p><b>Петров</b>, 1890<h3>Б</h3><p><b>Сидоров</b>, 1880", "utf-8")
    cells = {"имя": "b", "год": "substring-after(., ', ')", "буква": "preceding::h3[1]"}
    ((_, columns, first, rows),) = read(file, Wanted(rows="//p", cells=cells))
    assert (columns, first) == (["имя", "год", "буква"], 1)
    assert rows == [["Иванов", "1893", "А"], ["Петров", "1890", "А"], ["Сидоров", "1880", "Б"]]
    with pytest.raises(DataError) as told:
        read(file, Wanted(rows="//p[", cells=cells))
    assert told.value.key == "wrong_xpath"


def test_json_lines_have_all_their_keys_as_columns(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    objects = [{"имя": "Иванов", "дети": ["А", "Б"]}, {"имя": "Петров", "арест": {"год": 1930}}]
    file.write_text("\n\n".join(json.dumps(each, ensure_ascii=False) for each in objects), "utf-8")
    ((_, columns, first, rows),) = read(file)
    assert (columns, first) == (["имя", "дети", "арест.год"], 1)
    assert rows == [["Иванов", "А; Б", ""], [], ["Петров", "", "1930"]]
    file.write_text('{"a": 1}\n[2]\n')
    with pytest.raises(DataError) as told:
        read(file)
    assert (told.value.key, told.value.data["row"]) == ("not_json", "a.jsonl:2")


def test_entries_of_a_text_by_line_or_paragraph_keep_the_number_of_their_line(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("Иванов, род.\n1893, крестья-\nнин.\n\nПетров.\n".encode("koi8-r"))
    ((_, _, _, rows),) = read(file, Wanted(entries="paragraph"))
    assert rows == [["Иванов, род. 1893, крестьянин."], [], [], [], ["Петров."]]
    ((_, _, _, lines),) = read(file)
    assert lines[0] == ["Иванов, род."]


def test_the_text_of_a_pdf_with_its_page(tmp_path: Path) -> None:
    assert rows_of(making.pdf(tmp_path / "a.pdf", "Ivanov, 1893")) == [["text", "page"], ["Ivanov, 1893", "1"]]
    with pytest.raises(DataError) as told:
        read(making.pdf(tmp_path / "b.pdf", ""))
    assert told.value.key == "no_text_here"


def test_files_of_a_folder_and_of_a_zip(tmp_path: Path) -> None:
    for name in ("1.csv", "2.csv", "note.txt"):
        (tmp_path / name).write_text("a\n1\n")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as packed:
        packed.write(tmp_path / "1.csv", "../out/1.csv")
        packed.write(tmp_path / "note.txt")
    with files_of(tmp_path, "*.csv") as found:
        assert [named for named, _ in found] == ["1.csv", "2.csv"]
    with files_of(tmp_path / "all.zip", "*.csv") as found:
        ((named, path),) = found
        assert named == "all.zip/../out/1.csv"
        assert path.read_text() == "a\n1\n"
    assert not path.exists()
    assert not (tmp_path.parent / "out").exists()


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "bomb.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.csv", b"0" * (80 << 20))
    with pytest.raises(DataError) as told, files_of(file):
        pass
    assert told.value.key == "zip_bomb"
    bomb = tmp_path / "bomb.xlsx"
    bomb.write_bytes(file.read_bytes())
    with pytest.raises(DataError) as told:
        read(bomb)
    assert told.value.key == "zip_bomb"


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'


def test_xml_entities_are_refused_before_they_swell(tmp_path: Path) -> None:
    with pytest.raises(DataError) as told:
        read(making.ods(tmp_path / "a.ods", [["a"]], BOMB))
    assert told.value.key == "xml_entities"
    file = making.docx(tmp_path / "a.docx", [[["a"]]])
    with zipfile.ZipFile(file) as packed:
        body = packed.read("word/document.xml").decode()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("word/document.xml", BOMB + body)
    with pytest.raises(DataError) as told:
        read(file)
    assert told.value.key == "xml_entities"


def test_what_is_no_such_file_is_told(tmp_path: Path) -> None:
    for ending in ("xlsx", "ods", "docx", "pdf"):
        file = tmp_path / f"a.{ending}"
        file.write_bytes(b"this is nothing of the kind")
        with pytest.raises(DataError) as told:
            read(file)
        assert told.value.key in ("not_a_zip", "not_this_format")
    with pytest.raises(DataError) as told:
        read(tmp_path / "a.exe")
    assert told.value.key == "unknown_format"


@pytest.mark.filterwarnings("ignore")  # the libraries under test warn about broken files, each in its own way
@given(format_=st.sampled_from(sorted(FORMATS)), content=st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused_with_a_reason(
    tmp_path_factory: pytest.TempPathFactory, format_: str, content: bytes
) -> None:
    file = tmp_path_factory.mktemp("any") / "a.bin"
    file.write_bytes(content)
    try:
        read(file, Wanted(format=format_))
    except DataError as told:
        assert told.say("ru")
