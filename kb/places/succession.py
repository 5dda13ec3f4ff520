"""When a name ended of which no source says so: with its other spellings, or when another name followed it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kb.places.rows import A_YEAR, NameRow, beginning, ending, same_kind
from kb.places.words import sound

_STATUS = frozenset({"capital", "district_centre"})
"""Kinds that say what a town was, not what it was called."""
_ABOLISHED = frozenset({"okrug", "uezd", "volost", "guberniya"})


def with_successors(rows: Sequence[NameRow]) -> tuple[NameRow, ...]:
    """The rows of one place, ``followed`` filled where a row says no end and one follows from the others."""
    return tuple(replace(row, followed=_end_of(row, rows)) if not row.valid_to else row for row in rows)


def _end_of(row: NameRow, rows: Sequence[NameRow]) -> str:
    kindred = [other for other in rows if other is not row and _one_history(row, other)]
    alike = [other for other in kindred if sound(other.name) == sound(row.name) and ending(other)]
    began = beginning(row)
    if began is None:
        return max(alike, key=lambda other: ending(other) or 0).valid_to if alike and not row.valid_from else ""
    in_time = [other for other in alike if (ending(other) or 0) > began]
    if in_time:
        return min(in_time, key=lambda other: ending(other) or 0).valid_to
    return _next_name(row, began, kindred) or _end_of_unit(row, began, kindred)


def _next_name(row: NameRow, began: int, kindred: Sequence[NameRow]) -> str:
    """The beginning of the next name in the same language; within a year the two disagree about one beginning."""
    later = [
        other
        for other in kindred
        if other.language == row.language
        and sound(other.name) != sound(row.name)
        and (beginning(other) or 0) > began + A_YEAR
    ]
    return min(later, key=lambda other: beginning(other) or 0).valid_from if later else ""


def _end_of_unit(row: NameRow, began: int, kindred: Sequence[NameRow]) -> str:
    """When the unit itself was abolished, whatever it was called."""
    ends = [other for other in kindred if other.kind == row.kind and (ending(other) or 0) > began + A_YEAR]
    if row.kind not in _ABOLISHED or not ends:
        return ""
    return max(ends, key=lambda other: ending(other) or 0).valid_to


def _one_history(row: NameRow, other: NameRow) -> bool:
    """Whether both say how long a name lasted; a fort that became a town is one history, a seat of power is none."""
    if other.kind in _STATUS and row.kind not in _STATUS:
        return False
    towns = {"city", "village"}
    return same_kind(row.kind) == same_kind(other.kind) or {same_kind(row.kind), same_kind(other.kind)} <= towns
