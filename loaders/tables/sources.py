"""``sources.csv``: what the texts are. Nobody is cited for that: the title page says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb.model import Claim
from loaders.context import Context
from loaders.survey import Survey
from loaders.tables.shape import Shape
from loaders.tabular import Row

_COLUMNS = {
    "title": "title",
    "author": "author",
    "year": "date",
    "kind": "source_kind",
    "language": "language",
    "url": "url",
    "note": "note",
}


def survey(cells: Mapping[str, str], seen: Survey) -> None:
    """The kind of each source, which tells who speaks, and its address, under which reference tables cite it."""
    source = cells["source_id"].strip()
    seen.kinds[source] = cells["kind"].strip()
    if address := cells["url"].strip():
        seen.addresses["sources"].setdefault(address, source)


def claims(row: Row, at: Context) -> Iterator[Claim]:
    """What the text is."""
    yield at.claim("source", (row.key("source_id"), "Source"), row.values(_COLUMNS))


SHAPE = Shape("sources", ("source_id", *_COLUMNS), claims, key=("source_id",), survey=survey)
