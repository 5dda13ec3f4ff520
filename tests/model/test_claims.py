from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.errors import DataError
from kb.model import Claim, Judgement, make_claim, make_judgement
from tests.projection.strategies import claims, judgements

texts = st.text(min_size=1, max_size=20)


@given(claims())
def test_a_claim_comes_back_from_its_node_as_it_went(some: list[Claim]) -> None:
    assert [Claim.from_row(claim.as_row()) for claim in some] == some


@given(st.data())
def test_a_judgement_comes_back_from_its_node_as_it_went(data: st.DataObject) -> None:
    some = data.draw(judgements(data.draw(claims())))
    assert [Judgement.from_row(each.as_row()) for each in some] == some


@given(texts)
def test_a_claim_has_one_id_however_its_letters_are_composed(name: str) -> None:
    ids = {
        make_claim("person", ("a:1", "Person"), {"name": unicodedata.normalize(form, name)}).id
        for form in ("NFC", "NFD")
    }
    assert len(ids) == 1


CONTENT: dict[str, Any] = {
    "cites": ["a:s1"],
    "locator": "л. 5",
    "quote": "слова",
    "access": "copy",
    "voice": "scholar",
    "stance": "admits",
    "certainty": "certain",
    "level": "public",
    "why": "so",
}


@pytest.mark.parametrize("field", CONTENT)
def test_any_change_of_content_makes_another_claim(field: str) -> None:
    plain = make_claim("person", ("a:1", "Person"), {"birth": "1890"})
    changed = make_claim("person", ("a:1", "Person"), {"birth": "1890"}, **{field: CONTENT[field]})
    assert changed.id != plain.id


def test_the_id_of_a_claim_never_changes_between_versions_of_the_program() -> None:
    claim = make_claim("person", ("a:1", "Person"), {"birth": "около 1890 г."}, cites=["a:s1"], locator="л. 5 об.")
    assert claim.id == "ca89ebe96eb4f3ddb9a1a3f7112acc739"


def test_a_claim_that_the_schema_does_not_know_is_refused_with_its_record() -> None:
    with pytest.raises(DataError) as caught:
        make_claim("person", ("a:1", "Uprising"), {})
    assert caught.value.data["record"] == "a:1"
    with pytest.raises(DataError, match="horse"):
        make_claim("person", ("a:1", "Person"), {"horse": "grey"})
    with pytest.raises(DataError, match="loudly"):
        make_claim("person", ("a:1", "Person"), {}, stance="loudly")
    with pytest.raises(DataError):
        make_claim("participation", ("a:1", "Person"), {})


def test_a_judgement_needs_two_records_and_a_reason() -> None:
    with pytest.raises(DataError):
        make_judgement("same", "a:1", "a:1", why="x", by="me", at="2020")
    with pytest.raises(DataError):
        make_judgement("same", "a:1", "a:2", why=" ", by="me", at="2020")
    one = make_judgement("same", "a:2", "a:1", why="x", by="me", at="2020")
    assert one == make_judgement("same", "a:1", "a:2", why="x", by="me", at="2020")
