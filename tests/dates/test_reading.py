from __future__ import annotations

import csv
import datetime
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.dates import bounds, format_date, read_date
from kb.dates.edtf import parse
from kb.i18n import LANGS, texts_of
from tests.dates.archivists import more_cases
from tests.dates.cases import cases


@pytest.mark.parametrize(("text", "edtf"), cases())
def test_a_date_is_read_as_precisely_as_it_is_written(text: str, edtf: str | None) -> None:
    read = read_date(text)
    assert (read.edtf, read.text) == (edtf, text)
    if edtf is None:
        assert read.note is not None
        assert (read.earliest, read.latest) == (None, None)


@pytest.mark.parametrize("edtf", sorted({edtf for _, edtf in cases() if edtf and edtf != "XXXX"}))
def test_what_is_read_is_valid_edtf_with_the_days_of_the_package(edtf: str) -> None:
    assert parse(edtf) is not None
    read = read_date(edtf)
    assert read.edtf == edtf
    assert bounds(edtf) is not None


@pytest.mark.parametrize(("text", "edtf"), cases())
def test_the_days_are_those_of_the_edtf(text: str, edtf: str | None) -> None:
    read = read_date(text)
    if edtf is not None:
        said = bounds(edtf)
        assert said is not None
        assert (read.earliest, read.latest) == (said.earliest, said.latest)


@pytest.mark.parametrize(("text", "edtf"), more_cases())
def test_what_archivists_write_is_read_as_precisely_as_they_write_it(text: str, edtf: str | None) -> None:
    read = read_date(text, notation="prose")
    assert read.edtf == edtf
    said = bounds(edtf) if edtf else None
    assert (read.earliest, read.latest) == ((said.earliest, said.latest) if said else (None, None))
    assert edtf is not None or read.note is not None


_BEFORE = re.split(
    ",",
    "около,примерно,вероятно,возможно,предположительно,не позднее,не ранее,до,после,к,с,приблизительно,ок.,"
    "шамамен,about,possibly,before,after,by,circa,not later than,since,until,?,~",
)
_BEHIND = re.split(
    ",",
    " (?), ?, или ранее, или позже, и позже, или около того, (приблизительно), (или позже), or later, or earlier,"
    " немесе одан кейін, шамасында, (около),+, –, — ?, or so, (вероятно), немесе, или, or, дейін, кейін, бастап,"
    " и далее, по настоящее время",
)


@given(
    st.sampled_from([text for text, edtf in [*cases(), *more_cases()] if edtf and text[0].isalnum()]),
    st.sampled_from([*(f"{word} {{}}" for word in _BEFORE), *(f"{{}}{word}" for word in _BEHIND)]),
)
@settings(max_examples=500, deadline=None)
def test_words_of_doubt_never_make_a_date_narrower(text: str, doubted: str) -> None:
    plain = read_date(text, notation="prose")
    read = read_date(doubted.format(text), notation="prose")
    if read.edtf is not None:
        assert read.earliest is None or (plain.earliest is not None and read.earliest <= plain.earliest)
        assert read.latest is None or (plain.latest is not None and read.latest >= plain.latest)


def test_two_years_with_a_slash_are_one_of_two_in_prose_and_a_span_in_edtf() -> None:
    assert read_date("1893/1899", notation="prose").edtf == "[1893,1899]"
    assert read_date("1893/1899").edtf == "1893/1899"
    assert read_date("1893/1899").latest == read_date("1893/1899", notation="prose").latest == 18991231


def test_the_year_of_the_context_completes_a_date() -> None:
    assert read_date("28 мая т. г.", context_year=1930).edtf == "1930-05-28"
    assert read_date("28 мая", context_year=1930).edtf == "1930-05-28"
    assert read_date("осенью прошлого года", context_year=1930).edtf == "1929-23"
    assert read_date("осы жылғы 5 ақпан", context_year=1930).edtf == "1930-02-05"
    assert read_date("5/X с/г", context_year=1930).edtf == "1930-10-05"
    assert read_date("05.03.", context_year=1930).edtf == "1930-03-05"
    assert read_date("15 сего октября", context_year=1930).edtf == "1930-10-15"
    assert read_date("с 5 мая по 3 июня с. г.", context_year=1930).edtf == "1930-05-05/1930-06-03"
    assert read_date("28 мая т. г.").note == "needs_year"
    assert read_date("5 мая 1929 г.", context_year=1930).edtf == "1929-05-05"


def test_the_old_style_is_converted_and_kept() -> None:
    read = read_date("5 мая 1910 г. ст. ст.")
    assert (read.edtf, read.old_style, read.note) == ("1910-05-18", "1910-05-05", "old_style")
    both = read_date("25 октября (7 ноября) 1917 г.")
    assert (both.edtf, both.old_style) == ("1917-11-07", "1917-10-25")
    assert read_date("5 мая 1910 г.").edtf == "1910-05-05"


def test_an_impossible_day_leaves_the_month_and_says_so() -> None:
    read = read_date("31 июня 1930 г.")
    assert (read.edtf, read.note) == ("1930-06", "impossible_day")
    assert read_date("00.09.1954").note is None
    assert read_date("12.13.1930").edtf is None


def test_open_sides_are_open() -> None:
    assert (read_date("не позднее 5 мая 1930").earliest, read_date("с 1930 г.").latest) == (None, None)
    assert read_date("не позднее 5 мая 1930").latest_iso == "1930-05-05"


def test_every_note_has_words_in_three_languages() -> None:
    notes = {read_date(text).note for text, _ in [*cases(), *more_cases()]} | {"empty", "impossible", "impossible_day"}
    for note in notes - {None}:
        for lang in LANGS:
            assert texts_of("kb.dates").say(f"dates.notes.{note}", lang)


_DAYS = st.dates(datetime.date(1800, 1, 1), datetime.date(2099, 12, 31))


@given(_DAYS, st.sampled_from(LANGS))
def test_a_printed_day_reads_back(day: datetime.date, lang: str) -> None:
    printed = format_date(day.isoformat(), lang)  # type: ignore[arg-type]
    assert read_date(printed).edtf == day.isoformat()


@st.composite
def simple_edtf(draw: st.DrawFn) -> str:
    def one() -> str:
        day = draw(_DAYS)
        shapes = (day.isoformat(), f"{day:%Y-%m}", f"{day:%Y}", f"{day:%Y}-21", f"{day:%Y}-23", f"{day.year // 10}X")
        return draw(st.sampled_from(shapes)) + draw(st.sampled_from(["", "", "", "~", "?"]))

    first = one()
    shape = draw(st.sampled_from(["alone", "alone", "until", "since"]))
    return {"alone": first, "until": f"../{first}", "since": f"{first}/.."}[shape]


@given(simple_edtf(), st.sampled_from(LANGS))
def test_what_is_printed_reads_back_with_the_same_days_and_doubts(edtf: str, lang: str) -> None:
    read = read_date(format_date(edtf, lang))  # type: ignore[arg-type]
    said = bounds(edtf)
    assert said is not None
    assert (read.earliest, read.latest) == (said.earliest, said.latest), read
    assert ("~" in edtf) == ("~" in (read.edtf or ""))


_WORDS = re.findall(
    r"\S+",
    """
    мая 5 1930 г. около
    не позднее ранее с по до и или - – / ( ) ? ст. н. т. конец начало XX в. 20-х годов осень қыс жылы
    дейін ақпан early spring between через 00 31 1929/30 [ ] { } .. ~ % : ; , \u202e 1930-02 IV полугодие
    """,
)


@given(st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join), st.sampled_from([None, 1930]))
def test_any_row_of_words_is_read_or_refused_and_what_is_read_is_edtf(text: str, year: int | None) -> None:
    read = read_date(text, context_year=year)
    if read.edtf is None:
        assert read.note
    else:
        said = bounds(read.edtf)
        assert said is not None, read
        assert (said.earliest, said.latest) == (read.earliest, read.latest), read


@given(st.text(max_size=60))
def test_nothing_that_is_typed_raises(text: str) -> None:
    read_date(text)
    read_date(text, notation="prose")
    format_date(text, "ru")


def test_a_thousand_letters_are_no_date() -> None:
    assert read_date("5 мая 1930 " * 200).edtf is None


def test_dates_of_the_moscow_lists_are_read(shared: Path) -> None:
    with (shared / "data" / "moscow" / "mos_persons.csv").open(encoding="utf-8", newline="") as lines:
        bios = [row["bio"] for row in csv.DictReader(lines)]
    written = [found[1] for bio in bios for found in [re.search(r"род\. ([^,]*)", bio)] if found]
    unread = [text for text in written if read_date(text, notation="prose").edtf is None]
    assert len(written) > 11_000
    assert len(unread) <= len(written) * 0.005
