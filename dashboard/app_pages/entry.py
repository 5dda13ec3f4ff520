"""Entry by hand: a sheet for each type of document, beside it the leaf and how the base reads what is typed."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.data import base
from dashboard.drawing.component import show
from dashboard.entering.aside import photograph, readings, who
from dashboard.entering.doors import doors
from dashboard.entering.form import SOURCE, Form, block_fields, filled_rows, of_all, source_fields
from dashboard.entering.permission import may_write
from dashboard.entering.statement import others, statement_fields
from dashboard.failures import answered
from dashboard.links import address
from dashboard.state import ask, param, words
from dashboard.views.markup import Markup, el, join
from dashboard.views.notice import notice
from dashboard.views.parts import head, link, section
from dashboard.words import Words
from kb.settings import settings
from kb.store import connect
from loaders.hand import Filled, Sheet, sheets
from loaders.hand.saving import Entry, Saved, entry, listed, save, withdraw
from loaders.hand.sheet import ANY

FIRST = "questionnaire"
SHOWN = 12
_KEPT, _NUMBER, _SAVED = "kb_hand_kept", "kb_hand_number", "kb_hand_saved"

# The second rule of style outside our component: what stands beside a form stays in sight while the form is scrolled,
# for the leaf is read while one types. Should the class of the key change, it scrolls away and nothing else happens.
_STYLE = (
    "<style>div:has(> .st-key-kb-aside) {position: sticky; top: 70px}"
    ".st-key-kb-aside {max-height: calc(100vh - 90px); overflow-y: auto}</style>"
)


def chosen_sheet() -> Sheet:
    """The sheet of the address."""
    return sheets().get(param("sheet", FIRST), sheets()[FIRST])


def sheet_links(sheet: Sheet, say: Words) -> Markup:
    """The types of documents as links."""
    links = [
        el("a", one.label[say.lang], href=address("entry", say.lang, sheet=name), data_inner=True, cls="facet",
           aria_current="page" if one is sheet else None)
        for name, one in sheets().items()
    ]  # fmt: skip
    return el("nav", links, cls="facets", aria_label=say("entering.sheets"))


def start_of(sheet: Sheet, correcting: Entry | None) -> Filled:
    """What stands in the form at first: the entry that is corrected, else what is kept of the one before."""
    if correcting is not None:
        return correcting.filled
    kept: Filled | None = st.session_state.get(_KEPT)
    if kept is None:
        return Filled(sheet.name)
    case = kept.rows.get("case", ()) if "case" in sheet.blocks else ()
    return Filled(
        sheet.name, source=kept.source, rows={"case": case} if case else {}, locator=kept.locator, access=kept.access,
        uprising=kept.uprising if sheet.asks_rising else "", certainty=kept.certainty, level=kept.level,
    )  # fmt: skip


def form_of(form: Form, say: Words) -> Filled:
    """The form, and what stands in it."""
    source = source_fields(form, say)
    rows: dict[str, list[dict[str, str]]] = {}
    voices: dict[tuple[str, str], str] = {}
    for block in form.sheet.blocks.values():
        if block.claim == ANY:
            rows[block.name] = statement_fields(form, block, say)
            continue
        rows[block.name], own = block_fields(form, block, say)
        voices |= own
    said = of_all(form, say)
    return replace(
        form.start,
        source={name: text for name, text in source.items() if text.strip() and name in SOURCE},
        rows=filled_rows(rows),
        voices=voices,
        uprising=source["uprising"],
        locator=source["locator"],
        access=source["access"],
        quote=said["quote"],
        voice="" if said["voice"] == form.sheet.voice else said["voice"],
        stance=said["stance"],
        certainty=said["certainty"],
        level=said["level"],
    )


def buttons(form: Form, filled: Filled, correcting: Entry | None, say: Words) -> None:
    """Save, and go on; or correct and withdraw, with the reason."""
    why = ""
    if correcting is not None:
        why = str(
            st.text_input(say("entering.why"), key=form.key("", 0, "why"), placeholder=say("entering.why_hint")) or ""
        )
    done = st.button(say("entering.correct" if correcting else "entering.save"), shortcut="Ctrl+Enter", key="hand_save")
    gone = correcting is not None and st.button(say("entering.withdraw"), key="hand_withdraw")
    if not (done or gone):
        st.caption(say("entering.kept_note"))
        return
    with answered(say):
        with connect(settings()) as store:
            if gone and correcting is not None:
                made = withdraw(store, settings(), correcting, why)
            else:
                made = save(store, settings(), filled, correcting=correcting, why=why)
        leave(made, filled, form.sheet, say)


def leave(made: Saved, filled: Filled, sheet: Sheet, say: Words) -> None:
    """Keep the source for the next entry, and begin it."""
    st.session_state[_SAVED] = made
    st.session_state[_KEPT] = filled
    st.session_state[_NUMBER] = st.session_state.get(_NUMBER, 0) + 1
    if param("entry"):
        ask(sheet=sheet.name)
    st.rerun(scope="app")


@st.fragment
def sheet_of(sheet: Sheet, correcting: Entry | None, say: Words) -> None:
    """The sheet and what stands beside it; typing runs this part alone."""
    number = st.session_state.get(_NUMBER, 0)
    name = f"hand:{sheet.name}:{correcting.listed.id if correcting else ''}:{number}"
    form = Form(name, sheet, start_of(sheet, correcting))
    main, side = st.columns([1.9, 1], gap="large")
    with main:
        filled = form_of(form, say)
    with side, st.container(key="kb-aside"):
        photograph(say)
        readings(form, filled, say)
        others(filled, say)
        filled = replace(filled, picks=who(form, filled, say))
        buttons(form, filled, correcting, say)


def told(say: Words) -> None:
    """What was saved a moment ago."""
    made: Saved | None = st.session_state.pop(_SAVED, None)
    if made is not None:
        lines = [say("entering.saved_line", batch=made.batch, n=made.claims, gone=made.withdrawn)]
        steps = [link(say("entering.to_loads"), address("loading", say.lang, part="loads"))]
        show(notice(say("entering.saved"), lines, steps), "kb_saved", say.lang)


def entries(say: Words) -> None:
    """What the reader entered before, each to be corrected."""
    found = base().ask(lambda store: listed(store, settings()))
    lines = [
        el(
            "div",
            link(one.read_in, address("entry", say.lang, sheet=one.sheet, entry=one.id)),
            el("div", f"{sheets()[one.sheet].label[say.lang]} · {one.at[:16].replace('T', ' ')}", cls="small soft"),
            cls="row",
        )
        for one in found[:SHOWN]
    ]
    note = say("entering.entries_note", n=len(found)) if found else say("entering.no_entries")
    show(join(section(say("entering.entries"), note), *lines), "kb_entries", say.lang)


def page(say: Words) -> None:
    """The page."""
    sheet = chosen_sheet()
    show(head(say("entering.page"), lead=say("entering.lead")), "kb_entry", say.lang)
    doors("entry", "", say)
    if not may_write(say):
        return
    st.html(_STYLE)
    told(say)
    show(sheet_links(sheet, say), "kb_sheets", say.lang)
    wanted = param("entry")
    correcting = base().ask(lambda store: entry(store, settings(), wanted)) if wanted else None
    sheet_of(sheet, correcting, say)
    entries(say)


page(words())
