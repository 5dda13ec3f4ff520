from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.search import read_question

TERM = re.compile(r"[^\W_]+(\^0\.5)?")
QUOTED = re.compile(r"\+[^\W_]+\*?")
DANGEROUS = ['+-&&||!(){}[]^"~*?:\\/', "name:*", "a AND b", "[a TO z]", "x~99999", "' OR 1=1 --", "}) DETACH DELETE n"]


@given(st.one_of(st.text(), st.sampled_from(DANGEROUS), st.text(alphabet='ЖжАа+-*?~^:()[]{}"\\/ .,0123456789')))
def test_nothing_that_is_typed_reaches_the_engine_but_words(text: str) -> None:
    question = read_question(text)
    assert all(TERM.fullmatch(term) for term in question.words.split())
    assert all(QUOTED.fullmatch(term) for term in question.quoted.split())


def test_a_thousand_characters_are_cut() -> None:
    question = read_question("Жүсіпбек " * 1000)
    assert len(question.text) <= 400
    assert question.words
    assert len(read_question(" ".join(f"сөз{n}" for n in range(1000))).words.split()) <= 80


@pytest.mark.parametrize(
    ("text", "words"), [("ф. 2, оп. 8", "f2o8"), ("ЦГА РК, ф. 30, оп. 6, д. 99", "f30o6d99aцгарк"), ("2-қор", "f2")]
)
def test_a_reference_is_asked_for_by_the_unit_nearest_to_it(text: str, words: str) -> None:
    assert read_question(text).words == words


def test_a_reference_leads_up_to_the_fond() -> None:
    question = read_question("ЦГА РК, ф. 30, оп. 6, д. 99, л. 3")
    asked = []
    while question is not None:
        asked.append(question.words)
        question = question.wider()
    assert asked == ["f30o6d99aцгарк", "f30o6aцгарк", "f30aцгарк"]


def test_endings_of_words_of_sources_stay_open() -> None:
    assert read_question("восстания в Сузаке").quoted == "+восстан* +в +суза*"
