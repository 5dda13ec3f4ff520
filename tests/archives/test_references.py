from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.archives import IBID, Archives, Reference, archives, prefix_key, print_reference, read_references, sort_key

Parts = dict[str, Any]


def parts_of(text: str) -> list[Parts]:
    read = [dict(one.parts(), verso=one.verso, **dict(one.extra)) for one in read_references(text)]
    return [{name: value for name, value in parts.items() if value is not False} for parts in read]


READ: list[tuple[str, list[Parts]]] = [
    (
        "ЦГА РК, ф. 30, оп. 4, д. 49, л. 12 об.",
        [{"archive": "ЦГА РК", "fond": "30", "opis": "4", "delo": "49", "leaf": "12", "verso": True}],
    ),
    (
        "АПРК. Ф. П-3. Оп. 6д. Д. 1961а. Лл. 5–6, 8.",
        [{"archive": "АП РК", "fond": "П-3", "opis": "6д", "delo": "1961а", "leaf": "5-6, 8"}],
    ),
    ("APRK 141/1/4577/214", [{"archive": "АП РК", "fond": "141", "opis": "1", "delo": "4577", "leaf": "214"}]),
    (
        "TsGA RK, f. 30, op. 4, d. 49, ll. 1-3 ob.",
        [{"archive": "ЦГА РК", "fond": "30", "opis": "4", "delo": "49", "leaf": "1-3", "verso": True}],
    ),
    (
        "ҚР ПМ. 141-қ., 1-т., 4577-і., 5-п.",
        [{"archive": "АП РК", "fond": "141", "opis": "1", "delo": "4577", "leaf": "5"}],
    ),
    ("қор 30, тізімдеме 4, іс 49, парақ 12", [{"fond": "30", "opis": "4", "delo": "49", "leaf": "12"}]),
    ("ЦГА КазССР, ф. 5, оп. 1, ед. хр. 12, на 9 л.", [{"archive": "ЦГА РК", "fond": "5", "opis": "1", "delo": "12"}]),
    ("ГААО, ф. 13, оп. 1, д. 5, 413 листов", [{"archive": "ГААО", "fond": "13", "opis": "1", "delo": "5"}]),
    ("РГАСПИ. Ф. 17. Оп. 3. Д. 5. С. 408", [{"archive": "РГАСПИ", "fond": "17", "opis": "3", "delo": "5"}]),
    ("Там же. Л. 15", [{"archive": IBID, "leaf": "15"}]),
    ("Сонда, 15-парақ", [{"archive": IBID, "leaf": "15"}]),
    ("Дело №702", [{"delo": "702"}]),
    ("оп.6д.5", [{"opis": "6", "delo": "5"}]),
    ("ф. 17, д. 49, лл. 12, 12 об., 13", [{"fond": "17", "delo": "49", "leaf": "12, 13", "verso": True}]),
    (
        "ф. 8, оп. 1, св. 5, д. 2, т. 3, ч. 1, л. 4",
        [{"fond": "8", "opis": "1", "delo": "2", "leaf": "4", "bundle": "5", "volume": "3", "part": "1"}],
    ),
    ("Цит. по: РГАСПИ. Ф. 17", [{"archive": "РГАСПИ", "fond": "17"}]),
    (
        "ҚРОММ. Қ.30. Т.4. І.49. П.12.",
        [{"archive": "ЦГА РК", "fond": "30", "opis": "4", "delo": "49", "leaf": "12"}],
    ),
    (
        "ГАРФ, ф. Р-3316, оп. 64, д. 968, лл. 1–3, 5, 7об.–9",
        [{"archive": "ГАРФ", "fond": "Р-3316", "opis": "64", "delo": "968", "leaf": "1-3, 5, 7-9", "verso": True}],
    ),
    ("RGASPI 17/167/31/124", [{"archive": "РГАСПИ", "fond": "17", "opis": "167", "delo": "31", "leaf": "124"}]),
    ("СА ДП г. Алматы, арх. дело 05231, т. 1", [{"archive": "СА ДП г. Алматы", "delo": "05231", "volume": "1"}]),
    ("", []),
    ("о восстании 1930 года", []),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_reference_is_read_into_its_parts(text: str, expected: list[Parts]) -> None:
    assert parts_of(text) == expected


def test_parts_left_out_are_carried_over() -> None:
    read = parts_of("ЦГА РК. Ф. 30. Оп. 4. Д. 49. Л. 12; Д. 50. Л. 3 об.; Ф. 5. Оп. 2. Д. 1; АП РК. Ф. 141")
    assert read == [
        {"archive": "ЦГА РК", "fond": "30", "opis": "4", "delo": "49", "leaf": "12"},
        {"archive": "ЦГА РК", "fond": "30", "opis": "4", "delo": "50", "leaf": "3", "verso": True},
        {"archive": "ЦГА РК", "fond": "5", "opis": "2", "delo": "1"},
        {"archive": "АП РК", "fond": "141"},
    ]


def test_several_dela_are_several_references() -> None:
    assert [one.delo for one in read_references("ЦГА РК, ф. 30, оп. 4, дд. 49, 50 и 53-55")] == ["49", "50", "53-55"]


def test_an_archive_is_kept_as_printed_beside_its_usual_name() -> None:
    (read,) = read_references("Центральный государственный архив Республики Казахстан (ЦГА РК), ф. 81")
    assert read.archive == "ЦГА РК"
    assert read.archive_printed == "Центральный государственный архив Республики Казахстан (ЦГА РК)"


def test_an_unknown_archive_is_as_printed() -> None:
    (read,) = read_references("Архив ДП ЗКО, ф. 6, д. П-123, л. 4")
    assert (read.archive, read.delo) == ("Архив ДП ЗКО", "П-123")


def test_a_file_of_ones_own_adds_archives(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text(
        "key,name_ru,name_kk,name_en,abbreviations\nown,Архив районного отдела,,,АРО|Архив РО\n", encoding="utf-8"
    )
    known = archives(own)
    (read,) = read_references("архив районного отдела, д. 5", known)
    assert (read.archive, read.delo) == ("АРО", "5")
    assert known.usual("ЦГАРК") == "ЦГА РК"


def test_every_name_of_the_vocabulary_is_found() -> None:
    known = archives()
    for archive in known.by_key.values():
        for name in (*archive.names, *archive.abbreviations):
            assert known.find(name) is not None


def test_references_sort_as_numbers_do() -> None:
    written = ["ф. 10, оп. 1", "ф. 9, оп. 2", "ф. 9, оп. 1, д. 10", "ф. 9, оп. 1, д. 9а", "ф. 9, оп. 1, д. 9", "ф. П-3"]
    in_order = sorted((read_references(text)[0] for text in written), key=sort_key)
    assert [print_reference(one) for one in in_order] == [
        "Ф. 9. Оп. 1. Д. 9.",
        "Ф. 9. Оп. 1. Д. 9а.",
        "Ф. 9. Оп. 1. Д. 10.",
        "Ф. 9. Оп. 2.",
        "Ф. 10. Оп. 1.",
        "Ф. П-3.",
    ]


def test_the_key_of_a_fond_begins_the_keys_of_its_dela_and_of_no_other_fond() -> None:
    fond, delo, other = (
        prefix_key(read_references(text)[0]) for text in ("ЦГА РК, ф. 3", "ЦГА РК ф. 3 оп. 4 д. 49", "ЦГА РК, ф. 30")
    )
    assert delo.startswith(fond)
    assert not other.startswith(fond)


_KNOWN = [
    *(None, IBID, "ГАКО", "Архив ДП ЗКО", "СА ДП г. Алматы", "Архив ДКНБ РК по Актюбинской области"),
    *sorted({str(archives().usual(name)) for archive in archives().by_key.values() for name in archive.abbreviations}),
]
_number = st.from_regex(r"[1-9][0-9]{0,4}", fullmatch=True)
_lettered = st.one_of(
    _number,
    st.builds("{}-{}".format, st.sampled_from(["П", "Р", "М"]), _number),
    _number.map("{}а".format),
    st.builds("{}/{}".format, _number, _number),
    st.from_regex(r"0[0-9]{4}", fullmatch=True),
)
_leaf = st.lists(st.integers(1, 999), min_size=1, max_size=4, unique=True).map(
    lambda pages: ", ".join(f"{page}-{page + 3}" if page % 3 == 0 else str(page) for page in sorted(pages))
)


@st.composite
def references(draw: st.DrawFn) -> Reference:
    leaf = draw(st.none() | _leaf)
    kinds = ("edition", "bundle", "volume", "part")
    extra = tuple((kind, draw(_number)) for kind in kinds if draw(st.booleans()))
    one = Reference(
        archive=draw(st.sampled_from(_KNOWN)),
        fond=draw(st.none() | _lettered),
        opis=draw(st.none() | _lettered),
        delo=draw(st.none() | _lettered),
        leaf=leaf,
        verso=leaf is not None and draw(st.booleans()),
        extra=extra,
    )
    return one if one.parts() else Reference(fond="1", extra=extra)


@given(references())
def test_what_is_printed_in_the_style_of_gost_reads_back(reference: Reference) -> None:
    assert read_references(print_reference(reference)) == [reference]


@given(references())
def test_what_is_printed_in_kazakh_reads_back(reference: Reference) -> None:
    assert read_references(print_reference(reference, "kk")) == [reference]


_hostile = st.text(alphabet=st.sampled_from("фФоОпПдДлЛqкқорісоб.,;:-–/()№ 0123456789\u202e\u200bаб\n")) | st.text(
    max_size=200
)


@given(_hostile)
def test_nothing_that_is_typed_raises(text: str) -> None:
    for one in read_references(text):
        sort_key(one)
        prefix_key(one)
        print_reference(one)


_COLUMNS = {"fond": "ф.", "opis": "оп.", "delo": "д.", "list": "л."}


def test_every_reference_of_the_research_set_with_a_number_is_read(shared: Path) -> None:
    with (shared / "facts" / "archival_refs.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if any(row[column] for column in _COLUMNS)]
    assert len(rows) > 10
    for row in rows:
        said = {column: row[column].replace("—", "-").replace("–", "-") for column in _COLUMNS if row[column]}
        text = ", ".join([row["archive"], *(f"{_COLUMNS[column]} {value}" for column, value in said.items())])
        (read,) = read_references(text)
        found = {"fond": read.fond, "opis": read.opis, "delo": read.delo, "list": read.leaf}
        assert {column: value for column, value in found.items() if value} == {
            column: value.removeprefix("N ").removesuffix(" об.") for column, value in said.items()
        }
        assert read.verso == said.get("list", "").endswith("об.")
        assert not row["fond"] or read.archive in {"ЦА ФСБ", "АП РК", "РГАСПИ", "ЦГА РК", "АП РФ"}


def test_a_vocabulary_without_rows_knows_no_archive() -> None:
    assert Archives([]).usual("ЦГАРК") == "ЦГАРК"
