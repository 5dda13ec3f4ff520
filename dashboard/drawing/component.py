"""Shows our own HTML on a page and brings clicks on inner links back as page switches."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import streamlit as st

from dashboard.drawing.tokens import css_variables
from dashboard.state import CHOSEN
from dashboard.views.markup import Markup
from kb.i18n import Lang

_CLICKED = "kb_clicked_link"


def _asset(name: str) -> str:
    return files("dashboard").joinpath("drawing", name).read_text("utf-8")


# A single minified line would be taken for a path by Streamlit; ours begin with a comment line.
_mount = st.components.v2.component(
    "koterilis_html",
    html='<div class="kb"></div>',
    css="/* derived from tokens.toml and component.css */\n" + css_variables() + _asset("component.css"),
    js=_asset("component.js"),
)


def _remember(key: str, event: str, name: str) -> Callable[[], None]:
    """A callback that keeps what ``event`` of the component ``key`` brought under ``name``."""

    def clicked() -> None:
        state: Any = st.session_state[key]
        if state.get(event):
            st.session_state[name] = state[event]

    return clicked


def show(html: Markup, key: str, lang: Lang) -> None:
    """Show ``html`` under ``key``; the same HTML is not sent again."""
    _mount(
        data={"html": str(html), "lang": lang},
        key=key,
        on_go_change=_remember(key, "go", _CLICKED),
        on_lang_change=_remember(key, "lang", CHOSEN),
    )


def pending_link() -> str | None:
    """The address of the inner link that was clicked before this run, once."""
    clicked: str | None = st.session_state.pop(_CLICKED, None)
    return clicked


def follow(address: str) -> None:
    """Go to an address of ours, as if its link had been clicked."""
    st.session_state[_CLICKED] = address
    st.rerun()
