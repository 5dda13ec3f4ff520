from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from kb.derive.ddl import constraints
from kb.derive.reference import reference
from kb.model import SCHEMA
from kb.model.schema import check, read_kind, read_tie
from tests.conftest import ROOT


def declared(name: str) -> dict[str, Any]:
    return tomllib.loads(files("kb.model").joinpath("schema", f"{name}.toml").read_text("utf-8"))


def test_a_kind_without_a_description_in_a_language_cannot_be_read() -> None:
    table = declared("person")
    table["description"].pop("kk")
    with pytest.raises(ValueError, match="ru, kk, en"):
        read_kind(table)


def test_a_property_with_an_empty_label_cannot_be_read() -> None:
    table = declared("person")
    table["properties"]["birth"]["label"]["en"] = " "
    with pytest.raises(ValueError, match="en"):
        read_kind(table)


def test_a_property_may_not_take_the_name_of_a_claims_own_field() -> None:
    table = declared("person")
    table["properties"]["voice"] = table["properties"]["birth"]
    with pytest.raises(ValueError, match="belongs to every claim"):
        read_kind(table)


def test_a_kind_may_not_be_printed_by_what_it_does_not_declare() -> None:
    table = declared("person")
    table["printed"]["ru"] = ["nickname"]
    with pytest.raises(ValueError, match="nickname"):
        read_kind(table)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"type": "colour"}, "no type"),
        ({"type": "term"}, "needs a vocabulary"),
        ({"type": "term", "vocabulary": "colours"}, "no vocabulary"),
    ],
)
def test_a_property_needs_a_known_type_and_vocabulary(change: dict[str, str], complaint: str) -> None:
    table = declared("person")
    table["properties"]["birth"].update(change)
    with pytest.raises(ValueError, match=complaint):
        check([read_kind(table)], [], SCHEMA.vocabularies)


def test_a_tie_to_an_unknown_kind_is_refused() -> None:
    said = declared("ties")["CHILD_OF"]
    said["to"] = ["Horse"]
    with pytest.raises(ValueError, match="Horse"):
        check(list(SCHEMA.kinds.values()), [read_tie("CHILD_OF", said)], SCHEMA.vocabularies)


def test_every_kind_has_its_constraint() -> None:
    text = "\n".join(constraints())
    assert all(f"(n:{kind})" in text for kind in SCHEMA.kinds)


def test_every_role_tells_its_side() -> None:
    sides = set(SCHEMA.vocabularies["side"])
    assert {term.says["side"] for term in SCHEMA.vocabularies["role"].values()} <= sides


def test_the_reference_page_is_fresh() -> None:
    written = ROOT.joinpath("docs/reference/model.md").read_text("utf-8")
    assert written == reference(), "run `make docs`"
