"""Outlines of the base map for a picture of a given size: lines cut at its edges, with no more points than are seen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import hypot
from typing import Any, Final, TypeAlias

from dashboard.drawing.prepare_region import projected

Point: TypeAlias = tuple[float, float]
Edge: TypeAlias = tuple[Callable[[Point], bool], Callable[[Point, Point], Point]]

_LINE: Final = re.compile(r"M(-?\d+) ?(-?\d+)(?:l([-\d ]*))?(z?)")
_NUMBER: Final = re.compile(r"-?\d+")


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture ``width`` by ``height`` px of the plane: px for half a kilometre, and where its middle lies in px."""

    width: float
    height: float
    scale: float
    left: float
    top: float

    def at(self, longitude: float, latitude: float) -> Point:
        """Where a place stands."""
        return self._px(projected(longitude, latitude))

    def _px(self, point: Sequence[float]) -> Point:
        return self.left + point[0] * self.scale, self.top + point[1] * self.scale

    def lines(self, path: str, near: float) -> Iterator[tuple[Point, ...]]:
        """The open lines of a path, cut into the pieces that lie in the picture."""
        for points in _points(path):
            piece: list[Point] = []
            for point in _fewer([self._px(one) for one in points], near):
                if 0 <= point[0] <= self.width and 0 <= point[1] <= self.height:
                    piece.append(point)
                    continue
                if len(piece) > 1:
                    yield tuple(piece)
                piece = []
            if len(piece) > 1:
                yield tuple(piece)

    def areas(self, path: str, near: float) -> Iterator[tuple[Point, ...]]:
        """The closed outlines of a path, cut at the edges of the picture."""
        for points in _points(path):
            outline = _fewer([self._px(one) for one in points], near)
            for inside, crossing in self._edges():
                outline = _cut(outline, inside, crossing)
            if len(outline) > 2:
                yield tuple(outline)

    def _edges(self) -> tuple[Edge, ...]:
        def across(axis: int, limit: float) -> Callable[[Point, Point], Point]:
            def crossing(a: Point, b: Point) -> Point:
                part = (limit - a[axis]) / (b[axis] - a[axis])
                return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part

            return crossing

        return (
            (lambda p: p[0] >= 0, across(0, 0)),
            (lambda p: p[0] <= self.width, across(0, self.width)),
            (lambda p: p[1] >= 0, across(1, 0)),
            (lambda p: p[1] <= self.height, across(1, self.height)),
        )


def frame(ground: dict[str, Any], width: float, height: float) -> Frame:
    """The picture that Kazakhstan fills."""
    left, top, right, bottom = ground["home"]
    scale = min(width / (right - left), height / (bottom - top)) * 0.97
    return Frame(width, height, scale, width / 2 - (left + right) / 2 * scale, height / 2 - (top + bottom) / 2 * scale)


def _points(path: str) -> Iterator[list[Point]]:
    for x, y, steps, _ in _LINE.findall(path):
        here = (int(x), int(y))
        points: list[Point] = [here]
        numbers = [int(number) for number in _NUMBER.findall(steps)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            here = (here[0] + dx, here[1] + dy)
            points.append(here)
        yield points


def _fewer(points: Sequence[Point], near: float) -> list[Point]:
    """Without points nearer than ``near`` px to the one before; the last one stays."""
    kept = [points[0]]
    for one in points[1:-1]:
        if hypot(one[0] - kept[-1][0], one[1] - kept[-1][1]) >= near:
            kept.append(one)
    return [*kept, points[-1]] if len(points) > 1 else kept


def _cut(
    points: list[Point], inside: Callable[[Point], bool], crossing: Callable[[Point, Point], Point]
) -> list[Point]:
    made: list[Point] = []
    for before, here in zip([*points[-1:], *points[:-1]], points, strict=True):
        if inside(here) != inside(before):
            made.append(crossing(before, here))
        if inside(here):
            made.append(here)
    return made
