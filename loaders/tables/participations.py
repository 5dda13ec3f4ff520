"""``participations.csv``: who took part in what, in which role, by one source."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model import SCHEMA, Claim
from loaders.context import Context
from loaders.tables.shape import Shape
from loaders.tabular import Row

_ROLES = SCHEMA.vocabularies["role"]
_COLUMNS = {"role": "role", "date": "date"}


def claims(row: Row, at: Context) -> Iterator[Claim]:
    """The participation, or what the prosecution says it was: the projection tells them apart by role and voice."""
    person = at.known(row, "person_id", "persons")
    rising = at.known(row, "uprising_id", "uprisings")
    source = at.known(row, "source_id", "sources")
    accusing = bool(_ROLES.says(_ROLES.code_of(row.take("role")), "accusation", False))
    yield at.claim(
        "participation",
        (person, "Person"),
        row.values(_COLUMNS),
        to=(rising, "Uprising"),
        cites=[source],
        voice=at.voice([source], accusing=accusing),
    )


SHAPE = Shape(
    "participations",
    ("person_id", "uprising_id", "source_id", *_COLUMNS),
    claims,
    refers_to=("persons", "uprisings", "sources"),
)
