"""Plural forms, numbers, and texts whose placeholders agree in the three languages."""

from __future__ import annotations

import string

import pytest

from dashboard.words import Count, Words
from kb.i18n import LANGS, texts_of

SOURCES = "{n} {n:источник|источника|источников}"


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1 источник"), (2, "2 источника"), (5, "5 источников"), (11, "11 источников"), (12, "12 источников"),
     (21, "21 источник"), (104, "104 источника"), (111, "111 источников"), (0, "0 источников")],
)  # fmt: skip
def test_russian_numbers_take_their_form(number: int, said: str) -> None:
    assert SOURCES.format(n=Count(number, "ru")) == said


def test_thousands_are_parted_by_a_thin_space() -> None:
    assert "{n}".format(n=Count(80000, "ru")) == "80\u202f000"


def test_english_has_two_forms_and_kazakh_one() -> None:
    assert "{n:source|sources}".format(n=Count(1, "en")) == "source"
    assert "{n:source|sources}".format(n=Count(2, "en")) == "sources"
    assert "{n:дереккөз}".format(n=Count(5, "kk")) == "дереккөз"


@pytest.mark.parametrize("key", sorted(texts_of("dashboard")))
def test_a_text_has_the_same_placeholders_in_every_language(key: str) -> None:
    said = texts_of("dashboard")[key]
    names = {lang: {name for _, name, _, _ in string.Formatter().parse(said[lang]) if name} for lang in LANGS}
    assert names["ru"] == names["kk"] == names["en"]


@pytest.mark.parametrize("key", sorted(texts_of("dashboard")))
def test_every_number_can_be_said_in_every_language(key: str) -> None:
    for lang in LANGS:
        names = {name for _, name, _, _ in string.Formatter().parse(texts_of("dashboard")[key][lang]) if name}
        for number in (0, 1, 2, 5, 21):
            assert Words(lang)(key, **dict.fromkeys(names, number))
