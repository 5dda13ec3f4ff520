"""The check of our own Cypher."""

from __future__ import annotations

import pytest

from kb.store.portable import faults

PATH = "MATCH p = shortestPath((a)-[r:KIN_OF*1..6]-(b))"


@pytest.mark.parametrize(
    "text",
    [
        f"{PATH} WHERE all(x IN relationships(p) WHERE x.w > 1) RETURN p AS p",
        f"{PATH} WHERE length(p) > 2 RETURN p AS p",
        f"{PATH} WHERE none(n IN nodes(p) WHERE n.id = 'x') RETURN p AS p",
        f"{PATH} WHERE any(x IN r WHERE x.w > 1) RETURN p AS p",
        "MATCH (b), p = allShortestPaths((a)-[:KIN_OF*1..6]-(b)) WHERE a.id = 1 AND size(nodes(p)) > 2 RETURN 1 AS x",
        "MATCH p = shortestPath((a)-[:KIN_OF*1..6 {w: 1}]-(b)) RETURN p AS p",
        "MATCH p = shortestPath((a)-[r:KIN_OF*1..6 WHERE r.w > 1]-(b)) RETURN p AS p",
        "OPTIONAL MATCH `p` = shortestPath((a)-[:KIN_OF*1..6]-(b)) WHERE length(`p`) > 1 RETURN 1 AS one",
        f"CALL {{ {PATH} WHERE length(p) > 2 RETURN p }} RETURN p AS p",
    ],
)
def test_a_condition_on_a_shortest_path_is_found(text: str) -> None:
    assert faults(text) == ("path_predicate",)


@pytest.mark.parametrize(
    "text",
    [
        f"{PATH} RETURN p AS p",
        f"{PATH} WHERE a.id = $a RETURN p AS p",
        f"{PATH} WHERE a.p = 1 RETURN p AS p",
        f"{PATH} WITH p WHERE length(p) > 2 RETURN p AS p",
        f"MATCH (a:Person {{id: 'x'}}) {PATH} RETURN p AS p",
        "MATCH p = (a)-[:KIN_OF*1..6]-(b) WHERE length(p) > 2 RETURN p AS p",
        "MATCH (a)-[:KIN_OF*3]-(b) RETURN a.id AS id",
        "MATCH (a)-[:KIN_OF*..3]-(b) RETURN count(*) AS n, [x IN [1] | x * 2] AS l, 2 * 3 AS m",
        "RETURN '(a)-[*]-(b) elementId(a) SHORTEST' AS text",
    ],
)
def test_what_is_portable_has_no_fault(text: str) -> None:
    assert faults(text) == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("MATCH p = SHORTEST 1 (a)-[:KIN_OF]-+(b) RETURN p AS p", "shortest"),
        ("MATCH (n) RETURN elementId(n) AS id", "engine_id"),
        ("MATCH (n) WHERE id(n) = 1 RETURN n AS n", "engine_id"),
        ("MATCH (a)-[:KIN_OF*]-(b) RETURN a AS a", "unbounded"),
        ("MATCH (a)-[:KIN_OF*2..]->(b) RETURN a AS a", "unbounded"),
        ("MATCH (a)-[r:KIN_OF *1.. {w: 1}]->(b) RETURN a AS a", "unbounded"),
    ],
)
def test_what_only_one_engine_answers_is_found(text: str, fault: str) -> None:
    assert faults(text) == (fault,)
