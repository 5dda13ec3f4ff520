"""``family_ties.csv``: who was whose kin, by one source."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model import Claim
from loaders.context import Context
from loaders.tables.shape import Shape
from loaders.tabular import Row


def claims(row: Row, at: Context) -> Iterator[Claim]:
    """The kinship, or another tie where the word tells of none (two who bear one patronymic)."""
    one, other = at.known(row, "person_a", "persons"), at.known(row, "person_b", "persons")
    source = at.known(row, "source_id", "sources")
    term = row.key("tie")
    yield at.claim(
        "association" if term in at.dataset.associations else "kinship",
        (one, "Person"),
        {"term": term},
        to=(other, "Person"),
        cites=[source],
        voice=at.voice([source]),
        certainty=at.dataset.kin_certainty.get(term, "not_rated"),
    )


SHAPE = Shape("family_ties", ("person_a", "person_b", "tie", "source_id"), claims, refers_to=("persons", "sources"))
