"""Network: who is tied to whom, from anywhere, under conditions; every view of it is a link."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard.drawing.component import draw, heard, show
from dashboard.network.card import card
from dashboard.network.form import form
from dashboard.network.keeping import PENDING, keep, listed, opened, views
from dashboard.network.picture import drawing_of, network_of, title_of
from dashboard.network.question import Opened, Question, question_of
from dashboard.network.saved import SavedView
from dashboard.state import ask, param, params, words
from dashboard.views.markup import el
from dashboard.views.parts import head

KEY = "kb_network_picture"


def expanded(question: Question, asked: dict[str, Any]) -> None:
    """The reader chose what to expand by: the address says it, and the picture has it."""
    now = dict.fromkeys([*question.opened, Opened(asked["id"], asked["by"])])
    ask(**{**question.address(), "open": [f"{one.by} {one.id}" for one in now], "layout": param("layout")})


@st.fragment
def picture(question: Question, view: SavedView | None) -> None:
    """The picture with the card of what is chosen beside it; a click runs only this part of the page anew."""
    say = words()
    said = heard(KEY)
    asked = dict(said.asked)
    if asked.get("what") == "expand":
        expanded(question, asked)
    if asked.get("what") == "save":
        st.session_state[PENDING] = dict(asked["saved"])
    network = network_of(question, say.lang)
    known = {node.id for node in network.nodes}
    expand = asked.get("id", "") if asked.get("what") == "choices" else ""
    drawing = drawing_of(
        question,
        network,
        say,
        expand=expand if expand in known else "",
        layout=param("layout"),
        saved=view.arranged if view else None,
        keeps=True,
    )
    left, right = st.columns([3.3, 1], gap="medium")
    with left:
        draw(drawing, KEY, say.lang, name=f"network {view.id if view else question.start}")
    with right:
        if PENDING in st.session_state:
            keep(st.session_state[PENDING], question, network, say)
        show(card(network, said, say), "kb_network_card", say.lang)


say = words()
view = views().find(param("view")) if param("view") else None
question = view.question if view else question_of(params())
network = network_of(question, say.lang)
title = view.name if view else title_of(question, network, say)
show(head(title, lead=opened(view, network, say) if view else say("network.lead")), "kb_network", say.lang)
form(question, say)
if network.nodes:
    picture(question, view)
else:
    show(el("p", say("network.nothing"), cls="soft"), "kb_network_nothing", say.lang)
listed(view.id if view else "", say)
