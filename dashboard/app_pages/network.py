"""Network: who is tied to whom, from anywhere, under conditions; every view of it is a link."""

from __future__ import annotations

import streamlit as st

from dashboard.drawing.component import draw, heard, show
from dashboard.network.card import card
from dashboard.network.form import form
from dashboard.network.picture import drawing_of, network_of, title_of
from dashboard.network.question import Opened, Question, question_of
from dashboard.state import ask, param, params, words
from dashboard.views.markup import el
from dashboard.views.parts import head

KEY = "kb_network_picture"


def expanded(question: Question, asked: dict[str, str]) -> None:
    """The reader chose what to expand by: the address says it, and the picture has it."""
    opened = [*question.opened, Opened(asked["id"], asked["by"])]
    now = question.address()
    ask(**{**now, "open": [f"{one.by} {one.id}" for one in dict.fromkeys(opened)], "layout": param("layout")})


@st.fragment
def picture(question: Question) -> None:
    """The picture with the card of what is chosen beside it; a click runs only this part of the page anew."""
    say = words()
    said = heard(KEY)
    asked = dict(said.asked)
    if asked.get("what") == "expand":
        expanded(question, asked)
    network = network_of(question, say.lang)
    known = {node.id for node in network.nodes}
    expand = asked.get("id", "") if asked.get("what") == "choices" else ""
    drawing = drawing_of(question, network, say, expand=expand if expand in known else "", layout=param("layout"))
    left, right = st.columns([3.3, 1], gap="medium")
    with left:
        draw(drawing, KEY, say.lang, name=f"network {question.start}")
    with right:
        show(card(network, said, say), "kb_network_card", say.lang)


say = words()
asked_for = question_of(params())
found = network_of(asked_for, say.lang)
show(head(title_of(asked_for, found, say), lead=say("network.lead")), "kb_network", say.lang)
form(asked_for, say)
if found.nodes:
    picture(asked_for)
else:
    show(el("p", say("network.nothing"), cls="soft"), "kb_network_nothing", say.lang)
