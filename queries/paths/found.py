"""Paths with their evidence, as they are given back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kb import connections
from kb.connections import Searched
from queries.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Hop:
    """A ``link`` of a path and the ``evidence`` of its claims."""

    link: connections.Hop
    evidence: tuple[Evidence, ...]

    @property
    def start(self) -> Mapping[str, str]:
        """Where it comes from: ``{id, kind, label}``."""
        return self.link.start.document()

    @property
    def end(self) -> Mapping[str, str]:
        """Where it leads: ``{id, kind, label}``."""
        return self.link.end.document()

    @property
    def tie(self) -> str:
        """The type of the tie."""
        return self.link.tie

    @property
    def forward(self) -> bool:
        """Does the tie point that way in the base too?"""
        return self.link.forward

    @property
    def properties(self) -> Mapping[str, Any]:
        """The tie's own properties."""
        return self.link.properties

    @property
    def also(self) -> tuple[str, ...]:
        """Other types of tie between the two."""
        return self.link.also

    @property
    def prosecution_only(self) -> bool:
        """Does only the prosecution say it?"""
        return bool(self.properties.get("prosecution_only"))

    def document(self) -> dict[str, Any]:
        """The JSON of the command line."""
        start, end = self.link.start, self.link.end
        return {
            "from": start.id,
            "to": end.id,
            "from_kind": start.kind,
            "to_kind": end.kind,
            "from_label": start.label,
            "to_label": end.label,
            "tie": self.tie,
            "forward": self.forward,
            "also": list(self.also),
            "properties": dict(self.properties),
            "claims": [
                {
                    "id": one.claim,
                    "source": one.source,
                    "source_label": one.source_label,
                    "locator": one.locator,
                    "voice": one.voice,
                    "stance": one.stance,
                    "certainty": one.certainty,
                }
                for one in self.evidence
            ],
        }


@dataclass(frozen=True, slots=True)
class Path:
    """A path as it was ``found``, its ``hops`` with their evidence."""

    found: connections.Path
    hops: tuple[Hop, ...]

    @property
    def weakest(self) -> int:
        """The place (from 0) of the hop with least evidence."""
        return self.found.weakest

    @property
    def length(self) -> int:
        """The number of ties: an event that two people share makes two."""
        return len(self.hops)

    def document(self) -> dict[str, Any]:
        """The JSON of the command line."""
        found = self.found
        return {
            "hops": [hop.document() for hop in self.hops],
            "length": self.length,
            "weakest": self.weakest,
            "why": list(found.why),
            "shared": [
                {"rule": each.rule, "one": each.one.id, "other": each.other.id, "at": each.at.id, "hop": each.hop}
                for each in found.shared
            ],
            "losses": [asdict(loss) for loss in found.losses],
            "cost": found.cost,
        }


@dataclass(frozen=True, slots=True)
class Paths:
    """The paths, best first, and what was searched in which ``version`` of the base; ``cut``: there are more."""

    paths: tuple[Path, ...]
    searched: Searched
    cut: bool
    version: str

    def document(self) -> dict[str, Any]:
        """``{paths, searched, cut}``, the JSON of the command line."""
        searched = {**asdict(self.searched), "version": self.version}
        for name in ("ties", "not_passed", "misses"):
            searched[name] = list(searched[name])
        return {"paths": [path.document() for path in self.paths], "searched": searched, "cut": self.cut}
