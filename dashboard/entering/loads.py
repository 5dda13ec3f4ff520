"""The loads that are in the base, each to be taken back."""

from __future__ import annotations

import streamlit as st

from dashboard.data import base
from dashboard.drawing.component import show
from dashboard.entering.jobs import Board
from dashboard.views.markup import Markup, el, join
from dashboard.views.parts import dotted, section
from dashboard.words import Words
from kb.base import Batch, batches, undo
from kb.settings import Settings

AT_ONCE = 50


def loads(board: Board, chosen: Settings, say: Words) -> None:
    """The latest first; taking one back asks once more."""
    found = list(reversed(base().ask(batches)))
    show(section(say("loading.batches"), say("loading.batches_note", n=len(found))), "kb_batches", say.lang)
    if not found:
        show(el("p", say("loading.no_batches"), cls="soft"), "kb_no_batches", say.lang)
    for batch in found[:AT_ONCE]:
        words, button = st.columns([6, 1], vertical_alignment="center")
        with words:
            show(_batch(batch, say), f"kb_batch:{batch.id}", say.lang)
        with button.popover(say("loading.undo"), width="stretch"):
            st.write(say("loading.undo_sure", batch=batch.id, n=batch.claims))
            if st.button(say("loading.undo_yes"), key=f"undo:{batch.id}"):
                _take_back(board, chosen, batch.id)
    if len(found) > AT_ONCE:
        show(el("p", say("loading.batches_cut", n=len(found) - AT_ONCE), cls="soft"), "kb_cut", say.lang)


def _take_back(board: Board, chosen: Settings, name: str) -> None:
    board.begin("undo", name, chosen, lambda store, progress: undo(store, chosen, name, progress=progress))
    st.rerun()


def _batch(batch: Batch, say: Words) -> Markup:
    complete = "in_force" if batch.in_force else "history"
    state = say(f"loading.state_{complete if batch.state == 'complete' else batch.state}")
    counted = say("loading.batch_counts", rows=batch.rows, claims=batch.claims)
    told = [batch.file, batch.mapping, batch.by, batch.at[:16].replace("T", " "), counted, state]
    return el("div", join(el("b", batch.id)), el("div", dotted([one for one in told if one]), cls="small soft"))
