"""The dashboard: navigation on top, the language in the address, one page at a time."""

from __future__ import annotations

import streamlit as st

from dashboard.data import need_base
from dashboard.failures import answered
from dashboard.frame import header
from dashboard.pages import streamlit_pages
from dashboard.state import current_language
from dashboard.words import Words

NEED_NO_BASE = frozenset({"about", "entry", "loading"})

lang = current_language()
say = Words(lang)
header(say)
page = st.navigation(streamlit_pages(say), position="top")
with answered(say):
    if page.url_path not in NEED_NO_BASE:
        need_base()
    page.run()
