"""``organs.csv``: courts, commissions, departments, as the vocabulary of organs has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb.model import Claim
from loaders.context import Context
from loaders.survey import Survey
from loaders.tables import source_lists
from loaders.tables.shape import Shape
from loaders.tables.spans import span
from loaders.tabular import Row

_COLUMNS = {"name_ru": "name_ru", "name_en": "name_en", "level": "organisation_kind", "note": "note"}
_MARK = " | "
#: Columns in which the table puts several forms side by side.
_SEVERAL = {"name_kk": "name_kk", "abbreviations": "abbreviation"}


def survey(cells: Mapping[str, str], seen: Survey) -> None:
    """Which addresses are cited."""
    seen.cite(source_lists.ORGANS.name, cells["source"].split(_MARK))


def claims(row: Row, at: Context) -> Iterator[Claim]:
    """The organ under its first forms; each further form is a claim of its own."""
    organ = (f"organ.{row.key('key')}", "Organisation")
    cites = at.listed(row, "source", _MARK, source_lists.ORGANS.name)
    values = row.values(_COLUMNS)
    if existed := span(row, "start", "end"):
        values["existed"] = existed
    further: list[dict[str, str]] = []
    for column, name in _SEVERAL.items():
        for place, form in enumerate(row.many(column, "|")):
            if place:
                further.append({name: form})
            else:
                values[name] = form
    for each in (values, *further):
        yield at.claim("organisation", organ, each, cites=cites)


SHAPE = Shape(
    "organs",
    ("key", "abbreviations", "start", "end", "source", "name_kk", *_COLUMNS),
    claims,
    key=("key",),
    survey=survey,
    refers_to=(source_lists.ORGANS.name,),
)
