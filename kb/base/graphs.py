"""Reading a part of the stored graph, and writing a difference of two graphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from kb.derive import statements as say
from kb.model import SCHEMA
from kb.projection import Difference, EntityKey, Focus, Graph, ReadingKey, TieKey
from kb.projection.events import of_entry
from kb.store import Store

Rows = Iterable[Mapping[str, Any]]
Run = Callable[[str, Rows], None]
CHUNK = 5000
SECONDS = 600.0
_LINKS = ["IS", "ABOUT", "TO", "CITES", "BROUGHT", "READ_AS"]


def stored_part(store: Store, focus: Focus) -> Graph:
    """The part of the stored graph that ``focus`` covers, as :func:`kb.projection.incremental.restrict` would
    cut it.
    """
    graph = Graph()
    for record, kind, ident in _chunked(
        store,
        "UNWIND $ids AS id MATCH (r:Record {id: id})-[:IS]->(e) RETURN r.id AS record, r.kind AS kind, e.id AS id",
        focus.records,
    ):
        graph.identity[record] = EntityKey(kind, ident)
    by_kind: dict[str, set[str]] = defaultdict(set)
    by_event: dict[str, set[str]] = defaultdict(set)
    for key in graph.identity.values():
        by_kind[key.kind].add(key.id)
    for kind, ids in by_kind.items():
        _read_entities(store, kind, ids, graph)
        _read_ties(store, kind, ids, graph)
        _read_readings(store, kind, ids, graph)
    for event in [tie.target for tie, props in graph.ties.items() if of_entry(tie, props)]:
        by_event[event.kind].add(event.id)
    for kind, ids in by_event.items():
        _read_entities(store, kind, ids, graph)
        _read_readings(store, kind, ids, graph)
    if focus.units:
        _read_entities(store, "ArchivalUnit", focus.units, graph)
        _read_ties(store, "ArchivalUnit", focus.units, graph, outgoing_only=True)
    return graph


def whole(store: Store) -> Graph:
    """The whole stored graph."""
    graph = Graph()
    for kind in SCHEMA.kinds:
        ids = [row[0] for row in store.read(f"MATCH (n:{kind}) RETURN n.id AS id", limit=None, seconds=SECONDS).rows]
        _read_entities(store, kind, ids, graph)
        _read_ties(store, kind, ids, graph, outgoing_only=True)
        _read_readings(store, kind, ids, graph)
    rows = store.read(
        "MATCH (r:Record)-[:IS]->(e) RETURN r.id AS record, r.kind AS kind, e.id AS id", limit=None, seconds=SECONDS
    ).rows
    graph.identity.update((record, EntityKey(kind, ident)) for record, kind, ident in rows)
    return graph


def _read_entities(store: Store, kind: str, ids: Collection[str], graph: Graph) -> None:
    text = f"UNWIND $ids AS id MATCH (n:{kind} {{id: id}}) RETURN properties(n) AS props"
    for (props,) in _chunked(store, text, ids):
        graph.entities[EntityKey(kind, props["id"])] = props


def _read_ties(store: Store, kind: str, ids: Collection[str], graph: Graph, *, outgoing_only: bool = False) -> None:
    out = (
        f"UNWIND $ids AS id MATCH (n:{kind} {{id: id}})-[t]->(m) "
        "RETURN n.id AS a, type(t) AS tie, m.id AS b, labels(m) AS kind, properties(t) AS props"
    )
    for a, tie, b, labels, props in _chunked(store, out, ids):
        graph.ties[TieKey(tie, EntityKey(kind, a), EntityKey(_kind(labels), b))] = props
    if outgoing_only:
        return
    back = (
        f"UNWIND $ids AS id MATCH (n:{kind} {{id: id}})<-[t]-(m) WHERE NOT type(t) IN $links "
        "RETURN n.id AS b, type(t) AS tie, m.id AS a, labels(m) AS kind, properties(t) AS props"
    )
    for b, tie, a, labels, props in _chunked(store, back, ids, links=_LINKS):
        graph.ties[TieKey(tie, EntityKey(_kind(labels), a), EntityKey(kind, b))] = props


def _read_readings(store: Store, kind: str, ids: Collection[str], graph: Graph) -> None:
    if not any(prop.readings for prop in SCHEMA.kinds[kind].properties.values()):
        return
    text = (
        f"UNWIND $ids AS id MATCH (n:{kind} {{id: id}})<-[t:READ_AS]-(c:Claim) "
        "RETURN c.id AS claim, n.id AS id, properties(t) AS props"
    )
    for claim, ident, props in _chunked(store, text, ids):
        graph.readings[ReadingKey(claim, props["property"], EntityKey(kind, ident))] = props


def _kind(labels: Collection[str]) -> str:
    return next(label for label in labels if label in SCHEMA.kinds)


def _chunked(store: Store, text: str, ids: Collection[str], **more: Any) -> Iterator[Any]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), CHUNK):
        params = {"ids": ordered[start : start + CHUNK], **more}
        yield from store.read(text, params, limit=None, seconds=SECONDS).rows


def write_difference(change: Difference, run: Run) -> None:
    """Make ``change`` in the store through ``run`` (statement, rows); links go before nodes, and come after them."""
    gone, fresh, changed = change.gone, change.fresh, change.changed
    for readings in (gone.readings, changed.readings):
        _each(readings, lambda k: say.delete_readings(k.entity.kind), _reading_row, run)
    _each(gone.ties, lambda k: say.delete_ties(k.type, k.source.kind, k.target.kind), _tie_row, run)
    _entities(fresh, changed, run)
    left = [{"record": record} for record in (*gone.identity, *changed.identity)]
    if left:
        run(say.DELETE_IS, left)
    _cites(change, run)
    _each(gone.entities, lambda k: say.delete_entities(k.kind), lambda key, _: {"id": key.id}, run)
    for identity in (fresh.identity, changed.identity):
        _identity(identity, run)
    _each(fresh.ties, lambda k: say.create_ties(k.type, k.source.kind, k.target.kind), _tie_row, run)
    _each(changed.ties, lambda k: say.change_ties(k.type, k.source.kind, k.target.kind), _tie_row, run)
    for readings in (fresh.readings, changed.readings):
        _each(readings, lambda k: say.create_readings(k.entity.kind), _reading_row, run)


def _identity(identity: Mapping[str, EntityKey], run: Run) -> None:
    grouped: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record, key in identity.items():
        grouped[say.create_is(key.kind)].append({"record": record, "id": key.id})
    for text in sorted(grouped):
        run(text, grouped[text])


def _entities(fresh: Graph, changed: Graph, run: Run) -> None:
    plain = {key: props for key, props in fresh.entities.items() if key.kind != "Source"}
    _each(plain, lambda k: say.create_entities(k.kind), lambda _, props: {"props": props}, run)
    # the first stage has made empty sources already, for claims to cite
    sources = {key: props for key, props in fresh.entities.items() if key.kind == "Source"}
    for some in (sources, changed.entities):
        _each(some, lambda k: say.put_entities(k.kind), lambda key, props: {"id": key.id, "props": props}, run)


def _cites(change: Difference, run: Run) -> None:
    """Claims cite the source that a record now is, where a judgement made it another."""
    rows = [
        {"record": record, "was": was.id, "id": change.changed.identity[record].id, "stay": change.stay.get(was, [])}
        for record, was in change.moved.items()
        if was.kind == "Source"
    ]
    if rows:
        run(say.CITES_LINK, rows)
        run(say.CITES_UNLINK, rows)


def _tie_row(key: TieKey, props: Any) -> dict[str, Any]:
    return {"a": key.source.id, "b": key.target.id, "props": props}


def _reading_row(key: ReadingKey, props: Any) -> dict[str, Any]:
    return {"claim": key.claim, "id": key.entity.id, "property": key.property, "props": props}


def _each(
    items: Mapping[Any, Any],
    statement: Callable[[Any], str],
    row: Callable[[Any, Any], dict[str, Any]],
    run: Run,
) -> None:
    grouped: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for key, value in items.items():
        grouped[statement(key)].append(row(key, value))
    for text in sorted(grouped):
        run(text, grouped[text])


def chunks(rows: Rows, size: int = CHUNK) -> Iterator[list[Mapping[str, Any]]]:
    """``rows`` in lists of at most ``size``."""
    steady = iter(rows)
    while part := list(islice(steady, size)):
        yield part
