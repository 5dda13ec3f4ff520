"""Entities of a part as nodes of a picture: read from the base at once, in the language of the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final

from dashboard.data import Row, rows
from dashboard.drawing.data import Node, When
from dashboard.entities import dated, label_of
from dashboard.links import entity as entity_address
from dashboard.network.part import Asked
from dashboard.words import Words
from kb.connections.codes import OPEN, TIES
from kb.model import SCHEMA

_LIVED: Final = ("LIVED_IN", "BORN_IN", "DIED_IN", "TOOK_PLACE_IN")
_LIMIT: Final = 20_000


def nodes_of(asked: Asked, places: Iterable[int], subs: Mapping[int, str], say: Words) -> list[Node]:
    """The nodes, those with most ties first; ``subs``: the line below a label, where it comes from ties."""
    order = sorted(places, key=lambda place: (-int(asked.snapshot.degree[place]), place))
    known = _read(asked, order)
    towns = _read(asked, _towns(asked, order))
    return [_node(asked, place, known, towns, subs.get(place, ""), say) for place in order]


def _read(asked: Asked, places: Iterable[int]) -> dict[str, Row]:
    by_kind: dict[str, list[str]] = defaultdict(list)
    for place in places:
        by_kind[asked.kind(place)].append(asked.snapshot.id(place))
    return {row["id"]: row for kind, ids in by_kind.items() for row in rows("drawn", kind=kind, ids=ids, limit=_LIMIT)}


def _towns(asked: Asked, places: Iterable[int]) -> set[int]:
    """Where the entities were, in one step or through their risings."""
    events = set(places)
    events |= {other for place in events for _, other in asked.near(place, ("TOOK_PART_IN", "ACCUSED_OVER"))}
    return {other for place in events for _, other in asked.near(place, _LIVED)}


def _node(asked: Asked, place: int, known: Mapping[str, Row], towns: Mapping[str, Row], sub: str, say: Words) -> Node:
    ref = asked.snapshot.entity(place)
    row = known.get(ref.id) or {"id": ref.id, "label": ref.label}
    measures = {
        "ties": int(asked.snapshot.degree[place]),
        "sources": int(row.get("sources") or 0),
        "participants": int(row.get("greatest") or row.get("least") or 0),
    }
    return Node(
        id=ref.id,
        kind=ref.kind,
        label=label_of(row, say.lang),
        side=row.get("side"),
        sub=sub or _sub(row, ref.kind, say),
        href=entity_address(ref.kind, ref.id, say.lang),
        measures={name: value for name, value in measures.items() if value},
        at=_at(asked, place, row, towns),
        when=_when(asked, place, row),
    )


def _sub(row: Row, kind: str, say: Words) -> str:
    said = [dated(str(row[name]), say.lang) for name in ("start", "dates") if row.get(name)][:1]
    if kind == "Person" and row.get("birth"):
        said = [say("network.born", when=dated(str(row["birth"]), say.lang))]
    return " · ".join(said) or SCHEMA.kinds[kind].label[say.lang]


def _at(asked: Asked, place: int, row: Row, towns: Mapping[str, Row]) -> tuple[float, ...] | None:
    """Its own place, the first where it was, or that of its rising."""
    if row.get("latitude") is not None and row.get("longitude") is not None:
        return float(row["longitude"]), float(row["latitude"])
    events = [place, *(other for _, other in asked.near(place, ("TOOK_PART_IN", "ACCUSED_OVER")))]
    for event in events:
        for _, town in asked.near(event, _LIVED):
            found = towns.get(asked.snapshot.id(town))
            if found and found.get("latitude") is not None and found.get("longitude") is not None:
                return float(found["longitude"]), float(found["latitude"])
    return None


def _when(asked: Asked, place: int, row: Row) -> When | None:
    """Its own dates, else those of the dated ties at it."""
    if row.get("earliest") is not None or row.get("latest") is not None:
        return row.get("earliest"), row.get("latest")
    snapshot = asked.snapshot
    ties = [tie for tie, _ in asked.near(place)]
    first = [int(snapshot.earliest[tie]) for tie in ties if snapshot.earliest[tie] != OPEN]
    last = [int(snapshot.latest[tie]) for tie in ties if snapshot.latest[tie] != OPEN]
    return (min(first, default=None), max(last, default=None)) if first or last else None


def span_of(asked: Asked, tie: int) -> When | None:
    """The dates of a tie."""
    ends: list[Any] = [int(column[tie]) for column in (asked.snapshot.earliest, asked.snapshot.latest)]
    first, last = (None if day == OPEN else day for day in ends)
    return None if first is None and last is None else (first, last)


def tie_name(asked: Asked, tie: int) -> str:
    """The type of a tie."""
    return TIES[int(asked.snapshot.type[tie])]
