"""What an entity without a name of its own is printed as."""

from __future__ import annotations

import pytest

from kb.model import make_claim
from kb.projection import EntityKey, project


@pytest.mark.parametrize(
    ("written", "label"),
    [("1930-02", "арест, 1930-02"), ("XXXX", "арест"), ("когда цвёл тюльпан", "арест"), ("", "арест")],
)
def test_a_measure_is_printed_with_its_date_where_the_date_says_something(written: str, label: str) -> None:
    claim = make_claim("measure", ("d:m1", "Measure"), {"measure_kind": "arrest", "carried_out": written})
    graph = project({}, [claim], [])
    assert graph.entities[EntityKey("Measure", "d:m1")]["label_ru"] == label
