"""Articles of a code as they are printed, one by one: 58-10-11 is 58-10 and 58-11."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.entries.patterns import articles

_HYPHENS = re.compile(r"\s?[-–/]\s?")
_STEM = 20  # a number below, after an article with points, is a point of the same article


@dataclass(frozen=True, slots=True)
class Articles:
    """The numbers, and where the list of them stands."""

    numbers: tuple[str, ...]
    start: int
    end: int


def find_articles(text: str, start: int, end: int, *, bare: bool) -> Articles | None:
    """The first list of articles; ``bare``: also without «ст.» before it."""
    for found in articles().finditer(text, start, end):
        sure = (
            found["label"]
            or "УК" in found[0]
            or "бап" in found[0].lower()
            or "-" in found["list"]
            or "–" in found["list"]
        )
        if sure or bare:
            numbers = _numbers(found["list"], found["points"])
            if numbers:
                return Articles(numbers, found.start(), found.end())
    return None


def _numbers(listed: str, points: str | None) -> tuple[str, ...]:
    numbers: list[str] = []
    stem = ""
    for piece in re.split(r"\s?(?:[,;]|\bи\b)\s?", re.sub(r"ст\.\s?", "", listed)):
        head, *rest = _HYPHENS.split(piece.strip())
        if not head:
            continue
        if stem and not rest and int(re.sub(r"\D", "", head) or 0) < _STEM:
            numbers.append(f"{stem}-{head}")
            continue
        stem = head
        numbers += [f"{head}-{point}" for point in rest] or [head]
    for point in re.split(r"\s?(?:,|\bи\b)\s?", points or ""):
        if point and stem:
            numbers = [number for number in numbers if number != stem]
            numbers.append(f"{stem}-{point}")
    return tuple(dict.fromkeys(numbers))
