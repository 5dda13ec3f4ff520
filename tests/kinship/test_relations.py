"""Every relation of the table comes out of a family made for it, by parents and by ties between siblings."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.i18n import LANGS
from kb.kinship.family import Family, Sex, Step, shortened
from kb.kinship.relation import Link, cases, links
from kb.kinship.table import terms
from kb.kinship.words import in_words

MALE = "FSBH"
ROWS = list(csv.DictReader(files("kb.kinship").joinpath("data/kinship_terms.csv").read_text("utf-8").splitlines()))
LONG = [row for row in ROWS if row["kind"] in ("blood", "marriage", "step")]


@dataclass
class Making:
    """A family that grows letter by letter; ``steps`` lead through it."""

    by_parents: bool
    sex: dict[str, Sex] = field(default_factory=dict)
    birth: dict[str, tuple[int | None, int | None]] = field(default_factory=lambda: {"p0": (19000101, 19001231)})
    parents: dict[str, frozenset[str]] = field(default_factory=dict)
    age: dict[tuple[str, str], str] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    last: str = "p0"

    def add(self, age: str, letter: str) -> None:
        before, new = self.last, f"p{len(self.sex) + 1}"
        self.sex[new] = "male" if letter in MALE else "female"
        if letter in "FM":
            other = f"{new}'"
            self.sex[other] = "female" if letter == "F" else "male"
            self.parents[before] = frozenset({new, other})
            self.steps.append(Step("up", before, new))
        elif letter in "SD":
            self.parents[new] = frozenset({before, f"{before}'s other"})
            self.steps.append(Step("down", before, new))
        elif letter in "HW":
            self.steps.append(Step("spouse", before, new))
        else:
            self._sibling(before, new, age)
        self.last = new

    def _sibling(self, before: str, new: str, age: str) -> None:
        both = self.parents.setdefault(before, frozenset({f"{before}F", f"{before}M"}))
        self.sex |= {f"{before}F": "male", f"{before}M": "female"}
        if age:
            year = self.birth.get(before, (19000101, None))[0] or 0
            self.birth[before] = (year, year + 1130)
            year += -30_000 if age == "e" else 30_000
            self.birth[new] = (year, year + 1130)
        if self.by_parents:
            self.parents[new] = both
            parent = min(both)
            self.steps += [Step("up", before, parent), Step("down", parent, new)]
        else:
            self.steps.append(Step("sibling", before, new))

    def family(self) -> Family:
        return Family(self.sex, self.birth, self.parents)


def letters(relation: str) -> Iterator[tuple[str, str]]:
    yield from re.findall("([ey]?)([FMSDBZHW])", relation)


def half(relation: str) -> Making:
    made = Making(True)
    first, last = relation[0], relation[1]
    made.sex |= {"p1": "male" if first == "F" else "female", "p2": "male" if last == "S" else "female"}
    made.parents |= {"p0": frozenset({"p1", "a"}), "p2": frozenset({"p1", "b"})}
    made.steps = [Step("up", "p0", "p1"), Step("down", "p1", "p2")]
    return made


@pytest.mark.parametrize("by_parents", [True, False], ids=["parents", "siblings"])
@pytest.mark.parametrize("row", LONG, ids=lambda row: row["relation"])
def test_a_family_made_for_a_relation_gives_its_term(row: dict[str, str], by_parents: bool) -> None:
    side, _, plain = row["relation"].rpartition(":")
    if plain in ("FS", "FD", "MS", "MD"):
        made = half(plain)
    else:
        made = Making(by_parents)
        for age, letter in letters(plain):
            made.add(age, letter)
    family = made.family()
    chain = links(shortened(made.steps, family), family)
    assert "".join(link.text for link in chain) == plain
    ego: Sex | None = {"m": "male", "f": "female"}.get(side)  # type: ignore[assignment]
    (found,) = [case for case in cases(chain, ego) if not case.conditions]
    assert found.term.relation == row["relation"]
    for lang in LANGS:
        assert " / ".join(found.term.words[lang]) == row[f"term_{lang}"]
    assert (found.term.note, len(chain)) == (row["note"], int(row["degree"]))


@pytest.mark.parametrize("kind", ["adoptive", "milk", "ritual"])
def test_kinship_that_is_not_of_birth_has_words_of_its_own(kind: str) -> None:
    for row in ROWS:
        if row["kind"] == kind:
            (case,) = [case for case in cases([Link(row["relation"])], None, kind) if not case.conditions]
            assert (case.term.kind, case.term.words["kk"]) == (kind, tuple(filter(None, row["term_kk"].split(" / "))))


def test_the_table_is_read_whole() -> None:
    assert len(terms()) == len(ROWS) == 291


def test_what_is_not_known_is_said_for_each_case() -> None:
    found = {tuple(case.conditions): case.term.words["kk"] for case in cases([Link("B")], "male")}
    assert found[()] == ("бауыр",)
    assert found[((0, "elder"),)] == ("аға", "көке")
    assert found[((0, "younger"),)] == ("іні",)
    unknown = {case.conditions: case.term.relation for case in cases([Link("P")], None)}
    assert unknown == {((0, "male"),): "F", ((0, "female"),): "M"}
    assert {case.term.relation for case in cases([Link("P"), Link("S")], None)} == {"FS", "MS"}


def test_the_younger_sister_of_a_man_is_not_called_as_that_of_a_woman() -> None:
    words = {ego: cases([Link("Z", "younger")], ego)[0].term.words["kk"] for ego in ("male", "female")}
    assert words == {"male": ("қарындас",), "female": ("сіңлі", "сіңілі")}


def test_a_chain_without_a_word_is_said_in_full() -> None:
    chain = [Link("F"), Link("B", "elder"), Link("S"), Link("W")]
    assert cases(chain, None) == []
    assert in_words(chain) == {
        "ru": "жена сына старшего брата отца",
        "kk": "әкесінің ағасының ұлының әйелі",
        "en": "father's elder brother's son's wife",
    }


def family(**said: object) -> Family:
    return Family(**said)  # type: ignore[arg-type]


def relation(steps: list[Step], known: Family) -> str:
    return "".join(link.text for link in links(shortened(steps, known), known))


def test_long_ways_round_are_made_short() -> None:
    known = family(sex={"f": "male", "m": "female", "b": "male", "w": "female", "s": "male"}, parents={"s": {"e", "w"}})
    assert relation([Step("sibling", "e", "b"), Step("up", "b", "f")], known) == "F"
    assert relation([Step("down", "e", "s"), Step("up", "s", "w")], known) == "W"
    assert relation([Step("spouse", "e", "w"), Step("down", "w", "s")], known) == "S"
    assert relation([Step("spouse", "e", "w"), Step("down", "w", "b")], known) == "WS"
    assert relation([Step("sibling", "e", "x"), Step("sibling", "x", "b")], known) == "B"


def test_half_siblings_are_told_from_full_ones() -> None:
    way = [Step("up", "e", "f"), Step("down", "f", "b")]
    sex = {"f": "male", "b": "male", "m": "female", "n": "female"}
    assert relation(way, family(sex=sex, parents={"e": {"f", "m"}, "b": {"f", "n"}})) == "FS"
    assert relation(way, family(sex=sex, parents={"e": {"f", "m"}, "b": {"f", "m"}})) == "B"
    assert relation(way, family(sex=sex, parents={"e": {"f", "m"}, "b": {"f"}})) == "B"
    assert relation([Step("sibling", "e", "b")], family(sex=sex, half={("b", "e")})) == "PS"


def test_two_fathers_are_two_hypotheses_and_no_half_brother() -> None:
    sex = {"f": "male", "g": "male", "b": "male", "m": "female"}
    known = family(sex=sex, parents={"e": frozenset({"f", "g"}), "b": frozenset({"f", "m"})})
    assert known.rivals("e") == {"f", "g"}
    assert known.rivals("b") == frozenset()
    assert relation([Step("up", "e", "f"), Step("down", "f", "b")], known) == "B"
    adopted = family(sex=sex, parents={"e": frozenset({"f", "g"})}, adopted=frozenset({("e", "g")}))
    assert adopted.rivals("e") == frozenset()


def test_ages_come_from_words_and_from_dates_that_do_not_overlap() -> None:
    birth = {"a": (18900101, 18951231), "b": (18960101, None), "c": (18950101, 18991231)}
    known = family(birth=birth, age={("c", "a"): "elder"})
    assert (known.age_of("a", "b"), known.age_of("b", "a")) == ("elder", "younger")
    assert (known.age_of("c", "a"), known.age_of("a", "c"), known.age_of("b", "c")) == ("elder", "younger", None)


@given(st.lists(st.sampled_from("FMSDBZHW"), min_size=1, max_size=8))
def test_any_chain_can_be_said(chain: list[str]) -> None:
    said = [Link(letter) for letter in chain]
    assert all(in_words(said).values())
    for case in cases(said, "male"):
        assert case.term.relation.replace("m:", "").replace("e", "").replace("y", "") == "".join(chain)
