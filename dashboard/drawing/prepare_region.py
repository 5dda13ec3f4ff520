"""Makes region/region.json, the base map as the component draws it: ``python -m dashboard.drawing.prepare_region``.

The result is committed. Out of region.geojson (its origin and licence: region/README.md) come outlines in the plane of
the projection, in halves of a kilometre, y downwards, as paths with relative steps. Countries are left out: the ground
is one colour, so that the borders of today, drawn thin and dashed, do not look like those of 1930.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise
from math import cos, log, pi, pow, radians, sin, tan
from pathlib import Path
from typing import Any, Final, TypeAlias

FOLDER: Final = Path(__file__).with_name("region")
SOURCE: Final = FOLDER / "region.geojson"
TARGET: Final = FOLDER / "region.json"

#: Lambert's conformal conic; the component projects points by the same numbers (src/map/projection.ts).
PARALLELS: Final = (43.0, 53.0)
CENTRE: Final = (67.0, 48.0)
HALF_KM_OF_RADIUS: Final = 2 * 6371.0

LAYERS: Final = {"sea": "water", "lake": "water", "lake_1930": "water", "river": "rivers", "border_modern": "borders"}
#: The file is cut by this rectangle of the plane (km from the centre, y upwards); beyond it there is no ground to draw.
CUT: Final = (-1880, -1300, 1900, 1150)

Point: TypeAlias = tuple[int, int]


def _cone() -> tuple[float, float]:
    first, second = (radians(parallel) for parallel in PARALLELS)
    power = log(cos(first) / cos(second)) / log(tan(pi / 4 + second / 2) / tan(pi / 4 + first / 2))
    return power, cos(first) * tan(pi / 4 + first / 2) ** power / power


POWER, REACH = _cone()


def _radius(latitude: float) -> float:
    return REACH / pow(tan(pi / 4 + radians(latitude) / 2), POWER)


def projected(longitude: float, latitude: float) -> Point:
    """Where a place lies in the plane: halves of a kilometre right of and below the centre."""
    turn, away = POWER * radians(longitude - CENTRE[0]), _radius(latitude)
    x, y = away * sin(turn), away * cos(turn) - _radius(CENTRE[1])
    return round(x * HALF_KM_OF_RADIUS), round(y * HALF_KM_OF_RADIUS)


def path(line: Iterable[Sequence[float]], *, closed: bool) -> str:
    """A line as an SVG path with relative steps; a step that rounding makes nothing of is left out."""
    points = [point for point, _ in groupby(projected(place[0], place[1]) for place in line)]
    steps = "".join(f"{_signed(b[0] - a[0])}{_signed(b[1] - a[1])}" for a, b in pairwise(points))
    start = f"M{points[0][0]}{_signed(points[0][1])}"
    return f"{start}l{steps.lstrip()}{'z' if closed else ''}" if steps else ""


def _signed(value: int) -> str:
    return str(value) if value < 0 else f" {value}"


def _lines(geometry: Mapping[str, Any]) -> list[list[list[float]]]:
    match geometry["type"]:
        case "LineString":
            return [geometry["coordinates"]]
        case "Polygon" | "MultiLineString":
            return list(geometry["coordinates"])
        case _:
            return [ring for polygon in geometry["coordinates"] for ring in polygon]


def region() -> dict[str, Any]:
    """The base map in the plane: what there is (``box``), what is looked at first (``home``: Kazakhstan), and by layer
    pairs of a rank (1 always, 3 only when near) and a path.
    """
    features = json.loads(SOURCE.read_text("utf-8"))["features"]
    home = next(feature for feature in features if feature["properties"].get("iso") == "KZ")
    made: dict[str, Any] = {"box": [2 * CUT[0], -2 * CUT[3], 2 * CUT[2], -2 * CUT[1]], "home": _box(home["geometry"])}
    made |= {layer: [] for layer in sorted(set(LAYERS.values()))}
    for feature in features:
        layer = LAYERS.get(feature["properties"]["layer"])
        if layer:
            closed = layer == "water"
            outline = "".join(path(line, closed=closed) for line in _lines(feature["geometry"]))
            made[layer].append([feature["properties"]["rank"], outline])
    for layer in set(LAYERS.values()):
        made[layer] = [[rank, _of_rank(made[layer], rank)] for rank in (1, 2, 3)]
    return made


def _box(geometry: Mapping[str, Any]) -> list[int]:
    points = [projected(place[0], place[1]) for line in _lines(geometry) for place in line]
    (left, right), (top, bottom) = ((min(axis), max(axis)) for axis in zip(*points, strict=True))
    return [left, top, right, bottom]


def _of_rank(outlines: Iterable[Sequence[Any]], rank: int) -> str:
    return "".join(outline for of_rank, outline in outlines if of_rank == rank)


def written() -> str:
    """The text of the file."""
    return json.dumps(region(), separators=(",", ":"), ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TARGET.write_text(written(), "utf-8")
