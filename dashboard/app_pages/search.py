"""Search: one box, what was found and why, namesakes side by side, and what to do when nothing was."""

from __future__ import annotations

import streamlit as st

from dashboard.data import base
from dashboard.drawing.component import show
from dashboard.links import address
from dashboard.lists import list_form
from dashboard.results import SHOWN, facets, footer, namesakes, results, told_of
from dashboard.searchbox import search_box
from dashboard.state import param, words
from dashboard.views.markup import Markup, el, join
from dashboard.views.notice import notice
from dashboard.views.parts import head, link, split
from dashboard.words import Words
from kb.archives import print_reference
from kb.search import Answer, find


def nothing(answer: Answer, say: Words) -> Markup:
    """How the question was read, that silence is not absence, and two next steps; what is near follows."""
    read = answer.question.reference
    lines = [say("search.read_as", what=print_reference(read).rstrip("."))] if read else [say("search.spelled")]
    steps = [
        link(say("search.to_questions"), address("questions", say.lang)),
        link(say("search.to_sources"), address("sources", say.lang)),
    ]
    return notice(say("search.nothing"), [*lines, say("search.silence")], steps)


def shown(text: str, kind: str, say: Words) -> None:
    """What was found."""
    answer = base().ask(lambda store: find(store, text))
    if not any(hit.same for hit in answer.hits):
        show(nothing(answer, say), "kb_nothing", say.lang)
    if not answer.hits:
        return
    every = answer.of(kind)
    hits = every[:SHOWN]
    told = told_of(hits, say)
    lines = results(answer, hits, told, say)
    found = join(facets(answer, text, kind, say), lines, footer(answer, len(every), say))
    beside = namesakes(hits, told.parts, say)
    show(split(found, beside, 1.9) if beside else found, "kb_found", say.lang)


say = words()
if param("list"):
    list_form(say)
    st.stop()
show(head(say("search.title")), "kb_search", say.lang)
search_box("search", say)
if text := param("q").strip():
    with st.spinner(""):
        shown(text, param("kind"), say)
else:
    lists = link(say("lists.offer"), address("search", say.lang, list="names"))
    show(join(el("p", say("search.start"), cls="soft"), el("p", lists)), "kb_search_start", say.lang)
