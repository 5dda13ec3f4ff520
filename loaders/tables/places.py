"""``places.csv``: the places of the risings, as the compilers of the set put them together."""

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
    "kind": "place_kind",
    "lat": "latitude",
    "lon": "longitude",
    "coord_source": "coordinate_source",
    "note": "note",
}


def claims(row: Row, at: Context) -> Iterator[Claim]:
    """What the place is, and what it lies in."""
    place = (row.key("place_id"), "Place")
    yield at.claim("place", place, row.values(_COLUMNS), voice="base")
    if row.take("parent_place_id"):
        yield at.claim("within", place, to=(at.known(row, "parent_place_id", "places"), "Place"), voice="base")


SHAPE = Shape("places", ("place_id", "parent_place_id", *_COLUMNS), claims, key=("place_id",), refers_to=("places",))
