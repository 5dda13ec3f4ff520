"""The chronology of a person or a rising: the prepared queries' answers as events on an axis."""

from __future__ import annotations

from dashboard.data import base
from dashboard.entities import Witnesses
from dashboard.views.chronology import chronology
from dashboard.views.marks import missing
from dashboard.views.markup import Markup, el, join
from dashboard.views.models import Event
from dashboard.views.parts import section
from dashboard.words import Words
from queries.answer import Cell
from queries.runner import run
from queries.words import word


def events(query: str, params: dict[str, str], known: Witnesses, say: Words) -> list[Event]:
    """The events that the query ``query`` (of the shape of ``person_chronology``) answers with."""
    found = list(run(base(), query, params).dicts())
    known.read(claim for row in found for claim in row["claims"])
    return [_event(row, known, say) for row in found]


def _event(row: dict[str, Cell], known: Witnesses, say: Words) -> Event:
    what = word("chronicle", row["what"])[say.lang]
    who = row.get("event") or row.get("who")
    label = f"{what}: {who['label']}" if who else what
    words = row["date"] or say("chronology.no_date")
    return Event(label, words, row["earliest"], row["latest"], *_sure(row), evidence=known.of(row["claims"]))


def _sure(row: dict[str, Cell]) -> tuple[int | None, int | None]:
    """A span of known ends is solid; how its readings differ is shown in the matrix."""
    return row["earliest"], row["latest"]


def timeline(found: list[Event], say: Words) -> Markup:
    """The section of the page."""
    title = section(say("chronology.title"), say("chronology.note"))
    return join(title, chronology(found, say) if found else el("p", missing(say("chronology.none"))))
