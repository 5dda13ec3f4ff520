"""The form of the connection page: which two, which path, under which conditions; all of it stands in the address."""

from __future__ import annotations

import streamlit as st

from dashboard.entities import term
from dashboard.forms import chosen, pick
from dashboard.state import ask, param, params
from dashboard.words import Words
from kb.connections import RULES
from kb.connections.codes import VOICES
from kb.connections.ends import EVERYONE, LEADERS
from kb.i18n import texts_of
from kb.model import SCHEMA
from queries.paths import BY, PATH_TIES, THROUGH, PathOptions, options_of
from queries.reading import usual_pick

MOST_HOPS = 6
MOST_SHOWN = 5


def person_field(name: str, options: dict[str, str] | None, say: Words) -> str:
    """The field for one of the two; a list where it is short enough, else the id."""
    given = param(name)
    label = say("connection.one" if name == "a" else "connection.other")
    if options is None:
        return st.text_input(label, value=given, key=f"{name}:{given}", placeholder=say("forms.id")).strip()
    if given and given not in options:
        options = {given: given, **options}
    return "".join(chosen(label, options, given, f"{name}:{given}", say))


def people(say: Words) -> dict[str, str] | None:
    """Everybody, by id, and the leaders and the named of each rising as groups."""
    everybody = pick(usual_pick("person") or "")
    risings = pick(usual_pick("uprising") or "")
    if everybody is None or risings is None:
        return None
    leaders = {f"{LEADERS}@{id_}": say("grounds.leaders", what=label) for id_, label in risings.items()}
    return (
        everybody | leaders | {f"{EVERYONE}@{id_}": say("grounds.everyone", what=name) for id_, name in risings.items()}
    )


def form(say: Words) -> None:
    """The form; an answer to it is a new address."""
    options = people(say)
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
    ties |= {rule: texts_of("kb").say(f"connections.rules.{rule}", say.lang) for rule in RULES.values()}
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
    free = st.checkbox(say("connection.not_investigation"), param("free") == "yes", key=f"free:{where}")
    return {
        **_further(given, where, say),
        "free": "yes" if free else "",
        "hops": str(most) if most != MOST_HOPS else "",
        "certainty": least,
        "without": without,
        "through": list(map(str, through)),
        "documented": "yes" if documented else "",
    }


def _further(given: dict[str, list[str]], where: str, say: Words) -> dict[str, str | list[str]]:
    """Years, voices, number of witnesses, what is not passed."""
    years = st.text_input(say("connection.years"), param("years"), key=f"years:{where}").strip()
    voices = {code: term("voice", code, say.lang) for code in VOICES}
    said = st.multiselect(
        say("connection.voices"),
        list(voices),
        [code for code in given.get("voice", []) if code in voices],
        format_func=voices.__getitem__,
        key=f"voice:{where}",
    )
    wanted = param("witnesses", "1")
    shown = int(wanted) if wanted.isdigit() and 1 <= int(wanted) <= MOST_SHOWN else 1
    witnesses = st.slider(say("connection.witnesses"), 1, MOST_SHOWN, shown, key=f"witnesses:{where}")
    avoid = st.text_input(
        say("connection.avoid"), ", ".join(given.get("avoid", [])), key=f"avoid:{where}", placeholder=say("forms.id")
    )
    return {
        "years": years,
        "voice": list(map(str, said)),
        "witnesses": str(witnesses) if witnesses > 1 else "",
        "avoid": [one.strip() for one in avoid.split(",") if one.strip()],
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
        years=param("years") or None,
        certainty=param("certainty") or None,
        documented=param("documented") == "yes",
        only=given.get("only", []),
        voices=given.get("voice", []),
        avoid=given.get("avoid", []),
        not_investigation=param("free") == "yes",
        witnesses=int(witnesses) if (witnesses := param("witnesses", "1")).isdigit() else 0,
    )
