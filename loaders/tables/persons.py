"""``persons.csv``: who is named. Several sources stand together; which of them says what is not told."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model import Claim
from loaders.context import Context
from loaders.tables.shape import Shape
from loaders.tabular import Row

_COLUMNS = {
    "name_ru": "name_ru",
    "name_kk": "name_kk",
    "name_latin": "name_latin",
    "patronymic_or_father": "father",
    "birth": "birth",
    "death": "death",
    "social_status_occupation": "occupation",
    "clan": "lineage",
    "note": "note",
    "scope": "scope",
}


def claims(row: Row, at: Context) -> Iterator[Claim]:
    """The person; and the lineage, where exactly one bears the name of the clan."""
    person = (row.key("person_id"), "Person")
    sources = at.all_known(row, "source_ids", "sources")
    yield at.claim("person", person, row.values(_COLUMNS), cites=sources, voice=at.voice(sources))
    clan = row.take("clan")
    lineage = at.survey.only("lineages", clan) if clan else None
    if lineage is not None:
        why = f"«{clan}»: lineages.csv, {lineage}"
        yield at.claim("membership", person, to=(f"lineage.{lineage}", "Lineage"), cites=sources, voice="base", why=why)


SHAPE = Shape("persons", ("person_id", "source_ids", *_COLUMNS), claims, key=("person_id",), refers_to=("sources",))
