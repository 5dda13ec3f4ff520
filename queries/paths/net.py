"""The part of the base between two entities, read frontier by frontier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kb.errors import UnknownId
from queries.paths.options import CERTAINTY, PathOptions
from queries.runner import SECONDS, Reader

_MOST_ROWS = 200_000
_DOCUMENTS = ("document", "case_document", "edition")

_ENTITY = """
MATCH (record:Record)-[:IS]->(entity)
WHERE record.id = $id
RETURN entity.id AS id, labels(entity) AS kinds, entity.label AS label
"""

_STEP = """
UNWIND $ids AS id
MATCH (near:%s {id: id})-[tie:%s]-(far)
RETURN near.id AS near, startNode(tie).id AS start, type(tie) AS type, properties(tie) AS properties,
       far.id AS far, labels(far) AS kinds, far.label AS label, far.connects AS connects
ORDER BY near, far, type
"""

_DOCUMENTED = """
UNWIND $claims AS wanted
MATCH (claim:Claim {id: wanted})-[:CITES]->(source:Source)
WHERE source.source_kind IN $kinds
RETURN DISTINCT claim.id AS claim
"""


@dataclass(frozen=True, slots=True)
class Entity:
    """A node of the net; ``connects`` is False for what connects nobody by itself."""

    id: str
    kind: str
    label: str
    connects: bool

    def document(self) -> dict[str, str]:
        """``{id, kind, label}``."""
        return {"id": self.id, "kind": self.kind, "label": self.label}


@dataclass(frozen=True, slots=True)
class Link:
    """A tie of the net, from the entity ``start``."""

    start: str
    end: str
    type: str
    properties: Mapping[str, Any]

    @property
    def strength(self) -> tuple[int, int, int]:
        """More is better: said by others than the prosecution, certainty, number of witnesses."""
        return (
            0 if self.properties.get("prosecution_only") else 1,
            CERTAINTY.get(str(self.properties.get("certainty")), 1),
            int(self.properties.get("witnesses") or len(self.properties.get("claims") or ())),
        )


@dataclass(slots=True)
class Net:
    """What has been read so far."""

    entities: dict[str, Entity] = field(default_factory=dict)
    links: dict[tuple[str, str], list[Link]] = field(default_factory=lambda: defaultdict(list))
    near: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    full: bool = False

    def between(self, one: str, other: str) -> list[Link]:
        """The ties between two entities, the strongest first."""
        return sorted(self.links[_pair(one, other)], key=lambda link: (*(-part for part in link.strength), link.type))

    def _put(self, link: Link) -> None:
        known = self.links[_pair(link.start, link.end)]
        if link not in known:
            known.append(link)
        self.near[link.start].add(link.end)
        self.near[link.end].add(link.start)


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def find_entity(store: Reader, id_: str) -> Entity:
    """The entity that the record of this id belongs to; its own id is one of a record too. UnknownId when none does."""
    rows = store.read(_ENTITY, {"id": id_}, limit=1, seconds=SECONDS).rows
    if not rows:
        raise UnknownId("unknown_id", id=id_)
    return Entity(rows[0][0], rows[0][1][0], rows[0][2], True)


def step(store: Reader, net: Net, frontier: Iterable[str], ends: frozenset[str], options: PathOptions) -> set[str]:
    """Read the ties of ``frontier`` into ``net``; return the entities that are one step further and may be passed."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for id_ in sorted(frontier):
        by_kind[net.entities[id_].kind].append(id_)
    further: set[str] = set()
    for kind, ids in by_kind.items():
        table = store.read(_STEP % (kind, "|".join(options.ties)), {"ids": ids}, limit=_MOST_ROWS, seconds=SECONDS)
        net.full = net.full or table.cut
        rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
        for row in _allowed(store, rows, options):
            far = Entity(row["far"], row["kinds"][0], row["label"], row["connects"] is not False)
            if far.id not in ends and not _may_pass(far, options):
                continue
            if far.id not in net.entities:
                net.entities[far.id] = far
            further.add(far.id)
            outward = row["start"] == row["near"]
            start, end = (row["near"], far.id) if outward else (far.id, row["near"])
            net._put(Link(start, end, row["type"], row["properties"]))
    return further


_SWITCH = {"Uprising": "umbrella", "Lineage": "lineage", "Place": "district"}


def _may_pass(entity: Entity, options: PathOptions) -> bool:
    return entity.connects or _SWITCH.get(entity.kind) in options.through


def _allowed(store: Reader, rows: Sequence[dict[str, Any]], options: PathOptions) -> list[dict[str, Any]]:
    kept = [row for row in rows if _fits(row["properties"], options)]
    if not options.documented:
        return kept
    claims = sorted({claim for row in kept for claim in row["properties"].get("claims") or ()})
    table = store.read(
        _DOCUMENTED, {"claims": claims, "kinds": list(_DOCUMENTS)}, limit=max(len(claims), 1), seconds=SECONDS
    )
    documented = {row[0] for row in table.rows}
    return [row for row in kept if documented & set(row["properties"].get("claims") or ())]


def _fits(properties: Mapping[str, Any], options: PathOptions) -> bool:
    if options.certainty and CERTAINTY.get(str(properties.get("certainty")), 1) < CERTAINTY[options.certainty]:
        return False
    first, last = options.years
    earliest, latest = properties.get("earliest"), properties.get("latest")
    too_late = last is not None and earliest is not None and earliest // 10000 > last
    too_early = first is not None and latest is not None and latest // 10000 < first
    return not (too_late or too_early)
