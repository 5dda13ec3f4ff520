"""The answer to a prepared question as a table: entities are links, claims are evidence, shares are per cents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from dashboard.views.evidence import popups
from dashboard.views.marks import missing_mark, sure
from dashboard.views.markup import Child, Markup, join
from dashboard.views.models import EntityRef, Evidence
from dashboard.views.parts import dotted, entity, table
from dashboard.words import Words
from kb.dates.days import iso
from queries.spec import Column
from queries.words import word

_CLAIM: Final = re.compile(r"c[0-9a-f]{32}")
_DAYS: Final = frozenset({"earliest", "latest"})  # whole numbers YYYYMMDD
NUMERIC: Final = frozenset({"count", "number", "share", "year"})

EvidenceOf = Callable[[Sequence[str]], tuple[Evidence, ...]]
RefOf = Callable[[Any], EntityRef]


def answer_table(
    columns: Sequence[Column], rows: Sequence[Sequence[Any]], evidence: EvidenceOf, ref: RefOf, say: Words
) -> Markup:
    """The table; ``evidence`` gives what stands behind claims, ``ref`` an entity of a cell as it is printed."""
    numeric = frozenset(place for place, column in enumerate(columns) if column.type in NUMERIC)
    shown = (
        [cell(column, value, evidence, ref, say) for column, value in zip(columns, row, strict=True)] for row in rows
    )
    return table([column.label[say.lang] for column in columns], shown, numeric)


def cell(column: Column, value: Any, evidence: EvidenceOf, ref: RefOf, say: Words) -> Child:
    """One cell; nothing known is a hatch."""
    if value is None or value == []:
        return missing_mark(say("matrix.not_in_base"))
    match column.type:
        case "entity":
            return entity(ref(value))
        case "entities":
            return dotted([entity(ref(one)) for one in value])
        case "sources":
            return dotted([_source(one, ref) for one in value])
        case "claims":
            return popups(evidence(value), say)
        case "word":
            return _word(column, str(value), say)
        case "words":
            return dotted([_word(column, str(one), say) for one in value])
        case "texts":
            return dotted([str(one) for one in value])
        case "share":
            return f"{say.number(100 * value, 1)} %"
        case "count" if column.name in _DAYS:
            return iso(int(value)) or ""
        case "count":
            return say.number(value)
        case "number":
            return say.number(value, 0 if float(value).is_integer() else 2)
        case "text" if is_claim(value):
            return popups(evidence([value]), say)
        case "boolean":
            return say("questions.yes" if value else "questions.no")
        case _:
            return str(value)


def cell_text(column: Column, value: Any, say: Words) -> str:
    """The words of a cell that stands beside a line of a picture."""
    several = value if isinstance(value, list) else [] if value is None else [value]
    return ", ".join(word(column.of, str(one))[say.lang] if column.of else str(one) for one in several)


def claims_in(columns: Sequence[Column], row: Sequence[Any]) -> Iterator[str]:
    """The ids of claims in a row."""
    for column, value in zip(columns, row, strict=True):
        if column.type == "claims":
            yield from value or ()
        elif is_claim(value):
            yield value


def entities_in(columns: Sequence[Column], row: Sequence[Any]) -> Iterator[Any]:
    """The entities in a row, as ``{id, kind, label}``."""
    for column, value in zip(columns, row, strict=True):
        if column.type == "entity" and value:
            yield value
        elif column.type == "entities":
            yield from value or ()
        elif column.type == "sources":
            yield from ({**one, "kind": "Source"} for one in value or ())


def is_claim(value: Any) -> bool:
    """Is it the id of a claim?"""
    return isinstance(value, str) and _CLAIM.fullmatch(value) is not None


def _word(column: Column, code: str, say: Words) -> Child:
    said = word(column.of or "", code)[say.lang]
    return sure(code, said) if column.of == "certainty" else said


def _source(value: Any, ref: RefOf) -> Markup:
    place = f", {value['locator']}" if value.get("locator") else ""
    return join(entity(ref({**value, "kind": "Source"})), place)
