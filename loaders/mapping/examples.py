"""What the first rows of a file become by a mapping: to be looked at before anything is loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kb.errors import DataError
from kb.model import Claim
from loaders.mapping.model import FileMapping
from loaders.mapping.row import Maker
from loaders.problems import Problem, rejected
from loaders.tabular import Row


@dataclass(frozen=True, slots=True)
class Example:
    """A row with its claims, or with the reason why it would be kept out."""

    row: Row
    claims: tuple[Claim, ...]
    problem: Problem | None = None


def examples(mapping: FileMapping, rows: Iterable[Row]) -> Iterator[Example]:
    """What each of ``rows`` becomes; a row that would be refused does not stop the others."""
    maker = Maker(mapping, mapping.dataset)
    for row in rows:
        try:
            yield Example(row, tuple(maker.claims(row)))
        except DataError as error:
            yield Example(row, (), rejected(error, row.ref))
