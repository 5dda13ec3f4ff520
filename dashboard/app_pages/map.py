"""Map and time: risings, people and repressions, with one axis of time for all that is shown."""

from __future__ import annotations

import streamlit as st

from dashboard.atlas.chosen import chosen
from dashboard.atlas.drawn import map_of
from dashboard.atlas.reading import atlas
from dashboard.drawing.component import draw, heard, show
from dashboard.drawn import about
from dashboard.state import param, words
from dashboard.views.markup import el
from dashboard.views.parts import head

KEY = "kb_map"
HEIGHT = 520


@st.fragment
def picture() -> None:
    """The map and what is chosen on it; a click runs only this part of the page anew."""
    say = words()
    found = atlas(say.lang)
    picture = map_of(
        found, about(say("atlas.title"), "map", say, [say("atlas.ground")]), say, height=HEIGHT, linked=True
    )
    draw(picture, KEY, say.lang)
    nodes = heard(KEY).nodes or (param("chosen"),)
    show(el("p", say("atlas.ground"), cls="soft small"), "kb_map_ground", say.lang)
    show(chosen(nodes[0], found, say), "kb_map_chosen", say.lang)


said = words()
show(head(said("atlas.title"), lead=said("atlas.lead")), "kb_map_head", said.lang)
picture()
