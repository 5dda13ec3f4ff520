"""The tree archive › fond › opis › delo, with what the base has from each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.views.markup import Markup, el
from dashboard.views.models import EntityRef
from dashboard.views.parts import entity
from dashboard.words import Words


@dataclass(frozen=True, slots=True)
class Unit:
    """An archival unit: what lies in it itself, and the id of the unit around it."""

    ref: EntityRef
    level: str
    around: str | None
    documents: int
    claims: int


def tree(units: Sequence[Unit], say: Words) -> Markup:
    """Nested lists; a unit whose surroundings are not known stands at the top. A ring of units ends at its first."""
    ids = {unit.ref.id for unit in units}
    inside: dict[str, list[Unit]] = {}
    for unit in units:
        inside.setdefault(unit.around if unit.around in ids and unit.around else "", []).append(unit)
    return el("div", _level("", inside, say, frozenset()), cls="tree")


def _level(around: str, inside: Mapping[str, Sequence[Unit]], say: Words, passed: frozenset[str]) -> Markup | None:
    units = [unit for unit in inside.get(around, ()) if unit.ref.id not in passed]
    return el("ul", [_unit(unit, inside, say, passed | {unit.ref.id}) for unit in units]) if units else None


def _unit(unit: Unit, inside: Mapping[str, Sequence[Unit]], say: Words, passed: frozenset[str]) -> Markup:
    held = [say("sources.documents", n=unit.documents)] if unit.documents else []
    held += [say("sources.claims", n=unit.claims)] if unit.claims else []
    count = el("span", " · ".join(["", *held]), cls="small soft") if held else None
    level = el("span", f"{unit.level} ", cls="small soft")
    return el("li", level, entity(unit.ref), count, _level(unit.ref.id, inside, say, passed))
