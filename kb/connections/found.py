"""Paths as they are found: each tie with its claims, the weakest named with the reasons, what hangs on one claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from kb.connections.snapshot import EntityRef

Why = Literal["investigation", "doubtful", "possible", "not_rated", "one_witness", "no_witness", "hub"]
Effect = Literal["breaks", "other_tie"]


@dataclass(frozen=True, slots=True)
class Hop:
    """One tie of a path, in the order of the path; ``forward``: it points that way in the base too.

    ``claims`` carry it, ``properties`` are its own; ``also`` are other types of tie between the two.
    """

    start: EntityRef
    end: EntityRef
    tie: str
    forward: bool
    properties: Mapping[str, Any]
    claims: tuple[str, ...]
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """Two people meet in something: by which ``rule``, in what, and at which hop (from 0) the path comes there."""

    rule: str
    one: EntityRef
    other: EntityRef
    at: EntityRef
    hop: int


@dataclass(frozen=True, slots=True)
class Loss:
    """What the path loses if ``claim`` is rejected: the only one of its tie at ``hop``.

    It ``breaks`` unless another kind of tie is left there; ``instead`` is the best of the other paths that does not
    need the claim (from 0), None where there is none among them.
    """

    claim: str
    hop: int
    effect: Effect
    instead: int | None


@dataclass(frozen=True, slots=True)
class Path:
    """Hops from one end to the other; ``weakest`` is the place (from 0) of the one with least evidence, and ``why``.

    ``cost`` is the sum of the weights (:mod:`kb.connections.weights`): the less, the better the evidence.
    """

    start: EntityRef
    hops: tuple[Hop, ...]
    weakest: int
    why: tuple[Why, ...]
    shared: tuple[Shared, ...]
    losses: tuple[Loss, ...]
    cost: float

    @property
    def length(self) -> int:
        """The number of ties: an event that two people share makes two."""
        return len(self.hops)


@dataclass(frozen=True, slots=True)
class Miss:
    """What would connect the ends: without the restriction ``what``, a path of ``length`` ties."""

    what: str
    length: int


@dataclass(frozen=True, slots=True)
class Searched:
    """How far was looked: ``hops`` deep over ``ties``, at so many ``entities``.

    ``not_passed`` is what connects nobody unless asked. ``stopped``: ``enough`` paths found, ``max_hops`` reached, or
    ``exhausted``: a longer path is not there either. ``misses``, where no path is: the nearest ones.
    """

    hops: int
    entities: int
    ties: tuple[str, ...]
    not_passed: tuple[str, ...]
    stopped: str
    misses: tuple[Miss, ...] = ()


@dataclass(frozen=True, slots=True)
class Paths:
    """The paths, best first; what was searched; ``cut``: there are more; the ``version`` of the base they belong to."""

    paths: tuple[Path, ...]
    searched: Searched
    cut: bool
    version: str
