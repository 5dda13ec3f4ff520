"""Anything may stand where a name should: nothing of it breaks the readers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.names import compare, fold, keys, read_name

ODD = [
    "",
    " ",
    "😀 🇰🇿",
    "12345",
    "'; DROP TABLE persons; --",
    'title:"foo" AND (bar OR baz*) +x -y ~2',
    "\u202eАлихан\u202c\u200b \u00adБукей\u200dханов\x00\x07",
    "Cагындык Aйдapoв",
    "((((((",
    "« »",
    "А" * 1000,
    "Ахмет " * 300,
    "-ұлы -оглы қызы",
    "хан хан хан",
    "ﷺ ﷲ ء ٴ",
    "贝拉克·奥巴马",
    "a-b-c-d-e-f-g",
    "он же",
    "/ / /",
    "...,,,;;;",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_read_without_an_exception(text: str) -> None:
    assert read_name(text).text == text
    assert isinstance(keys(text), tuple)
    assert 0.0 <= compare(text, "Алихан Букейханов").score <= 1.0
    assert 0.0 <= compare(text, text).score <= 1.0


ALPHABET = st.characters(codec="utf-8") | st.sampled_from("абвгдежзийқғңөұүһіәю яabcdefghçşğüöıəɵьƣяاەىۇ()-'.«»,/")


@settings(max_examples=300, deadline=None)
@given(st.text(ALPHABET, max_size=60), st.text(ALPHABET, max_size=60))
def test_any_two_texts_can_be_compared_either_way_round(one: str, other: str) -> None:
    there, back = compare(one, other), compare(other, one)
    assert 0.0 <= there.score <= 1.0
    assert there.score == pytest.approx(back.score)
    assert all(letter.isascii() for letter in fold(one))
    assert read_name(one).as_json()


def test_a_latin_letter_in_a_cyrillic_word_is_taken_for_the_letter_it_looks_like() -> None:
    assert fold("Cагындык Aйдapoв") == fold("Сагындык Айдаров")


def test_invisible_characters_do_not_matter() -> None:
    assert compare("\u202eАли\u200bхан Букей\u00adханов", "Алихан Букейханов").same
