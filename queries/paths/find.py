"""The search itself: read from both ends, then take the k best simple paths of what was read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from kb.i18n import DEFAULT_LANG, Lang
from queries.evidence import Evidence, evidence
from queries.paths.found import Hop, Path, Paths, Searched
from queries.paths.net import Entity, Net, find_entity, step
from queries.paths.options import THROUGH, PathOptions
from queries.runner import Reader

BUDGET = 50_000
"""Entities read before the search gives up: a rising of 4,500 people on both sides is well within."""

DEFAULTS = PathOptions()


def paths(
    store: Reader,
    one: str,
    other: str,
    options: PathOptions = DEFAULTS,
    lang: Lang = DEFAULT_LANG,
    budget: int = BUDGET,
) -> Paths:
    """Up to ``options.k`` paths between two entities, given by any id they ever had. Source labels are in ``lang``.

    The same entity twice gives one path without hops. Raises UnknownId.
    """
    start, end = find_entity(store, one), find_entity(store, other)
    net = Net({start.id: start, end.id: end})
    if start.id == end.id:
        return Paths((Path((), 0),), _searched(0, net, options, "enough"), cut=False)
    depth, stopped = _read(store, net, start, end, options, budget)
    found = list(_best(net, start.id, end.id, options, depth, options.k + 1))
    chosen = found[: options.k]
    known = _evidence_of(store, net, chosen, lang)
    cut = len(found) > options.k or stopped == "budget"
    return Paths(tuple(_path(net, ids, known) for ids in chosen), _searched(depth, net, options, stopped), cut)


def _searched(depth: int, net: Net, options: PathOptions, stopped: str) -> Searched:
    not_passed = tuple(what for what in THROUGH if what not in options.through)
    return Searched(depth, len(net.entities), options.ties, not_passed, stopped)


def _read(store: Reader, net: Net, start: Entity, end: Entity, options: PathOptions, budget: int) -> tuple[int, str]:
    """Read from the smaller frontier in turn; how many steps both sides together, and why it ended."""
    ends = frozenset({start.id, end.id})
    seen = ({start.id}, {end.id})
    frontiers = [{start.id}, {end.id}]
    for depth in range(1, options.max_hops + 1):
        side = 0 if len(frontiers[0]) <= len(frontiers[1]) else 1
        if not frontiers[side]:
            return depth - 1, "exhausted"
        further = step(store, net, frontiers[side], ends, options)
        frontiers[side] = further - seen[side]
        seen[side].update(further)
        if net.full or len(net.entities) > budget:
            return depth, "budget"
        if options.by == "hops" and seen[0] & seen[1]:
            found = list(_best(net, start.id, end.id, options, depth, options.k + 1))
            if len(found) > options.k:
                return depth, "enough"
    return options.max_hops, "max_hops"


def _best(net: Net, start: str, end: str, options: PathOptions, depth: int, most: int) -> Iterator[list[str]]:
    """Simple paths of at most ``depth`` ties, the best first, at most ``most`` of them."""
    import networkx as nx  # a quarter of a second that only this needs

    graph = nx.Graph()
    graph.add_nodes_from((start, end))
    for one, other in sorted(pair for pair, links in net.links.items() if links):
        graph.add_edge(one, other, cost=_cost(net, one, other))
    weight = None if options.by == "hops" else "cost"
    try:
        for ids in nx.shortest_simple_paths(graph, start, end, weight=weight):
            if len(ids) - 1 <= depth:
                yield ids
                most -= 1
            elif options.by == "hops":
                return
            if not most:
                return
    except nx.NetworkXNoPath:
        return


def _cost(net: Net, one: str, other: str) -> float:
    """One for the step, and up to four more where the evidence is weak."""
    free, certainty, witnesses = net.between(one, other)[0].strength
    return 1 + (1 - free) + (4 - certainty) / 2 + 1 / max(witnesses, 1)


def _evidence_of(store: Reader, net: Net, found: list[list[str]], lang: Lang) -> dict[str, list[Evidence]]:
    links = [net.between(one, other)[0] for ids in found for one, other in pairwise(ids)]
    known: dict[str, list[Evidence]] = {}
    for item in evidence(store, (claim for link in links for claim in link.properties.get("claims") or ()), lang):
        known.setdefault(item.claim, []).append(item)
    return known


def _path(net: Net, ids: list[str], known: dict[str, list[Evidence]]) -> Path:
    hops = tuple(_hop(net, one, other, known) for one, other in pairwise(ids))
    strengths = [net.between(one, other)[0].strength for one, other in pairwise(ids)]
    return Path(hops, min(range(len(hops)), key=lambda at: (strengths[at], at)))


def _hop(net: Net, one: str, other: str, known: dict[str, list[Evidence]]) -> Hop:
    best, *others = net.between(one, other)
    properties: dict[str, Any] = dict(best.properties)
    return Hop(
        start=net.entities[one].document(),
        end=net.entities[other].document(),
        tie=best.type,
        forward=best.start == one,
        properties=properties,
        evidence=tuple(item for claim in properties.get("claims") or () for item in known.get(claim, ())),
        also=tuple(sorted({link.type for link in others} - {best.type})),
    )
