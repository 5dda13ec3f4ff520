"""The cheapest way from the sounds of one word to those of another, by the correspondences of
``data/correspondences.csv``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kb.names import tables
from kb.names.rules import Rule
from kb.names.sounds import VOWELS

_VOWEL = 0.55  # another vowel, or one more: vowels are written least steadily
_CONSONANT = 1.0
_OTHER_CONSONANT = 1.6  # a consonant in place of another, where no correspondence explains it
_OTHER_FIRST = 0.8  # more where it begins the word
_STEADY = 0.3  # vowels that pass into each other at the beginning of a word cost no more than this
_MIXED = 1.3
_UNWRITTEN = 0.1
_WEIGHT = dict.fromkeys(VOWELS, _VOWEL)


@dataclass(frozen=True, slots=True)
class Costs:
    """Compiled correspondences.

    ``one``: pairs of single sounds (``ab`` → cost, an absent sound being a space); ``more``: groups of up to three
    sounds, by their last sounds → [(group, group, cost)]; ``rules``: (group, group) → rule.
    """

    one: Mapping[str, float]
    more: Mapping[str, tuple[tuple[str, str, float], ...]]
    rules: Mapping[tuple[str, str], Rule]


@cache
def costs(without: frozenset[Rule], unwritten: bool) -> Costs:
    """The correspondences less those of the rules ``without``; ``unwritten``: vowels may be missing for nothing."""
    one: dict[str, float] = {}
    more: dict[str, list[tuple[str, str, float]]] = {}
    rules: dict[tuple[str, str], Rule] = {}
    for row in tables.rows("correspondences"):
        rule = Rule(row["rule"])
        if rule in without:
            continue
        for left, right in ((row["one"], row["other"]), (row["other"], row["one"])):
            if (left, right) in rules:
                continue
            rules[left, right] = rule
            if len(left) < 2 and len(right) < 2:
                one[(left or " ") + (right or " ")] = float(row["cost"])
            else:
                more.setdefault((left or " ")[-1] + (right or " ")[-1], []).append((left, right, float(row["cost"])))
    if unwritten:
        one.update({pair: _UNWRITTEN for vowel in VOWELS for pair in (f"{vowel} ", f" {vowel}")})
        one.update({left + right: _UNWRITTEN for left in VOWELS for right in VOWELS if left != right})
    return Costs(one, {key: tuple(groups) for key, groups in more.items()}, rules)


def weight(said: str) -> float:
    """How much there is to go wrong in a word: 1 a consonant, less a vowel."""
    return sum(_WEIGHT.get(sound, 1.0) for sound in said)


def _default(left: str, right: str) -> float:
    if left == " " or right == " ":
        return _VOWEL if left in _WEIGHT or right in _WEIGHT else _CONSONANT
    if left in _WEIGHT:
        return _VOWEL if right in _WEIGHT else _MIXED
    return _MIXED if right in _WEIGHT else _OTHER_CONSONANT


def _first(sound: str, step: float | None) -> float:
    """What it costs more to change the first sound of a word, by a step that nothing explains or hardly."""
    if sound == "^" or (step is not None and (sound not in _WEIGHT or step <= _STEADY)):
        return 0.0
    return _OTHER_FIRST


def _table(left: str, right: str, table: Costs) -> list[list[float]]:
    one, more = table.one, table.more
    width = len(right)
    removed = [one.get(f"{a} ", _VOWEL if a in _WEIGHT else _CONSONANT) for a in left]
    added = [one.get(f" {b}", _VOWEL if b in _WEIGHT else _CONSONANT) for b in right]
    first = [0.0] * (width + 1)
    for j in range(width):
        first[j + 1] = first[j] + added[j]
    grid = [first]
    for i, a in enumerate(left):
        above = grid[i]
        row = [above[0] + removed[i]]
        gone = removed[i]
        for j, b in enumerate(right):
            best = above[j]
            if a != b:
                pair = a + b
                step = one.get(pair)
                best += _default(a, b) if step is None else step
                if i == 1 == j:
                    best += _first(a, step)
                if above[j + 1] + gone < best:
                    best = above[j + 1] + gone
                if row[j] + added[j] < best:
                    best = row[j] + added[j]
            groups = more.get(a + b)
            if groups:
                for x, y, cost in groups:
                    from_i, from_j = i + 1 - len(x), j + 1 - len(y)
                    if from_i >= 0 and from_j >= 0 and left.endswith(x, 0, i + 1) and right.endswith(y, 0, j + 1):
                        source = row if from_i == i + 1 else grid[from_i]
                        if source[from_j] + cost < best:
                            best = source[from_j] + cost
            row.append(best)
        grid.append(row)
    return grid


def distance(left: str, right: str, table: Costs) -> float:
    """The cost of the cheapest way between two words of sounds."""
    return _table(f"^{left}$", f"^{right}$", table)[-1][-1]


def closeness(left: str, right: str, table: Costs) -> float:
    """1 for words that sound the same, 0 for those that share nothing."""
    size = max(weight(left), weight(right), 1.0)
    return max(0.0, 1.0 - distance(left, right, table) / size)


def rules_used(left: str, right: str, table: Costs) -> tuple[tuple[Rule | None, str, str], ...]:
    """The correspondences of the cheapest way: (rule, sounds here, sounds there); the rule is None where none
    explains it.
    """
    one, other = f"^{left}$", f"^{right}$"
    grid = _table(one, other, table)
    i, j = len(one), len(other)
    steps: list[tuple[Rule | None, str, str]] = []
    while i or j:
        x, y = _step(grid, one, other, i, j, table)
        if x != y:
            steps.append((table.rules.get((x, y)), x.strip("^$"), y.strip("^$")))
        i, j = i - len(x), j - len(y)
    return tuple(reversed(steps))


def _step(grid: list[list[float]], one: str, other: str, i: int, j: int, table: Costs) -> tuple[str, str]:
    here = grid[i][j]
    a, b = one[i - 1 : i], other[j - 1 : j]
    ways: list[tuple[str, str, float]] = []
    if i and j:
        step = table.one.get(a + b)
        more = _first(a, step) if i == 2 == j else 0.0
        ways.append((a, b, 0.0 if a == b else (_default(a, b) if step is None else step) + more))
        ways.extend(table.more.get(a + b, ()))
    if i:
        ways.append((a, "", table.one.get(f"{a} ", _default(a, " "))))
    if j:
        ways.append(("", b, table.one.get(f" {b}", _default(" ", b))))
    for x, y, cost in ways:
        fits = one.endswith(x, 0, i) and other.endswith(y, 0, j)
        if fits and abs(grid[i - len(x)][j - len(y)] + cost - here) < 1e-9:
            return x, y
    raise AssertionError("every cell of the table was reached by one of its ways")
