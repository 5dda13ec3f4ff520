"""``repressions.csv``: what was done to a person, each row a measure, or a step of review, by one source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb.model import SCHEMA, Claim
from loaders.context import Context, Known
from loaders.tables.shape import Shape
from loaders.tabular import Row

_STEPS = SCHEMA.vocabularies["review_step"]
_KEY = ("person_id", "event", "date", "source_id")
_MEASURE = {"body": "body", "article": "articles", "sentence": "sentence", "place": "place"}
_REVIEW = {"date": "date", "body": "body", "article": "act", "sentence": "ground", "place": "note"}


def claims(row: Row, at: Context) -> Iterator[Claim]:
    """The measure with its person; where lookups say so, its place, the body that decided, the case it belongs to."""
    person = at.known(row, "person_id", "persons")
    source = at.known(row, "source_id", "sources")
    event = row.key("event")
    about = _record(row, event)
    voice = at.voice([source], accusing=True)
    values = _values(row, event, about[1], at.dataset.measure_dates)
    yield at.claim(at.kind_of_claim(about), about, values, cites=[source], voice=voice)
    yield at.claim("subject", (person, "Person"), to=about, cites=[source], voice=voice)
    yield from _ties(row, about, source, at)
    for case in at.dataset.cases:
        if (person, event) in case.measures:
            under = (f"case.{case.id}", "Case")
            yield at.claim("proceeding", about, to=under, cites=[source], voice=voice, certainty=case.certainty)


def _record(row: Row, event: str) -> Known:
    review = _STEPS.code_of(event) is not None
    key = ".".join("_".join(row.take(column).split()) for column in _KEY).replace("/", "..")
    return (f"review.{key}", "Review") if review else (f"measure.{key}", "Measure")


def _values(row: Row, event: str, kind: str, dates: Mapping[str, str]) -> dict[str, str]:
    if kind == "Review":
        return {"step": event, **row.values(_REVIEW)}
    return {"measure_kind": event, **row.values({"date": dates.get(event, "decided"), **_MEASURE})}


def _ties(row: Row, about: Known, source: str, at: Context) -> Iterator[Claim]:
    """Ties that lookups read out of the words of a cell: inferences of ours, so the base speaks."""
    for column, kind, known, to in (
        ("body", "decision", at.dataset.bodies, "Organisation"),
        ("place", "placement", at.dataset.places, "Place"),
    ):
        written = row.take(column)
        record = known.get(written)
        if record is not None and not (to == "Place" and about[1] == "Review"):
            yield at.claim(kind, about, to=(record, to), cites=[source], voice="base", why=f"«{written}»: {record}")


SHAPE = Shape("repressions", (*_KEY, *_MEASURE), claims, key=_KEY, refers_to=("persons", "sources"))
