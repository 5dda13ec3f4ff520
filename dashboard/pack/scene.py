"""A picture as a list of drawn things in a box: the same for the page, for print and for slides of a presentation.

Lengths are px of a slide 1920 wide. A colour is a name of ``tokens.toml``. What can be asked about bears ``claims``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Final, Literal, TypeAlias

Anchor: TypeAlias = Literal["start", "middle", "end"]
Claims: TypeAlias = tuple[str, ...]
WIDTH, HEIGHT = 1768, 700  # what a slide leaves beside its margins, title and sources
NAME, VALUE, LABEL, AXIS = 40, 50, 36, 33  # of 33 px the x-height is 18 mm on a picture 2 m wide: read at 6 m
DASHES: Final = {"certain": "", "probable": "24 11", "possible": "12 9", "doubtful": "0.1 13", "not_rated": ""}


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text; ``y`` is its base line."""

    x: float
    y: float
    text: str
    size: int = LABEL
    colour: str = "ink"
    strong: bool = False
    anchor: Anchor = "start"
    claims: Claims = ()

    @property
    def width(self) -> float:
        """How wide it is."""
        return width_of(self.text, self.size, self.strong)


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str = "rule"
    width: float = 2
    dash: str = ""
    claims: Claims = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, filled; ``hatched``: what no source says; ``faint``: what lies between two numbers."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    hatched: bool = False
    faint: bool = False
    claims: Claims = ()


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle: filled where ``colour`` is one, outlined where ``edge`` is one."""

    x: float
    y: float
    radius: float
    colour: str = ""
    edge: str = ""
    dash: str = ""
    faint: bool = False
    claims: Claims = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of the visual language (``drawing.shapes``), ``size`` high, round its middle."""

    x: float
    y: float
    name: str
    colour: str
    size: float = 44
    claims: Claims = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """Lines through points: a coast, a river, a border; filled where ``colour`` is one."""

    points: tuple[tuple[float, float], ...]
    colour: str = ""
    edge: str = ""
    width: float = 2
    dash: str = ""


Thing: TypeAlias = Words | Line | Box | Disc | Mark | Outline


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture."""

    things: tuple[Thing, ...]
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(slots=True)
class Canvas:
    """Gathers what is drawn."""

    things: list[Thing] = field(default_factory=list)

    def put(self, *things: Thing) -> None:
        """Draw."""
        self.things.extend(things)

    def scene(self) -> Scene:
        """The picture so far."""
        return Scene(tuple(self.things))


@cache
def _widths() -> dict[bool, dict[str, int]]:
    known = tomllib.loads(files("dashboard").joinpath("drawing", "widths.toml").read_text("utf-8"))
    return {
        name == "strong": {letter: int(width) for width, letters in groups.items() for letter in letters}
        for name, groups in known.items()
    }


def width_of(text: str, size: int, strong: bool = False) -> float:
    """How wide ``text`` is in Noto Sans; letters that are not in the table count as wide ones."""
    known = _widths()[strong]
    return size * sum(known.get(letter, 650) for letter in text) / 1000


def cut(text: str, size: int, most: float, strong: bool = False) -> str:
    """``text``, shortened with an ellipsis where it is wider than ``most``."""
    if width_of(text, size, strong) <= most:
        return text
    kept = text
    while kept and width_of(kept + "…", size, strong) > most:
        kept = kept[:-1]
    return kept.rstrip(" ,–") + "…"


def wrapped(text: str, size: int, most: float, strong: bool = False, lines: int = 2) -> list[str]:
    """``text`` in at most ``lines`` lines of ``most`` px."""
    found: list[str] = []
    for word in text.split():
        if found and width_of(f"{found[-1]} {word}", size, strong) <= most:
            found[-1] += f" {word}"
        else:
            found.append(word)
    if len(found) > lines:
        found[lines - 1 :] = [" ".join(found[lines - 1 :])]
    return [cut(line, size, most, strong) for line in found]


def claims_of(scene: Scene) -> list[str]:
    """All claims that the picture bears, each once, in its order."""
    found: Iterable[Sequence[str]] = (getattr(thing, "claims", ()) for thing in scene.things)
    return list(dict.fromkeys(claim for claims in found for claim in claims))
