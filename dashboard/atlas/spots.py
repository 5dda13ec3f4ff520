"""Where a place lies and how sure that is: a point, or an area where only its surroundings are known.

A place has the coordinates that its source gives. Where it has none, the gazetteer may know one place of just that
name, of whatever time, and then it is said to be the gazetteer's. Likeness is not enough: the Balkhash district was
named after the lake and lay far from the town.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal, TypeAlias

from kb.places import gazetteer
from kb.places.words import folded

By: TypeAlias = Literal["source", "gazetteer"]

#: Half of the last digit that is written, in km of latitude: 44 is anywhere in 55 km, 44.2 in 5.5.
_KM_OF_DIGITS: Final = (55.0, 5.5, 0.6)
#: Less is no area on a map of a country.
AREA_FROM: Final = 5.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map: degrees, how far off it may lie or reach (km; 0 is a point), and who says so."""

    id: str
    label: str
    longitude: float
    latitude: float
    off: float
    by: By
    said: str = ""
    names: tuple[str, ...] = ()

    @property
    def at(self) -> tuple[float, float]:
        """Longitude and latitude."""
        return self.longitude, self.latitude


@cache
def _extents() -> Mapping[str, float]:
    return tomllib.loads(files("dashboard.atlas").joinpath("extents.toml").read_text("utf-8"))


def spot(place: Mapping[str, Any], label: str) -> Spot | None:
    """Where ``place`` (its properties) lies; None where nobody says it, or what is said is nowhere on earth."""
    kind = str(place.get("place_kind") or "")
    latitude, longitude = place.get("latitude"), place.get("longitude")
    if latitude is not None and longitude is not None:
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            return None
        said = str(place.get("coordinate_source") or "")
        off = _off(kind, latitude, longitude, approximate="approximate" in said.lower())
        names = tuple(_names(place))
        return Spot(place["id"], label, float(longitude), float(latitude), off, "source", said, names)
    return _by_gazetteer(place, kind, label)


def _off(kind: str, latitude: float, longitude: float, *, approximate: bool) -> float:
    digits = max(_digits(latitude), _digits(longitude))
    off = max(_KM_OF_DIGITS[min(digits, 2)], _extents().get(kind, 0), _extents()["approximate"] if approximate else 0)
    return off if off >= AREA_FROM else 0


def _digits(degrees: float) -> int:
    return len(repr(float(degrees)).partition(".")[2].rstrip("0"))


def _by_gazetteer(place: Mapping[str, Any], kind: str, label: str) -> Spot | None:
    for name in _names(place):
        found = _by_name().get(folded(name), ())
        if len(found) != 1:
            continue
        known = gazetteer().places[next(iter(found))]
        if known.latitude is not None and known.longitude is not None:
            off = _off(kind, known.latitude, known.longitude, approximate=True)
            at, said = (known.longitude, known.latitude), known.coordinates_from
            return Spot(place["id"], label, *at, off, "gazetteer", said, tuple(_names(place)))
    return None


@cache
def _by_name() -> Mapping[str, set[str]]:
    """The places of the gazetteer by each name of theirs, written as names are compared."""
    found: dict[str, set[str]] = {}
    for key, place in gazetteer().places.items():
        for name in [*(row.name for row in place.rows), *place.today.values()]:
            found.setdefault(folded(name), set()).add(key)
    return found


def _names(place: Mapping[str, Any]) -> Iterator[str]:
    for name in ("name_ru", "name_kk", "name_en"):
        if place.get(name):
            yield str(place[name])
