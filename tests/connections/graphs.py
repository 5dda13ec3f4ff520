"""Made-up graphs for the tests of paths, and the same graph in networkx."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import networkx as nx
import numpy as np
from hypothesis import strategies as st

from kb.connections.build import assembled
from kb.connections.codes import CERTAINTY, TIES
from kb.connections.options import RULES, PathOptions
from kb.connections.snapshot import Snapshot

PAPER = "cpaper"
TYPES = ("SIBLING_OF", "TOOK_PART_IN", "ACCUSED_OVER", "NAMED_IN_TESTIMONY", "DECIDED_BY", "WITHIN")


@dataclass(frozen=True)
class Made:
    """Entities ``(id, kind, connects)`` and ties ``(start, type, end, properties)``."""

    entities: tuple[tuple[str, str, bool], ...]
    ties: tuple[tuple[str, str, str, dict[str, object]], ...]

    def snapshot(self) -> Snapshot:
        return Snapshot(assembled("made", [(*row, row[0].upper()) for row in self.entities], self.ties, {PAPER}))


def _kind(name: int) -> tuple[str, str, bool]:
    return (f"e{name}", ("Person", "Uprising", "Place", "Person", "Lineage")[name % 5], name % 7 != 6)


properties = st.fixed_dictionaries(
    {
        "claims": st.lists(st.sampled_from(["c1", "c2", PAPER]), min_size=1, max_size=2, unique=True),
        "certainty": st.sampled_from(list(CERTAINTY)),
        "witnesses": st.integers(0, 3),
        "prosecution_only": st.booleans(),
    },
    optional={
        "earliest": st.integers(1928, 1933).map(lambda year: year * 10_000 + 101),
        "latest": st.integers(1928, 1933).map(lambda year: year * 10_000 + 1231),
        "voices": st.lists(st.sampled_from(["accused", "witness", "investigator"]), max_size=2, unique=True),
    },
)


@st.composite
def graphs(draw: st.DrawFn, most: int = 9) -> Made:
    """Small graphs, several ties between two entities among them."""
    size = draw(st.integers(2, most))
    pairs = [(one, other) for one in range(size) for other in range(size) if one < other]
    chosen = draw(st.lists(st.tuples(st.sampled_from(pairs), st.sampled_from(TYPES), properties), max_size=22))
    ties = {}
    for (one, other), type_, said in chosen:
        start, end = (one, other) if type_ == "SIBLING_OF" else (other, one)
        ties[(f"e{start}", type_, f"e{end}")] = said
    return Made(tuple(map(_kind, range(size))), tuple((*key, said) for key, said in ties.items()))


options = st.builds(
    PathOptions,
    k=st.just(5),
    by=st.sampled_from(["hops", "evidence"]),
    max_hops=st.integers(1, 6),
    closed=st.frozensets(st.sampled_from(("same_rising", "same_place", "same_lineage")), max_size=2),
    without=st.frozensets(st.sampled_from(TYPES), max_size=2),
    only=st.just(frozenset()) | st.frozensets(st.sampled_from(TYPES), max_size=3),
    through=st.frozensets(st.sampled_from(["umbrella", "lineage", "district", "organ"])),
    years=st.tuples(st.none() | st.integers(1928, 1933), st.none() | st.integers(1928, 1933)),
    certainty=st.none() | st.sampled_from(list(CERTAINTY)),
    voices=st.frozensets(st.sampled_from(["accused", "witness"]), max_size=2),
    documented=st.booleans(),
    not_investigation=st.booleans(),
    witnesses=st.integers(1, 3),
)
#: Most filters off, so that there is something to find.
lenient = st.builds(
    lambda by, hops, through: replace(PathOptions(), by=by, max_hops=hops, through=through),
    st.sampled_from(["hops", "evidence"]),
    st.integers(1, 8),
    st.frozensets(st.sampled_from(["umbrella", "lineage", "district", "organ"])),
)


def allowed(type_: str, said: dict[str, object], wanted: PathOptions) -> bool:
    """The filters once more, said plainly."""
    first, last = wanted.years
    earliest, latest = said.get("earliest"), said.get("latest")
    return (
        type_ in wanted.ties
        and (wanted.certainty is None or CERTAINTY[str(said["certainty"])] >= CERTAINTY[wanted.certainty])
        and not (last is not None and isinstance(earliest, int) and earliest // 10_000 > last)
        and not (first is not None and isinstance(latest, int) and latest // 10_000 < first)
        and (not wanted.voices or bool(wanted.voices & set(said.get("voices", ()))))  # type: ignore[call-overload]
        and (not wanted.documented or PAPER in said["claims"])  # type: ignore[operator]
        and not (wanted.not_investigation and said["prosecution_only"])
        and (wanted.witnesses <= 1 or int(said["witnesses"]) >= wanted.witnesses)  # type: ignore[call-overload]
    )


SWITCH = {"Uprising": "umbrella", "Lineage": "lineage", "Place": "district"}


def in_networkx(made: Made, wanted: PathOptions, ends: set[str]) -> nx.Graph:
    """What ``wanted`` leaves of the graph, with the cost of each pair."""
    snapshot = made.snapshot()
    cost = {}
    for tie, value in enumerate(snapshot.cost.tolist()):
        key = (snapshot.id(snapshot.start[tie]), int(snapshot.type[tie]), snapshot.id(snapshot.end[tie]))
        cost[key] = value
    types = dict(enumerate(TIES))
    said = {(start, type_, end): properties for start, type_, end, properties in made.ties}
    graph = nx.Graph()
    for ident, kind, connects in made.entities:
        passed = (connects or SWITCH.get(kind) in wanted.through) and RULES.get(kind) not in wanted.closed
        if ident in ends or (passed and ident not in wanted.avoid):
            graph.add_node(ident)
    for (start, number, end), value in cost.items():
        if start in graph and end in graph and allowed(types[number], said[(start, types[number], end)], wanted):
            known = graph.get_edge_data(start, end, {"cost": np.inf})["cost"]
            graph.add_edge(start, end, cost=min(known, value))
    return graph


def every_path(graph: nx.Graph, sources: set[str], targets: set[str], most: int) -> Iterator[list[str]]:
    """By brute force: all simple paths from a source to a target that pass no other end."""
    ends = sources | targets
    for one in sources & set(graph):
        for other in targets & set(graph):
            inside = graph.subgraph(set(graph) - (ends - {one, other}))
            yield from nx.all_simple_paths(inside, one, other, cutoff=most)


def cost_of(graph: nx.Graph, path: list[str]) -> float:
    return float(sum(graph[one][other]["cost"] for one, other in pairwise(path)))
