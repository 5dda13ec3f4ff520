"""Connections on a made-up graph of 80,000 persons, 372 risings and 500,000 ties: the snapshot, paths with their
evidence, common ground, what is around, communities and betweenness; beside them networkx and plain Cypher.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import networkx as nx
import numpy as np

from benchmarks import connected
from benchmarks.bases import Base
from benchmarks.figures import Figure
from dashboard.network.part import Asked
from dashboard.network.question import Question
from kb.analysis import network, network_named
from kb.analysis.communities import leiden
from kb.analysis.engine import DELTA, ERROR, betweenness, engine
from kb.analysis.graph import Graph
from kb.connections import Snapshot, layout, open_snapshot, options_of, search
from kb.connections.build import build, silent
from kb.connections.patch import patched
from kb.projection import Difference
from kb.projection import Graph as Projected
from kb.store import Store, connect
from queries.paths import paths
from queries.paths.common import common_ground

T = TypeVar("T")
WARM, ASKED = 10, 200
SMALL_SHARE = 4
BUILD_SECONDS, SIZE_MB, OPEN_SECONDS = 20.0, 300.0, 0.2
PATH_MS, BEST_MS, GROUND_MS, AROUND_MS = 100.0, 300.0, 100.0, 150.0
LEIDEN_SECONDS, BETWEENNESS_SECONDS, GROWTH = 5.0, 20.0, 4.6
IN_MEMORY = "one core"
_CYPHER = (
    "MATCH (a:Person {id: $a}) MATCH (b:Person {id: $b}) MATCH p = shortestPath((a)-[:%s*1..6]-(b)) "
    "RETURN [n IN nodes(p) | n.id] AS ids"
)


def on_base(base: Base, persons: int) -> Iterator[Figure]:
    """What takes the base: reading it into a snapshot, and the evidence of what is found."""
    section = f"Connections of {persons:,} persons"
    graph = connected.made_up(persons)
    with connect(base.settings) as store:
        store.wipe()
        connected.write(store, graph)
        began = time.perf_counter()
        build(store, "bench", silent)
        note = f"{len(graph.entities):,} entities, {len(graph.ties):,} ties"
        seconds = time.perf_counter() - began
        yield Figure(section, "the snapshot, reading included", base.engine, seconds, "s", BUILD_SECONDS, note)
        open_snapshot(store, base.settings)
        yield from _asked(section, base, store, graph)
        yield _cypher(section, base, store, graph)


def _asked(section: str, base: Base, store: Store, graph: connected.Graph) -> Iterator[Figure]:
    pairs = _pairs(graph.people())
    said, clock = base.settings, time.perf_counter
    for what, most, options in (
        ("shortest path with its evidence", PATH_MS, options_of(k=1)),
        ("five paths of best evidence", BEST_MS, options_of(k=5, by="evidence")),
    ):
        times = _times(pairs, lambda one, other, options=options: paths(store, said, one, other, options), clock)
        yield _p95(section, what, base.engine, times, most)
    times = _times(pairs, lambda one, other: common_ground(store, said, [one, other]), clock)
    yield _p95(section, "common ground of two", base.engine, times, GROUND_MS)


def _cypher(section: str, base: Base, store: Store, graph: connected.Graph) -> Figure:
    """Plain Cypher over the same ties; it knows no evidence and no walls."""
    text = _CYPHER % "|".join(options_of().ties)
    times = _times(
        _pairs(graph.people())[: ASKED // 4],
        lambda one, other: store.read(text, {"a": one, "b": other}, seconds=60),
        time.perf_counter,
    )
    return _p95(section, "beside it: `shortestPath` in plain Cypher, no evidence", base.engine, times, None)


def in_memory(folder: Path, persons: int) -> Iterator[Figure]:
    """What takes no engine: the snapshot as a file, whole-graph work and its growth, networkx on the same graph."""
    section = f"Connections of {persons:,} persons"
    graph = connected.made_up(persons)
    file = folder / "bench.snapshot"
    seconds, mapped = _timed(graph.snapshot)
    layout.write(file, mapped)
    note = f"{len(graph.entities):,} entities, {len(graph.ties):,} ties"
    yield Figure(section, "the snapshot, made of rows at hand", IN_MEMORY, seconds, "s", BUILD_SECONDS, note)
    yield Figure(section, "its size", IN_MEMORY, file.stat().st_size / 1e6, "MB", SIZE_MB)
    opened, _ = _timed(lambda: Snapshot(_mapped(file)).find(graph.people()[-1]))
    yield Figure(section, "opened", IN_MEMORY, opened, "s", OPEN_SECONDS)
    hand = Difference(Projected(), Projected(ties=dict([next(iter(graph.ties.items()))])), Projected())
    took, _ = _timed(lambda: layout.write(file, patched(mapped, "next", hand, set())))
    yield Figure(section, "patched after a hand entry and written", IN_MEMORY, took, "s")
    snapshot = Snapshot(mapped)
    yield _p95(section, "what is around a person or a rising", IN_MEMORY, _around(snapshot, graph), AROUND_MS)
    smaller = connected.made_up(persons // SMALL_SHARE)
    yield from _whole(section, persons, snapshot, Snapshot(smaller.snapshot()))
    yield from _paths_grow(section, persons, (snapshot, graph), (Snapshot(smaller.snapshot()), smaller))
    yield from _networkx(section, snapshot, graph)


def _mapped(file: Path) -> layout.Mapped:
    found = layout.read(file)
    assert found is not None, "the file is not whole"
    return found


def _around(snapshot: Snapshot, graph: connected.Graph) -> list[float]:
    """The first view of people and of the largest risings."""
    risings = [key.id for key in graph.entities if key.kind == "Uprising"][: ASKED // 8]
    people = [one for one, _ in _pairs(graph.people())]
    asked = [(ident, "") for ident in (*people[:WARM], *risings, *people)]
    return _times(asked, lambda one, _: Asked(snapshot, Question(start=(one,))).part())


def _whole(section: str, persons: int, large: Snapshot, small: Snapshot) -> Iterator[Figure]:
    """Leiden and betweenness over people and the events where they meet, and how they grow."""
    ours, other = (_graph(snapshot) for snapshot in (large, small))
    note = f"{ours.size:,} nodes, {ours.edges:,} ties"
    works: tuple[tuple[str, float | None, Callable[[Graph], object]], ...] = (
        ("communities (Leiden)", LEIDEN_SECONDS, lambda graph: leiden(graph, 1)),
        ("weight by neighbours (PageRank)", None, lambda graph: engine(graph).pagerank(graph)),
        (f"betweenness, sampled within {ERROR} ({1 - DELTA:.0%})", BETWEENNESS_SECONDS, betweenness),
    )
    for what, most, work in works:
        _timed(lambda work=work: work(other))  # type: ignore[misc]
        taken, _ = _timed(lambda work=work: work(ours))  # type: ignore[misc]
        before, _ = _timed(lambda work=work: work(other))  # type: ignore[misc]
        yield Figure(section, what, IN_MEMORY, taken, "s", most, note)
        grown = f"from {persons // SMALL_SHARE:,} to {persons:,} persons"
        yield Figure(section, f"growth of {what}", IN_MEMORY, taken / before, "×", GROWTH, grown)


def _graph(snapshot: Snapshot) -> Graph:
    definition = network_named("people_and_events")
    wide = replace(definition, ties=("CHILD_OF", "SPOUSE_OF", "SIBLING_OF", "ASSOCIATED_WITH", "NAMED_IN_TESTIMONY"))
    return network(snapshot, wide).graph()


def _paths_grow(
    section: str, persons: int, large: tuple[Snapshot, connected.Graph], small: tuple[Snapshot, connected.Graph]
) -> Iterator[Figure]:
    found = []
    for snapshot, graph in (small, large):
        times = _times(_pairs(graph.people()), lambda one, other, on=snapshot: _search(on, one, other))
        found.append(float(np.median(times)))
    note = f"from {persons // SMALL_SHARE:,} to {persons:,} persons"
    yield Figure(section, "growth of one shortest path", IN_MEMORY, found[1] / found[0], "×", GROWTH, note)


def _search(snapshot: Snapshot, one: str, other: str) -> object:
    return search(snapshot, [snapshot.find(one)], [snapshot.find(other)], options_of(k=1))


def _networkx(section: str, snapshot: Snapshot, graph: connected.Graph) -> Iterator[Figure]:
    """networkx over the same ties, and whether it finds paths of the same length."""
    made = nx.Graph(zip(snapshot.start.tolist(), snapshot.end.tolist(), strict=True))
    walls = np.flatnonzero(~snapshot.connects).tolist()
    made.remove_nodes_from([*walls, *snapshot.of_kind("Organisation").tolist(), *snapshot.of_kind("Source").tolist()])
    pairs = _pairs(graph.people())
    lengths: list[int] = []

    def shortest(one: str, other: str) -> None:
        path = nx.bidirectional_shortest_path(made, snapshot.find(one), snapshot.find(other))
        lengths.append(len(list(pairwise(path))))

    times = _times(pairs, shortest)
    yield _p95(section, "beside it: networkx, one shortest path, no evidence", IN_MEMORY, times, None)
    ours = [search(snapshot, [snapshot.find(a)], [snapshot.find(b)], options_of(k=1)).paths[0].length for a, b in pairs]
    differ = sum(one != other for one, other in zip(ours[WARM:], lengths[WARM:], strict=True))
    yield Figure(section, "shortest paths of another length than those of networkx", IN_MEMORY, differ, "", 0)


def _pairs(people: Sequence[str]) -> list[tuple[str, str]]:
    draws = np.random.default_rng(7)
    chosen = draws.permutation(len(people))[: 2 * (WARM + ASKED)].tolist()
    return [(people[one], people[other]) for one, other in zip(chosen[::2], chosen[1::2], strict=True)]


def _times(
    pairs: Sequence[tuple[str, str]],
    work: Callable[[str, str], object],
    clock: Callable[[], float] = time.process_time,
) -> list[float]:
    """Milliseconds of each, those that warm up left out."""
    taken = []
    for one, other in pairs:
        seconds, _ = _timed(lambda one=one, other=other: work(one, other), clock)  # type: ignore[misc]
        taken.append(1000 * seconds)
    return taken[WARM:]


def _timed(work: Callable[[], T], clock: Callable[[], float] = time.process_time) -> tuple[float, T]:
    """Seconds, and what came out; by processor time where no engine is waited for."""
    began = clock()
    found = work()
    return clock() - began, found


def _p95(section: str, what: str, engine: str, times: Sequence[float], most: float | None) -> Figure:
    note = f"median {np.median(times):.1f} ms, {len(times)} asked"
    return Figure(section, f"{what}, 95 of 100 within", engine, float(np.percentile(times, 95)), "ms", most, note)
