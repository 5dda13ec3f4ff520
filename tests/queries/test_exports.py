from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.errors import QuestionError
from queries.answer import Answer
from queries.exports import FORMATS, export, flatten, is_whole, proof_of, prove
from queries.exports.csv_file import read_csv
from queries.exports.flat import as_text
from queries.exports.xlsx_file import read_xlsx
from tests.queries.samples import answer, query

DAY = date(2026, 11, 25)

# What a base can hold: no lone surrogates, which UTF-8 cannot write.
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(
    [
        "=1+1",
        "+7",
        "-1",
        "@x",
        "'=1",
        "''",
        "\t",
        "\r\n",
        "a\rb",
        "_x000D_",
        "_x005F_",
        "\x00",
        "\ufffe",
        "# Köterilis KB",
        "ә;і",
        " ",
    ]
)
entities = st.builds(lambda id_, label: {"id": id_, "kind": "Person", "label": label}, words, words)
places = st.builds(
    lambda id_, label, locator: {"id": id_, "label": label, "locator": locator}, words, words, st.none() | words
)
rows = st.lists(
    st.tuples(
        st.none() | entities,
        st.lists(words, max_size=3),
        st.none() | st.integers(-(10**18), 10**18),
        st.none() | st.floats(allow_nan=False, allow_infinity=False),
        st.none() | words,
        st.none() | st.booleans(),
        st.lists(places, max_size=2),
        st.none() | entities,
    ),
    max_size=6,
)
every = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def texts(found: Answer) -> list[tuple[str, ...]]:
    return [tuple(as_text(cell) for cell in row) for row in flatten(found).rows]


@every
@given(rows)
def test_csv_gives_back_every_cell_and_the_proof(given_rows: list[tuple[Any, ...]]) -> None:
    found = answer(given_rows)
    columns, back, proof = read_csv(export(found, "csv", "kk", DAY))
    assert columns == flatten(found).columns
    assert back == texts(found)
    assert proof == prove(found, "kk", DAY)


@every
@given(rows)
def test_xlsx_gives_back_every_cell_and_the_proof(given_rows: list[tuple[Any, ...]]) -> None:
    found = answer(given_rows)
    back, proof = read_xlsx(export(found, "xlsx", "ru", DAY))
    assert back == texts(found)
    assert proof == prove(found, "ru", DAY)


@every
@given(rows)
def test_every_format_carries_a_proof_and_the_tables_keep_their_checksum(
    tmp_path: Path, given_rows: list[tuple[Any, ...]]
) -> None:
    found = answer(given_rows)
    for format_ in FORMATS:
        file = tmp_path / f"answer.{format_}"
        file.write_bytes(export(found, format_, "en", DAY))
        if format_ in ("csv", "json", "xlsx"):
            assert proof_of(file) == prove(found, "en", DAY)
            assert is_whole(file) is True
        else:
            assert proof_of(file).checksum == prove(found, "en", DAY).checksum
            assert is_whole(file) is None


@every
@given(rows, st.randoms())
def test_the_checksum_does_not_depend_on_the_order_of_rows(given_rows: list[tuple[Any, ...]], chance: Any) -> None:
    mixed = list(given_rows)
    chance.shuffle(mixed)
    assert flatten(answer(given_rows)).checksum() == flatten(answer(mixed)).checksum()


ROW = (
    {"id": "a:1", "kind": "Person", "label": "Жүсіпбек"},
    ["khan", "leader"],
    400,
    0.25,
    "=HYPERLINK(1)",
    True,
    [{"id": "s:1", "label": "Том 1", "locator": "с. 5"}, {"id": "s:2", "label": "Том 2", "locator": None}],
    {"id": "a:2", "kind": "Person", "label": "Әбіл"},
)


def test_a_csv_opens_in_excel_and_hides_no_formula() -> None:
    data = export(answer([ROW]), "csv", "ru", DAY)
    assert data.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert lines[0][:3] == ["person", "person_id", "roles"]
    assert lines[1][:3] == ["Жүсіпбек", "a:1", "khan; leader"]
    assert "'=HYPERLINK(1)" in lines[1]
    assert "Том 1, с. 5; Том 2" in lines[1]
    assert lines[2] == []
    assert lines[3][0] == "# Köterilis KB"


def test_a_sheet_has_headings_in_the_language_and_a_text_that_is_no_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(export(answer([ROW]), "xlsx", "kk", DAY)))
    assert book.sheetnames == ["Кесте", "Кесте паспорты"]
    sheet = book["Кесте"]
    assert [cell.value for cell in sheet[1]][:2] == ["Тұлға", "Тұлға: белгісі"]
    assert sheet["F2"].value == "=HYPERLINK(1)"
    assert sheet["F2"].data_type == "s"
    assert sheet["D2"].value == 400
    proof = {row[0]: row[1] for row in book["Кесте паспорты"].iter_rows(values_only=True)}
    assert proof["Деректер нұсқасы"] == "v1"
    assert "SHA-256" in str(proof["Қалай сілтеме жасау"])


def test_json_is_the_answer_of_the_command_line_with_its_proof() -> None:
    document = json.loads(export(answer([ROW]), "json", "en", DAY))
    assert document["query"] == "named"
    assert document["rows"][0][0] == ROW[0]
    assert document["proof"]["filters"] == {"first_year": 1930}
    assert document["proof"]["rows"] == 1


def test_graph_formats_hold_nodes_ties_and_the_proof(tmp_path: Path) -> None:
    found = answer([ROW, ROW])
    for format_, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        file = tmp_path / f"net.{format_}"
        file.write_bytes(export(found, format_, "en", DAY))
        graph = read(file)
        assert set(graph.nodes) == {"a:1", "a:2"}
        assert graph.number_of_edges() == 2
        assert graph.nodes["a:1"]["label"] == "Жүсіпбек"
        assert proof_of(file) == prove(found, "en", DAY)


def test_the_same_answer_makes_the_same_file_on_the_same_day() -> None:
    for format_ in ("csv", "json", "graphml", "gexf"):
        assert export(answer([ROW]), format_, "en", DAY) == export(answer([ROW]), format_, "en", DAY)


def test_a_changed_cell_breaks_the_checksum(tmp_path: Path) -> None:
    for format_ in ("csv", "json"):
        file = tmp_path / f"a.{format_}"
        data = export(answer([ROW]), format_, "en", DAY).replace(b"400", b"900")
        file.write_bytes(data)
        assert is_whole(file) is False


def test_a_file_without_a_proof_says_so(tmp_path: Path) -> None:
    for format_, data in (
        ("csv", b"a,b\r\n1,2\r\n"),
        ("json", b"{}"),
        ("json", b"no"),
        ("xlsx", b"PK nothing"),
        ("graphml", b"<graphml/>"),
        ("gexf", b"not xml"),
    ):
        file = tmp_path / f"a.{format_}"
        file.write_bytes(data)
        with pytest.raises(QuestionError) as found:
            proof_of(file)
        assert found.value.key == "export_no_proof"


def test_an_answer_that_is_no_network_says_what_it_can_be() -> None:
    plain = replace(query(), network=None)
    for format_ in ("graphml", "gexf"):
        with pytest.raises(QuestionError, match="csv, json or xlsx"):
            export(answer([ROW], query=plain), format_)


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(QuestionError, match="csv, json, xlsx, graphml, gexf"):
        export(answer([ROW]), "pdf")


def test_a_text_too_long_for_a_cell_is_not_cut_in_silence() -> None:
    row = (*ROW[:4], "ж" * 40_000, *ROW[5:])
    with pytest.raises(QuestionError, match="32767"):
        export(answer([row]), "xlsx")
    assert "ж" * 40_000 in export(answer([row]), "csv").decode("utf-8-sig")


def test_a_proof_names_what_was_cut() -> None:
    proof = prove(answer([ROW], cut=True, limit=1), "ru", DAY)
    assert proof.cut
    assert ("Обрезано", "да: показаны первые 1") in proof.lines("ru")
    assert "2026-11-25" in proof.citation
