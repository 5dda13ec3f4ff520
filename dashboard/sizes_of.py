"""Numbers of a rising, every reading with its source, measure by measure."""

from __future__ import annotations

from dashboard.entities import Witnesses
from dashboard.views.models import SizeGroup, SizeReading
from dashboard.words import Words
from kb.base.card import Card
from kb.counts import read_count
from kb.projection.accept import PropertyView, Said

MAIN = "participants"


def size_groups(found: Card, known: Witnesses, say: Words) -> tuple[SizeGroup, ...]:
    """Participants first, then the other measures of which a source gives a number."""
    counted = [seen for seen in found.views.values() if seen.property.type == "count" and seen.property.readings]
    counted.sort(key=lambda seen: seen.property.name != MAIN)
    return tuple(_group(seen, known, say) for seen in counted)


def _group(seen: PropertyView, known: Witnesses, say: Words) -> SizeGroup:
    readings = [one for said in seen.said for one in _readings(seen, said, known)]
    return SizeGroup(seen.property.label[say.lang], tuple(readings), main=seen.property.name == MAIN)


def _readings(seen: PropertyView, said: Said, known: Witnesses) -> list[SizeReading]:
    stored = said.reading.stored
    accepted = seen.accepted is not None and said.claim.id == seen.accepted.claim.id
    about = read_count(said.reading.text).approximate
    least, greatest = stored.get("_least"), stored.get("_greatest")
    return [
        SizeReading(
            said.reading.text,
            int(least) if least is not None else None,
            int(greatest) if greatest is not None else None,
            about,
            evidence,
            accepted,
        )
        for evidence in known.of([said.claim.id])
    ]
