"""Parts that the cards of all kinds share."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.cards import (
    Decision,
    citation_of,
    claims_of,
    compiled,
    decisions,
    names_of,
    second_hand,
    sources_of,
    statements,
)
from dashboard.entities import Witnesses
from dashboard.links import address
from dashboard.views.citation import citation
from dashboard.views.evidence import popups, source_name
from dashboard.views.marks import conflict, mark, missing
from dashboard.views.markup import Child, Markup, el, join
from dashboard.views.models import Matrix
from dashboard.views.parts import dotted, entity, frame, head, link, more, pairs, section, table
from dashboard.words import Words
from kb.base.card import Card
from kb.model import SCHEMA

SOURCES_AT_ONCE = 8


def head_of(found: Card, say: Words, under: Child = None) -> Markup:
    """Kind and id, mark and label, the names as sources write them."""
    kind = SCHEMA.kinds[found.key.kind]
    kicker = say("card.kicker", kind=kind.label[say.lang].capitalize(), id=found.key.id)
    names = names_of(found)
    written = (
        [el("span", dotted(names), cls="said"), el("span", f" — {say('card.as_written')}", cls="soft")]
        if names
        else None
    )
    title = join(mark(found.key.kind, found.properties.get("side")), " ", found.label[say.lang])
    lead = join(written, el("br") if written and under else None, under)
    return head(title, kicker, lead or None)


def identity(found: Card, say: Words) -> Markup | None:
    """Whether this is one at all: framed where someone has decided or doubts."""
    made = decisions(found, say)
    joined = [one for one in made if one.verdict == "same"]
    doubted = [one for one in made if one.verdict == "unsure"]
    apart = [one for one in made if one.verdict == "different"]
    parts: list[Markup] = []
    if len(found.records) > 1 or joined or doubted:
        question = say("card.identity" if found.key.kind == "Person" else "card.identity_other")
        said = el("p", say("card.identity_records", n=len(found.records))) if len(found.records) > 1 else None
        parts.append(
            frame(join(conflict(question), " ", question), said, [_decision(one, say) for one in joined + doubted])
        )
    if apart:
        parts.append(join(section(say("card.not_confuse"), level=3), [_decision(one, say) for one in apart]))
    return join(parts) if parts else None


def _decision(one: Decision, say: Words) -> Markup:
    who = entity(one.other) if one.other else join(one.record)
    said = say("card.decision", verdict=say(f"card.{one.verdict}"), why=one.why, by=one.by, at=one.at)
    return el("p", who, ". ", said, cls="small")


def further(found: Card, known: Witnesses, say: Words) -> Markup | None:
    """What else is said, under the words of the input; and the compilers' own notes."""
    said = statements(found, known, say)
    notes = compiled(found, say)
    parts: list[Markup] = []
    if said:
        columns = [say("card.word"), say("card.said"), say("ties.source")]
        lines = [[one.word, one.value, popups(one.evidence, say)] for one in said]
        parts += [section(say("card.further"), say("card.further_note", n=len(said))), table(columns, lines)]
    if notes:
        parts += [section(say("card.compiled"), say("card.compiled_note")), pairs(notes)]
    return join(parts) if parts else None


def silences(matrix: Matrix, say: Words) -> Markup | None:
    """What nobody says."""
    if not matrix.silent:
        return None
    said = say("card.silences_note", what=", ".join(matrix.silent))
    return join(section(say("card.silences"), level=3), el("p", missing(said), cls="small"))


def sources_list(matrix: Matrix, say: Words) -> Markup:
    """The sources behind the card, and whether any of them gives an archival reference."""
    sources = sources_of(matrix)
    title = section(say("card.sources"), say("card.sources_note", n=len(sources)))
    rows = [
        el("div", source_name(source), " · ", el("span", source.described, cls="soft"), cls="row") for source in sources
    ]
    rest = rows[SOURCES_AT_ONCE:]
    without = sources and not any(source.archival for source in sources)
    note = el("p", say("card.no_reference"), cls="small soft") if without else None
    return join(title, rows[:SOURCES_AT_ONCE], more(say("ties.more", n=len(rest)), rest) if rest else None, note)


def cite(found: Card, matrix: Matrix, say: Words) -> Markup:
    """How to cite."""
    claims = claims_of(found)
    sources = sources_of(matrix)
    text = citation_of(found, len(claims), len(sources), say)
    return citation(text, second_hand(sources, say), claims, say)


def connect(found: Card, say: Words) -> Markup:
    """The ways to the connection page and to the family, from this person."""
    connection = link(say("card.connect"), address("connection", say.lang, a=found.key.id))
    family = link(say("card.family"), address("family", say.lang, id=found.key.id))
    return el("p", dotted([connection, family]), cls="small")


def evidence_of(found: Card, say: Words) -> Witnesses:
    """The witnesses of a card, its own claims already read."""
    known = Witnesses(say)
    known.read(claims_of(found))
    return known


def given(parts: Sequence[Markup | None]) -> Markup:
    """Those parts that are there."""
    return join([part for part in parts if part is not None])
