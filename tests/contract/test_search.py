"""Finding on each engine: any spelling, references, words of sources; any string; indexes made when missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from kb import base as changing
from kb.derive import ddl
from kb.model import Claim, make_claim, make_judgement
from kb.search import Answer, find
from kb.settings import Settings
from kb.store import Store
from loaders.matching import asked_names, lines, of_base

REFERENCE = "ЦГА РК, ф. 30, оп. 6, д. 85, л. 34"
QUOTE = "Восставшие собрались у колодца Шиели и выбрали хана"
CLAIMS = [
    make_claim("source", ("f:s", "Source"), {"title": "Письмо Рошаля", "author": "Рошаль", "reference": REFERENCE}),
    make_claim("person", ("f:zhumagazy", "Person"), {"name_kk": "Жұмағазы Бәйімбетов"}, cites=["f:s"], quote=QUOTE),
    make_claim("person", ("f:zhumagazy", "Person"), {"name": "Джумагази хан"}, cites=["f:s"]),
    make_claim("person", ("f:namesake", "Person"), {"name_ru": "Жумагазы Журген"}, cites=["f:s"]),
    make_claim("person", ("f:alikhan", "Person"), {"name_ru": "Букейханов Алихан Нурмухамедович"}, cites=["f:s"]),
    make_claim("uprising", ("f:u", "Uprising"), {"name_ru": "Сузакское восстание", "name_kk": "Созақ көтерілісі"}),
    make_claim("place", ("f:p", "Place"), {"name_ru": "Сузак", "old_name": "Чолак-Курган"}),
]
STRANGE = [
    "",
    " ",
    "a" * 1000,
    "Жумaгaзы",
    "\x00\x1b[2J",
    "\u202eызагамуЖ",
    "12345",
    "🙂",
    "' OR 1=1 --",
    "}) DETACH DELETE n",
]
LUCENE = ["*", "?", "~", "a~", "*:*", "name:", "(", "[a TO", "{", '"', "AND", "OR NOT", "\\", "/x/", "a^b", "+-&&||!"]


def release(claims: list[Claim], dataset: str = "f") -> changing.Release:
    rows = [(claim, f"f.csv:{at + 2}") for at, claim in enumerate(claims)]
    return changing.Release(dataset, rows, "f.csv", "", len(rows), "")


@pytest.fixture
def loaded(store: Store, base: Settings) -> Store:
    changing.load(store, base, release(CLAIMS))
    return store


def ids(answer: Answer) -> list[str]:
    return [hit.id for hit in answer.hits]


@pytest.mark.parametrize("text", ["Жумагазы Байимбетов", "Zhumagazy Baiymbetov", "жұмағазы хан", "Джумагази"])
def test_a_person_is_found_however_spelled(text: str, loaded: Store) -> None:
    assert ids(find(loaded, text))[0] == "f:zhumagazy"


def test_surname_and_initials_find_the_person_and_say_by_what(loaded: Store) -> None:
    hit = find(loaded, "Бокейханов А. Н.").hits[0]
    assert (hit.id, hit.by, hit.same) == ("f:alikhan", "name", True)
    assert hit.name == "Букейханов Алихан Нурмухамедович"
    assert hit.reasons("Бокейханов А. Н.", "en")


def test_a_rising_and_a_place_are_found_by_any_of_their_names(loaded: Store) -> None:
    found = find(loaded, "Созак")
    assert set(ids(found)) == {"f:u", "f:p"}
    assert ids(find(loaded, "чолаккурган")) == ["f:p"]
    assert ids(find(loaded, "Созак", kinds=["Place"])) == ["f:p"]


def test_a_reference_finds_its_unit_what_is_in_it_and_what_is_held_there(loaded: Store) -> None:
    found = [(hit.kind, hit.id) for hit in find(loaded, "ф. 30, оп. 6").hits]
    assert found[0] == ("ArchivalUnit", "archive:ЦГА РК/30/6")
    assert ("ArchivalUnit", "archive:ЦГА РК/30/6/85") in found
    assert ("Source", "f:s") in found


def test_a_reference_that_leads_nowhere_gives_what_is_near_as_no_more_than_near(loaded: Store) -> None:
    found = find(loaded, "ЦГА РК, ф. 30, оп. 6, д. 99")
    assert "archive:ЦГА РК/30/6/85" in ids(found)
    assert not any(hit.same for hit in found.hits)


def test_words_of_a_source_find_whom_they_are_about(loaded: Store) -> None:
    hit = find(loaded, "колодец Шиели").hits[0]
    assert (hit.id, hit.by, hit.claim) == ("f:zhumagazy", "quote", CLAIMS[1].id)
    assert "колодца Шиели" in hit.name


@pytest.mark.parametrize("text", [*STRANGE, *LUCENE])
def test_any_text_is_an_answer(text: str, loaded: Store) -> None:
    find(loaded, text)


@given(text=st.one_of(st.text(), st.text(alphabet='Жумагазы12 +-&|!(){}[]^"~*?:\\/', max_size=30)))
@hypothesis(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
def test_any_text_at_all_is_an_answer(loaded: Store, text: str) -> None:
    for hit in find(loaded, text).hits:
        assert 0 < hit.score <= 1
        assert hit.name


def test_what_comes_later_is_found_and_what_was_taken_back_is_not(loaded: Store, base: Settings) -> None:
    later = make_claim("person", ("g:kanai", "Person"), {"name_ru": "Канаев Сейтбек"})
    batch = changing.load(loaded, base, release([later], "g")).batch
    assert ids(find(loaded, "Қанай Сейітбек")) == ["g:kanai"]
    changing.undo(loaded, base, batch.id)
    assert ids(find(loaded, "Қанай Сейітбек")) == []


def test_two_records_that_are_one_are_found_by_the_names_of_both(loaded: Store, base: Settings) -> None:
    changing.judge(loaded, base, make_judgement("same", "f:zhumagazy", "f:namesake", why="w", by="b", at="2026"))
    assert [hit.id for hit in find(loaded, "Журген").hits if hit.kind == "Person"] == ["f:namesake"]
    assert [hit.id for hit in find(loaded, "Байимбетов").hits if hit.kind == "Person"] == ["f:namesake"]


def test_a_list_of_names_is_matched_with_the_persons_of_the_base(loaded: Store, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("no,name\n1,Бокейханов Әлихан\n2,Никто Такой\n", "utf-8")
    asked = asked_names(tmp_path / "list.csv")
    known = of_base(loaded)
    first, nobody = (known(name.text) for name in asked)
    assert [name.row for name in asked] == [2, 3]
    assert (first[0].id, first[0].same) == ("f:alikhan", True)
    assert not any(each.same for each in nobody)
    row, text, rank, id_, label, score, why = next(lines(asked[0], first, "en"))
    assert (row, text, rank, id_) == ("2", "Бокейханов Әлихан", "1", "f:alikhan")
    assert label == "Букейханов Алихан Нурмухамедович"
    assert 0 < float(score) <= 1
    assert "Бокейханов" in why


def test_missing_indexes_are_made_when_something_is_looked_for(loaded: Store) -> None:
    loaded.drop_fulltext([name for name, *_ in ddl.fulltexts()])
    assert ids(find(loaded, "Букейханов"))[0] == "f:alikhan"
