"""Constraints and indexes of the schema, in Cypher that both engines take."""

from __future__ import annotations

from kb.model import SCHEMA, Schema

#: Nodes beside the entities, each with a unique id.
BOOKKEEPING = ("Record", "Claim", "Batch", "Judgement", "Base")
#: Properties by which people look things up: (label, property).
LOOKED_UP = (("Record", "local"), ("Record", "dataset"), ("Batch", "dataset"))
#: The words that entities are found by, and the words of sources: an index for each label, named by :func:`index_of`.
FOUND_BY = ("search",)
WORDS_OF_SOURCES = ("quote", "text")


def constraints(schema: Schema = SCHEMA) -> list[str]:
    """One uniqueness constraint on ``id`` for every kind of node."""
    return [
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in (*BOOKKEEPING, *schema.kinds)
    ]


def indexes(schema: Schema = SCHEMA) -> list[str]:
    """Indexes for lookups, and on the lower bound of every featured date."""
    wanted = list(LOOKED_UP)
    for kind in schema.kinds.values():
        wanted += [
            (kind.name, f"{prop.name}_earliest")
            for prop in kind.properties.values()
            if prop.type == "date" and prop.featured
        ]
    return [
        f"CREATE INDEX {label.lower()}_{prop} IF NOT EXISTS FOR (n:{label}) ON (n.{prop})" for label, prop in wanted
    ]


def index_of(label: str) -> str:
    """The name of the full-text index of a label."""
    return f"words_of_{label.lower()}"


def fulltexts(schema: Schema = SCHEMA) -> list[tuple[str, str, tuple[str, ...]]]:
    """Full-text indexes: name, label, properties."""
    return [
        *((index_of(kind.name), kind.name, FOUND_BY) for kind in schema.kinds.values() if kind.searched),
        (index_of("Claim"), "Claim", WORDS_OF_SOURCES),
    ]
