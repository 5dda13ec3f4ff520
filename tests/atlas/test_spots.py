"""Where a place lies, how sure that is, and who says so; and which place stands for a rising."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.atlas.reading import main_spot
from dashboard.atlas.spots import Spot, spot


def place(**more: Any) -> dict[str, Any]:
    return {"id": "x:1", "place_kind": "town", "name_ru": "Нигде", **more}


def test_a_town_whose_source_gives_its_coordinates_is_a_point() -> None:
    found = spot(place(latitude=48.6196, longitude=61.2607, coordinate_source="GeoNames"), "Иргиз")
    assert found is not None
    assert (found.at, found.off, found.by, found.said) == ((61.2607, 48.6196), 0, "source", "GeoNames")


@pytest.mark.parametrize(
    ("more", "off"),
    [
        ({"latitude": 44.2, "longitude": 68.6}, 5.5),  # a digit is a tenth of a degree
        ({"latitude": 44.0, "longitude": 54.0}, 55.0),
        ({"latitude": 48.7679, "longitude": 73.6727, "place_kind": "district"}, 40),
        ({"latitude": 44.2013, "longitude": 68.6044, "coordinate_source": "map mark (approximate)"}, 25),
    ],
)
def test_a_place_known_only_about_is_an_area(more: dict[str, Any], off: float) -> None:
    found = spot(place(**more), "")
    assert found is not None
    assert found.off == off


@pytest.mark.parametrize("at", [(999, 60), (45, -190), (float("nan"), 60)])
def test_coordinates_that_are_nowhere_on_earth_are_none(at: tuple[float, float]) -> None:
    assert spot(place(latitude=at[0], longitude=at[1]), "") is None


def test_without_coordinates_the_gazetteer_is_asked_for_just_that_name() -> None:
    found = spot(place(name_ru="Форт-Урицкий"), "Форт-Урицкий")
    assert found is not None
    assert found.by == "gazetteer"
    assert found.off == 25
    assert found.at == pytest.approx((50.2639, 44.5065))


@pytest.mark.parametrize("name", ["Балхашский район", "Река Чу", "Карак (гора)", "", "</script>", "ە" * 600])
def test_likeness_of_names_puts_nothing_on_the_map(name: str) -> None:
    assert spot(place(name_ru=name, place_kind="district"), name) is None


def there(id_: str, longitude: float, latitude: float, *names: str) -> Spot:
    return Spot(id_, id_, longitude, latitude, 0, "source", "", names)


def test_a_rising_stands_at_the_place_it_is_named_after_in_any_language() -> None:
    spots = [there("uil", 54.7, 49.1, "Уил"), there("mangyshlak", 54, 44, "Мангышлак", "Маңғыстау")]
    assert main_spot(["Адаевское (Мангышлакское) восстание", "Адай көтерілісі"], spots) == "mangyshlak"
    assert main_spot(["Маңғыстау көтерілісі"], spots) == "mangyshlak"


def test_named_after_none_it_stands_at_the_one_nearest_to_all() -> None:
    spots = [there("west", 60, 45), there("middle", 62, 45), there("east", 65, 45)]
    assert main_spot(["Восстание"], spots) == "middle"
    assert main_spot(["Восстание"], spots[:2]) == "west"  # between equals the better attested, which comes first
    assert main_spot(["Восстание"], []) is None
