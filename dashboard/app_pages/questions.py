"""Questions: all of them, or one with its form, answer, picture, downloads and text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from dashboard.data import base
from dashboard.drawing.component import show
from dashboard.entities import Mentions, Witnesses
from dashboard.forms import field
from dashboard.links import address
from dashboard.pictures import picture
from dashboard.state import ask, param, params, words
from dashboard.views.answers import answer_table, claims_in, entities_in
from dashboard.views.markup import Markup, el, join
from dashboard.views.parts import head, link, pairs, section
from dashboard.words import Words
from queries.answer import Answer
from queries.catalogue import catalogue
from queries.exports import FORMATS, export, prove
from queries.runner import run
from queries.spec import Query

ROWS_SHOWN = 300
PREFIX = "p_"
MIME = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "graphml": "application/xml",
    "gexf": "application/xml",
}


def listing(say: Words) -> Markup:
    """All questions by group."""
    parts = head(say("questions.title"), lead=say("questions.lead"))
    groups = [_group(group, queries, say) for group, queries in catalogue().groups().items()]
    return join(parts, el("div", groups, cls="two"))


def _group(group: str, queries: Sequence[Query], say: Words) -> Markup:
    rows = [
        el(
            "div",
            el("div", link(query.title[say.lang], address("questions", say.lang, ask=query.id))),
            el("div", query.help[say.lang], cls="small soft"),
            cls="row",
        )
        for query in queries
    ]
    return el("section", section(say(f"questions.{group}"), say.number(len(queries))), rows)


def given_of(query: Query) -> tuple[dict[str, list[str]], bool]:
    """The parameters of the address, or those of the example; whether they are the example's."""
    given = {name.removeprefix(PREFIX): values for name, values in params().items() if name.startswith(PREFIX)}
    if given or not any(one.required and one.default is None for one in query.params):
        defaults = {one.name: _texts(one.default) for one in query.params if one.default is not None}
        return defaults | given, False
    return {name: _texts(value) for name, value in query.example.items()}, True


def _texts(value: object) -> list[str]:
    several = value if isinstance(value, list) else [value]
    return [str(one).lower() if isinstance(one, bool) else str(one) for one in several]


def form(query: Query, given: dict[str, list[str]], say: Words) -> None:
    """The form; an answer to it is a new address."""
    if not query.params:
        return
    with st.form(f"form:{query.id}", border=False):
        columns = st.columns(min(len(query.params), 3))
        filled: dict[str, list[str]] = {}
        for place, one in enumerate(query.params):
            with columns[place % len(columns)]:
                filled[PREFIX + one.name] = field(one, given.get(one.name, []), query.id, say)
        if st.form_submit_button(say("questions.ask")):
            ask(ask=query.id, **filled)


def note_of(answer: Answer, say: Words) -> str:
    """How many rows, and whether something was left out."""
    if answer.cut:
        return say("questions.cut", n=len(answer.rows))
    if len(answer.rows) > ROWS_SHOWN:
        return say("questions.shown", shown=ROWS_SHOWN, n=len(answer.rows))
    return say("questions.rows", n=len(answer.rows))


def table_of(answer: Answer, say: Words) -> Markup:
    """The answer with its evidence."""
    title = section(say("questions.answer"), note_of(answer, say))
    if not answer.rows:
        return join(title, el("p", say("questions.nothing")))
    rows = answer.rows[:ROWS_SHOWN]
    known = Witnesses(say)
    known.read(claim for row in rows for claim in claims_in(answer.columns, row))
    mentions = Mentions(say.lang)
    mentions.read(cell for row in rows for cell in entities_in(answer.columns, row))
    return join(title, answer_table(answer.columns, rows, known.of, mentions.of, say))


def passport(answer: Answer, say: Words) -> Markup:
    """The proof in words."""
    from datetime import date

    return join(section(say("questions.proof")), pairs(prove(answer, say.lang, date.today()).lines(say.lang)))


def downloads(answer: Answer, say: Words) -> None:
    """A button for each format that can hold the answer; a file is made when it is asked for."""
    formats = [one for one in FORMATS if answer.query.network is not None or one not in ("graphml", "gexf")]
    with st.container(horizontal=True):
        for one in formats:
            st.download_button(
                f"{say('questions.download')} {one.upper()}",
                data=partial(export, answer, one, say.lang),
                file_name=f"{answer.query.id}.{one}",
                mime=MIME[one],
                key=f"download_{one}",
                on_click="ignore",
            )


def question(query: Query, say: Words) -> None:
    """One question."""
    kicker = say("questions.kicker", group=say(f"questions.{query.group}"), id=query.id, version=query.version)
    back = link(say("questions.all"), address("questions", say.lang))
    lead = join(query.help[say.lang], " · ", back)
    show(head(query.title[say.lang], kicker, lead), "kb_question", say.lang)
    given, example = given_of(query)
    form(query, given, say)
    if example:
        st.caption(say("questions.example"))
    answer = run(base(), query, {name: values for name, values in given.items() if values})
    show(table_of(answer, say), "kb_answer", say.lang)
    if query.note:
        st.caption(query.note[say.lang])
    picture(answer, "kb_picture", say)
    with st.expander(say("questions.how")):
        st.code(query.cypher, language=None)
    show(passport(answer, say), "kb_passport", say.lang)
    downloads(answer, say)


say = words()
if wanted := param("ask"):
    question(catalogue().find(wanted), say)
else:
    show(listing(say), "kb_questions", say.lang)
