"""What stands beside a form: the photograph of the leaf, how the base reads what is typed, who may be meant."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from dashboard.drawing.component import show
from dashboard.entering.form import Form, label
from dashboard.entering.picking import candidates
from dashboard.entering.readings import read_words
from dashboard.views.marks import missing
from dashboard.views.markup import Child, el, join
from dashboard.views.parts import section, table
from dashboard.words import Words
from kb.archives import print_reference, read_references
from kb.model import SCHEMA
from loaders.hand import Block, Filled
from loaders.hand.sheet import NEW, PICKED

PICTURES = ["jpg", "jpeg", "png", "webp"]
Where = tuple[str, int, str]


def photograph(say: Words) -> None:
    """The leaf beside the form; it stays on the page and does not go into the base."""
    with st.expander(say("entering.photograph"), expanded="kb_leaf" in st.session_state):
        leaf = st.file_uploader(say("entering.photograph_of"), type=PICTURES, key="kb_leaf")
    if leaf is not None:
        st.image(leaf.getvalue(), width="stretch")


def readings(form: Form, filled: Filled, say: Words) -> None:
    """What is typed as the base reads it, line by line."""
    lines = list(_lines(form, filled, say))
    title = section(say("entering.as_read"))
    body = table([say("entering.written"), say("entering.understood")], lines) if lines else None
    empty = el("p", say("entering.nothing_read"), cls="soft small")
    show(join(title, body or empty), "kb_readings", say.lang)


def _lines(form: Form, filled: Filled, say: Words) -> Iterator[list[Child]]:
    reference = filled.source.get("reference", "")
    if reference.strip():
        read = "; ".join(print_reference(one) for one in read_references(reference))
        yield [
            _written(say("entering.reference"), reference),
            read or el("span", say("entering.unread"), cls="m doubt"),
        ]
    else:
        yield [el("span", say("entering.reference"), cls="small soft"), missing(say("entering.no_reference"))]
    date = filled.source.get("date", "")
    if date.strip():
        dated = SCHEMA.kinds["Source"].properties["date"]
        yield [_written(dated.label[say.lang], date), read_words(dated, date, say) or date]
    for block in form.sheet.blocks.values():
        for row in filled.rows.get(block.name, ()):
            for field, text in row.items():
                prop = block.property(field)
                read = read_words(prop, text, say) if prop else ""
                if read:
                    yield [_written(label(block, field, say), text), read]


def _written(name: str, text: str) -> Child:
    return join(el("span", name, cls="small soft"), " ", el("span", text, cls="said"))


def who(form: Form, filled: Filled, say: Words) -> dict[Where, str]:
    """Who and what of the base is meant, as somebody picks it; nothing is picked by itself."""
    found: dict[Where, str] = {}
    asked = list(_asked(form, filled, say))
    if not asked:
        return {where: id_ for where, id_ in form.start.picks.items() if where[0] in filled.rows}
    show(join(section(say("entering.who")), el("p", say("entering.who_note"), cls="small soft")), "kb_who", say.lang)
    for where, text, options in asked:
        found |= _picked(form, where, text, options, say)
    return found


def _picked(form: Form, where: Where, text: str, options: dict[str, str], say: Words) -> dict[Where, str]:
    before = form.start.picks.get(where, "")
    names = {"": say("entering.not_picked"), **options}
    listed = list(dict.fromkeys([*names, *([before] if before else [])]))
    key = form.key(where[0], where[1], f"who_{where[2]}")
    chosen = st.selectbox(text, listed, listed.index(before), key=key, format_func=lambda id_: names.get(id_, id_))
    return {where: str(chosen)} if chosen else {}


def _asked(form: Form, filled: Filled, say: Words) -> Iterator[tuple[Where, str, dict[str, str]]]:
    """Names and places that the base may have, with those that it has; a place that it has not can be created."""
    for block in form.sheet.blocks.values():
        for number, row in enumerate(filled.rows.get(block.name, ())):
            yield from _people(block, number, row.get("name", ""), say)
            for field, text in row.items():
                kind = PICKED.get((block.kind, field), ("", ""))[1] if field in block.own else ""
                if kind:
                    options = {one.id: one.line for one in candidates(text, kind, say.lang)}
                    yield (block.name, number, field), text, {**options, NEW: say("entering.create")}


def _people(block: Block, number: int, name: str, say: Words) -> Iterator[tuple[Where, str, dict[str, str]]]:
    if block.kind == "Person" and name:
        options = {one.id: one.line for one in candidates(name, "Person", say.lang)}
        if options:
            yield (block.name, number, ""), name, options
