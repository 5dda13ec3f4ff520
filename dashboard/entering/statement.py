"""One claim about something in the base: whom or what, which property, as written; and what others say of it."""

from __future__ import annotations

import streamlit as st

from dashboard.cards import card_of
from dashboard.drawing.component import show
from dashboard.entering.form import Form
from dashboard.entering.picking import Candidate, candidates
from dashboard.entering.readings import read_words
from dashboard.entities import Witnesses
from dashboard.sizes_of import size_groups
from dashboard.views.evidence import popups
from dashboard.views.marks import conflict
from dashboard.views.markup import Markup, el, join
from dashboard.views.models import Evidence, SizeReading, SourceRef
from dashboard.views.parts import section, table
from dashboard.views.sizes import sizes
from dashboard.words import Words
from kb.counts import read_count
from kb.errors import UnknownId
from kb.model import SCHEMA
from kb.model.types import TYPES, read_value
from kb.projection.accept import PropertyView
from loaders.hand import Block, Filled

_KINDS = ("Uprising", "Person", "Episode", "Place", "Case", "Source", "Organisation")


def statement_fields(form: Form, block: Block, say: Words) -> list[dict[str, str]]:
    """Whom or what the claim is about, by the search; which of its properties; and the words of the source."""
    with st.container(border=True):
        st.subheader(block.label[say.lang], anchor=False)
        kind_, asked, found = st.columns([1, 1.6, 1.6])
        kind = _kind(form, block, kind_, say)
        given = form.first(block.name, 0, "about")
        text = asked.text_input(say("entering.about"), given, key=form.key(block.name, 0, "asked"))
        about = _about(form, block, str(text or ""), kind, found, say)
        name_, value_ = st.columns([1, 2])
        properties = SCHEMA.kinds[kind].properties
        options = list(properties)
        first = form.first(block.name, 0, "property")
        name = name_.selectbox(
            say("entering.property"),
            options,
            options.index(first) if first in options else options.index(_usual(kind)),
            key=form.key(block.name, 0, f"property_{kind}"),
            format_func=lambda name: properties[name].label[say.lang],
        )
        value = value_.text_input(
            say("entering.as_written"), form.first(block.name, 0, "value"), key=form.key(block.name, 0, "value")
        )
    return [{"about": about, "kind": kind, "property": str(name), "value": str(value or "")}] if about else []


def _usual(kind: str) -> str:
    """What is most often said of a kind: its first property of weight."""
    return next((name for name, prop in SCHEMA.kinds[kind].properties.items() if prop.featured), "note")


def _kind(form: Form, block: Block, place: st.delta_generator.DeltaGenerator, say: Words) -> str:
    first = form.first(block.name, 0, "kind")
    found = place.selectbox(
        say("entering.kind"),
        _KINDS,
        _KINDS.index(first) if first in _KINDS else 0,
        key=form.key(block.name, 0, "kind"),
        format_func=lambda kind: SCHEMA.kinds[kind].label[say.lang],
    )
    return str(found)


def _about(form: Form, block: Block, text: str, kind: str, place: st.delta_generator.DeltaGenerator, say: Words) -> str:
    """The id of what was meant: what the search finds, or the id itself."""
    found_ = _named(text, kind, say) if ":" in text else candidates(text, kind, say.lang)
    known = {one.id: one for one in found_}
    found = place.selectbox(
        say("entering.found"),
        list(known),
        key=form.key(block.name, 0, f"about_{kind}_{text}"),
        format_func=lambda id_: known[id_].line if id_ in known else id_,
        placeholder=say("entering.nothing_found"),
        disabled=not known,
    )
    return str(found or "")


def _named(id_: str, kind: str, say: Words) -> tuple[Candidate, ...]:
    """What has this id, if it is of the kind."""
    try:
        found = card_of(id_.strip())
    except UnknownId:
        return ()
    return (Candidate(found.key.id, found.label[say.lang], ""),) if found.key.kind == kind else ()


def others(filled: Filled, say: Words) -> None:
    """What is said already of the property that a claim is about: on one scale where it is a number of people."""
    row = filled.one("statement")
    if filled.sheet != "statement" or not row.get("about"):
        return
    try:
        found = card_of(row["about"])
    except UnknownId:
        return
    prop = SCHEMA.kinds[row["kind"]].properties[row["property"]]
    seen = found.views.get(prop.name)
    known = Witnesses(say)
    title = section(say("entering.others"))
    read = read_words(prop, row.get("value", ""), say) if row.get("value") else ""
    if seen is None:
        body: Markup = el("p", say("entering.nobody_says"), cls="soft small")
    elif prop.type == "count" and prop.readings:
        groups = [group for group in size_groups(found, known, say) if group.title == prop.label[say.lang]]
        mine = (_this(row.get("value", ""), say),) if row.get("value") else ()
        body = sizes([type(groups[0])(groups[0].title, (*mine, *groups[0].readings), groups[0].main)], say)
    else:
        lines = [[el("span", one.reading.text, cls="said"), popups(known.of([one.claim.id]), say)] for one in seen.said]
        body = table([say("entering.written"), say("entering.source")], lines)
    agreement = _agreement(seen, row.get("value", ""), say) if seen is not None and read is not None else None
    show(join(title, body, agreement), "kb_others", say.lang)


def _this(text: str, say: Words) -> SizeReading:
    """The number that is being typed, among the others."""
    read = read_count(text)
    source = SourceRef("", say("entering.this_claim"), say("entering.this_claim"), "", "")
    evidence = Evidence("", source)
    return SizeReading(text, read.least, read.greatest, read.approximate, evidence, accepted=True)


def _agreement(seen: PropertyView, text: str, say: Words) -> Markup | None:
    """Whether what is typed says the same as others, or differs from some."""
    if not text.strip():
        return None
    vocabulary = SCHEMA.vocabulary_of(seen.property)
    mine = read_value(seen.property.type, text, vocabulary)
    agree = TYPES[seen.property.type].agree
    differing = sum(not agree(mine, one.reading) for one in seen.said)
    if not differing:
        return el("p", say("entering.agrees", n=len(seen.said)), cls="small")
    return el(
        "p", conflict(say("entering.differs", n=differing)), " ", say("entering.differs", n=differing), cls="small"
    )
