"""The names of a list most like a given one."""

from kb.names import Matcher

NAMES = [
    "Жумабаев Магжан",
    "Джусупбек Аймаутов",
    "Әлихан Бөкейханов",
    "Смагулов Ахмедия",
    "Смагулов Оспан",
    "Иванов Иван Иванович",
    "Дінмұхамед Әділов",
    "贝拉克",
]


def test_the_right_name_comes_first_however_spelled() -> None:
    matcher = Matcher(NAMES)
    for asked, place in [
        ("Zhusipbek Aimautov", 1),
        ("Букейханова Алихана", 2),
        ("Смагулов О.", 4),
        ("ماعجان جۇماباەۆ", 0),
        ("Дінше Әділов", 6),
    ]:
        assert matcher.find(asked)[0].place == place


def test_no_more_than_asked_for_and_best_first() -> None:
    found = Matcher(NAMES).find("Смагулов", limit=2)
    assert len(found) == 2
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_a_name_in_an_unread_script_is_found_by_itself_only() -> None:
    matcher = Matcher(NAMES)
    assert [found.place for found in matcher.find("贝拉克")] == [7]
    assert matcher.find("") == []


def test_a_find_is_explained() -> None:
    matcher = Matcher(NAMES)
    found = matcher.find("Юсупбек Аймаутов")[0]
    assert {reason.rule for reason in matcher.explain("Юсупбек Аймаутов", found).why} >= {"zh"}
