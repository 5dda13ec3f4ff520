"""What our Cypher is made of answers the same on every engine."""

from __future__ import annotations

from typing import Any

import pytest

from kb.errors import QueryFailed
from kb.store import Node, Path, Store, Tie

GRAPH = """
UNWIND $rows AS row
MERGE (p:Person {id: row.id})
SET p += row.props
"""
PEOPLE = [
    {"id": "t:a", "props": {"label": "Ахмет", "birth_earliest": 18900101, "names": ["Ахмет", "Akhmet"]}},
    {"id": "t:b", "props": {"label": "Бейімбет", "birth_earliest": 18950101}},
    {"id": "t:c", "props": {"label": "Жүсіпбек", "birth_earliest": None}},
    {"id": "t:d", "props": {"label": "Дина"}},
]
TIES = [
    {"a": "t:a", "b": "t:b", "props": {"sources": 2, "claims": ["c1", "c2"]}},
    {"a": "t:b", "b": "t:c", "props": {"sources": 1, "claims": ["c3"]}},
]

# One text, its parameters, its rows: the statements that everything else is built from.
STATEMENTS: dict[str, tuple[str, dict[str, Any], list[tuple[Any, ...]]]] = {
    "order, null last": (
        "MATCH (p:Person) RETURN p.id AS id, p.birth_earliest AS birth ORDER BY birth, id",
        {},
        [("t:a", 18900101), ("t:b", 18950101), ("t:c", None), ("t:d", None)],
    ),
    "range of integers": (
        "MATCH (p:Person) WHERE $from <= p.birth_earliest <= $to RETURN p.id AS id",
        {"from": 18910101, "to": 18991231},
        [("t:b",)],
    ),
    "in a list": ("MATCH (p:Person) WHERE p.id IN $ids RETURN count(p) AS n", {"ids": ["t:a", "t:d", "t:x"]}, [(2,)]),
    "in a property": (
        "MATCH (p:Person) WHERE $name IN p.names RETURN p.id AS id",
        {"name": "Akhmet"},
        [("t:a",)],
    ),
    "starts with, Kazakh letters": (
        "MATCH (p:Person) WHERE toLower(p.label) STARTS WITH $start RETURN p.id AS id",
        {"start": "жүсіп"},
        [("t:c",)],
    ),
    "exists": (
        "MATCH (p:Person) WHERE EXISTS { MATCH (p)-[:KIN_OF]-(:Person) } RETURN collect(p.id) AS ids",
        {},
        [(["t:a", "t:b", "t:c"],)],
    ),
    "count": (
        "MATCH (p:Person) RETURN p.id AS id, COUNT { MATCH (p)-[:KIN_OF]-(:Person) } AS n ORDER BY id",
        {},
        [("t:a", 1), ("t:b", 2), ("t:c", 1), ("t:d", 0)],
    ),
    "subquery": (
        "MATCH (p:Person) CALL (p) { MATCH (p)-[:KIN_OF]->(q:Person) RETURN q.id AS q } "
        "RETURN p.id AS p, q AS q ORDER BY p",
        {},
        [("t:a", "t:b"), ("t:b", "t:c")],
    ),
    "optional": (
        "MATCH (p:Person) OPTIONAL MATCH (p)-[:KIN_OF]->(q:Person) RETURN p.id AS p, q.id AS q ORDER BY p",
        {},
        [("t:a", "t:b"), ("t:b", "t:c"), ("t:c", None), ("t:d", None)],
    ),
    "variable length": (
        "MATCH (a:Person {id: $a})-[:KIN_OF*1..4]-(b:Person) RETURN DISTINCT b.id AS id ORDER BY id",
        {"a": "t:a"},
        [("t:b",), ("t:c",)],
    ),
    "shortest path": (
        "MATCH (a:Person {id: $a}) MATCH (b:Person {id: $b}) MATCH p = shortestPath((a)-[:KIN_OF*1..6]-(b)) "
        "RETURN length(p) AS hops, [n IN nodes(p) | n.id] AS ids",
        {"a": "t:a", "b": "t:c"},
        [(2, ["t:a", "t:b", "t:c"])],
    ),
    "all shortest paths": (
        "MATCH (a:Person {id: $a}) MATCH (b:Person {id: $b}) MATCH p = allShortestPaths((a)-[:KIN_OF*1..6]-(b)) "
        "RETURN count(p) AS n",
        {"a": "t:a", "b": "t:c"},
        [(1,)],
    ),
    "no path": (
        "MATCH (a:Person {id: $a}) MATCH (b:Person {id: $b}) MATCH p = shortestPath((a)-[:KIN_OF*1..6]-(b)) "
        "RETURN count(p) AS n",
        {"a": "t:a", "b": "t:d"},
        [(0,)],
    ),
    "condition on a path of variable length": (
        "MATCH p = (a:Person {id: $a})-[:KIN_OF*1..4]-(b:Person) WHERE all(r IN relationships(p) WHERE r.sources > 1) "
        "RETURN b.id AS id",
        {"a": "t:a"},
        [("t:b",)],
    ),
    "case, coalesce": (
        "MATCH (p:Person) RETURN p.id AS id, CASE WHEN p.birth_earliest IS NULL THEN 'open' ELSE 'known' END AS birth, "
        "coalesce(p.birth_earliest, 0) AS n ORDER BY id LIMIT 2",
        {},
        [("t:a", "known", 18900101), ("t:b", "known", 18950101)],
    ),
    "aggregates": (
        "MATCH (:Person)-[r:KIN_OF]->(:Person) RETURN sum(r.sources) AS s, min(r.sources) AS least, "
        "max(r.sources) AS most, avg(r.sources) AS mean",
        {},
        [(3, 1, 2, 1.5)],
    ),
    "union": (
        "MATCH (p:Person {id: 't:a'}) RETURN p.label AS label "
        "UNION MATCH (p:Person {id: 't:a'}) RETURN p.label AS label",
        {},
        [("Ахмет",)],
    ),
    "unwind, maps, lists": (
        "UNWIND $rows AS row RETURN row.name AS name, size(row.of) AS n, head(row.of) AS first, last(row.of) AS last",
        {"rows": [{"name": "x", "of": [1, 2, 3]}, {"name": "y", "of": []}]},
        [("x", 3, 1, 3), ("y", 0, None, None)],
    ),
    "reduce, keys, types": (
        "MATCH (p:Person {id: 't:b'})-[r:KIN_OF]->(:Person) RETURN type(r) AS type, labels(p) AS labels, "
        "reduce(s = 0, x IN [1, 2, 3] | s + x) AS sum",
        {},
        [("KIN_OF", ["Person"], 6)],
    ),
    "text functions": (
        "RETURN toUpper($t) AS up, replace($t, 'қ', 'к') AS re, split($t, ' ') AS parts, substring($t, 0, 3) AS sub, "
        "trim('  x ') AS trim, toInteger('12') AS n, toString(12) AS t",
        {"t": "қазақ елі"},
        [("ҚАЗАҚ ЕЛІ", "казак елі", ["қазақ", "елі"], "қаз", "x", 12, "12")],
    ),
    "integers of 64 bits": ("RETURN $n AS n, $n - 1 AS less", {"n": 2**63 - 1}, [(2**63 - 1, 2**63 - 2)]),
    "booleans with null": ("RETURN null = 1 AS a, null IS NULL AS b, true AND null AS c", {}, [(None, True, None)]),
    "skip and limit by parameter": (
        "MATCH (p:Person) RETURN p.id AS id ORDER BY id SKIP $skip LIMIT $limit",
        {"skip": 1, "limit": 2},
        [("t:b",), ("t:c",)],
    ),
}


@pytest.fixture
def people(store: Store) -> Store:
    """Four persons, two ties."""
    store.write_rows(GRAPH, PEOPLE)
    store.write_rows(
        "UNWIND $rows AS row MATCH (a:Person {id: row.a}) MATCH (b:Person {id: row.b}) "
        "MERGE (a)-[r:KIN_OF]->(b) SET r += row.props",
        TIES,
    )
    return store


def test_every_statement_we_build_on_answers_the_same(people: Store) -> None:
    wrong = {}
    for name, (text, params, rows) in STATEMENTS.items():
        answer = people.read(text, params)
        if answer.rows != rows:
            wrong[name] = answer.rows
    assert wrong == {}


def test_columns_are_named_in_the_order_of_the_text(people: Store) -> None:
    assert people.read("MATCH (p:Person) RETURN p.label AS b, p.id AS a LIMIT 1").columns == ("b", "a")


def test_merging_twice_changes_nothing(people: Store) -> None:
    people.write_rows(GRAPH, PEOPLE)
    assert people.read("MATCH (p:Person) RETURN count(p) AS n").scalar() == 4


def test_a_property_set_to_null_is_gone(people: Store) -> None:
    people.write_rows(GRAPH, [{"id": "t:a", "props": {"birth_earliest": None}}])
    node = people.read("MATCH (p:Person {id: 't:a'}) RETURN p AS p").scalar()
    assert node == Node(("Person",), {"id": "t:a", "label": "Ахмет", "names": ["Ахмет", "Akhmet"]})


def test_nodes_ties_and_paths_carry_no_id_of_the_engine(people: Store) -> None:
    node, tie, path = people.read(
        "MATCH p = (a:Person {id: 't:b'})-[r:KIN_OF]->(c:Person) RETURN a AS a, r AS r, p AS p"
    ).rows[0]
    start = Node(("Person",), {"id": "t:b", "label": "Бейімбет", "birth_earliest": 18950101})
    end = Node(("Person",), {"id": "t:c", "label": "Жүсіпбек"})
    assert node == start
    assert tie == Tie("KIN_OF", {"sources": 1, "claims": ["c3"]}, start, end)
    assert path == Path((start, end), (tie,))


def test_a_path_against_the_direction_keeps_the_order_of_its_nodes(people: Store) -> None:
    path = people.read(
        "MATCH (a:Person {id: 't:c'}) MATCH (b:Person {id: 't:a'}) "
        "MATCH p = shortestPath((a)-[:KIN_OF*1..6]-(b)) RETURN p AS p"
    ).scalar()
    assert [node.properties["id"] for node in path.nodes] == ["t:c", "t:b", "t:a"]
    assert [tie.start.properties["id"] for tie in path.ties] == ["t:b", "t:a"]


def test_a_tie_returned_alone_does_not_invent_its_ends(people: Store) -> None:
    tie = people.read("MATCH (:Person {id: 't:b'})-[r:KIN_OF]->(:Person) RETURN r AS r").scalar()
    assert tie == Tie("KIN_OF", {"sources": 1, "claims": ["c3"]}, None, None)


def test_dates_and_points_of_cypher_leave_as_text(store: Store) -> None:
    assert store.read("RETURN date('1930-02-07') AS d").rows == [("1930-02-07",)]


def test_streaming_gives_all_rows_without_a_limit(store: Store) -> None:
    assert sum(row[0] for row in store.stream("UNWIND range(1, 30000) AS i RETURN i AS i")) == 30000 * 30001 // 2


def test_wiping_leaves_nothing(people: Store) -> None:
    people.wipe(chunk=3)
    assert people.read("MATCH (n) RETURN count(n) AS n").scalar() == 0


def test_full_text_finds_words_in_cyrillic_whatever_their_case(people: Store) -> None:
    people.fulltext("person_text", "Person", ["label", "note"])
    people.fulltext("person_text", "Person", ["label", "note"])  # twice does no harm
    people.await_fulltext()
    people.write_rows(
        GRAPH, [{"id": "t:e", "props": {"label": "Жүсіпбек Аймауытов", "note": "учитель в Семипалатинске"}}]
    )
    ask = (
        "CALL db.index.fulltext.queryNodes('person_text', $text) YIELD node, score "
        "RETURN node.id AS id, score > 0 AS scored ORDER BY id"
    )
    assert people.read(ask, {"text": "жүсіпбек"}).rows == [("t:c", True), ("t:e", True)]
    assert people.read(ask, {"text": "УЧИТЕЛЬ"}).rows == [("t:e", True)]
    assert people.read(ask, {"text": "семипал*"}).rows == [("t:e", True)]
    assert people.read(ask, {"text": "аймауитов~1"}).rows == [("t:e", True)]
    assert people.read(ask, {"text": "нет"}).rows == []
    people.drop_fulltext(["person_text", "person_text_that_never_was"])
    with pytest.raises(QueryFailed):
        people.read(ask, {"text": "жүсіпбек"})
