"""Map and time: risings, people and repressions, with one axis of time for all that is shown."""

from __future__ import annotations

from dashboard.atlas.chosen import chosen
from dashboard.atlas.drawn import map_of
from dashboard.atlas.reading import atlas
from dashboard.drawing.component import draw, heard, show
from dashboard.drawn import about
from dashboard.state import param, words
from dashboard.views.parts import head
from dashboard.words import Words

KEY = "kb_map"
HEIGHT = 520


def page(say: Words) -> None:
    """The page."""
    show(head(say("atlas.title"), lead=say("atlas.lead")), "kb_map_head", say.lang)
    found = atlas(say.lang)
    picture = map_of(
        found, about(say("atlas.title"), "map", say, [say("atlas.ground")]), say, height=HEIGHT, linked=True
    )
    draw(picture, KEY, say.lang)
    nodes = heard(KEY).nodes or (param("chosen"),)
    show(chosen(nodes[0], found, say), "kb_map_chosen", say.lang)


page(words())
