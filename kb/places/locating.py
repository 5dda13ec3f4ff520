"""``locate``: a place as a source writes it, its parts found in the gazetteer, each agreeing with the larger ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.places.gazetteer import Found, Gazetteer, gazetteer
from kb.places.parse import PlacePart, parse_place


@dataclass(frozen=True, slots=True)
class Located:
    """A part of the text and the places it may be, best first; none for what the gazetteer does not have, as auls."""

    part: PlacePart
    found: tuple[Found, ...]


def locate(text: str, at: str | None = None, among: Gazetteer | None = None) -> tuple[Located, ...]:
    """The parts of a place from the smallest up, each with its candidates at the date ``at`` (EDTF).

    A candidate that lies in a candidate of a larger part comes before one that does not. Never raises.
    """
    places = among or gazetteer()
    larger: list[Found] = []
    located: list[Located] = []
    for part in reversed(parse_place(text).parts):
        found = _candidates(part, at, places)
        if larger:
            found.sort(key=lambda one: not _lies_in(one, larger, at, places))
        located.append(Located(part, tuple(found)))
        larger = found or larger
    return tuple(reversed(located))


def _candidates(part: PlacePart, at: str | None, places: Gazetteer) -> list[Found]:
    if part.name is None:
        return []
    found = places.find(part.name, at=at, kind=part.kind or None)
    return found or places.find(part.text, at=at)


def _lies_in(one: Found, larger: Sequence[Found], at: str | None, places: Gazetteer) -> bool:
    above = {parent.key for step in places.chain(one.place.key, at) for parent in step}
    return any(other.place.key in above for other in larger)
