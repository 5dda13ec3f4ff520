"""What stands beside a form: the photograph of the leaf, how the base reads what is typed, who may be meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

import streamlit as st

from dashboard.drawing.component import show
from dashboard.entering.form import Form, label
from dashboard.entering.picking import candidates
from dashboard.entering.readings import read_words
from dashboard.entities import term
from dashboard.views.marks import missing
from dashboard.views.markup import Child, between, el, join
from dashboard.views.parts import section, table
from dashboard.words import Words
from kb.archives import print_reference, read_references
from kb.model import SCHEMA
from loaders.hand import Block, Filled
from loaders.hand.claims import MARK
from loaders.hand.filled import Row
from loaders.hand.sheet import ANY, NEW, PICKED

PICTURES = ["jpg", "jpeg", "png", "webp"]
Where = tuple[str, int, str]
Asked = tuple[Where, str, dict[str, str]]


def photograph(say: Words) -> None:
    """The leaf beside the form; it stays on the page and does not go into the base."""
    with st.expander(say("entering.photograph")):
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
                if understood := _read(block, row, field, say):
                    yield [_written(label(block, field, say), text), understood]


def _read(block: Block, row: Row, field: str, say: Words) -> Child:
    text, prop = row[field], block.property(field)
    if block.claim == ANY:
        said = SCHEMA.kinds[row["kind"]].properties[row["property"]]
        return read_words(said, text, say) or None if field == "value" else None
    if field == "term":
        code = SCHEMA.vocabularies["kin_term"].code_of(text)
        return term("kin_term", code, say.lang) if code else say("entering.kin_unread")
    if prop is None:
        return None
    if not prop.many:
        return read_words(prop, text, say) or None
    several: list[Child] = [one for part in text.split(MARK) if (one := read_words(prop, part.strip(), say))]
    return between("; ", several) if several else None


def _written(name: str, text: str) -> Child:
    return join(el("span", name, cls="small soft"), " ", el("span", text, cls="said"))


def who(form: Form, filled: Filled, say: Words) -> dict[Where, str]:
    """Who and what of the base is meant, as somebody picks it; nothing is picked by itself. People first: places and
    bodies are many, and wait behind their count.
    """
    people = list(_people(form, filled, say))
    places = list(_places(form, filled, say))
    found: dict[Where, str] = {}
    if people:
        note = el("p", say("entering.who_note"), cls="small soft")
        show(join(section(say("entering.who")), note), "kb_who", say.lang)
        found = _picked(form, people, say)
    if places:
        with st.expander(say("entering.where", n=len(places))):
            found |= _picked(form, places, say)
    asked = {where for where, *_ in (*people, *places)}
    rest = {w: id_ for w, id_ in form.start.picks.items() if w not in asked and w[1] < len(filled.rows.get(w[0], ()))}
    return found | rest


def _picked(form: Form, asked: Iterable[Asked], say: Words) -> dict[Where, str]:
    found = {}
    for where, text, options in asked:
        before = form.start.picks.get(where, "")
        names = {"": say("entering.not_picked"), **options}
        listed = list(dict.fromkeys([*names, *([before] if before else [])]))
        key = form.key(where[0], where[1], f"who_{where[2]}")
        chosen = st.selectbox(text, listed, listed.index(before), key=key, format_func=partial(_named, names))
        if chosen:
            found[where] = str(chosen)
    return found


def _named(names: dict[str, str], id_: str) -> str:
    return names.get(id_, id_)


def _people(form: Form, filled: Filled, say: Words) -> Iterator[Asked]:
    """Names that the base may have, with the people who bear them."""
    for block in form.sheet.blocks.values():
        for number, row in enumerate(filled.rows.get(block.name, ()) if block.kind == "Person" else ()):
            options = {one.id: one.line for one in candidates(row.get("name", ""), "Person", say.lang)}
            if options:
                yield (block.name, number, ""), row["name"], options


def _places(form: Form, filled: Filled, say: Words) -> Iterator[Asked]:
    """Places and bodies, with those of the base that bear such a name; what it has not can be created."""
    for block in form.sheet.blocks.values():
        for number, row in enumerate(filled.rows.get(block.name, ())):
            for field in (field for field in block.own if field in row and (block.kind, field) in PICKED):
                text, (_, kind) = row[field], PICKED[block.kind, field]
                options = {one.id: one.line for one in candidates(text, kind, say.lang)}
                yield (block.name, number, field), text, {**options, NEW: say("entering.create")}
