"""Measures as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kb.analysis.brokers import Broker
from kb.analysis.engine import DELTA
from kb.analysis.measures import Measures
from kb.analysis.risings import Join
from kb.connections.layout import Array
from kb.connections.snapshot import Snapshot

_DIGITS = 9
#: Links of one reason between two risings that are given with their claims.
LINKS = 20


def document(found: Measures, joining: list[Broker], joins: list[Join], people: Array) -> dict[str, Any]:
    """All figures, those of the nodes ``people`` in their order, and in the network of risings why they are tied."""
    graph, snapshot = found.graph, found.network.snapshot
    return {
        "network": found.network.definition.document(),
        "version": snapshot.version,
        "derived": found.network.derived,
        "nodes": graph.size,
        "people": found.network.people,
        "ties": graph.edges,
        "density": round(graph.density, _DIGITS),
        "transitivity": round(found.transitivity, _DIGITS),
        "clustering": round(float(found.clustering.mean()), _DIGITS),
        "components": len(found.components),
        "largest": found.components[0],
        "diameter": found.diameter,
        "without_ties": found.alone,
        "degree_distribution": [{"degree": degree, "nodes": times} for degree, times in found.distribution],
        "measures": {
            name: {"bound": each.bound, "confidence": 1 - DELTA if each.bound else 1.0, "drawings": each.runs}
            for name, each in found.ranked.items()
        },
        "engines": {"neighbours": found.engines[0], "paths": found.engines[1]},
        "without": [{"what": what, "ties_left": left} for what, left in found.doubts.items()],
        "left_out": [
            {"rule": each.rule, **snapshot.entity(each.event).document(), "day": each.day, "people": each.people}
            for each in found.left_out
        ],
        "nodes_measured": [_node(found, node) for node in people.tolist()],
        "communities": _communities(found),
        "brokers": [broker(snapshot, each) for each in joining],
        "joins": [join(snapshot, each) for each in joins],
    }


def _node(found: Measures, node: int) -> dict[str, Any]:
    measured: dict[str, Any] = {
        name: {
            "value": round(float(each.values[node]), _DIGITS),
            "rank": int(each.rank[node]),
            "range": [int(each.least[node]), int(each.greatest[node])],
            "sure": each.word(node),
        }
        for name, each in found.ranked.items()
    }
    community = int(found.community_of[node])
    return {
        **found.network.snapshot.entity(int(found.network.nodes[node])).document(),
        **measured,
        "clustering": round(float(found.clustering[node]), _DIGITS),
        "core": int(found.core[node]),
        "component": int(found.component[node]),
        "community": community + 1 if community >= 0 else None,
    }


def _communities(found: Measures) -> dict[str, Any] | None:
    if found.communities is None:
        return None
    return {
        "modularity": round(found.communities.modularity, _DIGITS),
        "tried": found.communities.runs,
        "found": list(_each(found)),
    }


def _each(found: Measures) -> Iterator[dict[str, Any]]:
    network = found.network
    for number, each in enumerate(found.communities.found if found.communities else (), 1):
        yield {
            "number": number,
            "nodes": len(each.members),
            "stability": round(each.stability, 3),
            "sure": each.word if found.communities and found.communities.runs else None,
            "members": [network.snapshot.id(int(network.nodes[member])) for member in each.members],
        }


def join(snapshot: Snapshot, each: Join) -> dict[str, Any]:
    """Two risings, how often they hang together by which reason, and LINKS of each with their claims."""
    return {
        "one": snapshot.entity(each.one).document(),
        "other": snapshot.entity(each.other).document(),
        "counts": dict(each.counts),
        "links": [
            {
                "reason": reason,
                "via": [snapshot.entity(place).document() for place in link.via],
                "claims": [claim for tie in link.ties for claim in snapshot.claims(tie)],
            }
            for reason, links in each.links.items()
            for link in links[:LINKS]
        ],
    }


def broker(snapshot: Snapshot, each: Broker) -> dict[str, Any]:
    """A broker with the risings that they join and the claims of their part in each."""
    return {
        **snapshot.entity(each.person).document(),
        "score": round(each.score, _DIGITS),
        "alone": each.alone,
        "risings": [
            {**snapshot.entity(rising).document(), "claims": snapshot.claims(tie)}
            for rising, tie in zip(each.risings, each.ties, strict=True)
        ],
    }
