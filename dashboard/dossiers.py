"""The buttons that make a printable dossier: of a person, or of what connects two."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard.data import base
from dashboard.words import Words
from kb.i18n import Lang
from kb.settings import settings
from queries.dossier import MIME, dossier_of, written
from queries.paths import PathOptions

SHOWN = ("docx", "html")


def dossier_buttons(say: Words, ident: str, other: str | None = None, options: PathOptions | None = None) -> None:
    """A button for each kind of file; the file is made when it is pressed."""
    name = "-".join(one.rsplit(":", 1)[-1] for one in (ident, other) if one)
    with st.container(horizontal=True):
        for format_ in SHOWN:
            st.download_button(
                say("dossier.download", format=format_.upper()),
                data=partial(made, ident, other, options, say.lang, format_),
                file_name=f"koterilis-{name}.{format_}",
                mime=MIME[format_],
                key=f"dossier_{format_}",
                on_click="ignore",
                help=say("dossier.help"),
            )


def made(ident: str, other: str | None, options: PathOptions | None, lang: Lang, format_: str) -> bytes:
    """The file, made now."""
    found = base().ask(lambda store: dossier_of(store, settings(), ident, other, lang, options=options))
    return written(found, format_)
