from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.store.tokens import UnreadableError
from queries.cypher import parameters, returned
from queries.lint import complaints


def names(text: str) -> list[list[str | None]]:
    return [[column.name for column in branch] for branch in returned(text)]


def test_parameters_are_found_with_their_first_line() -> None:
    assert parameters("MATCH (n:P)\nWHERE n.a = $a AND n.b = $b\nRETURN $a AS a") == {"a": 2, "b": 2}


def test_what_stands_in_strings_comments_and_backticks_is_not_read() -> None:
    text = "/* $a\n*/ MATCH (n:P) // $b\nWHERE n.x = '$c \\' $d' AND n.`$e` = \"$f\" RETURN n.x AS `two words`"
    assert parameters(text) == {}
    assert names(text) == [["two words"]]


def test_columns_are_those_of_the_outer_return() -> None:
    text = """
    MATCH (n:P) CALL (n) { RETURN 1 AS inner } WITH n, inner
    RETURN DISTINCT {id: n.id, kind: 'P'} AS n, [x IN n.list | x + ', '] AS list, inner
    ORDER BY n.id, list LIMIT 3
    """
    assert names(text) == [["n", "list", "inner"]]


def test_each_branch_of_a_union_gives_its_columns() -> None:
    assert names("RETURN 1 AS a UNION ALL RETURN 2 AS b") == [["a"], ["b"]]


def test_an_expression_without_a_name_has_none() -> None:
    assert names("MATCH (n:P) RETURN n.id, count(*) AS c") == [[None, "c"]]


@given(st.text(max_size=200))
def test_any_text_is_read_or_said_to_be_unreadable(text: str) -> None:
    for read in (parameters, returned, complaints):
        try:
            read(text)
        except UnreadableError as error:
            assert 0 <= error.start < len(text)


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (a:P)-[t:KNOWS|KIN_OF]->(b:P) RETURN a.id AS id",
        "MATCH (a:P)-[:KNOWS*1..4]-(b:P) MATCH (a)-[:IS]->(b) RETURN a.id AS id",
        "MATCH (a:P|Q {id: $id})<-[:KNOWS*0..2]-(:P) RETURN a.id - 1 AS less",
        "MATCH p = allShortestPaths((a:P)-[:KNOWS*..6]-(b:P)) RETURN length(p) AS n",
        "MATCH (a:P) WHERE any(x IN a.list WHERE x = 1) RETURN a.id AS id",
        "MATCH (a:P) WHERE EXISTS { MATCH (a)-[:KNOWS]->(:P) } RETURN COUNT { (a)-[:KNOWS]->(:P) } AS n",
    ],
)
def test_portable_cypher_passes(text: str) -> None:
    assert complaints(text) == ()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("MATCH (a:P) RETURN a.id", "column without a name"),
        ("MATCH (a:P)-[t]->(b:P) RETURN a.id AS id", "tie without a type"),
        ("MATCH (a:P)-->(b:P) RETURN a.id AS id", "tie without a type"),
        ("MATCH (a:P)--(b:P) RETURN a.id AS id", "tie without a type"),
        ("MATCH (a:P)-[:KNOWS*]-(b:P) RETURN a.id AS id", "unbounded"),
        ("MATCH (a:P)-[:KNOWS*2..]-(b:P) RETURN a.id AS id", "unbounded"),
        ("MATCH (a:P)-[:KNOWS]-(b) RETURN a.id AS id", "node without a label"),
        ("MATCH ()-[:KNOWS]-(b:P) RETURN b.id AS id", "node without a label"),
        ("MATCH (a:P) RETURN elementId(a) AS id", "engine_id"),
        ("MATCH (a:P) WHERE id(a) = 1 RETURN a.x AS x", "engine_id"),
        ("SHOW INDEXES", "not a question"),
        ("MATCH p = SHORTEST 1 (a:P)-[:K]-(b:P) RETURN 1 AS one", "shortest"),
        ("MATCH (a:P) SET a.x = 1 RETURN a.x AS x", "writing"),
        ("CALL db.labels() YIELD label RETURN label", "procedure, or a subquery without its variables"),
        ("RETURN datetime() AS now", "clock, chance or temporal type"),
        (
            "MATCH p = shortestPath((a:P)-[:K*..4]-(b:P)) WHERE all(r IN relationships(p) WHERE r.x) RETURN 1 AS one",
            "path_predicate",
        ),
    ],
)
def test_what_is_not_portable_is_found(text: str, rule: str) -> None:
    assert rule in {complaint.rule for complaint in complaints(text)}
