"""Sheets as ``sheets.toml`` declares them, checked against the schema when they are read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kb.i18n import Text
from kb.model import SCHEMA, Property

SELF, UPRISING = "self", "uprising"
ROLE = "role"
#: Blocks whose rows are no records of the document: what was looked for, and a value of something in the base.
SEARCH, ANY = "search", "any"
NEW = "+"  # picked instead of an id: what is written is not in the base, and is created with the entry
#: What may be said of a row apart from the whole sheet.
OF_ROW = ("quote", "stance")
#: A place or a body that is written may be picked from the base besides: the claim that ties it, and its kind.
PICKED: Mapping[tuple[str, str], tuple[str, str]] = {
    ("Person", "birthplace"): ("birth_place", "Place"),
    ("Person", "residence"): ("living", "Place"),
    ("Measure", "place"): ("placement", "Place"),
    ("Measure", "body"): ("decision", "Organisation"),
    ("Review", "body"): ("decision", "Organisation"),
}


@dataclass(frozen=True, slots=True)
class Tie:
    """A claim that ties a row to another record; ``values`` are the sheet's, ``fields`` stand in the row."""

    claim: str
    about: str
    to: str
    values: Mapping[str, str]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to the person of a row; ``common`` names the block with what is the same for all."""

    kind: str
    name: str
    values: Mapping[str, str]
    fields: tuple[str, ...]
    common: str
    case: str


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a sheet. ``common`` ones are no record of their own: events take their values from them. A form shows
    ``rows`` at first.
    """

    name: str
    kind: str
    claim: str
    label: Text
    many: bool
    rows: int
    shared: bool
    common: bool
    own: tuple[str, ...]
    own_words: frozenset[str]
    values: Mapping[str, str]
    ties: tuple[Tie, ...]
    events: tuple[Event, ...]
    first: tuple[str, ...]
    said: tuple[str, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields of a row in the order in which they are filled."""
        of_ties = [name for tie in self.ties for name in tie.fields]
        of_events = [name for event in self.events for name in event.fields]
        return tuple(dict.fromkeys((*self.first, *self.own, *of_ties, *of_events, *self.said)))

    def property(self, field: str) -> Property | None:
        """What the schema says of a field; None for the words of a claim that has no property behind it."""
        owners: list[Mapping[str, Property]] = [
            SCHEMA.kinds[self.kind].properties if field in self.own and self.claim not in (SEARCH, ANY) else {},
            *(tie_properties(tie.claim) for tie in self.ties if field in tie.fields),
            *(SCHEMA.kinds[event.kind].properties for event in self.events if field in event.fields),
        ]
        return next((owner[field] for owner in owners if field in owner), None)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A type of document; ``voice`` is who speaks in it, unless somebody says otherwise."""

    name: str
    label: Text
    voice: str
    blocks: Mapping[str, Block]

    @property
    def asks_rising(self) -> bool:
        """Whether something in it leads to a rising."""
        return any(tie.to == UPRISING for block in self.blocks.values() for tie in block.ties)


def tie_properties(claim: str) -> Mapping[str, Property]:
    """What a claim of a tie may say, by name."""
    return {name: prop for tie in SCHEMA.ties.values() if tie.claim == claim for name, prop in tie.properties.items()}


@cache
def sheets() -> Mapping[str, Sheet]:
    """All sheets by name, in the order of their declaration. ValueError where one does not fit the schema."""
    table = tomllib.loads(files("loaders.hand").joinpath("sheets.toml").read_text("utf-8"))
    return {name: _sheet(name, said) for name, said in table.items()}


def _sheet(name: str, said: Mapping[str, Any]) -> Sheet:
    blocks = {block: _block(block, each) for block, each in said["blocks"].items()}
    made = Sheet(name, Text.of(said["label"]), said["voice"], blocks)
    for wrong in _wrong(made):
        raise ValueError(f"sheets.toml: {name}: {wrong}")
    return made


def _block(name: str, said: Mapping[str, Any]) -> Block:
    kind = said["kind"]
    return Block(
        name=name,
        kind=kind,
        claim=said.get("claim", SCHEMA.kinds[kind].claim),
        label=Text.of(said["label"]),
        many=said.get("many", False),
        rows=said.get("rows", 1),
        shared=said.get("shared", False),
        common=said.get("common", False),
        own=tuple(said["fields"]),
        own_words=frozenset(said.get("own_words", ())),
        values=said.get("values", {}),
        ties=tuple(_tie(each) for each in said.get("ties", ())),
        events=tuple(_event(each) for each in said.get("events", ())),
        first=tuple(said.get("first", ())),
        said=tuple(said.get("said", ())),
    )


def _tie(said: Mapping[str, Any]) -> Tie:
    about, to = said.get("about", SELF), said.get("to", SELF)
    return Tie(said["claim"], about, to, said.get("values", {}), tuple(said.get("fields", ())))


def _event(said: Mapping[str, Any]) -> Event:
    common, case = said.get("common", ""), said.get("case", "")
    return Event(said["kind"], said["name"], said["values"], tuple(said["fields"]), common, case)


def _wrong(sheet: Sheet) -> Iterator[str]:
    """What does not fit together or is not in the schema."""
    if sheet.voice not in SCHEMA.vocabularies["voice"]:
        yield sheet.voice
    for block in sheet.blocks.values():
        if block.claim != ANY:
            yield from sorted({*block.own, *block.values} - SCHEMA.shapes[block.claim].values)
        yield from sorted(block.own_words - set(block.fields))
        yield from sorted(set(block.said) - set(OF_ROW))
        for tie in block.ties:
            yield from sorted({*tie.values, *tie.fields} - SCHEMA.shapes[tie.claim].values)
            yield from sorted({tie.about, tie.to} - {SELF, UPRISING, *sheet.blocks})
        for event in block.events:
            common = sheet.blocks[event.common].own if event.common else ()
            yield from sorted({*event.values, *event.fields, *common} - set(SCHEMA.kinds[event.kind].properties))
