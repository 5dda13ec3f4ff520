"""``lineages.csv``: жүз, тайпа, ру, ата. A disputed placement is a row of its own (``…_alt``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb.model import Claim
from loaders.context import Context
from loaders.survey import Survey
from loaders.tables import source_lists
from loaders.tables.shape import Shape
from loaders.tabular import Row

_COLUMNS = {
    "name_kk": "name_kk",
    "name_ru": "name_ru",
    "name_en": "name_en",
    "level": "lineage_level",
    "note": "note",
}
_MARK = " ; "
_DISPUTED = "_alt"


def survey(cells: Mapping[str, str], seen: Survey) -> None:
    """Which key bears which name, and which addresses are cited."""
    for column in ("name_kk", "name_ru", "name_en"):
        if name := cells[column].strip():
            seen.names["lineages"][name].add(cells["lineage_key"].strip())
    seen.cite(source_lists.LINEAGES.name, cells["source"].split(_MARK))


def claims(row: Row, at: Context) -> Iterator[Claim]:
    """The lineage, and what it is a part of."""
    key = row.key("lineage_key")
    lineage = (f"lineage.{key}", "Lineage")
    cites = at.listed(row, "source", _MARK, source_lists.LINEAGES.name)
    values = row.values(_COLUMNS)
    yield at.claim("lineage", lineage, values, cites=cites)
    if row.take("parent_key"):
        parent = (f"lineage.{at.known(row, 'parent_key', 'lineages')}", "Lineage")
        disputed = key.endswith(_DISPUTED)
        yield at.claim(
            "within",
            lineage,
            to=parent,
            cites=cites,
            certainty="possible" if disputed else "not_rated",
            why=values.get("note") if disputed else None,
        )


SHAPE = Shape(
    "lineages",
    ("lineage_key", "parent_key", "source", *_COLUMNS),
    claims,
    key=("lineage_key",),
    survey=survey,
    refers_to=("lineages", source_lists.LINEAGES.name),
)
