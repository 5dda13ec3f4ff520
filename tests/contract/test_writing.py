"""Writing: all or nothing, again when another was in the way, alone for schema."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from kb.errors import EngineFailed, QueryFailed, TooLarge
from kb.settings import Settings
from kb.store import Store, Tx, connect


def run(text: str, params: dict[str, str], tx: Tx) -> None:
    """Run one statement."""
    tx.run(text, params)


UNIQUE = ["CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE"]


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    def half(tx: Tx) -> None:
        tx.run("CREATE (:Thing {id: 1})")
        tx.run("CREATE (:Thing {id: 2})-[:NEAR]->(:Thing {id: 3})")
        tx.run("RETURN 1 / 0 AS x")

    with pytest.raises(QueryFailed):
        store.write(half)
    assert store.read("MATCH (n) RETURN count(n) AS n").scalar() == 0


def test_a_statement_that_fails_at_its_last_row_leaves_nothing(store: Store) -> None:
    rows = [{"id": n, "by": 1} for n in range(2000)] + [{"id": 2000, "by": 0}]
    with pytest.raises(QueryFailed):
        store.write_rows("UNWIND $rows AS row CREATE (:Thing {id: row.id, n: 1 / row.by})", rows)
    assert store.read("MATCH (n) RETURN count(n) AS n").scalar() == 0


def test_whatever_the_work_raises_rolls_it_back(store: Store) -> None:
    def work(tx: Tx) -> None:
        tx.run("CREATE (:Thing {id: 1})")
        raise LookupError("changed its mind")

    with pytest.raises(LookupError):
        store.write(work)
    assert store.read("MATCH (n) RETURN count(n) AS n").scalar() == 0


def test_chunks_before_a_failing_one_stay(store: Store) -> None:
    rows = [{"id": n, "by": 1} for n in range(25)] + [{"id": 25, "by": 0}]
    with pytest.raises(QueryFailed):
        store.write_rows("UNWIND $rows AS row CREATE (:Thing {id: row.id, n: 1 / row.by})", rows, chunk=10)
    assert store.read("MATCH (n) RETURN count(n) AS n").scalar() == 20


def test_rows_may_be_a_generator_and_are_counted(store: Store) -> None:
    assert (
        store.write_rows("UNWIND $rows AS row CREATE (:Thing {id: row.id})", ({"id": n} for n in range(12001))) == 12001
    )
    assert store.read("MATCH (n:Thing) RETURN count(n) AS n").scalar() == 12001
    assert store.write_rows("UNWIND $rows AS row CREATE (:Thing {id: row.id})", []) == 0


def test_a_transaction_sees_what_it_wrote_and_others_do_not(store: Store) -> None:
    def work(tx: Tx) -> tuple[int, int]:
        tx.run("CREATE (:Thing {id: 1})")
        return tx.run("MATCH (n:Thing) RETURN count(n) AS n").scalar(), store.read(
            "MATCH (n:Thing) RETURN count(n) AS n"
        ).scalar()

    assert store.write(work) == (1, 0)


def test_a_broken_constraint_is_said_and_the_base_stays(store: Store) -> None:
    store.ddl(UNIQUE)
    store.write(lambda tx: tx.run("CREATE (:Thing {id: 1})"))
    with pytest.raises(QueryFailed) as raised:
        store.write(lambda tx: tx.run("CREATE (:Thing {id: 1, second: true})"))
    assert raised.value.key == "constraint_broken"
    assert store.read("MATCH (n:Thing) RETURN count(n) AS n").scalar() == 1


def test_schema_statements_may_come_twice(store: Store) -> None:
    store.ddl([*UNIQUE, "CREATE INDEX thing_name IF NOT EXISTS FOR (n:Thing) ON (n.name)"])
    store.ddl([*UNIQUE, "CREATE INDEX thing_name IF NOT EXISTS FOR (n:Thing) ON (n.name)"])


def test_many_who_merge_the_same_new_keys_at_once_all_pass(store: Store) -> None:
    store.ddl(UNIQUE)
    at_once = threading.Barrier(6)

    def merge(_: int) -> None:
        at_once.wait()
        for key in range(20):
            params = {"id": f"k{key}"}
            store.write(partial(run, "MERGE (n:Thing {id: $id}) SET n.times = coalesce(n.times, 0) + 1", params))

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(merge, range(6)))
    answer = store.read("MATCH (n:Thing) RETURN count(n) AS n, sum(n.times) AS times")
    assert answer.rows == [(20, 120)]


def test_large_values_come_back_as_they_were(store: Store) -> None:
    text = "Протокол допроса. " * 20000
    store.write(lambda tx: tx.run("CREATE (:Thing {id: 1, quote: $quote})", {"quote": text}))
    assert store.read("MATCH (n:Thing) RETURN n.quote AS quote").scalar() == text


@pytest.mark.local
def test_a_full_disk_is_said_before_anything_is_written(local: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    with connect(local) as store:
        monkeypatch.setattr("kb.store.dialects.ROOM", 2**60)  # more than any disk has
        with pytest.raises(EngineFailed) as raised:
            store.write(lambda tx: tx.run("CREATE (:Thing {id: 1})"))
        assert raised.value.key == "disk_full"
        assert store.read("MATCH (n) RETURN count(n) AS n").scalar() == 0


def test_a_transaction_that_a_server_has_no_memory_for_is_said_at_once(store: Store) -> None:
    if store.engine != "neo4j":
        pytest.skip("the local engine counts no memory of transactions")
    began = time.monotonic()
    with pytest.raises(TooLarge):
        store.write(
            lambda tx: tx.run("UNWIND range(1, 100000000) AS i WITH collect(i) AS numbers RETURN size(numbers) AS n")
        )
    assert time.monotonic() - began < 30  # not tried eight times
    assert store.read("RETURN 1 AS one").scalar() == 1
