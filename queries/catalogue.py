"""All prepared queries, read once: one catalogue for notebook, command line, dashboard, reference page and tests."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from kb.errors import UnknownId
from queries.reading import read_query
from queries.spec import GROUPS, Group, Query


class Catalogue(Mapping[str, Query]):
    """Queries by id, in the order of the groups and then of their ids."""

    def __init__(self, queries: Iterator[Query]) -> None:
        ordered = sorted(queries, key=lambda query: (GROUPS.index(query.group), query.id))
        self._queries = {query.id: query for query in ordered}

    def __getitem__(self, id_: str) -> Query:
        return self._queries[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._queries)

    def __len__(self) -> int:
        return len(self._queries)

    def find(self, id_: str) -> Query:
        """The query of this id; UnknownId names those that are spelled nearly so."""
        if id_ in self._queries:
            return self._queries[id_]
        near = difflib.get_close_matches(id_, list(self._queries), n=3, cutoff=0.5)
        raise UnknownId("unknown_query", id=id_, near=", ".join(near) or "–")

    def groups(self) -> dict[Group, tuple[Query, ...]]:
        """The queries of each group, empty groups left out."""
        found = {group: tuple(query for query in self.values() if query.group == group) for group in GROUPS}
        return {group: queries for group, queries in found.items() if queries}


def read_folder(folder: Traversable) -> Catalogue:
    """Read every ``<group>/<id>.cypher`` below ``folder``; two of one id cannot be (ValueError)."""
    found: dict[str, Query] = {}
    for group in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not group.is_dir():
            continue
        for file in sorted(group.iterdir(), key=lambda entry: entry.name):
            if file.name.endswith(".cypher"):
                query = read_query(file.read_text("utf-8"), f"library/{group.name}/{file.name}")
                if query.id in found:
                    raise ValueError(f"{query.file} and {found[query.id].file} have the same id")
                found[query.id] = query
    return Catalogue(iter(found.values()))


@cache
def catalogue() -> Catalogue:
    """The catalogue of the library that the program brings."""
    return read_folder(files("queries").joinpath("library"))
