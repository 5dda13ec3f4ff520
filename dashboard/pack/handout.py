"""The handout: the story on one A4 page, words and sources, with the strongest picture of it."""

from __future__ import annotations

from typing import Final

from dashboard.entities import term
from dashboard.pack.deck import Deck, Shown
from dashboard.pack.svg import svg
from dashboard.views.markup import Markup, el
from dashboard.words import Words
from kb.i18n import Lang

#: Which slide stands as a picture: the first of these that the story has.
PICTURED: Final = ("sizes", "readings", "network", "path", "totals", "times", "people", "known")
SOURCES = 4


def handout(made: Deck, lang: Lang) -> Markup:
    """The page in ``lang``; only print shows it."""
    say = Words(lang)
    shown = made.shown[lang]
    pictured = _pictured(made)
    foot = say("pack.made_of", version=made.seen.version, level=term("level", made.story.level, lang))
    points = [_point(place, each, say) for place, each in enumerate(shown, 1)]
    figure = _figure(shown[pictured]) if pictured is not None else None
    return el(
        "article",
        el("h1", made.story.title[lang]),
        el("p", made.story.lead[lang], cls="lead"),
        figure,
        el("ol", points),
        el("p", say("pack.how_to_read"), cls="small"),
        el("p", foot, cls="small"),
        cls="l handout",
        lang=lang,
    )


def _pictured(made: Deck) -> int | None:
    for kind in PICTURED:
        for place, slide in enumerate(made.story.slides):
            if slide.show == kind:
                return place
    return None


def _figure(shown: Shown) -> Markup | None:
    scene = shown.picture.scene
    return el("figure", svg(scene, shown.title, lambda _: 0), el("figcaption", shown.title)) if scene else None


def _point(place: int, shown: Shown, say: Words) -> Markup:
    names = "; ".join(shown.sources[:SOURCES])
    left = len(shown.sources) - SOURCES
    more = " " + say("pack.and_more", n=left) if left > 0 else ""
    sources = el("span", "▤ ", names, more, cls="small") if names else None
    return el("li", el("b", shown.title), " ", shown.caption, " ", sources, value=place)
