"""Loading: a file, how it is read, what its rows become, a rehearsal, the load; and taking loads back."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.data import version
from dashboard.drawing.component import show
from dashboard.entering.columns import Asked, looked, mapping_form, shown_examples
from dashboard.entering.doors import doors
from dashboard.entering.incoming import UPLOADS, existing, is_set, is_tree, keep, mappings, put_mapping
from dashboard.entering.jobs import Board, Job, Stopped, board_of
from dashboard.entering.loads import loads
from dashboard.entering.outcome import Rehearsed, downloads, loaded, rehearsed
from dashboard.entering.permission import may_write
from dashboard.entering.running import running
from dashboard.entering.work import load_work, rehearse_work
from dashboard.failures import answered
from dashboard.links import address
from dashboard.state import param, words
from dashboard.views.markup import el
from dashboard.views.notice import notice
from dashboard.views.parts import head, link
from dashboard.words import Words
from kb.errors import KbError
from kb.settings import Settings, settings
from loaders.loading import Outcome
from loaders.mapping import FileMapping, find_mapping, parse_mapping, shipped_mappings
from loaders.mapping.suggest import Proposal

PROPOSED = "proposed"
_REHEARSED, _REHEARSING = "kb_rehearsal", "kb_rehearsing"


def file_chosen(chosen: Settings, say: Words) -> Path | None:
    """A file handed over by the browser, or a file or folder of this computer."""
    box, path = st.columns(2)
    given = box.file_uploader(say("loading.upload"), type=list(UPLOADS), key="upload")
    named = path.text_input(say("loading.path"), key="path", placeholder=say("loading.path_hint"))
    if given is not None:
        return keep(chosen, given.name, given.getvalue())
    return existing(named)


def mapping_chosen(path: Path, chosen: Settings, say: Words) -> Asked:
    """The mapping: proposed and corrected by pick lists, one that was used before, or one of the program; its text."""
    used = {f.stem: f for f in mappings(chosen)}
    options = [PROPOSED, *used, *(name for name in shipped_mappings() if name not in used)]
    how = st.selectbox(
        say("loading.which_mapping"),
        options,
        key=f"mapping:{path}",
        format_func=lambda name: say("loading.proposed") if name == PROPOSED else name,
    )
    found = looked(path, say) if path.is_file() or how == PROPOSED else None
    if how == PROPOSED and found is not None:
        asked = mapping_form(found, path, say)
    else:
        made = find_mapping(used.get(str(how), Path(str(how))))
        asked = Asked(made.file.read_text("utf-8"), made.dataset)
    return corrected(asked, found, path, say)


def corrected(asked: Asked, found: Proposal | None, path: Path, say: Words) -> Asked:
    """The mapping as text, for those who want more than the lists give; with examples of what rows become."""
    with st.expander(say("loading.as_text")):
        if st.checkbox(say("loading.by_text"), key=f"by_text:{path}"):
            text = st.text_area(say("loading.text"), asked.text, height=380, key=f"text:{path}")
            asked = Asked(text, _parsed(text).dataset)
        else:
            st.code(asked.text, language=None)
        st.download_button(say("loading.save_mapping"), asked.text, f"{asked.dataset or 'mapping'}.yml", "text/yaml")
    if found is not None:
        with answered(say):
            shown_examples(_parsed(asked.text), found, say)
    return asked


def _parsed(text: str) -> FileMapping:
    return parse_mapping(text.encode(), Path("mapping.yml"))


def rehearsal(path: Path, asked: Asked | None, board: Board, chosen: Settings, say: Words) -> None:
    """Rehearse; then load what was rehearsed."""
    if board.job is not None:
        running(board.job, say)
        return
    now = (str(path), path.stat().st_mtime_ns, asked, version())
    before, found = st.session_state.get(_REHEARSED, (None, None))
    ready: Rehearsed | None = found if before == now else None
    rehearse_, load_, _ = st.columns([1, 1, 2])
    if rehearse_.button(say("loading.rehearse"), width="stretch", key="rehearse"):
        st.session_state[_REHEARSING] = now
        board.begin("rehearse", path.name, chosen, rehearse_work(path, kept(asked, chosen)))
        st.rerun()
    if load_.button(say("loading.load"), width="stretch", key="load", disabled=ready is None):
        board.begin("load", path.name, chosen, load_work(path, kept(asked, chosen), chosen))
        st.rerun()
    if ready is None:
        st.caption(say("loading.rehearse_first"))
    else:
        show(rehearsed(ready, say), "kb_rehearsed", say.lang)
        downloads(ready.outcome, f"{path.stem}-rehearsal", say)


def kept(asked: Asked | None, chosen: Settings) -> Path | None:
    """The file of the mapping, kept for the next list."""
    return put_mapping(chosen, asked.text, asked.dataset).file if asked else None


def from_file(board: Board, chosen: Settings, say: Words) -> None:
    """The steps from a file to a load."""
    path = file_chosen(chosen, say)
    if path is None:
        show(el("p", say("loading.choose"), cls="soft"), "kb_choose", say.lang)
        return
    asked = None if is_tree(path) or is_set(path) else mapping_chosen(path, chosen, say)
    rehearsal(path, asked, board, chosen, say)


def ended(board: Board, job: Job, say: Words) -> bool:
    """What a job that has ended made; whether it is to be read before going on. KbError with which it failed."""
    try:
        made = job.outcome()
    except Stopped:
        show(notice(say("loading.stopped"), [say("loading.stopped_lead")]), "kb_stopped", say.lang)
        made = None
    except KbError:
        board.clear()
        raise
    if isinstance(made, Rehearsed):
        st.session_state[_REHEARSED] = (st.session_state.get(_REHEARSING), made)
        board.clear()
        return False
    if isinstance(made, Outcome):
        show(loaded(made, say), "kb_loaded", say.lang)
        downloads(made, f"{Path(made.read.release.file).stem}-report", say)
        show(el("p", link(say("loading.to_overview"), address("", say.lang))), "kb_onward", say.lang)
    elif made is not None:
        show(notice(say("loading.undone"), [say("loading.undone_lead", batch=made.id)]), "kb_undone", say.lang)
    if st.button(say("loading.go_on"), key="go_on"):
        board.clear()
        st.rerun()
    return True


def page(say: Words) -> None:
    """The page."""
    part = "loads" if param("part") == "loads" else "file"
    show(head(say(f"loading.page_{part}"), lead=say(f"loading.lead_{part}")), "kb_loading", say.lang)
    doors("loading", part, say)
    if not may_write(say):
        return
    chosen = settings()
    board = board_of(chosen)
    job = board.job
    if job is not None and not job.running:
        with answered(say):
            if ended(board, job, say):
                return
    if board.job is not None and board.job.what != "rehearse":
        running(board.job, say)
    elif part == "loads":
        loads(board, chosen, say)
    else:
        from_file(board, chosen, say)


page(words())
