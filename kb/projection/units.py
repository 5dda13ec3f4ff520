"""Archives, fonds, opisi and dela, derived from archival references as they are read: one unit for one normal form.

A unit has no record: it exists while some reference leads into it, and the documents held in it are its evidence.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kb.archives import Reference, read_references
from kb.model import Claim
from kb.projection.accept import negative
from kb.projection.findable import findable
from kb.projection.graph import EntityKey, Graph, TieKey

_LEVELS = ("archive", "fond", "opis", "delo")
_ABBREVIATED = {"fond": "ф.", "opis": "оп.", "delo": "д."}


class Unit(NamedTuple):
    """A unit on the way from the archive down."""

    key: EntityKey
    level: str
    title: str


def chain(reference: Reference) -> list[Unit]:
    """The units of a reference from the archive down, as far as it names them without a gap."""
    steps: list[Unit] = []
    path: list[str] = []
    titles: list[str] = []
    for level in _LEVELS:
        part = getattr(reference, level)
        if not part:
            break
        path.append(part)
        titles.append(part if level == "archive" else f"{_ABBREVIATED[level]} {part}")
        steps.append(Unit(EntityKey("ArchivalUnit", "archive:" + "/".join(path)), level, ", ".join(titles)))
    return steps


def chains(claim: Claim) -> list[list[Unit]]:
    """The chains of all references that a claim about a source gives; none where it gives or asserts none."""
    written = claim.values.get("reference") if claim.kind == "source" else None
    if written is None or negative(claim):
        return []
    return [steps for reference in read_references(written) if (steps := chain(reference))]


def units(source_claims: Iterable[Claim], wanted: frozenset[str] | None, graph: Graph) -> None:
    """Put every unit that ``source_claims`` lead into; with ``wanted``, only the units of those ids."""
    for claim in source_claims:
        for steps in chains(claim):
            for place, unit in enumerate(steps):
                if (wanted is not None and unit.key.id not in wanted) or unit.key in graph.entities:
                    continue
                labels = dict.fromkeys(("label", "label_ru", "label_kk", "label_en"), unit.title)
                graph.entities[unit.key] = {
                    "id": unit.key.id,
                    "title": unit.title,
                    "unit_level": unit.level,
                    **labels,
                    **findable("ArchivalUnit", {}, labels),
                }
                if place:
                    graph.ties[TieKey("WITHIN", unit.key, steps[place - 1].key)] = {"derived": True}


def holdings(source: EntityKey, claims: Iterable[Claim], graph: Graph) -> None:
    """Put the ties of ``source`` to the units that hold it."""
    held: dict[TieKey, set[str]] = {}
    cited: dict[TieKey, set[str]] = {}
    for claim in claims:
        for steps in chains(claim):
            key = TieKey("HELD_IN", source, steps[-1].key)
            held.setdefault(key, set()).add(claim.id)
            cited.setdefault(key, set()).update(claim.cites)
    for key, ids in held.items():
        graph.ties[key] = {"claims": sorted(ids), "sources": len(cited[key]), "derived": True}
