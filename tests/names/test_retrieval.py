from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.names import asked_words, retrieval_words

WORD = re.compile("[0-9]*[a-z]+|[0-9]+|[a-z]+0[a-z]")


def shared(asked: str, stored: str) -> set[str]:
    return set(asked_words(asked)) & set(retrieval_words(stored))


@pytest.mark.parametrize(
    ("asked", "stored"),
    [
        ("Жүсіпбек", "Джусупбек Аймаутов"),
        ("Yusupbek", "Жүсіпбек Аймауытұлы"),
        ("جۇسىپبەك", "Жүсіпбек Аймауытұлы"),
        ("Букейханова Алихана", "Алихан Букейханов"),
        ("Сузакский", "Созақ"),
        ("BUKEJXAN", "Бөкейхан"),
    ],
)
def test_spellings_of_one_word_share_a_whole_word(asked: str, stored: str) -> None:
    assert any(not word[0].isdigit() for word in shared(asked, stored))


@pytest.mark.parametrize(
    ("asked", "stored"),
    [("Ягупков", "Ягунков"), ("Мукейхан", "Букейханов"), ("Кадиев", "Калиев"), ("Букейкан", "Букейханов")],
)
def test_a_misread_letter_leaves_an_end_in_common(asked: str, stored: str) -> None:
    assert shared(asked, stored)


@pytest.mark.parametrize("asked", ["Букейханов А. Н.", "А.Н. Букейханов", "Bukeikhanov A."])
def test_a_surname_with_an_initial_is_one_word(asked: str) -> None:
    assert "bukeihan0a" in shared(asked, "Букейханов Алихан Нурмухамедович")
    assert "bukeihan0a" not in shared("Букейханов С.", "Букейханов Алихан")


def test_figures_stand_without_leading_zeros_and_are_no_words_of_letters() -> None:
    assert retrieval_words("аул № 007") == ("aul", "l", "7") or "7" in retrieval_words("аул № 007")
    assert not shared("1930", "1931")


@given(st.text())
def test_any_text_gives_words_that_mean_nothing_to_an_engine(text: str) -> None:
    for word in (*retrieval_words(text), *asked_words(text)):
        assert word.isalnum()
        assert word == word.lower()
        assert word not in {"AND", "OR", "NOT", "TO"}


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі -.", max_size=60))
def test_what_is_stored_is_asked_for_too(text: str) -> None:
    assert set(retrieval_words(text)) <= set(asked_words(text))
