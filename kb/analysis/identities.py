"""People of whom it is doubtful whether they are one or two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from kb.analysis.graph import Graph
from kb.analysis.measurable import Measurable
from kb.connections.layout import Array
from kb.connections.snapshot import Snapshot
from kb.errors import UnknownId
from kb.model import Judgement
from kb.projection.identity import in_force
from kb.store import Store

#: A match that a machine scored below this and a person took over is a doubtful one.
SURE = 0.9
_JUDGED = "MATCH (j:Judgement) RETURN properties(j) AS row"
_ENTITIES = "UNWIND $ids AS id MATCH (r:Record {id: id})-[:IS]->(p:Person) RETURN id AS id, p.id AS person"


@dataclass(frozen=True, slots=True)
class Doubts:
    """``pairs`` of people judged perhaps the same; ``doubtful``: these, and those joined from records by a match that
    was not sure. All are places in a snapshot.
    """

    pairs: tuple[tuple[int, int], ...] = ()
    doubtful: frozenset[int] = frozenset()


NO_DOUBTS = Doubts()


def doubts(store: Store, snapshot: Snapshot) -> Doubts:
    """What the judgements in force leave open."""
    judged = in_force(Judgement.from_row(row) for (row,) in store.read(_JUDGED, limit=None).rows)
    open_ones = [each for each in judged if each.a and each.b and _doubtful(each)]
    records = sorted({record for each in open_ones for record in (each.a, each.b) if record})
    person: dict[str, str] = dict(store.read(_ENTITIES, {"ids": records}, limit=None).rows) if records else {}
    pairs: set[tuple[int, int]] = set()
    doubtful: set[int] = set()
    for each in open_ones:
        known = (_place(snapshot, person.get(record or "")) for record in (each.a, each.b))
        places = sorted({place for place in known if place is not None})
        doubtful.update(places)
        if len(places) == 2 and each.verdict == "unsure":
            pairs.add((places[0], places[1]))
    return Doubts(tuple(sorted(pairs)), frozenset(doubtful))


def _doubtful(each: Judgement) -> bool:
    return each.verdict == "unsure" or (each.verdict == "same" and each.score is not None and each.score < SURE)


def _place(snapshot: Snapshot, ident: str | None) -> int | None:
    try:
        return snapshot.find(ident) if ident else None
    except UnknownId:  # judged after the snapshot was made
        return None


def with_identities(network: Measurable, found: Doubts) -> Iterator[tuple[str, Graph]]:
    """The network with each of the pairs taken for one (``identity_joined``), and without the people whose identity is
    doubtful (``identity_dropped``). The nodes keep their numbers.
    """
    number = {place: node for node, place in enumerate(network.nodes[: network.people].tolist())}
    graph = network.graph()
    same = np.arange(graph.size)
    for one, other in found.pairs:
        if one in number and other in number:
            same[same == same[number[other]]] = same[number[one]]
    if (same != np.arange(graph.size)).any():
        yield "identity_joined", Graph.of(graph.size, same[graph.one], same[graph.other], graph.weight)
    dropped = [number[place] for place in found.doubtful if place in number]
    if dropped:
        yield "identity_dropped", _without(graph, np.array(dropped))


def _without(graph: Graph, nodes: Array) -> Graph:
    kept = ~np.isin(graph.one, nodes) & ~np.isin(graph.other, nodes)
    return Graph(graph.size, graph.one[kept], graph.other[kept], graph.weight[kept])
