"""The atlas as the component takes it: ``drawing/src/map/options.ts`` says the same in its own language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from dashboard.atlas.ground import ground
from dashboard.atlas.reading import Atlas, Happening, Rising, in_words
from dashboard.atlas.spans import Span
from dashboard.atlas.spots import Spot
from dashboard.drawing.data import About, Drawing, Node, When
from dashboard.drawn import node_of
from dashboard.links import entity
from dashboard.words import Words

HEIGHT: Final = 560


def map_of(
    found: Atlas, head: About, say: Words, *, height: int = HEIGHT, linked: bool = False, near: bool = False
) -> Drawing:
    """The picture. ``linked``: it is what its page is about, and its settings stand in the address; ``near``: what is
    shown fills it, not the whole country.
    """
    happened = [_happened(one, say) for one in found.happenings]
    inhabited = {one.place for one in found.happenings if one.place}
    nodes = [
        *(_rising_node(one, found, say) for one in found.risings),
        *(node_of(ref, _roles(id_, found, say)) for id_, ref in found.people.items()),
        *(_place_node(found.spots[id_], say) for id_ in sorted(inhabited) if id_ in found.spots),
    ]
    options = {
        "ground": ground(say.lang),
        "spots": {id_: _spot(spot) for id_, spot in sorted(found.spots.items())},
        "risings": [_rising(one, say) for one in found.risings],
        "happened": happened,
        "counted": sorted(found.counted),
        "linked": linked,
        "near": near,
    }
    return Drawing("map", head, nodes, (), height, options)


def _spot(spot: Spot) -> dict[str, Any]:
    return {"label": spot.label, "at": list(spot.at), "off": spot.off}


def _span(span: Span) -> list[int | None]:
    return [span.earliest, span.latest, *(span.sure or (None, None))]


def short(label: str, say: Words) -> str:
    """The name of a rising for a list of risings: without brackets, and without the word that all of them share."""
    plain = re.sub(r"\s*\([^)]*\)", "", label).strip()
    shared = "|".join(say("atlas.rising").split())
    return re.sub(rf"\s+(?:{shared})$", "", plain, flags=re.IGNORECASE) or label


def _rising(one: Rising, say: Words) -> dict[str, Any]:
    episodes = [{"label": each.ref.label, "span": _span(each.span), "place": each.place} for each in one.episodes]
    return {
        "id": one.ref.id,
        "short": short(one.ref.label, say),
        "least": one.least,
        "greatest": one.greatest,
        "readings": one.readings,
        "span": _span(one.span),
        "dates": one.dates,
        "main": one.main,
        "places": list(one.places),
        "nowhere": list(one.nowhere),
        "episodes": episodes,
    }


def _happened(one: Happening, say: Words) -> dict[str, Any]:
    return {
        "layer": one.layer,
        "who": one.who,
        "label": in_words(one, say.lang),
        "place": one.place,
        "span": _span(one.span),
        "people": one.people,
    }


def _rising_node(one: Rising, found: Atlas, say: Words) -> Node:
    facts = [(say("atlas.when"), one.dates), (say("atlas.people"), people_in_words(one, say))]
    facts.append((say("atlas.where"), ", ".join(places_in_words(one, found, say))))
    said = [one.dates, people_in_words(one, say), say("atlas.alleged") if one.alleged else ""]
    spot = found.spots.get(one.main or "")
    return Node(
        one.ref.id,
        "Uprising",
        one.ref.label,
        sub=" · ".join(part for part in said if part),
        href=one.ref.href,
        measures={name: n for name, n in (("least", one.least), ("greatest", one.greatest)) if n is not None},
        at=(*spot.at, spot.off) if spot else None,
        when=_bounds(one.span),
        facts=tuple((name, value) for name, value in facts if value),
    )


def _bounds(span: Span) -> When | None:
    return (span.earliest, span.latest) if span.dated else None


def people_in_words(one: Rising, say: Words) -> str:
    """«400–2 000 участников», by all readings; empty where no source says a number."""
    bounds = [bound for bound in (one.least, one.greatest) if bound is not None]
    said = "–".join(say.number(bound) for bound in dict.fromkeys(bounds))
    return say("atlas.participants", of=said) if said else ""


def places_in_words(one: Rising, found: Atlas, say: Words) -> list[str]:
    """The places of a rising, each with how sure it is where it lies."""
    located = [place_in_words(found.spots[id_], say) for id_ in one.places]
    return [*located, *(say("atlas.nowhere", place=name) for name in one.nowhere)]


def place_in_words(spot: Spot, say: Words) -> str:
    """«Сузак, ≈ 25 км»."""
    return say("atlas.about", place=spot.label, km=round(spot.off)) if spot.off else spot.label


def _place_node(spot: Spot, say: Words) -> Node:
    return Node(spot.id, "Place", place_in_words(spot, say), href=entity("Place", spot.id, say.lang))


def _roles(person: str, found: Atlas, say: Words) -> str:
    said: Iterable[str] = (in_words(one, say.lang) for one in found.happenings if one.who == person)
    return ", ".join(dict.fromkeys(said))
