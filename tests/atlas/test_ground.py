"""The base map: made of what is committed, with names that sources give, in the plane that the component uses."""

from __future__ import annotations

import csv
import json
import tomllib
from collections.abc import Iterator
from math import asin, cos, hypot, radians, sin, sqrt
from pathlib import Path

import pytest

import loaders
from dashboard.atlas.ground import ground, names
from dashboard.drawing.prepare_region import FOLDER, TARGET, path, projected, region, written
from kb.i18n import LANGS, Lang
from kb.places import gazetteer

#: What d3-geo 3.1.2 says of `geoConicConformal().parallels([43, 53]).rotate([-67, 0]).center([0, 48])`, a radius of
#: 12742 halves of a kilometre; src/tests/map.test.ts asks it for more.
BY_D3 = {(67.0, 48.0): (0, 0), (76.9115, 43.2525): (1600, 950), (51.9, 47.1): (-2263, -23), (54.0, 44.0): (-2067, 712)}


def test_the_map_that_pages_load_is_the_one_that_the_geometry_makes() -> None:
    assert TARGET.read_text("utf-8") == written(), "run: python -m dashboard.drawing.prepare_region"


@pytest.mark.parametrize("place", list(BY_D3))
def test_a_place_lies_where_d3_puts_it(place: tuple[float, float]) -> None:
    assert projected(*place) == pytest.approx(BY_D3[place], abs=1)


def test_distances_in_the_plane_are_those_of_the_earth_within_a_hundredth() -> None:
    for (lon, lat), (other, north) in [((51.4, 51.2), (57.2, 50.3)), ((76.9, 43.25), (80.25, 50.42))]:
        turn, rise = radians(other - lon), radians(north - lat)
        half = sin(rise / 2) ** 2 + cos(radians(lat)) * cos(radians(north)) * sin(turn / 2) ** 2
        km = 2 * 6371 * asin(sqrt(half))
        a, b = projected(lon, lat), projected(other, north)
        assert hypot(a[0] - b[0], a[1] - b[1]) / 2 == pytest.approx(km, rel=0.01)


def test_the_map_shows_water_rivers_and_borders_and_no_ground_of_states() -> None:
    made = region()
    assert set(made) == {"box", "home", "water", "rivers", "borders"}
    for layer in ("water", "rivers", "borders"):
        assert [rank for rank, _ in made[layer]] == [1, 2, 3]
    assert made["water"][0][1].count("z") >= 8  # the seas and the great lakes are closed
    assert made["box"][0] < made["home"][0] < made["home"][2] < made["box"][2]


def test_no_reservoir_of_later_years_is_drawn() -> None:
    lakes = [feature["properties"]["name_en"] for feature in _features() if feature["properties"]["layer"] == "lake"]
    late = {"Kapshagay", "Bukhtarma", "Shardara", "Aydarkul", "Sarykamysh", "Tsimlyansk", "Rybinsk"}
    assert not [name for name in lakes for word in late if word.lower() in name.lower()]
    assert [feature for feature in _features() if feature["properties"]["layer"] == "lake_1930"]


def _features() -> Iterator[dict[str, dict[str, str]]]:
    yield from json.loads((FOLDER / "region.geojson").read_text("utf-8"))["features"]


def test_a_path_steps_from_point_to_point_and_leaves_out_steps_of_nothing() -> None:
    assert path([(67.0, 48.0), (67.0, 48.0), (67.02, 48.0)], closed=False) == "M0 0l3 0"
    assert path([(67.0, 48.0)], closed=False) == ""


@pytest.mark.parametrize("lang", LANGS)
def test_every_town_has_a_name_that_a_source_gives_it(lang: Lang) -> None:
    known = gazetteer()
    with (Path(loaders.__file__).parent / "datasets/uprisings_372/data/places.csv").open(encoding="utf-8") as table:
        of_set = {row[f"name_{lang}"] for row in csv.DictReader(table)}
    for town in tomllib.loads((FOLDER / "names.toml").read_text("utf-8"))["town"]:
        place = known.places[town["key"]]
        named = {row.name for row in known.names_at(town["key"], "1930") if row.language == lang}
        said = town["name"].get(lang)
        assert said is None or said in named | of_set | {place.today.get(lang)}, town
        assert said or town["name"]["ru"], town


@pytest.mark.parametrize("lang", LANGS)
def test_the_names_are_those_of_1930(lang: Lang) -> None:
    texts = {one["text"] for one in names(lang)}
    assert texts & {"КАЗАКСКАЯ АССР", "ҚАЗАҚ АКСР", "KAZAK ASSR"}
    assert not texts & {"Астана", "Astana", "КАЗАХСТАН", "УЗБЕКИСТАН", "UZBEKISTAN", "ӨЗБЕКСТАН"}
    assert all(len(one["at"]) == 2 and one["rank"] in (1, 2, 3) for one in ground(lang)["names"])
