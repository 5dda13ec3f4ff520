"""Reading: the reader cannot write, nothing runs for ever, nothing is cut without saying so."""

from __future__ import annotations

import time

import pytest

from kb.errors import KbError, ParameterError, QueryFailed, RefusedCypher, TimeLimit, WriteRefused
from kb.settings import Settings
from kb.store import Store, connect, status

WRITING = [
    "CREATE (:Person {id: 't:new'})",
    "MERGE (:Person {id: 't:new'})",
    "MATCH (p:Person {id: 't:a'}) SET p.label = 'other'",
    "MATCH (p:Person {id: 't:a'}) SET p:Other",
    "MATCH (p:Person {id: 't:a'}) REMOVE p.label",
    "MATCH (p:Person {id: 't:a'}) DELETE p",
    "MATCH (p:Person {id: 't:a'}) DETACH DELETE p",
    "MATCH (a:Person {id: 't:a'}) CREATE (a)-[:KIN_OF]->(a)",
    "MATCH (p:Person {id: 't:a'}) CALL (p) { SET p.label = 'other' } RETURN p.id AS id",
    "MATCH (p:Person {id: 't:a'}) FOREACH (x IN [1] | SET p.label = 'other')",
    "UNWIND [1, 2] AS n CREATE (:Person {id: n}) RETURN n AS n",
    "CREATE INDEX other IF NOT EXISTS FOR (n:Other) ON (n.id)",
    "CREATE CONSTRAINT other IF NOT EXISTS FOR (n:Other) REQUIRE n.id IS UNIQUE",
]
RUNAWAYS = {
    "rows": "UNWIND range(1, 3000000) AS a UNWIND range(1, 3000000) AS b WITH a, b WHERE a * b = -1 RETURN a AS a",
    "sorting": "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c "
    "RETURN max(a * b - c) AS m ORDER BY m",
    "in an optional match": "UNWIND range(1, 3000000) AS a OPTIONAL MATCH (p:Nobody {id: a}) "
    "WITH a, p UNWIND range(1, 3000000) AS b WITH a, b, p WHERE a = -b RETURN count(p) AS n",
}
ONE_EXPRESSION = "RETURN size([x IN range(1, 9000000) WHERE any(y IN range(1, 100000) WHERE y = -1)]) AS n"


@pytest.fixture
def person(store: Store) -> Store:
    """One person."""
    store.write(lambda tx: tx.run("CREATE (:Person {id: 't:a', label: 'Ахмет'})"))
    return store


@pytest.mark.parametrize("text", WRITING)
def test_what_writes_is_refused_and_leaves_the_base_as_it_was(person: Store, text: str) -> None:
    with pytest.raises(WriteRefused):
        person.read(text)
    assert person.read("MATCH (n) RETURN n.id AS id, n.label AS label, labels(n) AS labels").rows == [
        ("t:a", "Ахмет", ["Person"])
    ]


@pytest.mark.parametrize("text", WRITING)
def test_free_cypher_that_writes_is_refused_before_it_reaches_the_base(person: Store, text: str) -> None:
    with pytest.raises(RefusedCypher):
        person.free(text)


@pytest.mark.parametrize("name", RUNAWAYS)
def test_a_runaway_read_is_ended_in_time(store: Store, base: Settings, name: str) -> None:
    began = time.monotonic()
    with pytest.raises(TimeLimit) as raised:
        store.read(RUNAWAYS[name], seconds=0.5)
    assert time.monotonic() - began < 8
    assert raised.value.data["seconds"] == 0.5
    assert "0.5" in raised.value.say("kk")
    assert store.read("RETURN 1 AS one").scalar() == 1
    assert not status(base).queries


@pytest.mark.local
def test_a_read_that_cannot_be_ended_frees_the_one_who_asked_and_the_base_goes_on(local: Settings) -> None:
    """Inside one expression ArcadeDB sees no order to end: its line is cut, then the engine gives way to a new one."""
    with connect(local) as store:
        store.write(lambda tx: tx.run("CREATE (:Person {id: 't:a'})"))
        first = status(local).pid
        began = time.monotonic()
        with pytest.raises(TimeLimit):
            store.read(ONE_EXPRESSION, seconds=0.5)
        assert time.monotonic() - began < 8
        deadline = time.monotonic() + 60
        while status(local).pid == first and time.monotonic() < deadline:
            time.sleep(0.2)
        assert store.read("MATCH (p:Person) RETURN p.id AS id").rows == [("t:a",)]
        assert status(local).pid not in {None, first}


def test_a_writer_is_not_held_to_the_readers_limit(store: Store) -> None:
    slow = "UNWIND range(1, 1500) AS a UNWIND range(1, 2000) AS b RETURN sum(a * b) AS s"
    assert store.write(lambda tx: tx.run(slow)).scalar() == 1500 * 1501 // 2 * 2000 * 2001 // 2


@pytest.mark.parametrize(
    "text",
    [
        "UNWIND range(1, 1000000) AS i RETURN i AS i",
        "UNWIND range(1, 1000000) AS i RETURN i AS i ORDER BY i",
        "UNWIND range(1, 1000000) AS i RETURN i AS i LIMIT 999999",
        "UNWIND range(1, 500000) AS i RETURN i AS i UNION ALL UNWIND range(1, 500000) AS i RETURN i AS i",
        "UNWIND range(1, 1000000) AS i RETURN i AS i; // all of them",
    ],
)
def test_a_million_rows_are_cut_and_it_says_so(store: Store, text: str) -> None:
    began = time.monotonic()
    answer = store.read(text, limit=10)
    assert answer.rows == [(i,) for i in range(1, 11)]
    assert answer.cut
    assert time.monotonic() - began < 10


def test_exactly_as_many_rows_as_allowed_are_not_cut(store: Store) -> None:
    answer = store.read("UNWIND range(1, 10) AS i RETURN i AS i", limit=10)
    assert (len(answer.rows), answer.cut) == (10, False)


def test_no_limit_gives_all(store: Store) -> None:
    answer = store.read("UNWIND range(1, 25000) AS i RETURN i AS i", limit=None)
    assert (len(answer.rows), answer.cut) == (25000, False)


@pytest.mark.parametrize(
    ("text", "params", "kind", "key"),
    [
        ("MATCH (n) RETURN n.", {}, QueryFailed, "query_failed"),
        ("RETURN nosuchfunction(1) AS x", {}, QueryFailed, "query_failed"),
        ("RETURN 1 / 0 AS x", {}, QueryFailed, "query_failed"),
        ("RETURN $missing AS x", {}, ParameterError, "parameter_missing"),
        ("RETURN $x AS x", {"x": object()}, ParameterError, "parameter_type"),
        ("RETURN $x AS x", {"x": 2**64}, ParameterError, "parameter_type"),
    ],
)
def test_a_wrong_question_says_what_is_wrong(
    store: Store, text: str, params: dict[str, object], kind: type[KbError], key: str
) -> None:
    with pytest.raises(kind) as raised:
        store.read(text, params)
    assert raised.value.key == key
    for lang in ("ru", "kk", "en"):
        said = raised.value.say(lang)
        assert "\n" not in said
        assert "LIMIT" not in said  # ours, not the asker's


def test_free_cypher_reads(person: Store) -> None:
    assert person.free("MATCH (p:Person) RETURN p.label AS `the set`, 'CREATE' AS word").rows == [("Ахмет", "CREATE")]


def test_what_neo4j_runs_even_in_read_mode_is_why_free_cypher_is_checked(store: Store) -> None:
    """Where this list shrinks to nothing the allow-list may be looked at again."""
    for text in ("SHOW USERS YIELD user RETURN user", "LOAD CSV FROM 'file:///nothing.csv' AS line RETURN line"):
        with pytest.raises(RefusedCypher):
            store.free(text)
    if store.engine == "neo4j":
        assert store.read("SHOW USERS YIELD user RETURN user").rows == [("neo4j",)]
    else:
        with pytest.raises((QueryFailed, WriteRefused)):
            store.read("SHOW USERS YIELD user RETURN user")
        with pytest.raises((QueryFailed, WriteRefused)):
            store.read("LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line")
