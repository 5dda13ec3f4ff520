"""What stands round every page: the title of the window, the name of the base, the choice of language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from dashboard.drawing.component import show
from dashboard.drawing.tokens import tokens
from dashboard.state import params
from dashboard.views.markup import Markup, el
from dashboard.words import Words
from kb.i18n import LANGS, Lang

ICON = Path(__file__).parent / "static" / "icon.svg"

# The only rule of style outside our component: it lifts our own keyed container into the empty right end of the
# navigation bar. Should the class of the key ever change, the choice of language stands above the page instead.
_STYLE = "<style>.st-key-kb-languages {position: fixed; top: 16px; right: 148px; width: auto; z-index: 999991}</style>"


def header(say: Words) -> None:
    """The frame of this run's page."""
    st.set_page_config(page_title=say("pages.title"), page_icon=str(ICON), layout="wide")
    st.logo(_logo("dark" if st.context.theme.type == "dark" else "light"), size="small")
    st.html(_STYLE)
    with st.container(key="kb-languages"):
        show(languages(say.lang, params(), say), "kb_languages", say.lang)


@cache
def _logo(mode: str) -> str:
    drawn = files("dashboard").joinpath("drawing", "logo.svg").read_text("utf-8")
    return drawn.replace("currentColor", str(tokens()[mode]["ink"]))


def languages(shown: Lang, given: dict[str, list[str]], say: Words) -> Markup:
    """The three languages as links to this very view."""
    names = [_language(lang, shown, given, say) for lang in LANGS]
    return el("nav", names, cls="langs nowrap", aria_label=say("pages.language"))


def _language(lang: Lang, shown: Lang, given: dict[str, list[str]], say: Words) -> Markup:
    name = say(f"pages.{lang}")
    if lang == shown:
        return el("span", name, lang=lang, aria_current="true")
    return el("a", name, href="?" + urlencode({**given, "lang": lang}, doseq=True), lang=lang, data_lang=lang)
