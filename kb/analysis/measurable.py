"""What can be measured: a network of whatever kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from kb.analysis.definition import Definition
from kb.analysis.graph import Graph
from kb.connections.layout import Array
from kb.connections.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An event that ties nobody in this network, since too many ``people`` meet there."""

    rule: str
    event: int
    day: int | None
    people: int


class Measurable(Protocol):
    """A network of a ``snapshot`` as its ``definition`` says.

    ``nodes`` are places in the snapshot, the ``people`` first; ``allowed``: for each tie of the snapshot, whether the
    filters let it count; ``derived``: whether there are ties in it that no source says.
    """

    @property
    def definition(self) -> Definition:
        """What it is made of."""
        ...

    @property
    def snapshot(self) -> Snapshot:
        """What it is made from."""
        ...

    @property
    def nodes(self) -> Array:
        """Who is in it."""
        ...

    @property
    def people(self) -> int:
        """How many of the nodes are people."""
        ...

    @property
    def allowed(self) -> Array:
        """Which ties count."""
        ...

    @property
    def derived(self) -> bool:
        """Whether it says more than a source does."""
        ...

    def graph(self, kept: Array | None = None) -> Graph:
        """The network as a graph; with ``kept`` (a flag for each tie of the snapshot) of these ties alone."""
        ...

    def ties(self) -> Array:
        """The ties of the snapshot that it rests on."""
        ...

    def left_out(self) -> list[LeftOut]:
        """The events that are too large, the largest first."""
        ...
