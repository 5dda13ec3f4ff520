"""A job at work: how far it is, and how to stop it; and how it ended."""

from __future__ import annotations

import streamlit as st

from dashboard.entering.jobs import Job
from dashboard.words import Words
from kb.i18n import texts_of

EVERY = 0.5  # seconds


def running(job: Job, say: Words) -> None:
    """Show ``job`` until it ends; then the page runs again."""

    @st.fragment(run_every=EVERY)
    def sign() -> None:
        if not job.running:
            st.rerun()
        st.progress(_share(job), text=line(job, say))
        if st.button(say("loading.stop"), disabled=job.stopping, key="kb_stop"):
            job.stop()
        st.caption(say("loading.stopping" if job.stopping else "loading.stop_note"))

    sign()


def _share(job: Job) -> float:
    sign = job.sign()
    return min(sign.done / sign.total, 1.0) if sign.total else 0.0


def line(job: Job, say: Words) -> str:
    """The stage, rows of how many, rows a second, the time left."""
    sign = job.sign()
    if not sign.stage:
        return say("loading.starting", what=say(f"loading.job_{job.what}"), about=job.about)
    stage = texts_of("loaders").say(f"cli.stages.{sign.stage}", say.lang)
    parts = [f"{stage}: {say.number(sign.done)}" + (f" / {say.number(sign.total)}" if sign.total else "")]
    if sign.rate:
        parts.append(say("loading.rate", rate=say.number(sign.rate)))
    if sign.left is not None:
        parts.append(say("loading.left", seconds=say.number(sign.left)))
    return " · ".join(parts)
