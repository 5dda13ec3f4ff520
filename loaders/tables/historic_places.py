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
_YEAR = "1930"


def survey(cells: Mapping[str, str], seen: Survey) -> None:
    """Which key bears which name, what is cited, and the name to print a place under: today's, else that of the years
    of the risings.
    """
    key, name = cells["place_key"].strip(), cells["name"].strip()
    seen.names["historic_places"][name].add(key)
    for lang, column in _MODERN.items():
        if modern := cells[column].strip():
            seen.label(key, lang, modern, 0)
    own = cells["language"].strip()
    worth = 1 if _in_the_years(cells["valid_from"], cells["valid_to"]) else 2
    if own in _MODERN:
        # Cyrillic first: the Latin alphabet of the time and the Arabic script are for those who look for them
        seen.label(key, own, name, worth if own == "en" or cells.get("script", "") == "Cyrillic" else worth + 2)
    else:
        # a place known by nothing but a foreign rendering is printed under it
        seen.label(key, "en", name, worth + 2)
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
    own, name = row.take("language").strip(), row.take("name")
    lang = own if own in _MODERN else "en"
    if at.survey.labels[key, lang][1] == name.strip():
        names.setdefault(f"name_{lang}", name)
    return names


def _in_the_years(first: str, last: str) -> bool:
    """Whether a name was borne in the years of the risings, as far as the years of its span tell."""
    return (first.strip()[:4] or "0") <= _YEAR <= (last.strip()[:4] or "9")


SHAPE = Shape(
    "historic_places",
    ("place_key", "language", "valid_from", "valid_to", "source", *_MODERN.values(), *_COLUMNS),
    claims,
    survey=survey,
    refers_to=(source_lists.PLACES.name,),
)
