"""What stands below the map of what is chosen on it: a rising with its numbers and sources, or the days of a person."""

from __future__ import annotations

from dashboard.atlas.reading import Atlas, Rising
from dashboard.atlas.spots import Spot
from dashboard.cards import card_of
from dashboard.entities import Witnesses
from dashboard.sizes_of import size_groups
from dashboard.timelines import events, timeline
from dashboard.views.marks import missing, status
from dashboard.views.markup import Child, Markup, el, join
from dashboard.views.models import EntityRef
from dashboard.views.parts import dotted, entity, link, section, split, table
from dashboard.views.sizes import sizes
from dashboard.words import Words


def chosen(id_: str, found: Atlas, say: Words) -> Markup:
    """What is known of the entity ``id_`` of the atlas, with its sources; how to choose one where none is."""
    rising = next((one for one in found.risings if one.ref.id == id_), None)
    if rising:
        return _rising(rising, found, say)
    if id_ in found.people:
        return _person(found.people[id_], say)
    if id_ in found.spots:
        return join(section(found.spots[id_].label), _places([found.spots[id_]], [], say))
    return el("p", say("atlas.choose"), cls="soft")


def _head(ref: EntityRef, note: Child, say: Words) -> Markup:
    opened = link(say("atlas.open"), ref.href)
    return join(el("h2", entity(ref), el("small", note)), el("p", opened, cls="small"))


def _rising(rising: Rising, found: Atlas, say: Words) -> Markup:
    known = Witnesses(say)
    numbers = size_groups(card_of(rising.ref.id), known, say)
    alleged = status(say("atlas.alleged")) if rising.alleged else None
    head = _head(rising.ref, dotted([part for part in (rising.dates, alleged) if part]), say)
    spots = [found.spots[place] for place in rising.places]
    left = sizes(numbers, say) if numbers else el("p", missing(say("uprising.no_sizes")))
    return join(head, split(left, _places(spots, list(rising.nowhere), say), 1.4))


def _places(spots: list[Spot], nowhere: list[str], say: Words) -> Markup:
    rows: list[list[Child]] = [[_place(spot, say), _said(spot, say)] for spot in spots]
    rows += [[name, missing(say("atlas.no_coordinates"))] for name in nowhere]
    return table([say("atlas.where"), say("atlas.places")], rows)


def _place(spot: Spot, say: Words) -> str:
    return say("atlas.about", place=spot.label, km=round(spot.off)) if spot.off else spot.label


def _said(spot: Spot, say: Words) -> str:
    at = f"{say.number(spot.latitude, 2)}, {say.number(spot.longitude, 2)}"
    by = say("atlas.by_gazetteer") if spot.by == "gazetteer" else say("atlas.by_source", said=spot.said or "–")
    return f"{at}; {by}"


def _person(ref: EntityRef, say: Words) -> Markup:
    known = Witnesses(say)
    return join(_head(ref, None, say), timeline(events("person_chronology", {"person": ref.id}, known, say), say))
