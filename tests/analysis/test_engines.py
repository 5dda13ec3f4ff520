"""networkx and NetworKit give the same answers; large networks are sampled within their bound."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from kb.analysis import engine as choosing
from kb.analysis.engine import DELTA, ERROR, betweenness, closeness, engine, has_networkit
from kb.analysis.graph import Graph, ranks
from kb.analysis.with_networkx import Networkx
from kb.errors import QuestionError
from tests.analysis.graphs import graph, graphs

needs_networkit = pytest.mark.skipif(not has_networkit(), reason="there is no NetworKit for this system")
MEASURES = ("betweenness", "closeness", "pagerank", "clustering", "core")


def random(size: int, edges: int, seed: int = 1) -> Graph:
    drawn = np.random.default_rng(seed)
    return Graph.of(size, drawn.integers(0, size, edges), drawn.integers(0, size, edges), np.ones(edges))


@needs_networkit
@given(graphs())
@settings(max_examples=60, deadline=None)
def test_both_libraries_give_the_same_answers(made: Graph) -> None:
    one, other = Networkx(), choosing.networkit()
    for name in MEASURES:
        values = getattr(one, name)(made), getattr(other, name)(made)
        assert np.allclose(*values, atol=1e-9), name
        assert np.array_equal(ranks(values[0]), ranks(values[1])), name
    assert one.transitivity(made) == pytest.approx(other.transitivity(made))
    first, second = one.components(made), other.components(made)
    assert np.array_equal(first[:, None] == first, second[:, None] == second)


@needs_networkit
def test_both_libraries_give_the_same_answers_on_a_larger_network() -> None:
    made = random(400, 1200)
    for name in MEASURES:
        assert np.allclose(getattr(Networkx(), name)(made), getattr(choosing.networkit(), name)(made), atol=1e-9), name


@given(graphs())
@settings(max_examples=60, deadline=None)
def test_degree_and_density_are_those_of_networkx(made: Graph) -> None:
    from kb.analysis.with_networkx import as_networkx

    known = as_networkx(made)
    assert made.degree.tolist() == [degree for _, degree in known.degree()]
    assert made.edges == known.number_of_edges()
    assert made.density == pytest.approx(2 * made.edges / (made.size * (made.size - 1)) if made.size > 1 else 0)


@needs_networkit
def test_diameters_agree() -> None:
    ring = graph(9, *((node, (node + 1) % 9) for node in range(9)))
    assert Networkx().diameter(ring) == choosing.networkit().diameter(ring) == 4


@needs_networkit
def test_what_is_sampled_is_within_its_bound_and_comes_out_the_same_again(monkeypatch: pytest.MonkeyPatch) -> None:
    made = random(600, 1500)
    exact = betweenness(made), closeness(made)
    assert (exact[0].bound, exact[1].bound) == (0, 0)
    monkeypatch.setattr(choosing, "EXACT", 0)
    for found, known in ((betweenness(made), exact[0]), (closeness(made), exact[1])):
        off = np.abs(found.values - known.values)
        assert 0 < off.max() <= found.bound
        assert (off <= found.bound).mean() >= 1 - DELTA
    assert np.array_equal(betweenness(made).values, betweenness(made).values)
    assert betweenness(made).bound == ERROR


@needs_networkit
def test_a_small_component_is_measured_to_the_last_even_where_large_ones_are_sampled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = graph(7, (0, 1), (1, 2), (3, 4), (4, 5))
    known = closeness(made)
    monkeypatch.setattr(choosing, "EXACT", 0)
    found = closeness(made)
    assert np.allclose(found.values, known.values)
    assert found.bound == 0


def test_without_networkit_small_networks_are_measured_and_large_ones_say_what_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(choosing, "find_spec", lambda name: None)
    assert engine(random(50, 100), paths=True, often=True).name == "networkx"
    with pytest.raises(QuestionError, match="pip install networkit"):
        engine(random(5000, 30000))


def test_equal_values_share_the_best_rank() -> None:
    assert ranks(np.array([3.0, 1.0, 3.0 + 1e-13, 2.0])).tolist() == [1, 4, 1, 3]
