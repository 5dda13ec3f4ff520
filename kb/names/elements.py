"""Names worn down differently by each language, brought to one form: Ыбырай, Ибрагим → ibrahim; Нұрмағамбет,
Нурмухамед → nurmuhamed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from kb.names import tables
from kb.names.sounds import fold
from kb.names.words import givens

_SHORTEST_HOST = 2


@cache
def _whole() -> Mapping[str, str]:
    return {
        skeleton: row["element"]
        for row in tables.rows("elements")
        if row["where"] == "whole"
        for skeleton in row["skeletons"].split()
    }


@cache
def _parts() -> tuple[Mapping[str, str], re.Pattern[str]]:
    inside: dict[str, str] = {}
    end: dict[str, str] = {}
    for row in tables.rows("elements"):
        if row["where"] != "whole":
            kind = inside if row["where"] == "any" else end
            kind.update((skeleton, row["element"]) for skeleton in row["skeletons"].split())
    longest = "|".join(sorted(inside, key=len, reverse=True))
    last = "|".join(sorted(end, key=len, reverse=True))
    return {**end, **inside}, re.compile(f"(?:{longest})|(?<=..)(?:{last})$")


@cache
def _russian() -> Mapping[str, str]:
    """Church and everyday forms of Russian names → one of them."""
    first: dict[str, str] = {}
    for skeleton, given in givens().items():
        family = [skeleton, *(fold(other) for other in given.same)]
        chief = next((first[member] for member in family if member in first), skeleton)
        for member in family:
            first.setdefault(member, chief)
    return first


@lru_cache(maxsize=200_000)
def muslim(stem: str) -> str:
    """The skeleton of a stem with worn-down names restored; the same skeleton where there are none."""
    known = _whole().get(stem)
    if known:
        return known
    forms, pattern = _parts()
    return pattern.sub(lambda found: forms[found[0]], stem)


@cache
def _seconds() -> tuple[Mapping[str, str], re.Pattern[str]]:
    known = {skeleton: row["element"] for row in tables.rows("second_names") for skeleton in row["skeletons"].split()}
    return known, re.compile(rf"(?<=..)(?:{'|'.join(sorted(known, key=len, reverse=True))})$")


def second_name(key: str) -> str:
    """What a name made of two ends with: ``temirbek`` → ``bek``; empty for other names."""
    known, pattern = _seconds()
    found = pattern.search(key)
    return known[found[0]] if found else ""


@cache
def _names() -> Mapping[str, str]:
    """Which name of the lists a skeleton is; skeletons that two names share are in none."""
    found: dict[str, str] = {}
    for row in tables.rows("known_names"):
        for spelling in (row["name"], *row["spellings"].split()):
            key = muslim(fold(spelling))
            found[key] = row["name"] if found.get(key, row["name"]) == row["name"] else ""
    for skeleton in givens():
        found.setdefault(skeleton, russian(skeleton))
    return found


def known_name(key: str) -> str:
    """The name of its own that a skeleton is, by the lists of given names; empty where it is in none."""
    return _names().get(key, "")


def russian(stem: str) -> str:
    """One form of a Russian given name: ``egor`` and ``iuri`` → ``georgi``; other stems as they are."""
    return _russian().get(stem, stem)
