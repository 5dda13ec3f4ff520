"""The form of a sheet: its fields in the order in which a document is read, every one reached by the Tab key.

Rows that many people fill are always a few more than those that have something in them: who types fast needs them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from dashboard.entities import term
from dashboard.forms import pick
from dashboard.words import Words
from kb.model import SCHEMA
from loaders.hand import Block, Filled, Sheet

EMPTY, MOST = 2, 400  # rows: beyond the last filled one, at all
WIDE = frozenset({"name", "accusation", "quote", "looked_for", "result", "ground", "sentence"})
SOURCE = ("title", "date", "reference")
_SELECTED = {"case_role": "case_role", "step": "review_step", "stance": "stance"}
_OF_ALL = ("voice", "stance", "certainty", "level")
_PER_LINE = 3
_RISINGS = "MATCH (u:Uprising) RETURN u.id AS id, u.label AS label ORDER BY label"


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its name among the widgets, its sheet, and what stands in it at first."""

    name: str
    sheet: Sheet
    start: Filled

    def key(self, block: str, place: int, field: str) -> str:
        """The key of a field's widget."""
        return f"{self.name}:{block}:{place}:{field}"

    def first(self, block: str, place: int, field: str) -> str:
        """What stands in a field at first."""
        rows = self.start.rows.get(block, ())
        return rows[place].get(field, "") if place < len(rows) else ""

    def now(self, block: str, place: int, field: str) -> str:
        """What stands in a field now."""
        return str(st.session_state.get(self.key(block, place, field), self.first(block, place, field)) or "")


def source_fields(form: Form, say: Words) -> dict[str, str]:
    """Where it was read: the document, its reference, the leaf, in what form it was seen, of which rising it speaks.

    All of it is kept for the next entry.
    """
    found: dict[str, str] = {}
    with st.container(border=True):
        st.subheader(say("entering.where_read"), anchor=False)
        title, date = st.columns([3.0, 1.2])
        reference, leaf, access = st.columns([2.4, 0.9, 0.9])
        for name, place in zip(SOURCE, (title, date, reference), strict=True):
            with place:
                found[name] = _source(form, name, say)
        with leaf:
            found["locator"] = _text(form, "locator", say("entering.leaf"), form.start.locator, "л. 12 об.")
        with access:
            found["access"] = _choice(form, "access", list(SCHEMA.vocabularies["access"]), form.start.access, say)
        found["uprising"] = _rising(form, say) if form.sheet.asks_rising else ""
    return found


def _source(form: Form, name: str, say: Words) -> str:
    label_ = SCHEMA.kinds["Source"].properties[name].label[say.lang]
    return _text(form, name, label_, form.start.source.get(name, ""), say(f"entering.hint_{name}"))


def _text(form: Form, name: str, label_: str, first: str, hint: str = "") -> str:
    """A field of the whole sheet."""
    return str(
        st.text_input(label_, first, key=form.key("", 0, name), placeholder=hint, live=True, persist_state="session")
        or ""
    )


def _rising(form: Form, say: Words) -> str:
    """Which rising the document is about."""
    risings = {"": say("entering.no_rising"), **(pick(_RISINGS) or {})}
    if form.start.uprising and form.start.uprising not in risings:
        risings[form.start.uprising] = form.start.uprising
    options = list(risings)
    found = st.selectbox(
        say("entering.rising"),
        options,
        options.index(form.start.uprising),
        key=form.key("", 0, "uprising"),
        format_func=risings.__getitem__,
    )
    return str(found)


def block_fields(form: Form, block: Block, say: Words) -> tuple[list[dict[str, str]], dict[tuple[str, str], str]]:
    """The rows of a block as they are typed, and whose words are in fields where that is asked."""
    with st.container(border=True):
        st.subheader(block.label[say.lang], anchor=False)
        rows = _table(form, block, say) if block.many else [dict(_single(form, block, say))]
        voices = {(block.name, field): _voice(form, block, field, say) for field in sorted(block.own_words)}
    return rows, {where: voice for where, voice in voices.items() if voice}


def _single(form: Form, block: Block, say: Words) -> Iterator[tuple[str, str]]:
    fields = block.fields
    for line in (fields[start : start + _PER_LINE] for start in range(0, len(fields), _PER_LINE)):
        for field, place in zip(line, st.columns(_PER_LINE), strict=False):
            with place:
                yield field, _field(form, block, 0, field, say)


def _table(form: Form, block: Block, say: Words) -> list[dict[str, str]]:
    """A line for each row, its labels over the first; a table from elsewhere can be pasted into it."""
    widths = [1.7 if field in WIDE else 1.0 for field in block.fields]
    rows: list[dict[str, str]] = []
    for number in range(_rows(form, block)):
        places = st.columns(widths, gap="small", vertical_alignment="bottom")
        row = {}
        for field, place in zip(block.fields, places, strict=True):
            with place:
                row[field] = _field(form, block, number, field, say, shown=number == 0)
        rows.append(row)
    with st.popover(say("entering.paste")):
        st.text_area(
            say("entering.paste_note", columns=", ".join(label(block, field, say) for field in block.fields)),
            key=form.key(block.name, -1, "pasted"),
            on_change=_pasted,
            args=(form, block),
        )
    return rows


def _rows(form: Form, block: Block) -> int:
    filled = [place for place in range(_seen(form, block)) if any(form.now(block.name, place, f) for f in block.fields)]
    return min(max(block.rows, filled[-1] + 1 + EMPTY if filled else 0), MOST)


def _seen(form: Form, block: Block) -> int:
    """How many rows the form had, or starts with."""
    start = len(form.start.rows.get(block.name, ()))
    while start < MOST and form.key(block.name, start, block.fields[0]) in st.session_state:
        start += 1
    return start


def _pasted(form: Form, block: Block) -> None:
    """Put the cells of a pasted table into rows after those that have something in them."""
    text = str(st.session_state[form.key(block.name, -1, "pasted")])
    filled = [place for place in range(_seen(form, block)) if any(form.now(block.name, place, f) for f in block.fields)]
    first = filled[-1] + 1 if filled else 0
    for number, cells in enumerate(cells_of(text), first):
        for field, cell in zip(block.fields, cells, strict=False):
            st.session_state[form.key(block.name, number, field)] = cell
    st.session_state[form.key(block.name, -1, "pasted")] = ""


def cells_of(text: str) -> list[list[str]]:
    """The rows of a table as it was copied: cells between tabs, else between semicolons; empty lines are nothing."""
    lines = [line for line in text.splitlines() if line.strip()]
    mark = "\t" if any("\t" in line for line in lines) else ";"
    return [[cell.strip() for cell in line.split(mark)] for line in lines]


def _field(form: Form, block: Block, place: int, field: str, say: Words, *, shown: bool = True) -> str:
    key, first = form.key(block.name, place, field), form.first(block.name, place, field)
    name = label(block, field, say)
    if field not in _SELECTED:
        shown_as: Literal["visible", "collapsed"] = "visible" if shown else "collapsed"
        return str(
            st.text_input(name, first, key=key, label_visibility=shown_as, live=True, persist_state="session") or ""
        )
    options = ["", *SCHEMA.vocabularies[_SELECTED[field]]]
    found = st.selectbox(
        name,
        options,
        options.index(first) if first in options else 0,
        key=key,
        label_visibility="visible" if shown else "collapsed",
        format_func=lambda code: term(_SELECTED[field], code, say.lang) or "–",
    )
    return str(found)


def label(block: Block, field: str, say: Words) -> str:
    """What a field is called: by the schema, where it has a word."""
    prop = block.property(field)
    if field == "term":
        return say("entering.kin_term")
    if field in ("quote", "stance"):
        return say(f"entering.{field}")
    return prop.label[say.lang] if prop else say(f"entering.value_{field}")


def _voice(form: Form, block: Block, field: str, say: Words) -> str:
    options = ["", *SCHEMA.vocabularies["voice"]]
    first = form.start.voices.get((block.name, field), "")
    found = st.selectbox(
        say("entering.whose_words", field=label(block, field, say)),
        options,
        options.index(first),
        key=form.key(block.name, 0, f"voice_{field}"),
        format_func=lambda code: term("voice", code, say.lang) or say("entering.as_all"),
    )
    return str(found)


def of_all(form: Form, say: Words) -> dict[str, str]:
    """What is said of the whole sheet: the words of the leaf, who speaks, how, how sure, who may see it."""
    start: Mapping[str, str] = {name: getattr(form.start, name) for name in _OF_ALL}
    with st.container(border=True):
        st.subheader(say("entering.how_said"), anchor=False)
        found = {
            "quote": str(st.text_input(say("entering.quote"), form.start.quote, key=form.key("", 0, "quote")) or "")
        }
        for name, place in zip(_OF_ALL, st.columns(len(_OF_ALL)), strict=True):
            first = start[name] or (form.sheet.voice if name == "voice" else "")
            with place:
                found[name] = _choice(form, name, list(SCHEMA.vocabularies[name]), first, say)
    return found


def _choice(form: Form, name: str, options: Sequence[str], first: str, say: Words) -> str:
    found = st.selectbox(
        say(f"entering.{name}"),
        options,
        options.index(first),
        key=form.key("", 0, name),
        format_func=lambda code: term(name, code, say.lang),
    )
    return str(found)


def filled_rows(rows: Mapping[str, Iterable[dict[str, str]]]) -> dict[str, tuple[dict[str, str], ...]]:
    """Rows as a sheet keeps them: what is empty at the end is not there."""
    made = {}
    for name, each in rows.items():
        kept = [{field: text for field, text in row.items() if text.strip()} for row in each]
        while kept and not kept[-1]:
            kept.pop()
        if kept:
            made[name] = tuple(kept)
    return made
