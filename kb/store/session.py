"""The store: reading through a reader that cannot write, writing in managed transactions. One driver, both engines."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from types import TracebackType
from typing import Any, Self, TypeVar

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from kb.errors import ConnectionLost, EngineFailed, QueryFailed, TimeLimit, Unreachable
from kb.store import guard
from kb.store.dialects import Engine
from kb.store.failures import mapped, may_be_retried, ours, packing
from kb.store.line import FETCH, Endpoint, Line
from kb.store.tokens import with_limit
from kb.store.values import Neutral, Result, Value

Params = Mapping[str, Any]
T = TypeVar("T")

ROWS = 1000
SECONDS = 10.0
ATTEMPTS = 8
PAUSE = 0.02  # seconds, doubled before each further attempt, with jitter: 4 s in all
LONG = 3600.0  # seconds for what may take its time


class Tx:
    """A transaction that writes. Whatever its work raises rolls it back."""

    def __init__(self, transaction: neo4j.Transaction) -> None:
        self._transaction = transaction

    def run(self, cypher: str, params: Params | None = None) -> Result:
        """Run one statement and return all its rows."""
        with packing():
            answer = self._transaction.run(cypher, dict(params or {}))
        return _table(answer.keys(), list(answer))


class Store:
    """One base. Made by :func:`kb.store.connect`; safe for several threads."""

    def __init__(self, find: Callable[[], Endpoint]) -> None:
        self._line = Line(find)

    @property
    def engine(self) -> Engine:
        """Which engine answers."""
        return self._line.endpoint.dialect.engine

    @property
    def address(self) -> str:
        """Its address."""
        return self._line.endpoint.uri

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Hang up. The local engine goes on running for others until it is idle."""
        self._line.close()

    def read(
        self, cypher: str, params: Params | None = None, *, limit: int | None = ROWS, seconds: float = SECONDS
    ) -> Result:
        """Rows of ``cypher``, at most ``limit`` (``cut`` says if there were more), within ``seconds``.

        Raises TimeLimit, WriteRefused, QueryFailed, ParameterError, Unreachable, ConnectionLost.
        """
        text = cypher if limit is None else with_limit(cypher, limit + 1)
        try:
            return self._reached(lambda: self._read(text, params, limit, seconds))
        except QueryFailed:
            if text == cypher:
                raise
        return self._reached(lambda: self._read(cypher, params, limit, seconds))  # for an error without our LIMIT

    def _read(self, text: str, params: Params | None, limit: int | None, seconds: float) -> Result:
        wanted = None if limit is None else limit + 1
        began = time.monotonic()
        try:
            with ours(self.address, seconds), self._line.session(False, min(wanted or FETCH, FETCH)) as session:
                with packing():
                    answer = session.run(self._limited(text, seconds), dict(params or {}))
                records = list(islice(answer, wanted))
                with suppress(Neo4jError):  # the limit may strike while the engine computes what nobody wants
                    answer.consume()
        except ConnectionLost:
            if time.monotonic() - began < seconds:
                raise
            raise TimeLimit("time_limit", seconds=seconds) from None  # it would not end, so its line was cut
        cut = limit is not None and len(records) > limit
        return _table(answer.keys(), records[:limit], cut)

    def stream(
        self, cypher: str, params: Params | None = None, *, seconds: float = LONG
    ) -> Iterator[tuple[Value, ...]]:
        """All rows of ``cypher``, one after the other, never all in memory; ends of ties may be None."""
        with ours(self.address, seconds), self._line.session(False) as session:
            neutral = Neutral()
            with packing():
                answer = session.run(self._limited(cypher, seconds), dict(params or {}))
            for record in answer:
                yield neutral.row(record.values())

    def free(self, cypher: str, limit: int = ROWS, seconds: float = SECONDS) -> Result:
        """What a person typed: checked by :mod:`kb.store.guard`, then read. Raises RefusedCypher besides."""
        guard.check(cypher)
        return self.read(cypher, limit=limit, seconds=seconds)

    def _limited(self, text: str, seconds: float) -> neo4j.Query:
        return neo4j.Query(self._line.endpoint.dialect.limited(text, seconds), timeout=seconds)

    def _reached(self, work: Callable[[], T]) -> T:
        """Do ``work``; where the local engine had ended meanwhile, start it and do the work then."""
        tried = self._line.endpoint
        try:
            return work()
        except Unreachable:
            if not self._line.renew(tried):
                raise
        return work()

    def write(self, work: Callable[[Tx], T]) -> T:
        """Do ``work`` in one transaction, again if another one was in its way: it must not mind being repeated."""
        if self._line.endpoint.dialect.full():
            raise EngineFailed("disk_full")
        return self._reached(lambda: self._write(work))

    def _write(self, work: Callable[[Tx], T]) -> T:
        attempt = 0
        while True:
            attempt += 1
            try:
                with self._line.session(True) as session, session.begin_transaction() as transaction:
                    done = work(Tx(transaction))
                    transaction.commit()
                    return done
            except (Neo4jError, DriverError) as error:
                if attempt == ATTEMPTS or not may_be_retried(error, attempt):
                    full = self._line.endpoint.dialect.full()
                    raise (EngineFailed("disk_full") if full else mapped(error, self.address)) from error
            time.sleep(PAUSE * 2**attempt * random.uniform(0.5, 1))  # noqa: S311 - jitter, no secret

    def write_rows(self, statement: str, rows: Iterable[Params], *, chunk: int = 5000) -> int:
        """Run ``UNWIND $rows AS row …`` over ``rows``, each chunk in its own transaction; the number of rows."""
        count = 0
        iterator = iter(rows)
        while part := [dict(row) for row in islice(iterator, chunk)]:
            count += self.write(lambda tx, part=part: (tx.run(statement, {"rows": part}), len(part))[1])  # type: ignore[misc]
        return count

    def ddl(self, statements: Iterable[str]) -> None:
        """Constraints and indexes, each alone: engines refuse to mix them with data."""
        for statement in statements:
            self._reached(lambda statement=statement: self._run_alone(statement))  # type: ignore[misc]

    def _run_alone(self, statement: str) -> None:
        with ours(self.address), self._line.session(True) as session:
            session.run(statement).consume()

    def fulltext(self, name: str, label: str, properties: Sequence[str]) -> None:
        """A full-text index over text properties, for ``CALL db.index.fulltext.queryNodes(name, query)``.

        A server fills it behind the scenes: until then a query fails, unless :meth:`await_fulltext` was called.
        """
        self._line.endpoint.dialect.fulltext(self._run_alone, name, label, properties)

    def await_fulltext(self) -> None:
        """Wait until the full-text indexes are filled."""
        self._line.endpoint.dialect.await_fulltext(self._run_alone)

    def drop_fulltext(self, names: Sequence[str]) -> None:
        """Drop full-text indexes, those that are there: writing much is faster without."""
        self._line.endpoint.dialect.drop_fulltext(self._run_alone, names)

    def wipe(self, *, chunk: int = 5000) -> None:
        """Delete everything in the base, in chunks: a large transaction runs out of Neo4j's memory pool.

        Links go first, since a node may have hundreds of thousands of them.
        """
        for delete in (
            "MATCH ()-[t]->() WITH t LIMIT $chunk DELETE t RETURN count(*) AS deleted",
            "MATCH (n) WITH n LIMIT $chunk DELETE n RETURN count(*) AS deleted",
        ):
            while self.write(lambda tx, delete=delete: tx.run(delete, {"chunk": chunk}).scalar()):  # type: ignore[misc]
                pass


def _table(columns: Iterable[str], records: list[neo4j.Record], cut: bool = False) -> Result:
    neutral = Neutral()
    return Result(tuple(columns), [neutral.row(record.values()) for record in records], cut)
