"""What a table of the research set is: its columns, what names its rows, and how a row becomes claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kb.model import Claim
from loaders.context import Context
from loaders.survey import Survey
from loaders.tabular import Row


def _nothing(cells: Mapping[str, str], survey: Survey) -> None:
    """Most tables tell the survey no more than their keys."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One table: ``required`` columns, and the ``key`` columns that name a row (none where only its claims do).

    ``claims`` is pure: a row and what is known of the whole set in, claims out; a DataError keeps the row out.
    ``survey`` sees every row before, and notes what rows of other tables must know. ``refers_to`` names the tables
    whose keys its cells hold.
    """

    name: str
    required: tuple[str, ...]
    claims: Callable[[Row, Context], Iterator[Claim]]
    key: tuple[str, ...] = ()
    key_in_reference: bool = False
    refers_to: tuple[str, ...] = ()
    survey: Callable[[Mapping[str, str], Survey], None] = _nothing

    @property
    def surveyed(self) -> bool:
        """Whether its rows are looked over before."""
        return self.survey is not _nothing

    @property
    def file(self) -> str:
        """Its file's name."""
        return f"{self.name}.csv"
