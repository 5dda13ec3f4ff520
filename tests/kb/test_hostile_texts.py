"""Every reader on texts that nobody should write: mixed alphabets, hidden and right-to-left signs, queries."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.archives import prefix_key, print_reference, read_references, sort_key
from kb.counts import read_count
from kb.dates import is_edtf, read_date
from kb.entries import read_entry
from kb.names import compare, keys, read_name
from kb.places import locate

ATOMS = (
    *(
        "а",
        "a",
        "5 мая ",
        "1930 г. ",
        "(",
        "]",
        "«",
        "ст. 58-2, ",
        "№ 7 ",
        "Арестован ",
        "к ",
        "тройка ",
        "Ковалев ",
        "ов",
    ),
    *(
        "улы ",
        "1/2/",
        "…",
        "\u202e",
        "\u200b",
        "🐎",
        "'; DROP TABLE x;--",
        "x:*~",
        " AND OR NOT ",
        "ф. 30, ",
        "лл. 1-2 ",
    ),
    *(
        "ауданы ",
        "-",
        "–",
        ",",
        ";",
        ". ",
        "0",
        "9",
        "IX.",
        "V",
        "қ",
        "۱",
        "ب",
        "Z\u0301",
        "\x00",
        "\t\n",
        "Петрoв",
        "ﬁ",
    ),
)
TEXTS = st.text(max_size=80) | st.lists(st.sampled_from(ATOMS), max_size=40).map("".join)
LOOKALIKES = str.maketrans("аеорсхАВЕКМНОРСТХ", "aeopcxABEKMHOPCTX")
HIDDEN = st.sampled_from(["\u200b", "\u200e", "\u202a", "\u2060", "\ufeff"])


@settings(deadline=None)
@given(TEXTS)
def test_no_reader_raises_and_what_is_read_can_be_written_as_json(text: str) -> None:
    json.dumps([read_name(text).as_json(), compare(text, text[::-1]).as_json(), keys(text)])
    for one in read_references(text):
        print_reference(one, "kk")
        sort_key(one)
        prefix_key(one)
    json.dumps([dict(read_entry(text).fields), read_count(text).note])
    locate(text, "1930")


@settings(deadline=None)
@given(TEXTS)
def test_a_date_is_read_as_edtf_or_refused_with_a_reason(text: str) -> None:
    read = read_date(text, notation="prose")
    assert is_edtf(read.edtf) if read.edtf else read.note


@pytest.mark.parametrize("atom", ATOMS)
@pytest.mark.parametrize("read", [read_date, read_name, read_references, read_entry, read_count, locate])
def test_a_thousand_letters_are_taken(read: Callable[[str], object], atom: str) -> None:
    read((atom * 1000)[:1000])
    read((atom * 4000)[:4000])


@given(st.sampled_from(["Сарсенов Нурлыбек", "Ковалев Семен Петрович", "Тохтаров Кыдырали"]), st.data())
def test_letters_of_the_other_alphabet_and_hidden_signs_change_no_name(name: str, data: st.DataObject) -> None:
    places = data.draw(st.lists(st.integers(1, len(name) - 1), max_size=4))
    typed = "".join(
        letter.translate(LOOKALIKES) + (data.draw(HIDDEN) if at % 3 == 0 else "") if at in places else letter
        for at, letter in enumerate(name)
    )
    match = compare(name, typed)
    assert match.same, typed
    assert match.score > 0.9


@given(
    st.sampled_from(["5 мая 1930 г.", "не позднее марта 1931 г.", "1929–1931 гг.", "осенью 1929"]), HIDDEN, st.data()
)
def test_hidden_signs_change_no_date(text: str, sign: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    assert read_date(text[:place] + sign + text[place:]).edtf == read_date(text).edtf


def test_words_of_a_query_language_are_no_names_of_a_date() -> None:
    for text in ("1930 OR 1=1", "'; MATCH (n) DETACH DELETE n //", "birth:[1890 TO 1900]", "*:*", "1930~2"):
        read = read_date(text, notation="prose")
        assert read.edtf is None or is_edtf(read.edtf)
