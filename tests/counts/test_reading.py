from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.counts import read_count
from kb.i18n import LANGS, texts_of

READ = """
about 250-300 => 250..300 about
up to 400, foot and horse, to be checked => ..400
close to 3000 => 3000..3000 about
more than 30 riders, joined by more than 100 men with stakes => 100..
1500-2000 => 1500..2000
400 at first, later 1000 => 400..1000
25 thousand people, 5 thousand households, 10 auls => 25000..25000
875 in the Khiva oasis => 875..875
13 persons and 20 party workers => 20..33
4500 under Dzhumagazi => 4500..4500
about 170 on 1930-03-14 => 170..170 about
about 3000 in two groups => 3000..3000 about
25 armed actions 1929-1931 (3 in 1929, 8 in 1930, 14 in 1931) => 25..25
33345 under the law of 7 August 1932 => 33345..33345
1925 persons => 1925..1925
over three thousand insurgents => 3000..
two or three hundred men => 200..300
T. Alniyazov, S. Balqiev and 85 other persons => 85..
80,000 participants => 80000..80000
около двух тысяч => 2000..2000 about
более 380 => 380..
34 тыс. => 34000..34000
2-3 тысячи => 2000..3000
1,5 тысячи => 1500..1500
полторы тысячи человек => 1500..1500
80 000 => 80000..80000
несколько сот => 200..900 about
сотни людей => 100.. about
человек двести => 200..200 about
тысяч пять => 5000..5000 about
от 200 до 300 человек => 200..300
200 или 300 => 200..300
400 (по другим данным 2000) => 400..2000
не менее 500 сабель => 500..
до тысячи человек => ..1000
примерно 1000—1200 чел. => 1000..1200 about
сто двадцать пять человек => 125..125
380 с лишним человек => 380..
2500 адамға жуық => 2500..2500 about
екі мыңнан астам => 2000..
300-дей сарбаз => 300..300 about
500-ге дейін адам => ..500
200-ден астам адам => 200..
бір жарым мың адам => 1500..1500
бес жүздей адам => 500..500 about
мыңға жуық адам => 1000..1000 about
жүз елу адам => 150..150
50 men from each aul => - per_unit
aul No. 22 => - no_number
ten months => - no_number
в 1930 году => - no_number
35 killed, 23 wounded => - several_numbers
во втором отряде => - no_number
"""
CASES = [tuple(line.split(" => ")) for line in READ.strip().splitlines()]


def printed(text: str) -> str:
    read = read_count(text)
    if read.note:
        return f"- {read.note}"
    limits = f"{'' if read.least is None else read.least}..{'' if read.greatest is None else read.greatest}"
    assert (read.open_below, read.open_above) == (read.least is None, read.greatest is None)
    return limits + (" about" if read.approximate else "")


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_number_is_read_with_its_limits(text: str, expected: str) -> None:
    assert printed(text) == expected


@given(st.integers(1, 999_999), st.sampled_from(["{}", "{} человек", "{} persons", "{} адам"]))
def test_a_plain_number_is_itself(number: int, shape: str) -> None:
    read = read_count(shape.format(number))
    assert (read.least, read.greatest, read.approximate) == (number, number, False)


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_a_span_keeps_both_ends(one: int, other: int) -> None:
    low, high = sorted((one, other))
    read = read_count(f"{low}–{high} человек")
    assert (read.least, read.greatest) == (low, high)


_WORDS = re.findall(r"\S+", "5 1930 тыс. около до - ( ) человек мың жүз , 3,5 %")


@given(st.text(max_size=80) | st.lists(st.sampled_from(_WORDS)).map(" ".join))
def test_nothing_that_is_typed_raises_and_least_is_not_above_greatest(text: str) -> None:
    read = read_count(text)
    if read.least is not None and read.greatest is not None:
        assert read.least <= read.greatest


def test_every_note_has_words_in_three_languages() -> None:
    notes = {read_count(text).note for text, _ in CASES} | {"empty", "not_understood"}
    for note in notes - {None}:
        for lang in LANGS:
            assert texts_of("kb.counts").say(f"counts.notes.{note}", lang)


def test_the_numbers_of_participants_of_the_research_set_are_read(shared: Path) -> None:
    with (shared / "facts" / "claims.csv").open(encoding="utf-8", newline="") as lines:
        values = [row["value"] for row in csv.DictReader(lines) if row["property"] == "participants"]
    assert len(values) > 10
    assert [value for value in values if read_count(value).note] == []
