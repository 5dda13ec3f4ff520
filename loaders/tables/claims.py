"""``claims.csv``: what a source says of a rising or a person, one property a row."""

from __future__ import annotations

from collections.abc import Iterator

from kb.errors import DataError
from kb.model import SCHEMA, Claim
from loaders.context import Context
from loaders.tables.shape import Shape
from loaders.tabular import Row

_SUBJECTS = {"uprisings": "Uprising", "persons": "Person"}


def claims(row: Row, at: Context) -> Iterator[Claim]:
    """A value of a property that the schema knows, or a statement under the row's own word; the value stays as
    written.
    """
    name = row.key("claim_id")
    subject, kind = _subject(row, at)
    source = at.known(row, "source_id", "sources")
    said, value = row.key("property"), row.take("value")
    if not value:
        raise DataError("empty_key", column="value", value="")
    other = at.dataset.statements.get(name)
    known = None if other else at.dataset.properties[kind].get(said)
    values = {known: value} if known else {"property": other.property if other else said, "value": value}
    yield at.claim(
        SCHEMA.kinds[kind].claim if known else "statement",
        (subject, kind),
        values,
        cites=[source],
        voice=at.voice([source]),
        locator=row.take("locator"),
        quote=value if _quotation(value) else None,
        why=f"{said}: {other.why}" if other else None,
    )


def _subject(row: Row, at: Context) -> tuple[str, str]:
    subject = row.key("subject_id")
    for table, kind in _SUBJECTS.items():
        if subject in at.survey.keys[table]:
            return subject, kind
    absent = next((table for table in _SUBJECTS if table in at.survey.absent), None)
    if absent:
        return subject, _SUBJECTS[absent]
    raise DataError("unknown_reference", column="subject_id", value=subject, table="uprisings.csv, persons.csv")


def _quotation(value: str) -> bool:
    """Whether the whole value is somebody's words: the language of memoirs stays in quotation marks."""
    return value.startswith("«") and value.endswith("»") and value.count("«") == 1


SHAPE = Shape(
    "claims",
    ("claim_id", "subject_id", "property", "value", "source_id", "locator"),
    claims,
    key=("claim_id",),
    key_in_reference=True,
    refers_to=("persons", "uprisings", "sources"),
)
