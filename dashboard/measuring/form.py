"""The form of the page: which network, ordered by what, under which conditions; all of it stands in the address."""

from __future__ import annotations

import streamlit as st

from dashboard.entities import term
from dashboard.state import ask, param, params
from dashboard.words import Words
from kb.analysis import DEFAULT, MEASURES, PERSONAL, RULES, Definition, network_named, networks
from kb.analysis.robustness import Measure
from kb.i18n import texts_of
from kb.model import SCHEMA

FIRST: Measure = "betweenness"


def defined() -> Definition:
    """The network of the address. Raises QuestionError, ParameterError."""
    given = params()
    hub = param("hub")
    return network_named(param("network", DEFAULT)).changed(
        ties=given.get("tie"),
        rules=given.get("rule"),
        roles=given.get("role"),
        risings=given.get("rising"),
        years=param("years") or None,
        certainty=param("certainty") or None,
        hub=int(hub) if hub.isdigit() else None,
        documented=True if param("documented") == "yes" else None,
        not_investigation=True if param("not_investigation") == "yes" else None,
    )


def ordered_by() -> Measure:
    """The measure of the address that people are ordered by."""
    return next((name for name in MEASURES if name == param("by")), FIRST)


def form(shown: Definition, say: Words) -> None:
    """The form; an answer to it is a new address."""
    where = repr(sorted(params().items()))
    with st.form("measures", border=False):
        which, order, more, button = st.columns([4.6, 3.4, 1.9, 1.3], vertical_alignment="bottom")
        titles = {name: each.title[say.lang] for name, each in networks().items()}
        names = list(titles)
        name = which.selectbox(
            say("measures.network"),
            names,
            names.index(shown.name) if shown.name in names else 0,
            format_func=titles.__getitem__,
            key=f"network:{where}",
        )
        by = order.selectbox(
            say("measures.by"),
            MEASURES,
            MEASURES.index(ordered_by()),
            format_func=lambda each: texts_of("kb").say(f"measures.names.{each}", say.lang),
            key=f"by:{where}",
        )
        with more, st.popover(say("measures.conditions"), width="stretch"):
            conditions = _conditions(shown, where, say)
        if button.form_submit_button(say("measures.show"), width="stretch"):
            first = network_named(name)
            other = {} if name != shown.name else _changed(first, conditions)
            ask(network=name if name != DEFAULT else "", by=by if by != FIRST else "", **other)


def _conditions(shown: Definition, where: str, say: Words) -> dict[str, str | list[str]]:
    ties = {tie: SCHEMA.ties[tie].label[say.lang] for tie in PERSONAL}
    rules = {rule: texts_of("kb").say(f"measures.rules.{rule}", say.lang) for rule in RULES}
    roles = {code: term("role", code, say.lang) for code in SCHEMA.vocabularies["role"]}
    found: dict[str, str | list[str]] = {}
    for name, options, given in (
        ("tie", ties, shown.ties),
        ("rule", rules, shown.rules),
        ("role", roles, shown.roles),
    ):
        found[name] = st.multiselect(
            say(f"measures.{name}"),
            list(options),
            list(given),
            format_func=options.__getitem__,
            key=f"{name}:{where}",
        )
    first, last = shown.filters.years
    years = f"{first or ''}-{last or ''}" if first or last else ""
    found["years"] = st.text_input(say("measures.years"), years, key=f"years:{where}", placeholder="1929-1931").strip()
    levels = ["", *SCHEMA.vocabularies["certainty"]]
    found["certainty"] = st.selectbox(
        say("connection.certainty"),
        levels,
        levels.index(shown.filters.certainty or ""),
        format_func=lambda code: term("certainty", code, say.lang) if code else say("connection.any"),
        key=f"certainty:{where}",
    )
    found["hub"] = str(st.number_input(say("measures.hub"), 2, 1000, shown.hub, key=f"hub:{where}"))
    for name, given_flag in (
        ("documented", shown.filters.documented),
        ("not_investigation", shown.filters.not_investigation),
    ):
        found[name] = "yes" if st.checkbox(say(f"measures.{name}"), given_flag, key=f"{name}:{where}") else ""
    return found


def _changed(first: Definition, said: dict[str, str | list[str]]) -> dict[str, str | list[str]]:
    """Of the conditions those that differ from what the network says by itself."""
    own: dict[str, object] = {
        "tie": list(first.ties),
        "rule": list(first.rules),
        "role": list(first.roles),
        "years": "",
        "certainty": first.filters.certainty or "",
        "hub": str(first.hub),
        "documented": "",
        "not_investigation": "",
    }
    return {name: value for name, value in said.items() if value != own[name]}
