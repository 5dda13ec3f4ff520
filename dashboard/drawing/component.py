"""The components of the dashboard: one shows our own HTML, the other our pictures (network, map, tree)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from typing import Any

import streamlit as st

from dashboard.drawing.data import Drawing, script
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
_draw = st.components.v2.component("koterilis_drawing", html='<div class="kb-place"></div>', js=script())


def show(html: Markup, key: str, lang: Lang) -> None:
    """Show ``html`` under ``key``; the same HTML is not sent again."""
    _mount(data={"html": str(html), "lang": lang}, key=key)


@dataclass(frozen=True, slots=True)
class Heard:
    """What the reader did in a picture: the entities or the tie that are chosen now, and what was asked in this run.

    ``asked`` is empty, or one of ``{what: "choices", id}`` (a double click: what can it be expanded by?),
    ``{what: "expand", id, by}`` and ``{what: "save", saved}``.
    """

    nodes: tuple[str, ...]
    tie: str
    asked: Mapping[str, Any]


def heard(key: str) -> Heard:
    """What the picture under ``key`` said last, before it is drawn in this run."""
    said = st.session_state.get(key) or {}
    chosen = said.get("chosen") or {}
    return Heard(tuple(chosen.get("nodes") or ()), str(chosen.get("tie") or ""), said.get("asked") or {})


def draw(drawing: Drawing, key: str, lang: Lang, name: str = "") -> None:
    """Draw a picture under ``key``. What it remembers (places, camera, what is hidden) it keeps under ``name``: the
    same name is the same picture, also when its data change. :func:`heard` says what the reader did in it.
    """
    document = drawing.document(lang)
    stamp = sha256(json.dumps(document, ensure_ascii=False).encode()).hexdigest()[:16]
    _draw(
        data={"stamp": stamp, "name": name or key, "drawing": document},
        key=key,
        on_chosen_change=_nothing,
        on_asked_change=_nothing,
    )


def _nothing() -> None:
    """Streamlit keeps only those values of a component that have a callback."""
