"""The persons of these entries are invented; their form is that of the published books."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.entries import EntryReading, read_entry
from kb.i18n import LANGS, texts_of
from tests.entries.moscow import Score, score

LISTED = (
    "Родился в 1893 г., Уральская губ.; казах; малограмотный; б/п; крестьянин. Проживал: Кустанайский окр., "
    "Батпаккаринский р-н, аул № 7. Арестован 10 марта 1930 г. Гурьевским окружным отделом ОГПУ. "
    "Приговорён: тройка при ПП ОГПУ в КазАССР 5 мая 1930 г., обв.: 58-2, 58-10-11 УК РСФСР. "
    "Приговор: ВМН (расстрел), конфискация имущества. Расстрелян 12 мая 1930 г. Место захоронения - г. Кустанай. "
    "Реабилитирован 16 января 1989 г. Прокуратура Кустанайской обл. ук. ПВС СССР от 16.01.1989"
)
LISTED_FIELDS = {
    "birth": "1893",
    "birthplace": "Уральская губ.",
    "nationality": "казах",
    "education": "малограмотный",
    "party": "б/п",
    "occupation": "крестьянин",
    "residence": "Кустанайский окр., Батпаккаринский р-н, аул № 7",
    "arrest_date": "1930-03-10",
    "arrest_organ": "Гурьевским окружным отделом ОГПУ",
    "deciding_organ": "тройка при ПП ОГПУ в КазАССР",
    "decision_date": "1930-05-05",
    "accusation": "58-2, 58-10-11 УК РСФСР",
    "articles": ("58-2", "58-10", "58-11"),
    "sentence": "ВМН (расстрел), конфискация имущества",
    "death_date": "1930-05-12",
    "burial": "г. Кустанай",
    "rehabilitation_date": "1989-01-16",
    "rehabilitation_organ": "Прокуратура Кустанайской обл.",
    "rehabilitation_ground": "ук. ПВС СССР от 16.01.1989",
}
TOLD = (
    "АБЫЛГАЗИН Сейткали (Абильгазин), 1893 г.р., уроженец аула № 7 Батпаккаринского района, казах, из крестьян, "
    "беспартийный, чабан. Арестован 10.03.1930. Осужден 5 мая 1930 г. тройкой ПП ОГПУ по Казахстану по ст. 58-2, 3, 11 "
    "УК РСФСР к 10 годам ИТЛ. Вторично арестован 5 мая 1937 г. Осужден 1 октября 1937 г. тройкой УНКВД по ст. 58-10 "
    "к ВМН. Реабилитирован по Указу ПВС СССР от 16 января 1989 г."
)
KAZAKH = (
    "Абылғазин Сейтқали, 1895 жылы туған, Қостанай обл., Батпаққара ауд., қазақ, сауатсыз, партияда жоқ, шаруа. "
    "1930 ж. 10 наурызда тұтқындалған. 1930 ж. 5 мамырда ОГПУ үштігінің шешімімен РКФСР ҚК 58-2, 58-11-баптарымен "
    "ату жазасына кесілген. 1989 ж. 16 қаңтарда ақталған."
)
MOSCOW = (
    "род. 1885 (по другим данным - в 1888), в г.Сосновка Тульской губ., поляк, исключен из ВКП(б) в 1923 г. "
    "(ранее исключался, восстановлен), уполномоченный, подполковник. Адрес: ул. Новая, д.10, кв.8. "
    "Расстрелян 23.09.1937. Место захоронения: Донское."
)


def test_an_entry_in_the_form_of_the_published_lists_is_read_into_all_its_parts() -> None:
    read = read_entry(LISTED)
    assert dict(read.fields) == LISTED_FIELDS
    assert (read.left_over, read.warnings, read.more) == ((), (), ())


def test_every_value_as_printed_stands_at_its_place() -> None:
    for text in (LISTED, TOLD, KAZAKH, MOSCOW):
        read = read_entry(text)
        assert set(read.spans) == set(read.fields)
        for name, value in read.fields.items():
            start, end = read.spans[name]
            printed = isinstance(value, str) and not name.endswith("_date") and name != "birth"
            assert text[start:end] == value if printed else text[start:end].strip() == text[start:end] != ""


def test_a_told_entry_is_read_and_a_second_arrest_is_apart() -> None:
    read = read_entry(TOLD)
    assert read.fields["name"] == "АБЫЛГАЗИН Сейткали (Абильгазин)"
    assert read.fields["name_variants"] == ("Абильгазин",)
    assert read.fields["birthplace"] == "аула № 7 Батпаккаринского района"
    assert read.fields["occupation"] == "чабан"
    assert read.fields["deciding_organ"] == "тройкой ПП ОГПУ по Казахстану"
    assert read.fields["articles"] == ("58-2", "58-3", "58-11")
    assert read.fields["sentence"] == "10 годам ИТЛ"
    assert "rehabilitation_date" not in read.fields
    assert read.fields["rehabilitation_ground"] == "по Указу ПВС СССР от 16 января 1989 г"
    assert [dict(one) for one in read.more] == [
        {
            "arrest_date": "1937-05-05",
            "decision_date": "1937-10-01",
            "articles": ("58-10",),
            "deciding_organ": "тройкой УНКВД",
            "sentence": "ВМН",
        }
    ]
    assert read.left_over == ("из крестьян", "Вторично")


def test_a_kazakh_entry_is_read() -> None:
    read = read_entry(KAZAKH)
    assert dict(read.fields) == {
        "name": "Абылғазин Сейтқали",
        "birth": "1895",
        "birthplace": "Қостанай обл., Батпаққара ауд.",
        "nationality": "қазақ",
        "education": "сауатсыз",
        "party": "партияда жоқ",
        "occupation": "шаруа",
        "arrest_date": "1930-03-10",
        "decision_date": "1930-05-05",
        "articles": ("58-2", "58-11"),
        "deciding_organ": "ОГПУ үштігінің",
        "sentence": "ату жазасына",
        "rehabilitation_date": "1989-01-16",
    }


def test_an_entry_of_the_moscow_form_is_read() -> None:
    assert dict(read_entry(MOSCOW).fields) == {
        "birth": "[1885,1888]",
        "birthplace": "в г.Сосновка Тульской губ.",
        "nationality": "поляк",
        "party": "исключен из ВКП(б) в 1923 г. (ранее исключался, восстановлен)",
        "occupation": "уполномоченный, подполковник",
        "residence": "ул. Новая, д.10, кв.8",
        "death_date": "1937-09-23",
        "burial": "Донское",
    }


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("58-10-11", ("58-10", "58-11")),
        ("58-2, 7, 11 УК РСФСР", ("58-2", "58-7", "58-11")),
        ("58-7,10", ("58-7", "58-10")),
        ("58 п. 10, 11", ("58-10", "58-11")),
        ("58-1а, 58-8", ("58-1а", "58-8")),
        ("58-2 и 59-3", ("58-2", "59-3")),
        ("107", ("107",)),
        ("за к/р деятельность", None),
    ],
)
def test_articles_are_told_apart(printed: str, numbers: tuple[str, ...] | None) -> None:
    read = read_entry(f"Приговорен: Коллегия ОГПУ 5 мая 1930 г., обв.: {printed}. Приговор: 5 лет ИТЛ")
    assert read.fields.get("articles") == numbers
    assert read.fields["accusation"] == printed


def test_printed_nonsense_is_returned_as_printed_with_a_warning() -> None:
    read = read_entry("Арестован 5 апреля 1931 г. Приговорен: Коллегия ОГПУ 2 марта 1931 г., обв.: 58-10.")
    assert (read.fields["arrest_date"], read.fields["decision_date"]) == ("1931-04-05", "1931-03-02")
    assert read.warnings == ("decision_before_arrest",)


def test_what_no_rule_explains_is_left_over_and_never_dropped() -> None:
    read = read_entry("Родился в 1893 г.; казах. Умел играть на домбре. Источник: Книга памяти, т. 3")
    assert "Источник: Книга памяти, т. 3" in read.left_over
    assert any("домбре" in str(value) for value in (*read.fields.values(), *read.left_over))


def test_every_warning_has_words_in_three_languages() -> None:
    keys = {key for key in texts_of("kb.entries") if key.startswith("entries.warnings.")}
    assert len(keys) == 5
    for key in keys:
        for lang in LANGS:
            assert texts_of("kb.entries").say(key, lang)


_WORDS = re.findall(
    r"\S+",
    """
    Родился в 1893 г. казах; б/п, Арестован 10 марта 1930 тройка обв.: 58-2, к ВМН ( ) Реабилитирован ук. ж. " . № 7
    \u202e Приговор: Адрес: туған, тұтқындалған. 🐎
    """,
)
_PIECES = st.sampled_from(_WORDS)


def _whole(read: EntryReading) -> str:
    return " ".join([*map(str, read.fields.values()), *map(str, read.more), *read.left_over])


@given(st.lists(_PIECES, max_size=25).map(" ".join) | st.text(max_size=300))
def test_nothing_raises_and_every_place_is_within_the_text(text: str) -> None:
    read = read_entry(text)
    for start, end in read.spans.values():
        assert 0 <= start < end <= len(text)
    if "🐎" in text and len(text) < 20_000:
        assert "🐎" in _whole(read) or not any(letter.isalnum() for letter in text)


def test_moscow_biographies_labelled_by_reading_are_read(shared: Path) -> None:
    scores, left_over = score(shared / "data" / "moscow" / "mos_persons.csv")
    assert sum(one.right for one in scores.values()) > 1800
    for name, one in scores.items():
        assert one.precision >= 0.98, (name, one)
        assert one.recall >= 0.95, (name, one)
    assert left_over < 0.05


def test_a_score_counts_what_is_wrong_and_what_is_missing() -> None:
    assert (Score(9, 1, 3).precision, Score(9, 1, 3).recall) == (0.9, 0.75)
