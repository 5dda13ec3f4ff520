"""Map and time: risings, people and repressions, with one axis of time for all that is shown."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.atlas.chosen import chosen
from dashboard.atlas.drawn import map_of
from dashboard.atlas.reading import atlas
from dashboard.drawing.component import draw, heard, show
from dashboard.drawn import about
from dashboard.network.picture import drawing_of, network_of
from dashboard.network.question import Question
from dashboard.state import param, words
from dashboard.views.markup import el
from dashboard.views.parts import head
from dashboard.words import Words

KEY = "kb_map"
FILE = "map"  # names its files, and the clock that the network beside it follows
HEIGHT = 520


def network(say: Words) -> None:
    """Who is tied to which rising, in the time that the map shows; only where it is asked for."""
    given = param("network") == "yes"
    wanted = st.toggle(say("atlas.network"), given, key=f"kb_map_with_network:{given}")
    if wanted != given:
        st.query_params["network"] = "yes" if wanted else ""
    if wanted:
        question = Question()
        whole = drawing_of(question, network_of(question, say.lang), say)
        draw(replace(whole, options={**whole.options, "clock": FILE}), "kb_map_network", say.lang)


@st.fragment
def picture() -> None:
    """The map and what is chosen on it; a click runs only this part of the page anew."""
    say = words()
    found = atlas(say.lang)
    top = about(say("atlas.title"), FILE, say, [say("atlas.ground")])
    draw(map_of(found, top, say, height=HEIGHT, linked=True), KEY, say.lang)
    show(el("p", say("atlas.ground"), cls="soft small"), "kb_map_ground", say.lang)
    nodes = heard(KEY).nodes or (param("chosen"),)
    show(chosen(nodes[0], found, say), "kb_map_chosen", say.lang)
    network(say)


said = words()
show(head(said("atlas.title"), lead=said("atlas.lead")), "kb_map_head", said.lang)
picture()
