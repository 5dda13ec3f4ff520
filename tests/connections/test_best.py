from __future__ import annotations

from dataclasses import replace
from itertools import islice

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.connections.best import Search
from kb.connections.ground import Ground
from kb.connections.options import PathOptions
from tests.connections.graphs import Made, cost_of, every_path, graphs, in_networkx, lenient, options

K = 6


def found(made: Made, wanted: PathOptions, sources: set[str], targets: set[str], most: int = K) -> list[list[str]]:
    snapshot = made.snapshot()
    places = [sorted(snapshot.find(ident) for ident in ends) for ends in (sources, targets)]
    ground = Ground(snapshot, wanted, *places)
    paths = islice(Search(ground, wanted.by, wanted.max_hops), most)
    return [[snapshot.id(place) for place in path] for path in paths]


def is_right(made: Made, wanted: PathOptions, sources: set[str], targets: set[str]) -> None:
    graph = in_networkx(made, wanted, sources | targets)
    every = list(every_path(graph, sources, targets, wanted.max_hops))
    measure = (lambda path: (len(path), cost_of(graph, path))) if wanted.by == "hops" else (lambda p: cost_of(graph, p))
    ours = found(made, wanted, sources, targets)
    assert [measure(path) for path in ours] == sorted(measure(path) for path in every)[:K]
    assert len({tuple(path) for path in ours}) == len(ours)
    assert {tuple(path) for path in ours} <= {tuple(path) for path in every}


@given(graphs(), lenient)
@settings(max_examples=150, deadline=None)
def test_the_k_best_paths_are_those_of_brute_force(made: Made, wanted: PathOptions) -> None:
    is_right(made, wanted, {made.entities[0][0]}, {made.entities[-1][0]})


@given(graphs(), options)
@settings(max_examples=150, deadline=None)
def test_with_any_mix_of_filters_too(made: Made, wanted: PathOptions) -> None:
    is_right(made, wanted, {made.entities[0][0]}, {made.entities[-1][0]})


@given(graphs(), lenient, st.data())
@settings(max_examples=100, deadline=None)
def test_between_two_groups_too(made: Made, wanted: PathOptions, data: st.DataObject) -> None:
    names = [row[0] for row in made.entities]
    sources = data.draw(st.sets(st.sampled_from(names[:-1]), min_size=1, max_size=3))
    targets = data.draw(
        st.sets(st.sampled_from([name for name in names if name not in sources]), min_size=1, max_size=3)
    )
    is_right(made, wanted, sources, targets)


@given(graphs(most=30), options)
@settings(max_examples=100, deadline=None)
def test_the_shortest_path_has_the_length_that_networkx_gives(made: Made, wanted: PathOptions) -> None:
    one, other = made.entities[0][0], made.entities[-1][0]
    graph = in_networkx(made, wanted, {one, other})
    if one in graph and other in graph and nx.has_path(graph, one, other):
        length = nx.shortest_path_length(graph, one, other)
    else:
        length = wanted.max_hops + 1
    ours = found(made, replace(wanted, by="hops"), {one}, {other}, 1)
    assert [len(path) - 1 for path in ours] == ([length] if length <= wanted.max_hops else [])


@given(graphs(), lenient)
@settings(max_examples=60, deadline=None)
def test_the_same_paths_are_found_from_the_other_end(made: Made, wanted: PathOptions) -> None:
    one, other = {made.entities[0][0]}, {made.entities[-1][0]}
    there = {tuple(path) for path in found(made, wanted, one, other, 10_000)}
    back = {tuple(reversed(path)) for path in found(made, wanted, other, one, 10_000)}
    assert there == back
