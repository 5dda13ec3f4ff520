"""Runs a prepared query: parameters read, ids found, rows and the version of the base they belong to."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any, Protocol

from kb.base.naming import full_id
from kb.errors import ParameterError, QuestionError, TimeLimit, UnknownId
from queries.answer import Answer
from queries.catalogue import catalogue
from queries.params import read_params
from queries.spec import Param, Query, Value

LIMIT = 1000
SECONDS = 10.0

_VERSION = "MATCH (base:Base {id: 'base'}) RETURN base.version AS version"
_ENTITY = "UNWIND $ids AS id MATCH (entity:%s {id: id}) RETURN entity.id AS id"
_RECORD = (
    "UNWIND $ids AS id MATCH (record:Record {id: id})-[:IS]->(entity) "
    "RETURN record.id AS record, entity.id AS id, labels(entity) AS kinds"
)


class Table(Protocol):
    """What a read gives: column names, rows, and whether rows were left out."""

    @property
    def columns(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def rows(self) -> list[tuple[Any, ...]]: ...  # noqa: D102
    @property
    def cut(self) -> bool: ...  # noqa: D102


class Reader(Protocol):
    """The part of the store that questions need."""

    def read(self, cypher: str, params: Mapping[str, Any], *, limit: int, seconds: float) -> Table:
        """The rows of ``cypher``, at most ``limit``, within ``seconds``."""


def run(
    store: Reader,
    query: Query | str,
    params: Mapping[str, object] | None = None,
    limit: int = LIMIT,
    seconds: float = SECONDS,
) -> Answer:
    """Ask ``query`` (itself or its id) with ``params`` as given by a command, a form or a notebook.

    Raises UnknownId for a query or an entity that is not there, ParameterError for a wrong parameter, TimeLimit with
    the parameters that would narrow it, and what the store raises. The answer belongs to one version of the base: when
    a load came between, it is asked again.
    """
    asked = catalogue().find(query) if isinstance(query, str) else query
    values = read_params(asked, params or {})
    while True:
        version = data_version(store)
        known = {name: _known(store, asked.param(name), value) for name, value in values.items()}
        began = time.perf_counter()
        table = _within(store, asked, known, limit, seconds)
        took = time.perf_counter() - began
        if data_version(store) == version:
            break
    return Answer(asked, known, tuple(tuple(row) for row in table.rows), table.cut, limit, version, took)


def _within(store: Reader, asked: Query, known: Mapping[str, Value], limit: int, seconds: float) -> Table:
    try:
        return store.read(asked.cypher, known, limit=limit, seconds=seconds)
    except TimeLimit as error:
        open_ones = narrowing(asked, known)
        key = "question_time_limit" if open_ones else "question_time_limit_narrow"
        raise TimeLimit(key, query=asked.id, seconds=seconds, params=", ".join(open_ones)) from error


def narrowing(asked: Query, known: Mapping[str, Value]) -> list[str]:
    """The parameters that would make fewer rows and are not set: those left open, then numbers at their defaults."""
    left = [param.name for param in asked.params if known[param.name] is None]
    return left + [
        param.name
        for param in asked.params
        if param.type in ("integer", "number", "year")
        and known[param.name] is not None
        and known[param.name] == param.default
    ]


def data_version(store: Reader) -> str:
    """The version of the base; QuestionError when nothing has been loaded."""
    rows = store.read(_VERSION, {}, limit=1, seconds=SECONDS).rows
    if not rows:
        raise QuestionError("base_empty")
    return str(rows[0][0])


def _known(store: Reader, param: Param | None, value: Value) -> Value:
    """Ids as the base has them now: an entity's own, or that of the entity a record became part of."""
    if param is None or param.kind is None or value is None:
        return value
    ids = [full_id(store, str(item)) for item in (value if isinstance(value, list) else [value])]
    found = {
        row[0]: row[0] for row in store.read(_ENTITY % param.kind, {"ids": ids}, limit=len(ids), seconds=SECONDS).rows
    }
    missing = [id_ for id_ in ids if id_ not in found]
    if missing:
        found |= _by_record(store, param, missing)
    return [found[id_] for id_ in ids] if isinstance(value, list) else found[ids[0]]


def _by_record(store: Reader, param: Param, ids: list[str]) -> dict[str, str]:
    rows = store.read(_RECORD, {"ids": ids}, limit=len(ids), seconds=SECONDS).rows
    found = {record: (entity, kinds) for record, entity, kinds in rows}
    for id_ in ids:
        if id_ not in found:
            raise UnknownId("unknown_id", id=id_)
        if param.kind not in found[id_][1]:
            raise ParameterError(
                "param_other_kind", param=param.name, value=id_, found=found[id_][1][0], wanted=param.kind
            )
    return {id_: found[id_][0] for id_ in ids}
