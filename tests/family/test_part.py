"""Whom a family tree holds, and which families there are."""

from __future__ import annotations

import pytest

from dashboard.family.part import MOST_PEOPLE, families, relatives
from kb.connections.snapshot import Snapshot
from tests.connections.graphs import Made


def made(*ties: tuple[str, str, str], kinds: dict[str, str] | None = None) -> Snapshot:
    known = kinds or {}
    ids = sorted({end for start, _, stop in ties for end in (start, stop)})
    said: dict[str, object] = {"claims": ["c1"], "certainty": "not_rated", "witnesses": 1, "prosecution_only": False}
    entities = tuple((ident, known.get(ident, "Person"), True) for ident in ids)
    return Made(entities, tuple((a, tie, b, said) for a, tie, b in ties)).snapshot()


def names(snapshot: Snapshot, places: tuple[int, ...]) -> set[str]:
    return {snapshot.id(place) for place in places}


FAMILY = made(
    ("son", "CHILD_OF", "father"),
    ("father", "SPOUSE_OF", "wife"),
    ("aunt", "SIBLING_OF", "father"),
    ("aunt", "TOOK_PART_IN", "rising"),
    ("stranger", "TOOK_PART_IN", "rising"),
    ("father", "MEMBER_OF", "ru"),
    ("ru", "WITHIN", "juz"),
    ("one", "KIN_OF", "two"),
    kinds={"rising": "Uprising", "ru": "Lineage", "juz": "Lineage"},
)


def test_a_family_is_all_that_kinship_ties_and_nobody_else() -> None:
    found = relatives(FAMILY, FAMILY.find("son"))
    assert names(FAMILY, found.people) == {"son", "father", "wife", "aunt"}
    assert found.people[0] == FAMILY.find("son")
    assert found.left_out == 0


def test_lineages_come_with_those_around_them() -> None:
    found = relatives(FAMILY, FAMILY.find("son"))
    assert names(FAMILY, found.lineages) == {"ru", "juz"}
    assert len(found.ties) == 3 + 2


def test_who_has_no_kin_stands_alone() -> None:
    found = relatives(FAMILY, FAMILY.find("stranger"))
    assert names(FAMILY, found.people) == {"stranger"}
    assert found.ties == ()


def test_what_one_picture_does_not_hold_is_counted() -> None:
    many = made(*((f"c{n:04}", "CHILD_OF", "f") for n in range(MOST_PEOPLE + 50)))
    found = relatives(many, many.find("f"))
    assert len(found.people) == MOST_PEOPLE
    assert found.left_out == 51


def test_families_are_listed_the_largest_first() -> None:
    found = families(FAMILY)
    assert [len(each.people) for each in found] == [4, 2]
    assert FAMILY.id(found[0].first) == "father"


@pytest.mark.parametrize("ties", [(("a", "TOOK_PART_IN", "u"),)])
def test_a_base_without_kinship_has_no_families(ties: tuple[tuple[str, str, str], ...]) -> None:
    assert families(made(*ties, kinds={"u": "Uprising"})) == []
