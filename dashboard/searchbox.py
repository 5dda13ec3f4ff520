"""The search box: on the overview it leads to the search page, there it asks anew."""

from __future__ import annotations

import streamlit as st

from dashboard.pages import FOLDER
from dashboard.state import ask, param
from dashboard.words import Words

LONGEST = 300


def search_box(page: str, say: Words) -> None:
    """The box of ``page``."""
    given = param("q")
    with st.form(f"search_{page}", border=False):
        box, button = st.columns([12, 1], vertical_alignment="bottom")
        text = box.text_input(
            say("search.label"),
            value=given,
            key=f"q:{given}",
            placeholder=say("search.hint"),
            max_chars=LONGEST,
            type="search",
        )
        if button.form_submit_button(say("search.find"), width="stretch"):
            if page == "search":
                ask(q=text or "")
            elif text:
                st.switch_page(FOLDER / "search.py", query_params={"q": text, "lang": say.lang})
