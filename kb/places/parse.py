"""``parse_place``: the name of a place taken apart: «аул № 7 Батпаккаринского района» is an aul and its district."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.places.words import Unit, folded, forms, nominative, units

LONGEST = 500
"""Letters; a longer text is not taken apart."""

_TOKEN = re.compile(r"№\s*\d+\w?|\d+(?:-\w+)?|[\w'’-]+(?:/\w+)?\.?|[(),;]")
_NUMBER = re.compile(r"(?:№|no\.?|n)?\s*(\d+\w?)(?:-?\w{0,3})?", re.IGNORECASE)
_SMALL = frozenset({"в", "во", "из", "от", "на", "of", "the", "in", "и", "у"})
_NUMBER_SIGNS = frozenset({"№", "no", "n", "номер"})


@dataclass(frozen=True, slots=True)
class PlacePart:
    """A part: its kind (``aul``, ``rayon`` …, empty if unsaid), its name in the nominative, its number, the text."""

    kind: str
    name: str | None
    number: str | None
    text: str


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """The parts of a place, from the smallest to the largest; those of no said kind stand in the order of the text."""

    text: str
    parts: tuple[PlacePart, ...] = ()


def parse_place(text: str) -> PlaceReading:
    """Take the name of a place apart; never raises. What has no word for its kind is a part with an empty kind."""
    if len(text) > LONGEST:
        return PlaceReading(text)
    found: list[PlacePart] = []
    for piece in re.split(r"[,;()]", text):
        found += _parts([half for token in _TOKEN.findall(piece) for half in _halves(token)])
    known = units()
    ordered = sorted(found, key=lambda part: known[part.kind].order if part.kind else 0)
    return PlaceReading(text, tuple(ordered if all(part.kind for part in found) else _by_kind(found)))


def _halves(token: str) -> list[str]:
    """«3-ауыл» is a number and its kind."""
    number, _, word = token.partition("-")
    return [number, word] if number.isdigit() and folded(word) in forms("after") else [token]


def _by_kind(found: list[PlacePart]) -> list[PlacePart]:
    """Parts of known kinds in order, the others where they stood."""
    known = units()
    ordered = iter(sorted((part for part in found if part.kind), key=lambda part: known[part.kind].order))
    return [next(ordered) if part.kind else part for part in found]


def _parts(tokens: list[str]) -> list[PlacePart]:
    """The parts of a piece without commas: a kind before a name or number, or after an adjective."""
    parts: list[PlacePart] = []
    waiting: list[str] = []
    place = 0
    while place < len(tokens):
        unit, taken = _unit(tokens, place, "after") if waiting else (None, 0)
        if unit is not None and not (_is_number(tokens[place + taken : place + taken + 1]) and unit.kind == "aul"):
            name, waiting = _own_words(waiting, unit, parts)
            parts.append(_part(unit, name, tokens[place : place + taken]))
            place += taken
            continue
        unit, taken = _unit(tokens, place, "before")
        following = tokens[place + taken : place + taken + 1]
        if unit is not None and following and folded(following[0]) not in _SMALL:
            if waiting:
                parts.append(_part(None, waiting, []))
                waiting = []
            end = _end_of_name(tokens, place + taken)
            parts.append(_part(unit, tokens[place + taken : end], tokens[place : place + taken], before=True))
            place = end
            continue
        if folded(tokens[place]) not in _SMALL:
            waiting.append(tokens[place])
        place += 1
    if waiting:
        parts.append(_part(None, waiting, []))
    return parts


def _unit(tokens: list[str], place: int, side: str) -> tuple[Unit | None, int]:
    for size in (2, 1):
        phrase = " ".join(token.rstrip(".").lower().replace("ё", "е") for token in tokens[place : place + size])
        unit = forms(side).get(phrase)
        if unit is not None and len(tokens[place : place + size]) == size:
            return unit, size
    return None, 0


def _is_number(tokens: list[str]) -> bool:
    return bool(tokens) and (tokens[0][0].isdigit() or folded(tokens[0]) in _NUMBER_SIGNS or tokens[0][0] == "№")


def _end_of_name(tokens: list[str], start: int) -> int:
    """Where a name after its kind ends: a number is one token, a name goes on until an adjective with its own kind."""
    if _is_number(tokens[start:]):
        signed = folded(tokens[start]) in _NUMBER_SIGNS
        return start + 1 + (signed and _is_number(tokens[start + 1 :]))
    end = start + 1
    while end < len(tokens) and not _unit(tokens, end, "before")[0] and folded(tokens[end]) not in _SMALL:
        if any(_unit(tokens, later, "after")[0] for later in range(end + 1, min(end + 3, len(tokens)))):
            break
        if _unit(tokens, end, "after")[0]:
            return end - 1 if end - 1 > start else end
        end += 1
    return end


def _own_words(waiting: list[str], unit: Unit, parts: list[PlacePart]) -> tuple[list[str], list[str]]:
    """Of the words before a kind, those that are its name; what stood before them is a part of no said kind."""
    if (
        len(waiting) > 1
        and not waiting[-1].lower().startswith(("казах", "совет", "автоном"))
        and waiting[0][0].isupper()
    ):
        first_word = waiting[:-1]
        if not re.search(r"(?:ой|ый|ий|ая|ого|ской|о)$", first_word[-1].lower()):
            parts.append(_part(None, first_word, []))
            return waiting[-1:], []
    return waiting, []


def _part(unit: Unit | None, words: list[str], label: list[str], *, before: bool = False) -> PlacePart:
    text = " ".join([*label, *words] if before else [*words, *label])
    if _is_number(words):
        digits = _NUMBER.search(" ".join(words))
        return PlacePart(unit.kind if unit else "", None, digits[1] if digits else None, text)
    said = [nominative(word, unit) if unit and not before else word for word in words]
    return PlacePart(unit.kind if unit else "", " ".join(said).strip(".") or None, None, text)
