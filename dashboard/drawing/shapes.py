"""The 23 marks as outlines, drawn once: the font KB Marks and the pictures both take them from here.

A mark is a list of contours in a box 100 high (and ``width`` wide), y downwards. Holes run against the clock,
so that filling by non-zero winding leaves them open. Curves are cubic.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians, sin, tan

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Contour:
    """A closed outline: where it starts, then segments of one point (a line) or three (a cubic curve)."""

    start: Point
    segments: tuple[tuple[Point, ...], ...]

    def reversed(self) -> Contour:
        """The same outline in the other direction: a hole."""
        ends = [self.start, *(segment[-1] for segment in self.segments)]
        back: list[tuple[Point, ...]] = [
            (*reversed(segment[:-1]), ends[index]) for index, segment in reversed(list(enumerate(self.segments)))
        ]
        return Contour(ends[-1], tuple(back))


@dataclass(frozen=True, slots=True)
class Shape:
    """A mark: its character, its name in the code, its width (the height is 100) and its outlines."""

    char: str
    name: str
    contours: tuple[Contour, ...]
    width: float = 100

    def svg_path(self) -> str:
        """The value of ``d`` of an SVG path in the box of the mark."""
        parts: list[str] = []
        for contour in self.contours:
            parts.append("M" + _pair(contour.start))
            parts += [
                ("C" if len(segment) == 3 else "L") + " ".join(map(_pair, segment)) for segment in contour.segments
            ]
            parts.append("Z")
        return "".join(parts)


def _pair(point: Point) -> str:
    return f"{point[0]:.4g},{point[1]:.4g}"


def _polygon(points: Iterable[Point]) -> Contour:
    first, *others = points
    return Contour(first, tuple((point,) for point in others))


def _rectangle(left: float, top: float, width: float, height: float) -> Contour:
    return _polygon([(left, top), (left + width, top), (left + width, top + height), (left, top + height)])


def _regular(corners: int, radius: float, turn: float) -> Contour:
    angles = [radians(turn + 360 * corner / corners) for corner in range(corners)]
    return _polygon([(50 + radius * cos(angle), 50 + radius * sin(angle)) for angle in angles])


def _arc(centre: Point, radius: float, start: float, end: float) -> tuple[Point, tuple[tuple[Point, ...], ...]]:
    """An arc in degrees as (its first point, curves of at most 90 degrees each)."""
    pieces = max(1, round(abs(end - start) / 90 + 0.499))
    step = radians(end - start) / pieces
    pull = 4 / 3 * tan(step / 4) * radius
    at = radians(start)
    first = (centre[0] + radius * cos(at), centre[1] + radius * sin(at))
    curves: list[tuple[Point, ...]] = []
    here = first
    for _ in range(pieces):
        to = at + step
        there = (centre[0] + radius * cos(to), centre[1] + radius * sin(to))
        leave = (here[0] - pull * sin(at), here[1] + pull * cos(at))
        arrive = (there[0] + pull * sin(to), there[1] - pull * cos(to))
        curves.append((leave, arrive, there))
        at, here = to, there
    return first, tuple(curves)


def _disc(radius: float, centre: Point = (50, 50)) -> Contour:
    return Contour(*_arc(centre, radius, 0, 360))


def _ring(radius: float, line: float) -> tuple[Contour, Contour]:
    return _disc(radius), _disc(radius - line).reversed()


def _ring_piece(radius: float, line: float, start: float, end: float) -> Contour:
    first, outer = _arc((50, 50), radius, start, end)
    inner_first, inner = _arc((50, 50), radius - line, end, start)
    return Contour(first, (*outer, (inner_first,), *inner))


def _half_disc(radius: float) -> Contour:
    return Contour(*_arc((50, 50), radius, 90, 270))


def _frame(left: float, top: float, width: float, height: float, line: float) -> tuple[Contour, Contour]:
    inside = _rectangle(left + line, top + line, width - 2 * line, height - 2 * line)
    return _rectangle(left, top, width, height), inside.reversed()


def _dashes(lengths: float, gap: float, count: int, line: float, width: float) -> tuple[Contour, ...]:
    left = (width - count * lengths - (count - 1) * gap) / 2
    return tuple(_rectangle(left + n * (lengths + gap), 50 - line / 2, lengths, line) for n in range(count))


def _hatch() -> tuple[Contour, ...]:
    """A frame with four strokes at 45 degrees."""
    strokes = [
        _polygon([(left + 22, 34), (left + 29, 34), (left + 1, 66), (left - 6, 66)])
        for left in (16.0, 33.0, 50.0, 67.0)
    ]
    return (*_frame(6, 30, 92, 40, 5), *strokes)


def _stroke(start: Point, end: Point, line: float) -> Contour:
    run, rise = end[0] - start[0], end[1] - start[1]
    length = (run * run + rise * rise) ** 0.5
    side = (-rise / length * line / 2, run / length * line / 2)
    return _polygon(
        [
            (start[0] - side[0], start[1] - side[1]),
            (end[0] - side[0], end[1] - side[1]),
            (end[0] + side[0], end[1] + side[1]),
            (start[0] + side[0], start[1] + side[1]),
        ]
    )


def _wave(middle: float, line: float) -> Contour:
    """A tilde: two half waves, the lower edge running back."""
    upper: tuple[tuple[Point, ...], ...] = (
        ((32, middle - 18), (40, middle - 14), (50, middle - line / 2)),
        ((60, middle + 6), (68, middle + 8), (80, middle - 8)),
    )
    lower: tuple[tuple[Point, ...], ...] = (
        ((80, middle + line - 8),),
        ((68, middle + line + 8), (60, middle + line + 6), (50, middle + line / 2)),
        ((40, middle + line - 14), (32, middle + line - 18), (20, middle + line)),
    )
    return Contour((20, middle), (*upper, *lower))


_WIDE = 190
_DOTS = tuple(_disc(5.5, (20 + 37.5 * n, 50)) for n in range(5))

SHAPES: tuple[Shape, ...] = (
    Shape("●", "insurgent", (_disc(38),)),
    Shape("◐", "accused", (*_ring(38, 8), _half_disc(36))),
    Shape("○", "soviet", _ring(38, 10)),
    Shape("◉", "witness", (*_ring(38, 8), _disc(14))),
    Shape("◌", "side_unknown", tuple(_ring_piece(38, 9, 45 * n + 8, 45 * n + 37) for n in range(8))),
    Shape("◆", "uprising", (_regular(4, 46, -90),)),
    Shape("▲", "place", (_polygon([(50, 12), (91, 84), (9, 84)]),)),
    Shape("▤", "source", (*_frame(20, 8, 60, 84, 8), *(_rectangle(34, top, 32, 7) for top in (28, 46, 64)))),
    Shape("▥", "archival_unit", (*_frame(10, 14, 80, 72, 8), *(_rectangle(left, 20, 8, 60) for left in (34, 58)))),
    Shape("⬢", "case", (_regular(6, 44, -90),)),
    Shape("▮", "measure", (_rectangle(36, 10, 28, 80),)),
    Shape("■", "organisation", (_rectangle(15, 15, 70, 70),)),
    Shape("⬟", "lineage", (_regular(5, 44, -90),)),
    Shape("━", "certain", (_rectangle(6, 44, _WIDE - 12, 12),), _WIDE),
    Shape("╍", "probable", _dashes(74, 30, 2, 12, _WIDE), _WIDE),
    Shape("┅", "possible", _dashes(34, 14, 4, 11, _WIDE), _WIDE),
    Shape("┉", "doubtful", _DOTS, _WIDE),
    Shape("╌", "not_rated", (_rectangle(6, 48, _WIDE - 12, 4.5),), _WIDE),
    Shape("═", "kinship", (_rectangle(6, 36, _WIDE - 12, 8), _rectangle(6, 56, _WIDE - 12, 8)), _WIDE),
    Shape("≠", "conflict", (_rectangle(14, 32, 72, 11), _rectangle(14, 57, 72, 11), _stroke((66, 12), (34, 88), 11))),
    Shape("▸", "accepted", (_polygon([(24, 24), (76, 50), (24, 76)]),)),
    Shape("▨", "missing", _hatch(), 104),
    Shape("≈", "about", (_wave(36, 11), _wave(60, 11))),
)

BY_NAME = {shape.name: shape for shape in SHAPES}
