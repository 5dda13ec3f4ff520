from __future__ import annotations

import pytest

from kb.names import SAME
from kb.search import Hit, read_question
from kb.search.ranking import judged, snippet


def hit(text: str, kind: str, **properties: object) -> Hit | None:
    return judged(read_question(text), kind, {"id": "x", **properties})


def score(text: str, kind: str, *names: str) -> float:
    found = hit(text, kind, names=list(names))
    return found.score if found else 0.0


def test_the_name_that_has_fewest_other_words_is_best() -> None:
    assert score("Созак", "Place", "Созақ") > score("Созак", "Place", "Созақ ауданы") > SAME
    assert score("Созак", "Source", "Письмо Рошаля") == 0


def test_each_word_asked_for_needs_a_word_of_its_own() -> None:
    assert score("Иванов Иван", "Source", "Иванович") == 0
    assert score("Иванов Иван", "Source", "Иванов Иван, дело") > SAME


def test_a_person_whose_name_only_begins_so_is_no_more_than_near() -> None:
    assert 0 < score("Жумаг", "Person", "Жұмағазы Бәйімбетов") < SAME
    assert score("Жумагазы", "Person", "Жұмағазы Бәйімбетов") >= SAME


def test_the_best_of_all_names_is_told() -> None:
    found = hit("Джумагази", "Person", names=["Жұмағазы Бәйімбетов", "Джумагази хан"])
    assert found is not None
    assert found.name == "Джумагази хан"


def test_a_source_is_found_by_its_author() -> None:
    assert hit("Рошаль", "Source", names=["Письмо"], author="Рошаль") is not None


@pytest.mark.parametrize(("reference", "best"), [("ЦГА РК, ф. 30, оп. 6", 1.0), ("ЦГА РК, ф. 30, оп. 6, д. 8", 0.9)])
def test_the_unit_asked_for_comes_before_what_it_holds(reference: str, best: float) -> None:
    found = hit("ф. 30, оп. 6", "ArchivalUnit", label=reference)
    assert found is not None
    assert found.score == best


def test_a_piece_of_a_source_is_cut_at_words() -> None:
    text = "Начало " + "слово " * 40 + "восстание в Сузаке " + "слово " * 40
    cut = snippet(read_question("восстания"), text)
    assert cut.startswith("…слово")
    assert "восстание в Сузаке" in cut
    assert len(cut) < 200
