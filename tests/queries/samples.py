"""A query file to break in tests, and answers made without a base."""

from __future__ import annotations

from typing import Any

from queries.answer import Answer
from queries.reading import read_query
from queries.spec import Query

FILE = "library/people/named.cypher"
TEXT = """\
/* ---
id: named
title: {ru: Кто, kk: Кім, en: Who}
help: {ru: Люди, kk: Адамдар, en: People}
params:
  - {name: person, type: person, required: true}
  - {name: first_year, type: year, default: 1928}
columns:
  - {name: person, type: entity}
  - {name: roles, type: words, of: role}
  - {name: number, type: count}
  - {name: share, type: share}
  - {name: text, type: text}
  - {name: forward, type: boolean, label: {ru: Да, kk: Иә, en: Yes}}
  - {name: sources, type: sources}
  - {name: other, type: entity}
network: {from: person, to: other, tie: text}
example: {person: "a:1"}
expect: {rows: 1}
--- */
MATCH (person:Person {id: $person})-[tie:KIN_OF]->(other:Person)
WHERE tie.earliest > $first_year * 10000
RETURN {id: person.id, kind: 'Person', label: person.label} AS person, tie.roles AS roles, 1 AS number, 0.5 AS share,
       tie.text AS text, true AS forward, [] AS sources, {id: other.id, kind: 'Person', label: other.label} AS other
ORDER BY person.id
"""


def query() -> Query:
    return read_query(TEXT, FILE)


def answer(rows: list[tuple[Any, ...]], **changed: Any) -> Answer:
    said: dict[str, Any] = {
        "query": query(),
        "params": {"person": "a:1", "first_year": 1930},
        "rows": tuple(rows),
        "cut": False,
        "limit": 1000,
        "data_version": "v1",
        "seconds": 0.01,
    }
    return Answer(**{**said, **changed})
