"""The page ``docs/reference/queries.md``, derived from the catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from kb.i18n import texts_of
from queries.catalogue import Catalogue
from queries.spec import Column, Param, Query

_HEAD = """\
# Prepared queries

Derived from `queries/library/` by `make docs`: do not edit. Ask one with `kb query ID --param NAME=VALUE`, on the page
Questions, or from a notebook with `from queries import ask`. An accusation is never counted as a deed; umbrellas and
aggregates connect nobody unless a switch says so. Column types are explained at the end.
"""

_FOOT = """\
## Types of columns

| type | what it holds |
| --- | --- |
| `entity`, `entities` | `{id, kind, label}`; in tables the label, with the id in a column of its own |
| `word`, `words` | a word of the vocabulary named |
| `sources` | `[{id, label, locator}]`: the texts and the places in them |
| `claims` | ids of the claims that the row rests on |
| `date` | EDTF |
| `share` | 0 to 1; above 1 where more are named than a source states |
"""


def reference(queries: Catalogue) -> str:
    """The page, in English with the titles in all three languages."""
    return "\n".join([_HEAD, *_index(queries), *_groups(queries), _FOOT])


def _index(queries: Catalogue) -> Iterator[str]:
    yield "| id | English | русский | қазақша |"
    yield "| --- | --- | --- | --- |"
    for query in queries.values():
        yield f"| [`{query.id}`](#{query.id}) | {query.title.en} | {query.title.ru} | {query.title.kk} |"
    yield ""


def _groups(queries: Catalogue) -> Iterator[str]:
    for group, members in queries.groups().items():
        yield f"## {texts_of('queries').say(f'groups.{group}', 'en')}"
        yield ""
        for query in members:
            yield from _query(query)


def _query(query: Query) -> Iterator[str]:
    yield f"### {query.id}"
    yield ""
    yield f"**{query.title.en}** {query.help.en}"
    if query.note:
        yield f"{query.note.en}"
    yield ""
    if query.params:
        yield "| parameter | type | default | meaning |"
        yield "| --- | --- | --- | --- |"
        yield from (_param(param) for param in query.params)
        yield ""
    yield "| column | type | meaning |"
    yield "| --- | --- | --- |"
    yield from (_column(column) for column in query.columns)
    yield ""
    example = " ".join(f"--param {name}={value}" for name, value in query.example.items())
    yield f"Example: `kb query {query.id}{' ' + example if example else ''}` · view: {query.view.kind}"
    yield ""


def _param(param: Param) -> str:
    type_ = f"list of {param.type}" if param.many else param.type
    if param.choices:
        type_ = ", ".join(choice.value for choice in param.choices)
    default = "required" if param.required else "–" if param.default is None else str(param.default)
    meaning = param.label.en + (f": {param.help.en}" if param.help else "")
    return f"| `{param.name}` | {type_} | {default} | {meaning} |"


def _column(column: Column) -> str:
    type_ = f"{column.type} ({column.of})" if column.of else column.type
    return f"| `{column.name}` | {type_} | {column.label.en} |"
