"""A list of names on the page Search: matched with the base or with another list, as ``kb match`` does."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard.data import base
from dashboard.drawing.component import show
from dashboard.entering.incoming import keep
from dashboard.failures import answered
from dashboard.links import address, entity
from dashboard.views.markup import Child, Markup, el, join
from dashboard.views.parts import head, link, table
from dashboard.views.spelled import spelled
from dashboard.words import Words
from kb.settings import settings
from loaders.matching import COLUMNS, Asked, Candidate, asked_names, lines, of_base, of_list

SHOWN: Final = 50  # names whose candidates are on the page; the table to save has all
BEST: Final = 3  # candidates of a name on the page
_FOUND: Final = "kb_list"

Matched = list[tuple[Asked, Sequence[Candidate]]]


def list_form(say: Words) -> None:
    """The two files, and what was found."""
    lead = join(say("lists.lead"), " ", link(say("lists.back"), address("search", say.lang)))
    show(head(say("lists.title"), lead=lead), "kb_list_head", say.lang)
    one, other = st.columns(2)
    given = one.file_uploader(say("lists.list"), type=["csv"], key="list")
    against = other.file_uploader(say("lists.against"), type=["csv"], key="against")
    if given is None:
        return
    with answered(say):
        column = st.text_input(say("lists.column"), placeholder="name", key="list_column").strip()
        asked = asked_names(_kept(given), column or None)
        now = (given.file_id, against.file_id if against else "", column)
        if st.button(say("lists.match"), key="match"):
            st.session_state[_FOUND] = (now, _matched(asked, against, say))
        before, found = st.session_state.get(_FOUND, (None, []))
        if before == now:
            _shown(found, linked=against is None, say=say)


def _kept(given: UploadedFile) -> Path:
    return keep(settings(), given.name, given.getvalue())


def _matched(asked: Sequence[Asked], against: UploadedFile | None, say: Words) -> Matched:
    """Each name with its candidates, the progress shown."""
    bar = st.progress(0.0)
    known = of_list(_kept(against)) if against else of_base_now
    found: Matched = []
    for done, name in enumerate(asked, 1):
        found.append((name, known(name.text)))
        bar.progress(done / len(asked), say("lists.progress", done=done, n=len(asked)))
    bar.empty()
    return found


def of_base_now(text: str) -> Sequence[Candidate]:
    """The persons of the base that ``text`` may name."""
    return base().ask(lambda store: of_base(store)(text))


def _shown(found: Matched, linked: bool, say: Words) -> None:
    counts = {
        "names": len(found),
        "found": sum(bool(candidates) for _, candidates in found),
        "same": sum(any(each.same for each in candidates) for _, candidates in found),
    }
    st.download_button(say("lists.save"), _as_csv(found, say), "match.csv", "text/csv", key="save_list")
    columns = [say(f"lists.{name}") for name in ("row", "text", "candidate", "score", "why")]
    rows = [row for name, candidates in found[:SHOWN] for row in _rows(name, candidates[:BEST], linked, say)]
    cut = el("p", say("lists.first", shown=SHOWN), cls="small soft") if len(found) > SHOWN else None
    show(join(el("p", say("lists.done", **counts)), table(columns, rows, frozenset({0, 3})), cut), "kb_list", say.lang)


def _rows(asked: Asked, candidates: Sequence[Candidate], linked: bool, say: Words) -> list[list[Child]]:
    if not candidates:
        return [[str(asked.row), asked.text, el("span", say("lists.nobody"), cls="soft"), "", ""]]
    return [
        [
            str(asked.row) if at == 0 else "",
            asked.text if at == 0 else "",
            _candidate(each, linked, say),
            el("b", _score(each, say)) if each.same else _score(each, say),
            el("span", *_why(asked, each, say), cls="small"),
        ]
        for at, each in enumerate(candidates)
    ]


def _candidate(each: Candidate, linked: bool, say: Words) -> Markup:
    return link(each.label, entity("Person", each.id, say.lang)) if linked else join(each.label, " ", each.id)


def _score(each: Candidate, say: Words) -> str:
    return say.number(each.score, 2)


def _why(asked: Asked, each: Candidate, say: Words) -> list[Child]:
    reasons = "; ".join(reason.say(say.lang) for reason in each.match.why)
    return [spelled(asked.text, each.match.b), f" ({reasons})" if reasons else ""]


def _as_csv(found: Matched, say: Words) -> bytes:
    """The table that ``kb match`` writes, marked as UTF-8 for spreadsheets."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for name, candidates in found:
        writer.writerows(lines(name, candidates, say.lang))
    return file.getvalue().encode("utf-8-sig")
