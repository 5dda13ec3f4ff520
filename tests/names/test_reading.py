"""What a written name says."""

import pytest

from kb.names import fold, keys, read_name


@pytest.mark.parametrize(
    ("text", "surname", "given", "patronymic"),
    [
        ("Букейханов Алихан Нурмухамедович", "Букейханов", "Алихан", "Нурмухамедович"),
        ("Алихан Нурмухамедович Букейханов", "Букейханов", "Алихан", "Нурмухамедович"),
        ("Әлихан Нұрмұхамедұлы Бөкейханов", "Бөкейханов", "Әлихан", "Нұрмұхамедұлы"),
        ("Айжарқын Қанай ұлы", None, "Айжарқын", "Қанай ұлы"),
        ("Алиев Мамед Гасан оглы", "Алиев", "Мамед", "Гасан оглы"),
        ("Т.К. Алланиязов", "Алланиязов", "Т.", "К."),
        ("Рыбак Михаил", "Рыбак", "Михаил", None),
        ("Джумагази", None, "Джумагази", None),
        ("Оспанов", "Оспанов", None, None),
        ("Букейханов, Алихан", "Букейханов", "Алихан", None),
    ],
)
def test_parts_are_found_in_any_order(
    text: str, surname: str | None, given: str | None, patronymic: str | None
) -> None:
    read = read_name(text)
    assert (read.surname, read.given, read.patronymic) == (surname, given, patronymic)


def test_titles_are_kept_apart() -> None:
    read = read_name("Сафа-хан (ишан)")
    assert (read.given, read.titles) == ("Сафа", ("хан", "ишан"))
    assert read_name("Сыдык батыр").titles == ("батыр",)
    assert read_name("Батыр Ахметов").given == "Батыр"


def test_another_spelling_in_brackets_is_a_variant_and_a_place_is_a_remark() -> None:
    assert read_name("Султанбек Шулаков (Шолаков)").variants == ("Шолаков",)
    assert read_name("Канаев (Бостандык)").remarks == ("Бостандык",)
    assert read_name("Кулумбетов (бай, Казалинск)").variants == ()


def test_spellings_of_one_name_share_a_key() -> None:
    spellings = ["Жүсіпбек", "Джусупбек", "Юсупбек", "Zhusipbek", "Jusupbek", "ƶysipʙek", "جۇسىپبەك"]
    shared = set.intersection(*(set(keys(spelling)) for spelling in spellings))
    assert shared


def test_the_skeleton_is_latin() -> None:
    assert fold("Қаныш Сәтбаев") == "kanyx satbaev"
