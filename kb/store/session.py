"""The store: reading through a reader that cannot write, writing in managed transactions. One driver, both engines."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from types import TracebackType
from typing import Any, Literal, Self, TypeVar

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from kb.errors import Unreachable
from kb.store.failures import mapped, may_be_retried, ours
from kb.store.values import Neutral, Result, Value

Engine = Literal["arcadedb", "neo4j"]
Params = Mapping[str, Any]
T = TypeVar("T")

ROWS = 1000
SECONDS = 10.0
ATTEMPTS = 8
PAUSE = 0.05  # seconds before the second attempt, doubled for each further one, with jitter


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a base is: the two ways to log in may be the same on a server."""

    engine: Engine
    uri: str
    database: str | None
    writer: tuple[str, str] | None
    viewer: tuple[str, str] | None


class Tx:
    """A transaction that writes. Whatever its work raises rolls it back."""

    def __init__(self, transaction: neo4j.Transaction) -> None:
        self._transaction = transaction

    def run(self, cypher: str, params: Params | None = None) -> Result:
        """Run one statement and return all its rows."""
        answer = self._transaction.run(cypher, dict(params or {}))
        columns = tuple(answer.keys())
        neutral = Neutral()
        return Result(columns, [neutral.row(record.values()) for record in list(answer)])


class Store:
    """One base. Made by :func:`kb.store.connect`; safe for several threads."""

    def __init__(self, find: Callable[[], Endpoint]) -> None:
        self._find = find
        self._endpoint = find()
        self._drivers: dict[tuple[str, str] | None, neo4j.Driver] = {}

    @property
    def engine(self) -> Engine:
        """Which engine answers."""
        return self._endpoint.engine

    @property
    def address(self) -> str:
        """Its address."""
        return self._endpoint.uri

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Hang up. The local engine goes on running for others until it is idle."""
        for driver in self._drivers.values():
            driver.close()
        self._drivers.clear()

    def _driver(self, login: tuple[str, str] | None) -> neo4j.Driver:
        driver = self._drivers.get(login)
        if driver is None:
            driver = neo4j.GraphDatabase.driver(
                self._endpoint.uri,
                auth=login,
                connection_timeout=10,
                liveness_check_timeout=30,
                telemetry_disabled=True,
            )
            self._drivers[login] = driver
        return driver

    def _session(self, writing: bool, fetch: int = ROWS) -> neo4j.Session:
        return self._driver(self._endpoint.writer if writing else self._endpoint.viewer).session(
            database=self._endpoint.database,
            default_access_mode=neo4j.WRITE_ACCESS if writing else neo4j.READ_ACCESS,
            fetch_size=fetch,
        )

    def read(
        self, cypher: str, params: Params | None = None, *, limit: int | None = ROWS, seconds: float = SECONDS
    ) -> Result:
        """Rows of ``cypher``, at most ``limit`` (``cut`` says if there were more), within ``seconds``."""
        wanted = None if limit is None else limit + 1
        with ours(self.address, seconds), self._session(False, min(wanted or ROWS, ROWS)) as session:
            answer = session.run(self._limited(cypher, seconds), dict(params or {}))
            columns = tuple(answer.keys())
            records = list(islice(answer, wanted))
        cut = limit is not None and len(records) > limit
        neutral = Neutral()
        return Result(columns, [neutral.row(record.values()) for record in records[:limit]], cut)

    def _limited(self, cypher: str, seconds: float) -> neo4j.Query:
        """The text with its limit: ArcadeDB ignores the driver's, so our engine process reads it from a comment."""
        text = f"/* seconds={seconds:g} */ {cypher}" if self.engine == "arcadedb" else cypher
        return neo4j.Query(text, timeout=seconds)

    def write(self, work: Callable[[Tx], T]) -> T:
        """Do ``work`` in one transaction, again if another one was in its way: it must not mind being repeated."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._once(work)
            except (Neo4jError, DriverError) as error:
                if attempt == ATTEMPTS or not may_be_retried(error):
                    raise mapped(error, self.address) from error
                time.sleep(PAUSE * 2**attempt * random.uniform(0.5, 1))  # noqa: S311 - jitter
        raise AssertionError("unreachable")

    def _once(self, work: Callable[[Tx], T]) -> T:
        with self._session(True) as session, session.begin_transaction() as transaction:
            done = work(Tx(transaction))
            transaction.commit()
            return done

    def write_rows(self, statement: str, rows: Iterable[Params], *, chunk: int = 5000) -> int:
        """Run ``UNWIND $rows AS row …`` over ``rows``, each chunk in its own transaction; the number of rows."""
        count = 0
        for part in _chunks(rows, chunk):
            self.write(lambda tx, part=part: tx.run(statement, {"rows": part}))  # type: ignore[misc]
            count += len(part)
        return count

    def ddl(self, statements: Iterable[str]) -> None:
        """Constraints and indexes, each alone: engines refuse to mix them with data."""
        for statement in statements:
            with ours(self.address), self._session(True) as session:
                session.run(statement).consume()

    def wipe(self, *, chunk: int = 5000) -> None:
        """Delete everything in the base, in chunks (a large transaction runs out of Neo4j's memory pool)."""
        delete = "MATCH (n) WITH n LIMIT $chunk DETACH DELETE n RETURN count(*) AS deleted"
        while self.write(lambda tx: tx.run(delete, {"chunk": chunk}).scalar()):
            pass


def _chunks(rows: Iterable[Params], size: int) -> Iterator[list[dict[str, Value]]]:
    iterator = iter(rows)
    while part := [dict(row) for row in islice(iterator, size)]:
        yield part


__all__ = ["Endpoint", "Engine", "Params", "Store", "Tx", "Unreachable"]
