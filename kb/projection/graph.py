"""What a projection yields, and the difference of two of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple


class EntityKey(NamedTuple):
    """An entity: its kind and its id."""

    kind: str
    id: str


class TieKey(NamedTuple):
    """A tie: one per type and pair."""

    type: str
    source: EntityKey
    target: EntityKey


class ReadingKey(NamedTuple):
    """A claim's reading of one property of an entity."""

    claim: str
    property: str
    entity: EntityKey


Props = dict[str, Any]


@dataclass(slots=True)
class Graph:
    """Entities, ties, the entity of each record, and the readings kept side by side; equal graphs compare equal."""

    entities: dict[EntityKey, Props] = field(default_factory=dict)
    ties: dict[TieKey, Props] = field(default_factory=dict)
    identity: dict[str, EntityKey] = field(default_factory=dict)
    readings: dict[ReadingKey, Props] = field(default_factory=dict)

    def size(self) -> int:
        """Number of nodes and links."""
        return len(self.entities) + len(self.ties) + len(self.identity) + len(self.readings)


@dataclass(frozen=True, slots=True)
class Difference:
    """What is ``gone``, what is ``fresh``, and what is there in both but ``changed`` (with its new properties).

    ``moved`` holds the entity that each record of ``changed.identity`` was, and ``stay`` the records that an
    entity keeps.
    """

    gone: Graph
    fresh: Graph
    changed: Graph
    moved: dict[str, EntityKey] = field(default_factory=dict)
    stay: dict[EntityKey, list[str]] = field(default_factory=dict)

    def size(self) -> int:
        """Number of nodes and links to write."""
        return self.gone.size() + self.fresh.size() + self.changed.size()


def difference(before: Graph, after: Graph) -> Difference:
    """The difference from ``before`` to ``after``."""
    gone, fresh, changed = Graph(), Graph(), Graph()
    for part in _PARTS:
        was, now = getattr(before, part), getattr(after, part)
        getattr(gone, part).update((key, value) for key, value in was.items() if key not in now)
        getattr(fresh, part).update((key, value) for key, value in now.items() if key not in was)
        getattr(changed, part).update((key, value) for key, value in now.items() if key in was and was[key] != value)
    moved = {record: before.identity[record] for record in changed.identity}
    left = set(moved.values())
    stay: dict[EntityKey, list[str]] = {}
    for record, key in after.identity.items():
        if key in left:
            stay.setdefault(key, []).append(record)
    return Difference(gone, fresh, changed, moved, stay)


def apply(before: Graph, change: Difference) -> Graph:
    """``before`` with ``change`` made."""
    after = Graph()
    for part in _PARTS:
        kept = getattr(after, part)
        taken = getattr(change.gone, part)
        kept.update((key, value) for key, value in getattr(before, part).items() if key not in taken)
        kept.update(getattr(change.fresh, part))
        kept.update(getattr(change.changed, part))
    return after


_PARTS = ("entities", "ties", "identity", "readings")
