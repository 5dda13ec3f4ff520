"""Saving a view of the network, the list of those that were saved, and what has changed since one was."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from dashboard.data import version
from dashboard.drawing.component import show
from dashboard.links import address
from dashboard.network.picture import Network, conditions, title_of
from dashboard.network.question import Question
from dashboard.network.saved import LONGEST_NAME, LONGEST_NOTE, SavedView, Views, changes, made_view
from dashboard.state import ask
from dashboard.views.markup import Markup, el, join
from dashboard.views.parts import link, panel
from dashboard.words import Words
from kb.settings import settings

PENDING = "kb_view_pending"
NAMED = 6  # so many of what has changed are named, the rest counted


def views() -> Views:
    """The saved views of the data folder."""
    return Views(settings().home)


def keep(arranged: dict[str, Any], question: Question, network: Network, say: Words) -> None:
    """The form that names a view before it is saved."""
    with st.form("keep_view", border=True):
        usual = title_of(question, network, say)
        name = st.text_input(say("network.view_name"), usual[:LONGEST_NAME], max_chars=LONGEST_NAME)
        note = st.text_area(say("network.view_note"), max_chars=LONGEST_NOTE, height=80)
        save, leave = st.columns([1, 3])
        if save.form_submit_button(say("network.view_save")):
            about = (settings().author, date.today().isoformat(), version())
            view = made_view(name or usual, note, question, arranged, (network.nodes, network.ties), about)
            views().keep(view)
            del st.session_state[PENDING]
            ask(view=view.id)
        if leave.form_submit_button(say("network.view_leave")):
            del st.session_state[PENDING]
            st.rerun()


def opened(view: SavedView, network: Network, say: Words) -> Markup:
    """The head of a view that is opened again: its note, who saved it and when, and what has changed since."""
    about = say("network.view_made", author=view.author, made=view.made, version=view.version)
    note = el("p", view.note) if view.note else None
    return join(note, el("p", about, cls="small soft"), _changed(view, network, say))


def _changed(view: SavedView, network: Network, say: Words) -> Markup:
    if view.version == version():
        return el("p", say("network.view_same"), cls="small soft")
    found = changes(view, network.nodes, network.ties)
    if not found.any:
        return el("p", say("network.view_same_here"), cls="small soft")
    lines = [
        _line("view_came", found.came, say),
        _line("view_went", found.went, say),
        _count("view_ties_came", found.ties_came, say),
        _count("view_ties_went", found.ties_went, say),
        _count("view_ties_changed", found.ties_changed, say),
    ]
    return panel(say("network.view_changed"), lines)


def _line(key: str, labels: tuple[str, ...], say: Words) -> Markup | None:
    if not labels:
        return None
    more = say("network.and_more", n=len(labels) - NAMED) if len(labels) > NAMED else ""
    names = ", ".join(labels[:NAMED])
    return el("p", say(f"network.{key}", n=len(labels)), f": {names} {more}")


def _count(key: str, ids: tuple[str, ...], say: Words) -> Markup | None:
    return el("p", say(f"network.{key}", n=len(ids))) if ids else None


def listed(shown: str, say: Words) -> None:
    """All saved views as links, and the way to delete the one that is shown."""
    kept = views().all()
    if not kept:
        return
    with st.expander(say("network.views", n=len(kept))):
        show(el("div", [_row(view, shown, say) for view in kept]), "kb_network_views", say.lang)
        if shown and st.button(say("network.view_delete")):
            views().forget(shown)
            ask()


def _row(view: SavedView, shown: str, say: Words) -> Markup:
    name = el("b", view.name) if view.id == shown else link(view.name, address("network", say.lang, view=view.id))
    said = [view.made, view.author, *conditions(view.question, say)]
    moved = " · " + say("network.view_older") if view.version != version() else ""
    return el("div", name, el("span", f" {' · '.join(said)}{moved}", cls="small soft"), cls="row")
