"""What a line of free text says of a person, as the reader of entries reads it: properties, and events of their own.

The claim keeps the line whole; it is read here, so that a better reader changes the graph and never the claims. Every
value keeps the piece of the line that it came from, and what no rule explains stays as ``left_over``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from kb.entries import EntryReading, read_entry
from kb.entries.reading import Value
from kb.model import Claim
from kb.names import read_name

#: Fields of an entry → properties of a person.
_PERSON = {
    "name": "name",
    "name_variants": "name_variants",
    "birth": "birth",
    "birthplace": "birthplace",
    "nationality": "nationality",
    "education": "education",
    "party": "party",
    "occupation": "occupation",
    "residence": "residence",
    "death_date": "death",
    "burial": "burial",
    "archive": "file_reference",
}
_ARREST = {"arrest_date": "carried_out", "arrest_organ": "body"}
_SENTENCE = {
    "decision_date": "decided",
    "deciding_organ": "body",
    "accusation": "accusation",
    "articles": "articles",
    "sentence": "sentence",
}
_REVIEW = {"rehabilitation_date": "date", "rehabilitation_organ": "body", "rehabilitation_ground": "ground"}
_NAMES = frozenset({"name_ru", "name_kk", "name_latin", "name"})
_MORE_THAN_A_NAME = re.compile(r"[(/=]|(?<!\w)(?:он[аи]? же|или|либо|ол да|немесе|also|aka|alias)(?!\w)", re.IGNORECASE)
_CAPITALS = re.compile(r"[^\W\d_a-zа-яё][\w'.-]*(?:\s+[^\W\d_a-zа-яё][\w'.-]*)*")


class Piece(NamedTuple):
    """One value: the property, the piece of text that says it, and what its type is to read."""

    property: str
    text: str
    value: str


class Event(NamedTuple):
    """Something that happened to the person: kind of entity, a name that is unique for the line, what is said of it."""

    kind: str
    name: str
    pieces: tuple[Piece, ...]


@lru_cache(maxsize=1024)
def read(text: str) -> EntryReading:
    """The reading of a line; the same line is asked for several times in a row."""
    return read_entry(text)


def is_entry(claim: Claim) -> bool:
    """Whether the claim is a line of free text about a person."""
    return claim.kind == "entry" and claim.about_kind == "Person"


def pieces(claim: Claim) -> Iterator[Piece]:
    """What an entry says of the person itself."""
    found = read(claim.values["text"])
    for field, name in _PERSON.items():
        for text, value in _said(found, found.fields, field):
            yield Piece(name, text, value)
            if name == "name":
                yield from variants(text)
    for text in found.left_over:
        yield Piece("left_over", text, text)


def named(claim: Claim) -> Iterator[Piece]:
    """The other spellings that the names in a person's claim give in brackets or after «он же»."""
    for name, text in claim.values.items():
        if name in _NAMES:
            yield from variants(text)


def variants(name: str) -> Iterator[Piece]:
    """Other spellings that a written name gives itself; a bracket of capitals is another name, not a remark."""
    if _MORE_THAN_A_NAME.search(name) is None:
        return
    read = read_name(name)
    names = [part.strip() for remark in read.remarks for part in remark.split(",")]
    for text in dict.fromkeys((*read.variants, *(part for part in names if _CAPITALS.fullmatch(part)))):
        yield Piece("name_variants", text, text)


def events(claim: Claim) -> Iterator[Event]:
    """Arrests, decisions, the execution and the rehabilitation that an entry tells of."""
    found = read(claim.values["text"])
    for number, fields in enumerate((found.fields, *found.more), 1):
        for kind, names in (("arrest", _ARREST), ("sentence", _SENTENCE)):
            said = tuple(_event(found, fields, names))
            if said:
                name = kind if number == 1 else f"{kind}.{number}"
                yield Event("Measure", name, (Piece("measure_kind", said[0].text, kind), *said))
    if found.executed:
        text, value = next(_said(found, found.fields, "death_date"))
        yield Event(
            "Measure",
            "execution",
            (Piece("measure_kind", text, "execution"), Piece("carried_out", text, value)),
        )
    said = tuple(_event(found, found.fields, _REVIEW))
    if said:
        yield Event("Review", "rehabilitation", (Piece("step", said[0].text, "granted"), *said))


def _event(found: EntryReading, fields: Mapping[str, Value], names: Mapping[str, str]) -> Iterator[Piece]:
    for field, name in names.items():
        said = list(_said(found, fields, field))
        if said:  # several articles are one list
            texts = dict.fromkeys(text for text, _ in said)
            yield Piece(name, ", ".join(texts), ", ".join(value for _, value in said))


def _said(found: EntryReading, fields: Mapping[str, Value], field: str) -> Iterator[tuple[str, str]]:
    """The piece of text and the value of a field; only the first record of an entry tells where it stands."""
    value = fields.get(field)
    if value is None:
        return
    span = found.spans.get(field) if fields is found.fields else None
    piece = found.text[slice(*span)] if span else None
    for each in value if isinstance(value, tuple) else (value,):
        yield (each if piece is None or field == "name_variants" else piece), each
