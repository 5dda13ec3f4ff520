"""The schema, declared once in ``schema/*.toml`` and checked when it is loaded: a wrong declaration cannot be
imported.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from kb.i18n import LANGS, Lang, Text
from kb.model.types import TYPES
from kb.model.vocabulary import Vocabulary, load_vocabularies

#: Names of a claim's own fields; a property of the schema may not take one of them, since both stand on one node.
CLAIM_FIELDS = frozenset(
    [
        "id",
        "kind",
        "about",
        "about_kind",
        "to",
        "to_kind",
        "cites",
        "locator",
        "quote",
        "access",
        "voice",
        "stance",
        "certainty",
        "level",
        "why",
        "property",
        "value",
        "withdraws",
        "past",
    ]
)
#: Names that the projection gives to every entity.
ENTITY_FIELDS = frozenset(
    [
        "id",
        "label",
        "label_ru",
        "label_kk",
        "label_en",
        "conflicts",
        "sources",
        "claims",
        "names",
        "search",
        "side",
        "connects",
        "counted",
    ]
)


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a kind or of a tie.

    ``many``: all values stand, in a list; otherwise one is accepted and the others stay visible.
    ``readings``: every reading is kept beside the others (``READ_AS``).
    ``prosecution_never``: the prosecution's word alone is never accepted.
    """

    name: str
    type: str
    label: Text
    help: Text | None
    vocabulary: str | None = None
    many: bool = False
    readings: bool = False
    featured: bool = False
    prosecution_never: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entity; ``printed`` lists, per language, the properties of which the first present is its label.

    ``searched``: it is called something, and looked for by that.
    """

    name: str
    mark: str
    label: Text
    plural: Text
    description: Text
    printed: Mapping[Lang, tuple[str, ...]]
    properties: Mapping[str, Property]
    searched: bool = True

    @property
    def claim(self) -> str:
        """The kind of claim that says something of such an entity."""
        return _snake(self.name)


@dataclass(frozen=True, slots=True)
class TieKind:
    """A kind of tie; ``claim`` names the kind of claim that says it."""

    name: str
    claim: str
    from_kinds: tuple[str, ...]
    to_kinds: tuple[str, ...]
    label: Text
    label_back: Text
    description: Text
    properties: Mapping[str, Property]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a claim of one kind may be about, go to, and say."""

    claim: str
    about: frozenset[str]
    to: frozenset[str]
    values: frozenset[str]


#: Claims that are not derived from a kind or a tie: what they say beside the common fields.
SPECIAL = {
    "statement": ("property", "value"),
    "entry": ("text",),
    "search": ("looked_for", "where", "by", "when", "result"),
    "withdrawal": ("withdraws",),
}


@dataclass(frozen=True, slots=True)
class Schema:
    """Kinds, ties, vocabularies, and the shapes of claims derived from them."""

    kinds: Mapping[str, Kind]
    ties: Mapping[str, TieKind]
    vocabularies: Mapping[str, Vocabulary]
    shapes: Mapping[str, Shape]

    def vocabulary_of(self, prop: Property) -> Vocabulary | None:
        """The vocabulary of a property of type ``term``."""
        return self.vocabularies[prop.vocabulary] if prop.vocabulary else None


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() and i else letter.lower() for i, letter in enumerate(name))


def _property(name: str, said: Mapping[str, Any]) -> Property:
    known = {"type", "label", "help", "vocabulary", "many", "readings", "featured", "prosecution_never"}
    if unknown := set(said) - known:
        raise ValueError(f"{name}: unknown {sorted(unknown)}")
    return Property(
        name=name,
        type=said["type"],
        label=Text.of(said["label"]),
        help=Text.of(said["help"]) if "help" in said else None,
        vocabulary=said.get("vocabulary"),
        **{flag: bool(said.get(flag, False)) for flag in ("many", "readings", "featured", "prosecution_never")},
    )


def read_kind(table: Mapping[str, Any]) -> Kind:
    """A kind from its declaration; descriptions in all three languages are required, of every property too."""
    kind = Kind(
        name=table["name"],
        mark=table["mark"],
        label=Text.of(table["label"]),
        plural=Text.of(table["plural"]),
        description=Text.of(table["description"]),
        printed={lang: tuple(table["printed"][lang]) for lang in LANGS},
        properties={name: _property(name, said) for name, said in table["properties"].items()},
        searched=bool(table.get("searched", True)),
    )
    for name, prop in kind.properties.items():
        if prop.help is None:
            raise ValueError(f"{kind.name}.{name}: no help")
        if name in CLAIM_FIELDS | ENTITY_FIELDS:
            raise ValueError(f"{kind.name}.{name}: this name belongs to every claim or entity")
    for lang, names in kind.printed.items():
        if missing := set(names) - set(kind.properties):
            raise ValueError(f"{kind.name}: printed.{lang} names {sorted(missing)}, which it does not declare")
    return kind


def read_tie(name: str, said: Mapping[str, Any]) -> TieKind:
    """A tie from its declaration."""
    return TieKind(
        name=name,
        claim=said["claim"],
        from_kinds=tuple(said["from"]),
        to_kinds=tuple(said["to"]),
        label=Text.of(said["label"]),
        label_back=Text.of(said["label_back"]),
        description=Text.of(said["description"]),
        properties={key: _property(key, value) for key, value in said.get("properties", {}).items()},
    )


def check(kinds: Sequence[Kind], ties: Sequence[TieKind], vocabularies: Mapping[str, Vocabulary]) -> None:
    """Whether the parts fit together; a ValueError says which does not."""
    names = {kind.name for kind in kinds}
    owners: list[Kind | TieKind] = [*kinds, *ties]
    for owner in owners:
        for prop in owner.properties.values():
            if prop.type not in TYPES:
                raise ValueError(f"{owner.name}.{prop.name}: no type {prop.type!r}")
            if (prop.type == "term") != (prop.vocabulary is not None):
                raise ValueError(f"{owner.name}.{prop.name}: a term needs a vocabulary, and nothing else has one")
            if prop.vocabulary is not None and prop.vocabulary not in vocabularies:
                raise ValueError(f"{owner.name}.{prop.name}: no vocabulary {prop.vocabulary!r}")
    for tie in ties:
        if unknown := {*tie.from_kinds, *tie.to_kinds} - names:
            raise ValueError(f"{tie.name}: no kind {sorted(unknown)}")
        if tie.claim in {kind.claim for kind in kinds} | set(SPECIAL):
            raise ValueError(f"{tie.name}: the claim {tie.claim!r} is taken")


def _shapes(kinds: Mapping[str, Kind], ties: Mapping[str, TieKind]) -> dict[str, Shape]:
    shapes = {
        kind.claim: Shape(kind.claim, frozenset({kind.name}), frozenset(), frozenset(kind.properties))
        for kind in kinds.values()
    }
    for tie in ties.values():
        before = shapes.get(tie.claim, Shape(tie.claim, frozenset(), frozenset(), frozenset()))
        shapes[tie.claim] = Shape(
            tie.claim,
            before.about | set(tie.from_kinds),
            before.to | set(tie.to_kinds),
            before.values | set(tie.properties),
        )
    for name, values in SPECIAL.items():
        shapes[name] = Shape(name, frozenset(kinds), frozenset(), frozenset(values))
    return shapes


def load() -> Schema:
    """The schema of the shipped declarations."""
    folder = files("kb.model").joinpath("schema")
    vocabularies = load_vocabularies()
    kinds: dict[str, Kind] = {}
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml") and file.name != "ties.toml":
            kind = read_kind(tomllib.loads(file.read_text("utf-8")))
            kinds[kind.name] = kind
    declared = tomllib.loads(folder.joinpath("ties.toml").read_text("utf-8"))
    ties = {name: read_tie(name, said) for name, said in declared.items()}
    check(list(kinds.values()), list(ties.values()), vocabularies)
    return Schema(kinds, ties, vocabularies, _shapes(kinds, ties))


SCHEMA = load()
