"""What a page knows of its reader: the language, and the parameters of its address.

The address is the only truth: a widget starts from it, and an answer to a form is a new address. The language of the
address wins when the address changes; a click on another language wins until then.
"""

from __future__ import annotations

import os

import streamlit as st

from dashboard.words import Words
from kb.i18n import LANGS, Lang, language
from kb.settings import settings

CHOSEN = "kb_lang"
_SEEN = "kb_lang_of_address"


def reader_language() -> Lang:
    """KB_LANG when the one who started the dashboard set it; else what the browser asks for, else the system's."""
    asked = st.context.locale or ""
    if "KB_LANG" not in os.environ and asked[:2].lower() in LANGS:
        return language(asked)
    return settings().lang


def current_language() -> Lang:
    """The language of this run."""
    said = st.query_params.get("lang", "")
    if said in LANGS and said != st.session_state.get(_SEEN):
        st.session_state[CHOSEN] = said
    st.session_state[_SEEN] = said
    chosen: Lang = st.session_state.setdefault(CHOSEN, reader_language())
    return chosen


def words() -> Words:
    """The words in the language of this run."""
    return Words(st.session_state[CHOSEN])


def param(name: str, default: str = "") -> str:
    """A parameter of the address."""
    return str(st.query_params.get(name, default))


def params() -> dict[str, list[str]]:
    """All parameters of the address but the language."""
    return {name: st.query_params.get_all(name) for name in st.query_params if name != "lang"}


def ask(**given: str | list[str]) -> None:
    """Make ``given`` the parameters of this page and run it again; the reader can come back to what was before."""
    now = {name: value if isinstance(value, list) else [value] for name, value in given.items() if value}
    if now != params():
        st.query_params.from_dict({**now, "lang": st.session_state[CHOSEN]})
        st.session_state[_SEEN] = st.session_state[CHOSEN]
        st.rerun()
