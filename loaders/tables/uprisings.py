"""``uprisings.csv``: the risings under their names, with places; the compilers' summary is theirs and no witness.

Where a row names several sources, its dates are what the compilers made of them: the sources may disagree on them.
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.model import Claim
from loaders.context import Context
from loaders.tables.shape import Shape
from loaders.tabular import Row

_COLUMNS = {
    "name_ru": "name_ru",
    "name_kk": "name_kk",
    "name_en": "name_en",
}
_DATES = {"start_date": "start", "end_date": "end"}
_SUMMARY = {
    "participants_min": "summary_least",
    "participants_max": "summary_greatest",
    "description_own_words": "summary",
}


def claims(row: Row, at: Context) -> Iterator[Claim]:
    """The rising, its dates, the compilers' summary of it, its places."""
    rising = (row.key("uprising_id"), "Uprising")
    sources = at.all_known(row, "source_ids", "sources")
    voice = at.voice(sources)
    yield at.claim("uprising", rising, row.values(_COLUMNS), cites=sources, voice=voice)
    if dates := row.values(_DATES):
        yield at.claim("uprising", rising, dates, cites=sources, voice=voice if len(sources) == 1 else "base")
    if summary := row.values(_SUMMARY):
        yield at.claim("uprising", rising, summary, voice="base")
    for place in at.all_known(row, "place_ids", "places"):
        yield at.claim("placement", rising, to=(place, "Place"), cites=sources, voice=voice)


SHAPE = Shape(
    "uprisings",
    ("uprising_id", "place_ids", "source_ids", *_COLUMNS, *_DATES, *_SUMMARY),
    claims,
    key=("uprising_id",),
    refers_to=("places", "sources"),
)
