"""The form of the connection page: which two, which path, under which conditions; all of it stands in the address."""

from __future__ import annotations

import streamlit as st

from dashboard.entities import term
from dashboard.forms import chosen, pick
from dashboard.state import ask, param, params
from dashboard.words import Words
from kb.model import SCHEMA
from queries.catalogue import catalogue
from queries.paths import BY, PATH_TIES, THROUGH, PathOptions, options_of

MOST_HOPS = 6


def person_field(name: str, options: dict[str, str] | None, say: Words) -> str:
    """The field for one of the two; a list where it is short enough, else the id."""
    given = param(name)
    label = say("connection.one" if name == "a" else "connection.other")
    if options is None:
        return st.text_input(label, value=given, key=f"{name}:{given}", placeholder=say("forms.id")).strip()
    if given and given not in options:
        options = {given: given, **options}
    return "".join(chosen(label, options, given, f"{name}:{given}", say))


def people() -> dict[str, str] | None:
    """Everybody, by id."""
    asked = catalogue().find("ties_of_person").param("person")
    return pick(asked.pick) if asked and asked.pick else None


def form(say: Words) -> None:
    """The form; an answer to it is a new address."""
    options = people()
    with st.form("connection", border=False):
        one, other, by, more, button = st.columns([3.6, 3.6, 3.6, 1.9, 1.3], vertical_alignment="bottom")
        with one:
            a = person_field("a", options, say)
        with other:
            b = person_field("b", options, say)
        with by:
            order = _order(say)
        with more, st.popover(say("connection.conditions"), width="stretch"):
            conditions = _conditions(say)
        if button.form_submit_button(say("connection.find"), width="stretch"):
            ask(a=a, b=b, by=order if order != BY[0] else "", **conditions)


def _order(say: Words) -> str:
    given = param("by", BY[0])
    names = {name: say(f"connection.{name}") for name in BY}
    found = st.segmented_control(
        say("connection.by"),
        list(BY),
        default=given if given in BY else BY[0],
        format_func=names.__getitem__,
        key=f"by:{given}",
        required=True,
    )
    return str(found)


def _conditions(say: Words) -> dict[str, str | list[str]]:
    given = params()
    where = repr(sorted(given.items()))
    hops = param("hops", str(MOST_HOPS))
    shown = int(hops) if hops in map(str, range(1, 11)) else MOST_HOPS
    most = st.slider(say("connection.max_hops"), 1, 10, shown, key=f"hops:{where}")
    levels = ["", *(code for code in SCHEMA.vocabularies["certainty"] if code != "doubtful")]
    wanted = param("certainty")
    least = st.selectbox(
        say("connection.certainty"),
        levels,
        levels.index(wanted) if wanted in levels else 0,
        format_func=lambda code: term("certainty", code, say.lang) if code else say("connection.any"),
        key=f"certainty:{where}",
    )
    ties = {tie: SCHEMA.ties[tie].label[say.lang] for tie in PATH_TIES}
    without = st.multiselect(
        say("connection.without"),
        list(ties),
        [tie for tie in given.get("without", []) if tie in ties],
        format_func=ties.__getitem__,
        key=f"without:{where}",
    )
    passed = {name: say(f"connection.{name}") for name in THROUGH}
    through = st.multiselect(
        say("connection.through"),
        list(passed),
        [name for name in given.get("through", []) if name in passed],
        format_func=passed.__getitem__,
        key=f"through:{where}",
    )
    documented = st.checkbox(say("connection.documented"), param("documented") == "yes", key=f"documented:{where}")
    return {
        "hops": str(most) if most != MOST_HOPS else "",
        "certainty": least,
        "without": without,
        "through": list(map(str, through)),
        "documented": "yes" if documented else "",
    }


def options() -> PathOptions:
    """The conditions of the address."""
    given = params()
    hops = param("hops", str(MOST_HOPS))
    return options_of(
        by=param("by", BY[0]),
        max_hops=int(hops) if hops.isdigit() else 0,
        without=given.get("without", []),
        through=given.get("through", []),
        certainty=param("certainty") or None,
        documented=param("documented") == "yes",
    )
