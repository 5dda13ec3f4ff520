"""From steps to the word: the relation in the table's letters, its term, and the chain in words where there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from kb.kinship.family import Age, Family, Sex, Step
from kb.kinship.table import Term, terms

_AGES: dict[Age | None, str] = {"elder": "e", "younger": "y", None: ""}
_MOST_UNKNOWN = 3


@dataclass(frozen=True, slots=True)
class Link:
    """A step in letters: ``letter`` is one of F, M, S, D, B, Z, H, W, or P (parent), C (child), K (sibling), O (spouse)
    where the sex is not known; ``age`` of a sibling.
    """

    letter: str
    age: Age | None = None

    @property
    def text(self) -> str:
        """As in the table."""
        return _AGES[self.age] + self.letter

    def of(self, sex: Sex | None) -> Link:
        """The same with the sex of whom it leads to, where that is known."""
        both = _BOTH.get(self.letter)
        return replace(self, letter=both[sex == "female"]) if both and sex else self


@dataclass(frozen=True, slots=True)
class Case:
    """A term that holds under ``conditions``: of which link (from 0) what is assumed: a sex or an age."""

    conditions: tuple[tuple[int, str], ...]
    term: Term


_UNKNOWN = {"up": "P", "down": "C", "spouse": "O", "sibling": "K"}
_BOTH = {"P": "FM", "C": "SD", "O": "HW", "K": "BZ"}
_SEXES: tuple[Sex, Sex] = ("male", "female")


def links(steps: Sequence[Step], family: Family) -> tuple[Link, ...]:
    """The letters of ``steps``, read from ego outwards; a half-brother of ego is his father's or mother's son."""
    if len(steps) == 1 and steps[0].way == "sibling" and family.are_half(steps[0].start, steps[0].end):
        ego, alter = steps[0].start, steps[0].end
        parent = family.shared_parent(ego, alter)
        first = _link(Step("up", ego, parent), family) if parent else Link(_UNKNOWN["up"])
        return first, _link(Step("down", parent or ego, alter), family)
    return tuple(_link(step, family) for step in steps)


def _link(step: Step, family: Family) -> Link:
    sex = _sex(step, family)
    age = family.age_of(step.end, step.start) if step.way == "sibling" else None
    return Link(_UNKNOWN[step.way], age).of(sex)


def opposite(sex: Sex | None) -> Sex | None:
    """The sex of a spouse."""
    return {"male": _SEXES[1], "female": _SEXES[0]}[sex] if sex else None


def _sex(step: Step, family: Family) -> Sex | None:
    if step.end in family.sex:
        return family.sex[step.end]
    if step.way == "spouse" and step.start in family.sex:
        return opposite(family.sex[step.start])
    return None


def cases(chain: Sequence[Link], ego: Sex | None, kind: str = "") -> list[Case]:
    """The terms that fit ``chain``: one where all is known, else one for each thing that may be assumed.

    Nothing where the table has no such relation.
    """
    unknown = [place for place, link in enumerate(chain) if link.letter in _BOTH]
    if len(unknown) > _MOST_UNKNOWN:
        return []
    found: list[Case] = []
    for letters in product(*(_BOTH[chain[place].letter] for place in unknown)):
        known = list(chain)
        for place, letter in zip(unknown, letters, strict=True):
            known[place] = replace(known[place], letter=letter)
        assumed = tuple((place, _SEXES[letter in "MDWZ"]) for place, letter in zip(unknown, letters, strict=True))
        found += _by_age(known, ego, kind, assumed)
    return found


def _by_age(chain: Sequence[Link], ego: Sex | None, kind: str, assumed: tuple[tuple[int, str], ...]) -> Iterator[Case]:
    plain = _term(chain, ego, kind)
    if plain:
        yield Case(assumed, plain)
    for place, link in enumerate(chain):
        if link.letter in "BZ" and link.age is None:
            for age in ("elder", "younger"):
                aged = [*chain[:place], replace(link, age=age), *chain[place + 1 :]]
                term = _term(aged, ego, kind)
                if term and term != plain:
                    yield Case((*assumed, (place, age)), term)


def _term(chain: Sequence[Link], ego: Sex | None, kind: str) -> Term | None:
    """The most special term: with all ages, else without some; said by a man or a woman, else by anyone."""
    sides = [f"{ego[0]}:"] if ego else []
    ages = [place for place, link in enumerate(chain) if link.age]
    for dropped in sorted(product((False, True), repeat=len(ages)), key=sum):
        left = {place for place, gone in zip(ages, dropped, strict=True) if gone}
        text = "".join(link.letter if place in left else link.text for place, link in enumerate(chain))
        for side in (*sides, ""):
            if (side + text, kind) in terms():
                return terms()[side + text, kind]
    return None
