"""How values of the types are read and stored."""

from __future__ import annotations

from kb.model.types import read_value


def test_a_reference_is_stored_in_its_normal_form_beside_the_text() -> None:
    read = read_value("reference", "ЦА ФСБ РФ, ф. 2, оп. 8, д. 679, л. 36—72", None)
    assert read.stored[""] == "ЦА ФСБ. Ф. 2. Оп. 8. Д. 679. Л. 36–72."
    assert read.stored["_text"] == "ЦА ФСБ РФ, ф. 2, оп. 8, д. 679, л. 36—72"


def test_two_spellings_of_one_reference_agree() -> None:
    one = read_value("reference", "АПРК, ф. 141, оп. 1, д. 4577, л. 72", None)
    other = read_value("reference", "АП РК. Ф. 141. Оп. 1. Д. 4577. Л. 72.", None)
    assert one.key == other.key
