"""``historic_places.csv``: names that places have borne, each row one name with its span, by one source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb.model import Claim
from loaders.context import Context
from loaders.survey import Survey
from loaders.tables import source_lists
from loaders.tables.shape import Shape
from loaders.tables.spans import span
from loaders.tabular import Row

_COLUMNS = {
    "name": "old_name",
    "kind": "place_kind",
    "parent_at_that_time": "parent",
    "lat": "latitude",
    "lon": "longitude",
    "coord_source": "coordinate_source",
    "note": "note",
}
_MODERN = {"ru": "modern_name_ru", "kk": "modern_name_kk", "en": "modern_name_en"}
_MARK = " ; "


def survey(cells: Mapping[str, str], seen: Survey) -> None:
    """Which key bears which name, the name to print a place under (today's, else the first in a language), and what
    is cited.
    """
    key, name = cells["place_key"].strip(), cells["name"].strip()
    seen.names["historic_places"][name].add(key)
    seen.keys["historic_places"].add(key)
    for lang, column in _MODERN.items():
        if modern := cells[column].strip():
            seen.labels[key, lang] = modern
    if cells["language"] in _MODERN:
        seen.labels.setdefault((key, cells["language"]), name)
    seen.cite(source_lists.PLACES.name, cells["source"].split(_MARK))


def claims(row: Row, at: Context) -> Iterator[Claim]:
    """The name with its span and today's names; and what the place lay in, where the parent's name leads to one place
    alone.
    """
    key = row.key("place_key")
    place = (f"historic.{key}", "Place")
    cites = at.listed(row, "source", _MARK, source_lists.PLACES.name)
    values = row.values(_COLUMNS) | _printed(row, key, at)
    valid = span(row, "valid_from", "valid_to")
    if valid:
        values["valid"] = valid
    yield at.claim("place", place, values, cites=cites)
    parent = at.survey.only("historic_places", values["parent"]) if "parent" in values else None
    if parent is not None and parent != key:
        yield at.claim(
            "within",
            place,
            {"date": valid} if valid else {},
            to=(f"historic.{parent}", "Place"),
            cites=cites,
            voice="base",
            why=f"«{values['parent']}»: historic_places.csv, {parent}",
        )


def _printed(row: Row, key: str, at: Context) -> dict[str, str]:
    """Today's names as the row gives them, and its own name where the place is printed under it."""
    names = {f"name_{lang}": cell for lang, column in _MODERN.items() if (cell := row.take(column))}
    own, name = row.take("language"), row.take("name")
    if own in _MODERN and at.survey.labels.get((key, own)) == name.strip():
        names.setdefault(f"name_{own}", name)
    return names


SHAPE = Shape(
    "historic_places",
    ("place_key", "language", "valid_from", "valid_to", "source", *_MODERN.values(), *_COLUMNS),
    claims,
    survey=survey,
    refers_to=(source_lists.PLACES.name,),
)
