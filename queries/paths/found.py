"""Paths as they are given back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from queries.evidence import Evidence

Entity = Mapping[str, str]
"""``{id, kind, label}``."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One tie of a path, in the order of the path: ``forward`` tells whether it also points that way in the base.

    ``properties`` are the tie's own; ``also`` are other types of tie between the two. ``prosecution_only``: nobody but
    the investigation or the deciding body says it.
    """

    start: Entity
    end: Entity
    tie: str
    forward: bool
    properties: Mapping[str, Any]
    evidence: tuple[Evidence, ...]
    also: tuple[str, ...]

    @property
    def prosecution_only(self) -> bool:
        """Does only the prosecution say it?"""
        return bool(self.properties.get("prosecution_only"))

    def document(self) -> dict[str, Any]:
        """The JSON of the command line."""
        return {
            "from": self.start["id"],
            "to": self.end["id"],
            "from_kind": self.start["kind"],
            "to_kind": self.end["kind"],
            "from_label": self.start["label"],
            "to_label": self.end["label"],
            "tie": self.tie,
            "forward": self.forward,
            "also": list(self.also),
            "properties": {name: value for name, value in self.properties.items() if name != "claims"},
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
    """Hops from the first entity to the second; ``weakest`` is the place (from 0) of the hop with least evidence."""

    hops: tuple[Hop, ...]
    weakest: int

    @property
    def length(self) -> int:
        """The number of ties: an event that two people share makes two."""
        return len(self.hops)

    def document(self) -> dict[str, Any]:
        """The JSON of the command line."""
        return {"hops": [hop.document() for hop in self.hops], "length": self.length, "weakest": self.weakest}


@dataclass(frozen=True, slots=True)
class Searched:
    """How far was looked: ``hops`` deep (both sides together), over ``ties``, reading so many ``entities``.

    ``not_passed`` is what connects nobody unless asked. ``stopped``: ``enough`` paths found, ``max_hops`` reached,
    ``exhausted`` (all that can be reached was read), or ``budget`` (too many entities: the answer may lack paths).
    """

    hops: int
    entities: int
    ties: tuple[str, ...]
    not_passed: tuple[str, ...]
    stopped: str

    def document(self) -> dict[str, Any]:
        """The JSON of the command line."""
        return {
            "hops": self.hops,
            "entities": self.entities,
            "ties": list(self.ties),
            "not_passed": list(self.not_passed),
            "stopped": self.stopped,
        }


@dataclass(frozen=True, slots=True)
class Paths:
    """The paths, best first, and what was searched; ``cut``: there may be more than these."""

    paths: tuple[Path, ...]
    searched: Searched
    cut: bool

    def document(self) -> dict[str, Any]:
        """``{paths, searched, cut}``, the JSON of the command line."""
        return {
            "paths": [path.document() for path in self.paths],
            "searched": self.searched.document(),
            "cut": self.cut,
        }
