"""Claims and values in words: as written, and as the base reads them."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.entities import dated, term
from dashboard.views.markup import Markup, between, el, join
from dashboard.words import Words
from kb.entries import read_entry
from kb.model import SCHEMA, Claim, Property
from kb.model.types import read_value
from kb.names import read_name


def short(text: str, most: int = 80) -> str:
    """A text that fits into a line of a table; what is cut shows that it is."""
    return text if len(text) <= most else f"{text[:most]}…"


def said(claim: Claim, say: Words) -> Markup | None:
    """A claim in a line: each value as written, and as it is read where that differs."""
    properties = properties_of(claim.kind)
    values = [_value(name, text, properties.get(name), say) for name, text in claim.values.items()]
    if not values and claim.kind != "participation":
        return None
    return join(el("span", claim_word(claim, say), cls="small soft"), " ", between(" · ", values))


def claim_word(claim: Claim, say: Words) -> str:
    """What kind of claim this is: the tie, or the kind of what it is about."""
    tie = next((tie.label[say.lang] for tie in SCHEMA.ties.values() if tie.claim == claim.kind), "")
    return tie or SCHEMA.kinds[claim.about_kind].label[say.lang]


def properties_of(claim: str) -> Mapping[str, Property]:
    """What claims of a kind may say, by name."""
    of_kind = next((kind.properties for kind in SCHEMA.kinds.values() if kind.claim == claim), None)
    if of_kind is not None:
        return of_kind
    return {name: prop for tie in SCHEMA.ties.values() if tie.claim == claim for name, prop in tie.properties.items()}


def _value(name: str, text: str, prop: Property | None, say: Words) -> Markup:
    if name == "text":
        fields = ", ".join(f"{key}: {value}" for key, value in read_entry(text).fields.items())
        return join(el("span", short(text, 120), cls="said"), " → ", fields or say("entering.unread"))
    label = prop.label[say.lang] if prop else say(f"entering.value_{name}")
    read = read_words(prop, text, say) if prop else ""
    return join(f"{label}: ", el("span", short(text, 120), cls="said"), join(" → ", read) if read else None)


def read_words(prop: Property, text: str, say: Words) -> Markup | str:
    """How the base reads a value, where that is more than its text."""
    vocabulary = SCHEMA.vocabulary_of(prop)
    read = read_value(prop.type, text, vocabulary)
    if read.problem:
        return el("span", say("entering.unread"), cls="m doubt")
    if vocabulary:
        return term(vocabulary.name, str(read.value), say.lang)
    if prop.type == "name":
        return _name(text, say)
    if prop.type == "count":
        return _count(read.stored, say)
    return dated(str(read.value), say.lang) if str(read.value) != text else ""


def _name(text: str, say: Words) -> str:
    read = read_name(text)
    parts = (("surname", read.surname), ("given", read.given), ("patronymic", read.patronymic))
    return ", ".join(f"{say(f'entering.{key}')} {value}" for key, value in parts if value)


def _count(stored: Mapping[str, object], say: Words) -> str:
    least, greatest = stored.get("_least"), stored.get("_greatest")
    if least == greatest:
        return str(least)
    return f"{'…' if least is None else least} – {'…' if greatest is None else greatest}"
