"""Kinship as claims say it, on each engine: ages and sexes by the words of sources, half, step, adopted, milk kin."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kb import base as changing
from kb.connections import open_snapshot
from kb.kinship import Kin, Relation, kin
from kb.model import Claim, make_claim
from kb.settings import Settings
from kb.store import Store


def person(name: str, **said: str) -> Claim:
    return make_claim("person", (f"k:{name}", "Person"), {"name_ru": name.upper(), **said}, cites=["k:s"])


def tie(one: str, term: str, other: str) -> Claim:
    return make_claim("kinship", (f"k:{one}", "Person"), {"term": term}, to=(f"k:{other}", "Person"), cites=["k:s"])


FAMILY = [
    make_claim("source", ("k:s", "Source"), {"title": "Перепись"}),
    *map(person, ["ata", "ana", "koke", "nemere", "toqal", "ogei", "sut", "asyr", "kelin", "x", "y", "z", "w"]),
    person("ego", sex="male", birth="1900"),
    person("ini", birth="1905"),
    person("ake", sex="male"),
    tie("ata", "father_of", "ake"),
    tie("koke", "elder_brother_of", "ake"),
    tie("nemere", "son_of", "koke"),
    tie("ego", "son_of", "ake"),
    tie("ana", "mother_of", "ego"),
    tie("ini", "son_of", "ake"),
    tie("ini", "son_of", "ana"),
    tie("kelin", "wife_of", "ini"),
    tie("ogei", "half_brother_of", "ego"),
    tie("sut", "milk_brother_of", "ego"),
    tie("asyr", "adopted_son_of", "ego"),
    tie("toqal", "stepmother_of", "ego"),
    tie("x", "kin_of", "ego"),
    tie("y", "father_of", "z"),
    tie("w", "father_of", "z"),
]


@pytest.fixture
def loaded(store: Store, base: Settings) -> Store:
    rows = [(claim, f"k.csv:{at + 2}") for at, claim in enumerate(FAMILY)]
    changing.load(store, base, changing.Release("k", rows, "k.csv", "", len(rows), ""))
    return store


def between(store: Store, base: Settings, one: str, other: str) -> Kin:
    snapshot = open_snapshot(store, base)
    return kin(store, snapshot, snapshot.find(f"k:{one}"), snapshot.find(f"k:{other}"))


def words(relations: Sequence[Relation], lang: str = "kk") -> list[tuple[str, ...]]:
    return [case.term.words[lang] for relation in relations for case in relation.cases]  # type: ignore[index]


def test_kinship_as_sources_say_it(loaded: Store, base: Settings) -> None:
    def first(other: str, one: str = "ego") -> Relation:
        return between(loaded, base, one, other).relations[0]

    assert [first(name).relation for name in ("ake", "ata", "koke", "nemere")] == ["F", "FF", "FeB", "FeBS"]
    assert words([first("koke")])[0][:2] == ("аға", "көке")
    assert words([first("nemere")]) == [("немере аға", "немере іні")]
    assert (first("ini").relation, words([first("ini")])) == ("yB", [("іні",)])
    assert (first("kelin").relation, words([first("kelin")])) == ("yBW", [("келін",)])
    assert first("ini").doubts == ()
    assert words([first("toqal")]) == [("өгей шеше", "өгей ана")]
    assert words([first("sut")], "ru") == [("молочный брат",)]
    assert [case.term.kind for case in first("asyr").cases] == ["adoptive"]
    assert {case.term.relation for case in first("ogei").cases} == {"FS", "MS"}
    assert (first("x").cases, first("x").words["en"]) == ((), "kin of")
    back = first("ego", "toqal")
    assert (back.relation, words([back])) == ("HS", [("өгей ұл",)])
    assert [hop.tie for hop in first("koke").path.hops] == ["CHILD_OF", "SIBLING_OF"]
    assert all(hop.claims for hop in first("koke").path.hops)
    nothing = between(loaded, base, "ego", "y")
    assert (nothing.relations, nothing.other.id) == ((), "k:y")
    assert between(loaded, base, "ego", "ego").relations == ()
    doubted = first("y", "z")
    assert [(each.child, each.parents) for each in doubted.rivals] == [("k:z", ("k:w", "k:y"))]
