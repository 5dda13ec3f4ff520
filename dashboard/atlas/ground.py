"""What lies under the map: outlines in the plane of the projection, and the names of 1930."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

from kb.i18n import Lang
from kb.places import gazetteer

_FOLDER: Final = files("dashboard").joinpath("drawing", "region")


@cache
def ground(lang: Lang) -> dict[str, Any]:
    """The base map as the component takes it: ``region.json`` and ``names`` in ``lang``."""
    outlines: dict[str, Any] = json.loads(_FOLDER.joinpath("region.json").read_text("utf-8"))
    return outlines | {"names": names(lang)}


@cache
def names(lang: Lang) -> list[dict[str, Any]]:
    """The names that stand on the map: ``kind`` (land, water, town), ``text``, ``at`` (lon, lat) and ``rank``."""
    said = tomllib.loads(_FOLDER.joinpath("names.toml").read_text("utf-8"))
    return [_name(kind, one, lang) for kind in ("land", "water", "town") for one in said[kind]]


def _name(kind: str, said: dict[str, Any], lang: Lang) -> dict[str, Any]:
    text = said["name"].get(lang) or said["name"]["ru"]
    at = said["at"] if kind != "town" else _place(said["key"])
    return {"kind": kind, "text": text, "at": at, "rank": said["rank"]}


def _place(key: str) -> list[float]:
    place = gazetteer().places[key]
    if place.latitude is None or place.longitude is None:
        raise ValueError(f"names.toml: no source says where {key} lies")
    return [place.longitude, place.latitude]
