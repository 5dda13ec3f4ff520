"""Shows our own HTML on a page; its inner links change the page without reloading."""

from __future__ import annotations

from importlib.resources import files

import streamlit as st

from dashboard.drawing.tokens import css_variables
from dashboard.views.markup import Markup
from kb.i18n import Lang


def _asset(name: str) -> str:
    return files("dashboard").joinpath("drawing", name).read_text("utf-8")


# A single minified line would be taken for a path by Streamlit; ours begin with a comment line.
_mount = st.components.v2.component(
    "koterilis_html",
    html='<div class="kb"></div>',
    css="/* derived from tokens.toml and component.css */\n" + css_variables() + _asset("component.css"),
    js=_asset("component.js"),
)


def show(html: Markup, key: str, lang: Lang) -> None:
    """Show ``html`` under ``key``; the same HTML is not sent again."""
    _mount(data={"html": str(html), "lang": lang}, key=key)
