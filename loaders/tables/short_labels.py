"""``short_labels.csv``: short labels of the sources in three languages, ours."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model import Claim
from loaders.context import Context
from loaders.tables.shape import Shape
from loaders.tabular import Row

_COLUMNS = {"short_ru": "short_ru", "short_kk": "short_kk", "short_en": "short_en"}


def claims(row: Row, at: Context) -> Iterator[Claim]:
    """The label that is printed for a source."""
    source = at.known(row, "source_id", "sources")
    yield at.claim("source", (source, "Source"), row.values(_COLUMNS), voice="base")


SHAPE = Shape("short_labels", ("source_id", *_COLUMNS), claims, refers_to=("sources",))
