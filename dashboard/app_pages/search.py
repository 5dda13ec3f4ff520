"""Search: one box, what was found and why, namesakes side by side, and what to do when nothing was."""

from __future__ import annotations

import streamlit as st

from dashboard.data import base
from dashboard.drawing.component import show
from dashboard.links import address
from dashboard.results import facets, namesakes, parts_of, results
from dashboard.searchbox import search_box
from dashboard.state import param, words
from dashboard.views.markup import Markup, el, join
from dashboard.views.notice import notice
from dashboard.views.parts import head, link, split
from dashboard.words import Words
from kb.archives import print_reference
from kb.search import Answer, find


def nothing(answer: Answer, say: Words) -> Markup:
    """How the question was read, that silence is not absence, and two next steps."""
    read = answer.question.reference
    lines = [say("search.read_as", what=print_reference(read))] if read else [say("search.spelled")]
    steps = [
        link(say("search.to_questions"), address("questions", say.lang)),
        link(say("search.to_sources"), address("sources", say.lang)),
    ]
    return notice(say("search.nothing"), [*lines, say("search.silence")], steps)


def shown(text: str, kind: str, say: Words) -> None:
    """What was found."""
    answer = base().ask(lambda store: find(store, text))
    if not answer.hits:
        show(nothing(answer, say), "kb_nothing", say.lang)
        return
    hits = answer.of(kind)
    parts = parts_of(hits)
    found = join(facets(answer, text, kind, say), results(hits, answer.question.text, parts, say))
    beside = namesakes(hits, parts, say)
    show(split(found, beside, 1.9) if beside else found, "kb_found", say.lang)


say = words()
show(head(say("search.title")), "kb_search", say.lang)
search_box("search", say)
if text := param("q").strip():
    with st.spinner(""):
        shown(text, param("kind"), say)
else:
    show(el("p", say("search.start"), cls="soft"), "kb_search_start", say.lang)
