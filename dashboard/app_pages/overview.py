"""Overview: what is known and what is not, with denominators; where sources disagree; a search box; recent loads."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import streamlit as st

from dashboard.data import base, rows
from dashboard.drawing.component import show
from dashboard.entities import Mentions, Witnesses, as_written
from dashboard.links import address
from dashboard.searchbox import search_box
from dashboard.state import words
from dashboard.totals import COUNTS, PARTICIPANTS, Total, groups, said_once, totals
from dashboard.views.marks import GROUP_OF_KIND, conflict, missing
from dashboard.views.markup import Markup, el, join
from dashboard.views.models import Figure, KnownGroup, KnownRow
from dashboard.views.parts import entity, figures, head, known, link, section, split, table
from dashboard.views.sizes import sizes
from dashboard.words import Words
from kb.base import Batch, batches, state
from kb.model import SCHEMA
from queries.runner import run

#: What the base is about comes first.
ORDER = ("Person", "Uprising", "Episode", "Measure")
MOST_SAID = 3
ENTITIES_SHOWN = 12
LOADS_SHOWN = 8


def _of(said: list[str], say: Words) -> str:
    """The denominator: the numbers that the literature gives, the most said first."""
    if not said:
        return say("overview.of_unknown")
    more = " …" if len(said) > MOST_SAID else ""
    return str(say("marks.of", of=f", {say('overview.or')} ".join(said[:MOST_SAID]) + more))


def row_of_figures(found: list[Total], say: Words) -> Markup:
    """Four figures, each with its denominator."""
    there = rows("overview")[0]
    insurgents, accused, risings = there["insurgents"], there["accused"], there["risings"]
    return figures(
        [
            Figure(
                say.number(insurgents),
                _of(said_once(found, PARTICIPANTS, say), say),
                say("overview.insurgents", n=insurgents, accused=accused),
            ),
            Figure(say.number(risings), _of(said_once(found, COUNTS[0], say), say), say("overview.risings", n=risings)),
            Figure(
                say.number(there["filed"]),
                say("marks.of", of=there["documents"]),
                say("overview.filed", n=there["filed"]),
            ),
            Figure(
                say.number(there["claims"]),
                say("overview.of_sources", n=there["sources"]),
                say("overview.claims", n=there["claims"]),
            ),
        ]
    )


def what_is_known(say: Words) -> Markup:
    """Bars of known against not in the base, kind by kind."""
    answered = sorted(run(base(), "what_is_known").dicts(), key=lambda row: _place(row["kind"]))
    parts = [
        KnownGroup(
            SCHEMA.kinds[kind].plural[say.lang].capitalize(),
            max((row["of"] for row in same), default=0),
            GROUP_OF_KIND[kind],
            tuple(
                KnownRow(SCHEMA.kinds[kind].properties[row["property"]].label[say.lang], row["known"], row["of"])
                for row in same
            ),
        )
        for kind, members in groupby(answered, key=lambda row: str(row["kind"]))
        if (same := list(members)) and same[0]["of"]
    ]
    return join(section(say("overview.known"), say("overview.known_note")), known(parts, say))


def how_many(found: list[Total], say: Words) -> Markup | None:
    """The totals of the literature, each with its source."""
    witnesses = Witnesses(say)
    witnesses.read(total.claim for total in found)
    drawn = groups(found, witnesses, say)
    if not drawn:
        return None
    return join(section(say("overview.totals"), say("overview.totals_note")), sizes(drawn, say))


def differences(say: Words) -> Markup:
    """Entities whose readings differ, and in what: risings and people first."""
    answered = list(run(base(), "contradictions").dicts())
    by_entity: dict[str, list[dict[str, Any]]] = {}
    for row in answered:
        by_entity.setdefault(row["entity"]["id"], []).append(row)
    ordered = sorted(by_entity.values(), key=lambda members: _place(members[0]["entity"]["kind"]))
    count = len({(row["entity"]["id"], row["property"]) for row in answered})
    title = section(say("overview.differ"), say("overview.differ_note", n=count))
    if not ordered:
        return join(title, el("p", missing(say("overview.differ_none"))))
    mentions = Mentions(say.lang)
    mentions.read(members[0]["entity"] for members in ordered[:ENTITIES_SHOWN])
    lines = [_difference(members, mentions, say) for members in ordered[:ENTITIES_SHOWN]]
    more = el("p", link(say("overview.differ_all"), address("questions", say.lang, ask="contradictions")), cls="small")
    return join(title, lines, more)


def _difference(members: list[dict[str, Any]], mentions: Mentions, say: Words) -> Markup:
    ref = mentions.of(members[0]["entity"])
    said: dict[str, list[str]] = {}
    for row in members:
        text = as_written(ref.kind, str(row["property"]), str(row["text"]), say.lang)
        said.setdefault(_label(ref.kind, str(row["property"]), say), []).append(text)
    lines = [
        el("div", el("span", f"{name}: ", cls="soft"), " / ".join(dict.fromkeys(texts))) for name, texts in said.items()
    ]
    return el("div", conflict(say("marks.conflict")), " ", entity(ref), lines, cls="row")


def _place(kind: str) -> int:
    return ORDER.index(kind) if kind in ORDER else len(ORDER)


def _label(kind: str, name: str, say: Words) -> str:
    prop = SCHEMA.kinds[kind].properties.get(name)
    return prop.label[say.lang].lower() if prop else name


def loads(say: Words) -> Markup:
    """What was loaded when and by whom."""
    found = sorted(base().ask(batches), key=lambda batch: batch.at, reverse=True)[:LOADS_SHOWN]
    names = ("dataset", "version", "when", "by", "rows", "claims_column", "state")
    lines = [_load(batch, say) for batch in found]
    return join(
        section(say("overview.loads")), table([say(f"overview.{name}") for name in names], lines, frozenset({4, 5}))
    )


def _load(batch: Batch, say: Words) -> list[str]:
    word = "unfinished" if batch.state != "complete" else "in_force" if batch.in_force else "earlier"
    name = f"{batch.dataset} / {batch.part}" if batch.part else batch.dataset
    when = batch.at[:16].replace("T", " ")
    counts = [say.number(batch.rows), say.number(batch.claims)]
    return [name, str(batch.version), when, batch.by, *counts, say(f"overview.{word}")]


say = words()
now = base().ask(state)
show(head(say("overview.title"), lead=say("overview.lead")), "kb_overview", say.lang)
if now.state == "changing":
    st.caption(say("problem.changing"))
if now.made_up:
    st.warning(say("overview.made_up"))
search_box("overview", say)
found = totals()
show(row_of_figures(found, say), "kb_figures", say.lang)
side = join([part for part in (how_many(found, say), differences(say)) if part is not None])
show(split(what_is_known(say), side, 1.1), "kb_known", say.lang)
show(loads(say), "kb_loads", say.lang)
