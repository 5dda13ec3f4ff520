"""Whether two spellings are one name, and why."""

import pytest

from kb.i18n import LANGS
from kb.names import Rule, compare


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Жүсіпбек Аймауытов", "Джусупбек Аймаутов"),
        ("Zhusipbek Aimauytov", "Юсупбек Аймавытов"),
        ("جۇسىپبەك ايماۋىتوۆ", "Жүсіпбек Аймауытов"),
        ("Ғабдолла Ысқақұлы", "Абдулла Исхаков"),
        ("А. Смагулов", "Ахмедия Смагулов"),
    ],
)
def test_spellings_of_one_name_are_the_same(one: str, other: str) -> None:
    assert compare(one, other).same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Юсупов Али", "Алиев Юсуп"),
        ("Иванов Петр Сергеевич", "Петров Иван Сергеевич"),
        ("А. Смагулов", "Б. Смагулов"),
        ("Омар Смагулов", "Ахмет Смагулов"),
    ],
)
def test_names_of_different_people_are_not(one: str, other: str) -> None:
    assert not compare(one, other).same


def test_a_rule_that_is_switched_off_no_longer_matches() -> None:
    with_all = compare("Жүсіпбек", "Юсупбек")
    assert Rule.ZH in {reason.rule for reason in with_all.why}
    assert compare("Жүсіпбек", "Юсупбек", without=frozenset({Rule.ZH})).score < with_all.score


def test_every_rule_has_words_in_three_languages() -> None:
    from kb.names.compare import Reason

    for rule in Rule:
        for lang in LANGS:
            assert Reason(rule, "а", "б", "в").say(lang)
