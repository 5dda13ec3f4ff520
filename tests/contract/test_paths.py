"""Paths on both engines, and the one difference that is silent: a condition on what shortestPath finds."""

from __future__ import annotations

import pytest

from kb.store import Store
from kb.store.portable import faults

# a-b-c by weak ties, a-d-e-c by strong ones: the shortest path is weak, the detour strong.
TIES = [("a", "b", 1), ("b", "c", 1), ("a", "d", 5), ("d", "e", 5), ("e", "c", 5)]
ENDS = "MATCH (a:Person {id: 'a'}) MATCH (c:Person {id: 'c'}) "
WITH_CONDITION = (
    ENDS + "MATCH p = shortestPath((a)-[:KIN_OF*1..6]-(c)) WHERE all(r IN relationships(p) WHERE r.w > 3) RETURN p AS p"
)


@pytest.fixture
def detour(store: Store) -> Store:
    """A weak short way and a strong long one."""
    store.write_rows(
        "UNWIND $rows AS row MERGE (a:Person {id: row.a}) MERGE (b:Person {id: row.b}) "
        "CREATE (a)-[:KIN_OF {w: row.w}]->(b)",
        [{"a": a, "b": b, "w": w} for a, b, w in TIES],
    )
    return store


def test_a_condition_on_the_shortest_path_is_why_it_is_forbidden(detour: Store) -> None:
    """Should this fail because the local engine finds the detour too, the prohibition may go."""
    found = [len(path.ties) for (path,) in detour.read(WITH_CONDITION).rows]
    assert found == ([3] if detour.engine == "neo4j" else [])
    assert faults(WITH_CONDITION) == ("path_predicate",)


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        (ENDS + "MATCH p = shortestPath((a)-[:KIN_OF*1..6]-(c)) RETURN p AS p", [2]),
        (ENDS + "MATCH p = allShortestPaths((a)-[:KIN_OF*1..6]-(c)) RETURN p AS p", [2]),
        (ENDS + "MATCH p = shortestPath((a)-[:KIN_OF*1..1]-(c)) RETURN p AS p", []),
        (ENDS + "MATCH p = (a)-[:KIN_OF*1..6]-(c) RETURN p AS p", [2, 3]),
        (ENDS + "MATCH p = (a)-[:KIN_OF*1..6]-(c) WHERE all(r IN relationships(p) WHERE r.w > 3) RETURN p AS p", [3]),
        (ENDS + "MATCH p = (a)-[:KIN_OF*1..6]-(c) WHERE none(n IN nodes(p) WHERE n.id = 'b') RETURN p AS p", [3]),
        (ENDS + "MATCH p = (a)-[:KIN_OF*1..6]-(c) WHERE length(p) < 3 RETURN p AS p", [2]),
        (ENDS + "MATCH p = (a)-[rs:KIN_OF*1..6]-(c) WHERE any(r IN rs WHERE r.w = 1) RETURN p AS p", [2]),
        (ENDS + "MATCH p = shortestPath((a)-[:KIN_OF*1..6]-(c)) WHERE a.id <> c.id RETURN p AS p", [2]),
        (
            ENDS + "MATCH p = shortestPath((a)-[:KIN_OF*1..6]-(c)) WITH p WHERE length(p) > 2 RETURN p AS p",
            [],
        ),
    ],
)
def test_what_is_allowed_finds_the_same_on_both(detour: Store, text: str, lengths: list[int]) -> None:
    assert sorted(len(path.ties) for (path,) in detour.read(text).rows) == lengths
    assert faults(text) == ()


def test_shortest_path_between_a_node_and_itself_is_not_asked(detour: Store) -> None:
    """Neo4j raises, ArcadeDB answers: the ends are compared before."""
    same = "MATCH (a:Person {id: $a}) MATCH (b:Person {id: $b}) WHERE a.id <> b.id "
    same += "MATCH p = shortestPath((a)-[:KIN_OF*1..6]-(b)) RETURN p AS p"
    assert detour.read(same, {"a": "a", "b": "a"}).rows == []
