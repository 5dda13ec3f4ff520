"""Names in Russian cases."""

import pytest

from kb.names import read_name
from kb.names.cases import nominative


@pytest.mark.parametrize(
    ("declined", "plain"),
    [
        ("Букейханова Алихана", "Букейханов Алихан"),
        ("Букейханову Алихану", "Букейханов Алихан"),
        ("Букейхановым Алиханом", "Букейханов Алихан"),
        ("Букейханове Алихане", "Букейханов Алихан"),
        ("Тураром Рыскуловым", "Турар Рыскулов"),
        ("Кузнецова Федора Григорьевича", "Кузнецов Федор Григорьевич"),
        ("Разумовского Николая Ивановича", "Разумовский Николай Иванович"),
        ("Ивановой Марии Петровны", "Иванова Мария Петровна"),
        ("Тарасенко Ивана", "Тарасенко Иван"),
        ("Игоря Иванова", "Игорь Иванов"),
        ("ЖУМАБАЕВУ МАГЖАНУ", "ЖУМАБАЕВ МАГЖАН"),
    ],
)
def test_a_declined_name_comes_back_to_the_nominative(declined: str, plain: str) -> None:
    assert nominative(declined.split()) == tuple(plain.split())


@pytest.mark.parametrize(
    "plain",
    [
        "Букейханова",
        "Иванова Анна",
        "Айша Байбосынова",
        "Адилова Бибигуль",
        "Букейханов Алихан",
        "Мұқан Тұрсынова",
        "Байтурсынова А.",
    ],
)
def test_a_name_that_may_be_in_the_nominative_stays(plain: str) -> None:
    assert nominative(plain.split()) == tuple(plain.split())


def test_a_reading_gives_the_nominative_and_keeps_the_text() -> None:
    read = read_name("Букейханова Алихана")
    assert (read.surname, read.given, read.text) == ("Букейханов", "Алихан", "Букейханова Алихана")
