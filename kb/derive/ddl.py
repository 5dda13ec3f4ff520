"""Constraints and indexes of the schema, in Cypher that both engines take."""

from __future__ import annotations

from kb.model import SCHEMA, Schema

#: Nodes beside the entities, each with a unique id.
BOOKKEEPING = ("Record", "Claim", "Batch", "Judgement", "Base")
#: Properties by which people look things up: (label, property).
LOOKED_UP = (("Record", "local"), ("Record", "dataset"), ("Batch", "dataset"))


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
