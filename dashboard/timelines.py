"""The chronology of a person or a rising: the prepared queries' answers as events on an axis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.data import base
from dashboard.entities import Mentions, Witnesses, dated
from dashboard.views.chronology import chronology
from dashboard.views.marks import missing
from dashboard.views.markup import Markup, el, join
from dashboard.views.models import Event
from dashboard.views.parts import section
from dashboard.words import Words
from kb.dates import format_date
from queries.answer import Cell
from queries.runner import run
from queries.words import word

#: In the table of people with their dates already; a line for each would bury the events.
_OF_PEOPLE = frozenset({"TOOK_PART_IN", "ACCUSED_OVER"})


def events(query: str, params: dict[str, str], known: Witnesses, say: Words, *, people: bool = True) -> list[Event]:
    """The events that the query ``query`` (of the shape of ``person_chronology``) answers with."""
    found = [row for row in run(base(), query, params).dicts() if people or row["what"] not in _OF_PEOPLE]
    known.read(claim for row in found for claim in row["claims"])
    mentions = Mentions(say.lang)
    mentions.read(who for row in found if (who := _who(row)))
    return [_event(row, known, mentions, say) for row in found]


def _who(row: dict[str, Cell]) -> Any:
    return row.get("event") or row.get("who")


def _event(row: dict[str, Cell], known: Witnesses, mentions: Mentions, say: Words) -> Event:
    what = word("chronicle", row["what"])[say.lang]
    who = _who(row)
    label = f"{what}: {mentions.of(who).label}" if who else what
    words = dated(str(row["date"]), say.lang) if row["date"] else say("chronology.no_date")
    return Event(label, words, row["earliest"], row["latest"], evidence=known.of(row["claims"]))


def span(properties: Mapping[str, Any], label: str, say: Words) -> list[Event]:
    """The accepted time of a rising: solid from its latest start to its earliest end, hatched at the ends."""
    bounds = [properties.get(name) for name in ("start_earliest", "start_latest", "end_earliest", "end_latest")]
    first, begun, ending, last = (int(bound) if bound is not None else None for bound in bounds)
    if first is None or begun is None or ending is None or last is None or begun > ending:
        return []
    words = " – ".join(format_date(str(properties[name]), say.lang) for name in ("start", "end"))
    return [Event(label, words, first, last, begun, ending)]


def timeline(found: list[Event], say: Words) -> Markup:
    """The section of the page."""
    title = section(say("chronology.title"), say("chronology.note"))
    return join(title, chronology(found, say) if found else el("p", missing(say("chronology.none"))))
