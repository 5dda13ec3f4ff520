"""The form of the page Network: where to start, how far, under which conditions; an answer to it is a new address."""

from __future__ import annotations

import streamlit as st

from dashboard.data import base, rows
from dashboard.drawing.component import show
from dashboard.entities import label_of, term
from dashboard.forms import chosen
from dashboard.links import address
from dashboard.network.question import MOST_HOPS, RULES, Question
from dashboard.state import ask, param, params
from dashboard.views.marks import mark
from dashboard.views.markup import Markup, el
from dashboard.views.parts import link
from dashboard.words import Words
from kb.connections import PATH_TIES
from kb.model import SCHEMA
from kb.search import Hit, find

LONGEST = 300
_OFFERED = 12
_SOURCES = 3000


def form(question: Question, say: Words) -> None:
    """The form."""
    wanted = param("find")
    with st.form("network", border=False):
        start, hops, more, button = st.columns([4.4, 2.6, 2, 1.4], vertical_alignment="bottom")
        text = start.text_input(
            say("network.start"),
            value=wanted,
            key=f"find:{wanted}",
            placeholder=say("network.start_hint"),
            max_chars=LONGEST,
        )
        with hops:
            far = _hops(question, say)
        with more, st.popover(_conditions_label(question, say), width="stretch"):
            conditions = _conditions(question, say)
        if button.form_submit_button(say("network.show"), width="stretch"):
            _go(text.strip(), far, conditions, question, say)
    if wanted:
        show(_offered(_found(wanted, say), say), "kb_network_offered", say.lang)


def _go(text: str, hops: str, conditions: dict[str, str | list[str]], question: Question, say: Words) -> None:
    """A start that is found for sure is taken; else what is near is offered."""
    given = {**question.address(), "hops": hops, **conditions}
    hits = _found(text, say) if text else []
    if len(hits) == 1 or (hits and hits[0].score >= 1 and hits[1].score < 1):
        ask(**{**given, "start": [hits[0].properties["id"]], "open": []})
    ask(**given, find=text)


def _found(text: str, say: Words) -> list[Hit]:
    answer = base().ask(lambda store: find(store, text))
    return [hit for hit in answer.hits if hit.by != "quote"][:_OFFERED]


def _offered(hits: list[Hit], say: Words) -> Markup:
    if not hits:
        return el("p", say("network.not_found"), cls="soft")
    given = {name: values for name, values in params().items() if name not in ("find", "start", "open", "view")}
    links = [
        el(
            "span",
            mark(hit.kind, hit.properties.get("side")),
            link(
                label_of(hit.properties, say.lang),
                address("network", say.lang, **{**given, "start": [str(hit.properties["id"])]}),
            ),
            el("span", f" {SCHEMA.kinds[hit.kind].label[say.lang]}", cls="small soft"),
        )
        for hit in hits
    ]
    return el("p", say("network.which"), " ", el("span", links, cls="tags"))


def _hops(question: Question, say: Words) -> str:
    found = st.segmented_control(
        say("network.hops"),
        [str(hop) for hop in range(1, MOST_HOPS + 1)],
        default=str(question.hops),
        key=f"hops:{question.hops}",
        required=True,
    )
    return "" if found == "1" else str(found)


def _conditions_label(question: Question, say: Words) -> str:
    given = (question.ties, question.rules, question.years, question.certainty, question.source, question.documented)
    n = sum(bool(one) for one in given)
    return say("network.conditions_n", n=n) if n else say("connection.conditions")


def _conditions(question: Question, say: Words) -> dict[str, str | list[str]]:
    where = repr(question)
    ties = {tie: SCHEMA.ties[tie].label[say.lang] for tie in PATH_TIES}
    only = st.multiselect(
        say("network.ties"), list(ties), list(question.ties), format_func=ties.__getitem__, key=f"tie:{where}",
        help=say("network.ties_help"),
    )  # fmt: skip
    rules = {rule: say(f"network.rule_{rule}") for rule in RULES}
    by = st.multiselect(
        say("network.rules"), list(rules), list(question.rules), format_func=rules.__getitem__, key=f"rule:{where}",
        help=say("network.rules_help"),
    )  # fmt: skip
    years = st.text_input(say("network.years"), question.years, key=f"years:{where}", placeholder="1929-1931")
    levels = ["", *(code for code in SCHEMA.vocabularies["certainty"] if code != "doubtful")]
    least = st.selectbox(
        say("connection.certainty"),
        levels,
        levels.index(question.certainty) if question.certainty in levels else 0,
        format_func=lambda code: term("certainty", code, say.lang) if code else say("connection.any"),
        key=f"certainty:{where}",
    )
    source = chosen(say("network.source"), _sources(question, say), question.source, f"source:{where}", say)
    documented = st.checkbox(say("connection.documented"), question.documented, key=f"documented:{where}")
    return {
        "tie": only,
        "rule": by,
        "years": years.strip(),
        "certainty": least,
        "source": "".join(source),
        "documented": "yes" if documented else "",
    }


def _sources(question: Question, say: Words) -> dict[str, str]:
    """Sources by id, those with most resting on them first."""
    found = {row["source"]["id"]: label_of(row["source"], say.lang) for row in rows("sources_named", limit=_SOURCES)}
    return found if question.source in found or not question.source else {question.source: question.source, **found}
