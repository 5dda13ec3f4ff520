"""What is known of the people between two kinsmen, and the steps from one to the other made as short as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Sex = Literal["male", "female"]
Age = Literal["elder", "younger"]
Way = Literal["up", "down", "spouse", "sibling"]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Family:
    """``sex`` and ``birth`` (first and last day, YYYYMMDD) by person; ``parents`` by child; what sources say of two:
    ``age`` of the first against the second, ``half`` siblings, ``adopted`` (child, parent).
    """

    sex: Mapping[str, Sex] = field(default_factory=dict)
    birth: Mapping[str, tuple[int | None, int | None]] = field(default_factory=dict)
    parents: Mapping[str, frozenset[str]] = field(default_factory=dict)
    age: Mapping[Pair, Age] = field(default_factory=dict)
    half: frozenset[Pair] = frozenset()
    adopted: frozenset[Pair] = frozenset()

    def age_of(self, one: str, other: str) -> Age | None:
        """Whether ``one`` is elder or younger than ``other``, where that is known."""
        if (one, other) in self.age:
            return self.age[one, other]
        if (other, one) in self.age:
            return "elder" if self.age[other, one] == "younger" else "younger"
        first, last = self.birth.get(one, (None, None))
        other_first, other_last = self.birth.get(other, (None, None))
        if last is not None and other_first is not None and last < other_first:
            return "elder"
        if first is not None and other_last is not None and first > other_last:
            return "younger"
        return None

    def shared_parent(self, one: str, other: str) -> str | None:
        """The only parent that two half-siblings share; None where they may be full ones."""
        mine, theirs = self.parents.get(one, frozenset()), self.parents.get(other, frozenset())
        shared = mine & theirs
        if len(shared) != 1:
            return None
        said = (one, other) in self.half or (other, one) in self.half
        both_known = len(mine) == len(theirs) == 2 and not self.rivals(one) and not self.rivals(other)
        return next(iter(shared)) if said or both_known else None

    def are_half(self, one: str, other: str) -> bool:
        """Whether the two are known to be half-siblings."""
        said = (one, other) in self.half or (other, one) in self.half
        return said or self.shared_parent(one, other) is not None

    def rivals(self, child: str) -> frozenset[str]:
        """Parents of whom only one can be it: several fathers, or several mothers (adoptive ones are no rivals)."""
        born = {parent for parent in self.parents.get(child, ()) if (child, parent) not in self.adopted}
        found: set[str] = set()
        for sex in ("male", "female"):
            same = {parent for parent in born if self.sex.get(parent) == sex}
            if len(same) > 1:
                found |= same
        return frozenset(found)


@dataclass(frozen=True, slots=True)
class Step:
    """From ``start`` one step to ``end``."""

    way: Way
    start: str
    end: str


def shortened(steps: Sequence[Step], family: Family) -> tuple[Step, ...]:
    """The same way with the fewest steps: the son of a father is a brother, a brother's father is a father …"""
    found: list[Step] = []
    for step in steps:
        found.append(step)
        while len(found) > 1 and (one := _together(found[-2], found[-1], family)):
            found[-2:] = [one]
    return tuple(found)


def _together(first: Step, second: Step, family: Family) -> Step | None:
    """Two steps as one, where they are one."""
    one, middle, other = first.start, first.end, second.end
    parents = family.parents
    match first.way, second.way:
        case "up", "down":
            way: Way = "sibling"
        case "sibling", "sibling" if not family.are_half(one, middle) and not family.are_half(middle, other):
            way = "sibling"
        case "sibling", "up" if other in parents.get(one, ()) or not family.are_half(one, middle):
            way = "up"
        case "down", "sibling" if one in parents.get(other, ()) or not family.are_half(middle, other):
            way = "down"
        case "up", "spouse" if other in parents.get(one, ()):
            way = "up"
        case "spouse", "down" if one in parents.get(other, ()):
            way = "down"
        case "down", "up":
            way = "spouse"
        case _:
            return None
    return Step(way, one, other)
