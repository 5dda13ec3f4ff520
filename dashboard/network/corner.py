"""A network on a card: what is around an entity, with the card of what is chosen beside it."""

from __future__ import annotations

from typing import Final

import streamlit as st

from dashboard.drawing.component import draw, heard, show
from dashboard.links import address
from dashboard.network.card import card
from dashboard.network.picture import Network, drawing_of, network_of
from dashboard.network.question import Opened, Question
from dashboard.state import words
from dashboard.views.markup import join
from dashboard.views.parts import link, section
from dashboard.words import Words

FEW: Final = 60  # two steps are shown where they are not more
MOST: Final = 400  # beyond so many the page Network is the place
HEIGHT: Final = 360


def _network(ident: str, say: Words) -> tuple[Question, Network]:
    """Two steps around an entity where they are few, else one."""
    wide = Question((ident,), hops=2)
    found = network_of(wide, say.lang)
    if not found.summary and len(found.nodes) <= FEW:
        return wide, found
    near = Question((ident,))
    return near, network_of(near, say.lang)


@st.fragment
def around(ident: str, key: str) -> None:
    """The picture of what is around ``ident``; a click runs only this part of the page anew."""
    say = words()
    question, network = _network(ident, say)
    there = link(say("network.open"), address("network", say.lang, **question.address()))
    title = section(say("network.around_it"), there)
    if len(network.nodes) < 2:
        return
    if network.summary or len(network.nodes) > MOST:
        show(join(title, say("network.too_many", n=len(network.nodes), most=MOST)), f"{key}_title", say.lang)
        return
    show(title, f"{key}_title", say.lang)
    said = heard(key)
    if said.asked.get("what") == "expand":
        opened = Question(question.start, question.hops, opened=(Opened(said.asked["id"], said.asked["by"]),))
        st.session_state[f"{key}_opened"] = (ident, opened)
    if st.session_state.get(f"{key}_opened", ("",))[0] == ident:
        question = st.session_state[f"{key}_opened"][1]
        network = network_of(question, say.lang)
    _draw(question, network, key, say)


def _draw(question: Question, network: Network, key: str, say: Words) -> None:
    said = heard(key)
    expand = str(said.asked.get("id") or "") if said.asked.get("what") == "choices" else ""
    known = {node.id for node in network.nodes}
    expand = expand if expand in known else ""
    left, right = st.columns([2.4, 1], gap="medium")
    with left:
        drawing = drawing_of(question, network, say, expand=expand, height=HEIGHT)
        draw(drawing, key, say.lang, name=f"around {question.start}")
    with right:
        show(card(network, said, say), f"{key}_card", say.lang)
