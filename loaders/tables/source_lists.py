"""The lists of sources beside the reference tables: an address is cited there, and the list says what it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kb.model import Claim
from loaders.context import Context
from loaders.survey import Survey
from loaders.tables.shape import Shape
from loaders.tabular import Row

_COLUMNS = {"title": "title", "language": "language", "note": "note"}


def _survey(name: str, key: str, address: str, prefix: str) -> Callable[[Mapping[str, str], Survey], None]:
    def survey(cells: Mapping[str, str], seen: Survey) -> None:
        seen.addresses[name][cells[address].strip()] = f"{prefix}.{cells[key].strip()}"

    return survey


def _claims(name: str, key: str, address: str) -> Callable[[Row, Context], Iterator[Claim]]:
    def claims(row: Row, at: Context) -> Iterator[Claim]:
        row.key(key)
        values = row.values({**_COLUMNS, address: "url"})
        where = values.get("url", "").strip()
        source = at.survey.addresses[name].get(where)
        if source is None or where not in at.survey.cited[name] or where in at.survey.addresses["sources"]:
            return
        yield at.claim("source", (source, "Source"), values)
        work = at.dataset.depends_on(values.get("note", ""), values.get("language", ""))
        if work is not None:
            yield at.claim(
                "derivation", (source, "Source"), to=(f"work.{work}", "Source"), voice="base", why=values["note"]
            )

    return claims


def _shape(name: str, key: str, address: str, prefix: str, *more: str) -> Shape:
    return Shape(
        name,
        (key, "title", address, "language", *more),
        _claims(name, key, address),
        key=(key,),
        survey=_survey(name, key, address, prefix),
    )


PLACES = _shape("historic_places_sources", "source_key", "url_or_repository_path", "place_source", "note")
LINEAGES = _shape("kinship_lineages_sources", "key", "url_or_path", "lineage_source", "note")
ORGANS = _shape("organ_sources", "key", "url", "organ_source")
