"""Slides of words: readings side by side, people of a rising, what is known and what no source says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.drawing.data import mark_of
from dashboard.entities import in_words, term
from dashboard.pack.scene import (
    AXIS,
    HEIGHT,
    LABEL,
    WIDTH,
    Box,
    Canvas,
    Claims,
    Line,
    Mark,
    cut,
    width_of,
)
from dashboard.pack.scene import (
    Words as Said,
)
from dashboard.pack.seen import Seen, Tied
from dashboard.pack.slides.picture import Picture, first_source
from dashboard.pack.story import Slide
from dashboard.totals import statement_word
from dashboard.words import Words
from kb.i18n import Lang
from kb.model import SCHEMA
from kb.projection import EntityKey
from queries.words import tie_words

STEP = 53
LINES = HEIGHT // STEP
VALUE_AT, SOURCE_AT = 500, 1300
PEOPLE = ("TOOK_PART_IN", "ACCUSED_OVER")
SIDES = ("insurgent", "accused", "soviet")
COLUMN = WIDTH // 2 - 20
MOST_BEHIND = 500  # people whose claims go with a slide


@dataclass(frozen=True, slots=True)
class Reading:
    """What one source says of a property."""

    property: str
    value: str
    source: str
    accepted: bool
    conflict: bool
    claims: Claims


def readings(seen: Seen, slide: Slide, say: Words) -> Picture:
    """Every reading of some properties with its source; those that disagree are marked."""
    key = seen.find(slide.one("of"))
    found = list(_readings(seen, key, slide.asked["properties"], say))
    canvas = Canvas()
    before = ""
    for place, one in enumerate(found[:LINES]):
        y = STEP * (place + 0.72)
        if one.property != before:
            if place:
                canvas.put(Line(0, STEP * place, WIDTH, STEP * place))
            _property(canvas, one, y)
        if one.accepted and one.conflict:
            canvas.put(Box(VALUE_AT - 20, STEP * place + 8, 5, STEP - 16, "ink"))
        value = cut(one.value, LABEL, SOURCE_AT - VALUE_AT - 30, one.accepted)
        canvas.put(Said(VALUE_AT, y, value, LABEL, strong=one.accepted, claims=one.claims))
        canvas.put(Mark(SOURCE_AT + 14, y - 12, "source", "evidence", 32, one.claims))
        canvas.put(
            Said(SOURCE_AT + 40, y, cut(one.source, AXIS, WIDTH - SOURCE_AT - 40), AXIS, "soft", claims=one.claims)
        )
        before = one.property
    conflicts = len({one.property for one in found if one.conflict})
    rest = tuple(claim for one in found[LINES:] for claim in one.claims)
    facts = {"what": seen.label(key, say.lang), "conflicts": conflicts, "left": max(0, len(found) - LINES)}
    return Picture(canvas.scene(), facts, rest)


def _property(canvas: Canvas, one: Reading, y: float) -> None:
    room = VALUE_AT - (90 if one.conflict else 40)
    if one.conflict:
        canvas.put(Box(0, y - 36, 46, 46, "mark"), Mark(23, y - 13, "conflict", "mark_ink", 34))
    canvas.put(Said(58 if one.conflict else 0, y, cut(one.property, AXIS, room, True), AXIS, strong=True))


def _readings(seen: Seen, key: EntityKey, names: Iterable[str], say: Words) -> Iterator[Reading]:
    views = seen.views(key)
    for name in names:
        view = views.get(name)
        if view is not None:
            for said in view.said:
                accepted = view.accepted is not None and view.accepted.claim.id == said.claim.id
                value = in_words(view.property, said.reading.text, say.lang)
                source = first_source(seen, said.claim.id, say.lang)
                yield Reading(view.property.label[say.lang], value, source, accepted, view.conflict, (said.claim.id,))
            continue
        stated = [c for c in seen.said_about(key) if c.kind == "statement" and c.values["property"] == name]
        differ = len({claim.values["value"] for claim in stated}) > 1
        for claim in sorted(stated, key=lambda each: each.id):
            source = first_source(seen, claim.id, say.lang)
            word = statement_word(name, say)
            yield Reading(word, claim.values["value"], source, not differ, differ, (claim.id,))


@dataclass(frozen=True, slots=True)
class Participant:
    """A person of a rising: what was done, on which side, by which claims."""

    key: EntityKey
    label: str
    roles: str
    side: str
    certainty: str
    alleged: bool
    claims: Claims


def participants(seen: Seen, rising: EntityKey, lang: Lang) -> list[Participant]:
    """The people of a rising: insurgents, accused, the Soviet side, the others."""
    found: dict[EntityKey, list[Tied]] = {}
    for tied in seen.ties(rising, *PEOPLE):
        if not tied.forward:
            found.setdefault(tied.other, []).append(tied)
    people = [_participant(seen, key, ties, lang) for key, ties in found.items()]
    return sorted(people, key=lambda one: (_order(one.side), -len(one.claims), one.label))


def _order(side: str) -> int:
    return SIDES.index(side) if side in SIDES else len(SIDES)


def _participant(seen: Seen, key: EntityKey, ties: list[Tied], lang: Lang) -> Participant:
    taking = [tied for tied in ties if tied.type == "TOOK_PART_IN"]
    first = (taking or ties)[0]
    side = str(first.properties.get("side") or "unknown") if taking else "accused"
    roles = "; ".join(_roles(tied, lang) for tied in ties)
    claims = tuple(claim for tied in ties for claim in tied.claims)
    return Participant(key, seen.label(key, lang), roles, side, str(first.properties["certainty"]), not taking, claims)


def _roles(tied: Tied, lang: Lang) -> str:
    """What was done, unless it only says the side over again."""
    own = [role for role in tied.properties.get("roles") or () if role != "opponent"]
    return tie_words(tied.type, {"roles": own}, lang) if own else ""


def people(seen: Seen, slide: Slide, say: Words) -> Picture:
    """Who is named, sides apart, each with what he was."""
    rising = seen.find(slide.one("of"))
    found = participants(seen, rising, say.lang)
    sides = {side: [one for one in found if one.side == side] for side in dict.fromkeys(one.side for one in found)}
    lines: list[Participant | str] = []
    for side, some in sides.items():
        lines += [f"{term('side', side, say.lang)} · {say.number(len(some))}", *some]
    if len(lines) > LINES and isinstance(lines[LINES - 1], str):
        lines.insert(LINES - 1, "")  # a heading stands with those it heads
    canvas = Canvas()
    room = 2 * LINES
    shown = lines if len(lines) <= room else lines[: room - 1]
    for place, line in enumerate(shown):
        column, row = divmod(place, LINES)
        _person(canvas, line, column * (COLUMN + 40), STEP * (row + 0.72))
    left = sum(isinstance(line, Participant) for line in lines[len(shown) :])
    if left:
        canvas.put(Said(COLUMN + 40, STEP * (LINES - 0.28), say("pack.more", n=left), LABEL, "soft"))
    counts = {side: say.number(len(sides.get(side, ()))) for side in SIDES}
    facts = {"what": seen.label(rising, say.lang), "n": len(found), **counts}
    rest = tuple(claim for one in found[:MOST_BEHIND] for claim in one.claims)
    return Picture(canvas.scene(), facts, rest)


def _person(canvas: Canvas, line: Participant | str, x: float, y: float) -> None:
    if not line:
        return
    if isinstance(line, str):
        canvas.put(Said(x, y, line, LABEL, strong=True), Line(x, y + 12, x + COLUMN, y + 12, "ink"))
        return
    canvas.put(Mark(x + 18, y - 12, mark_of("Person", line.side), "person", 40, line.claims))
    name = cut(line.label, LABEL, COLUMN * 0.62)
    canvas.put(Said(x + 50, y, name, LABEL, claims=line.claims))
    after = x + 50 + width_of(name, LABEL) + 16
    if line.roles:
        canvas.put(Said(after, y, cut(line.roles, AXIS, x + COLUMN - after), AXIS, "soft", claims=line.claims))


#: What one would like to know of a person, and whether it is a property or a tie.
WANTED = ("birth", "death", "occupation", "lineage", "fate")


def known(seen: Seen, slide: Slide, say: Words) -> Picture:
    """Of how many people of a rising each thing is known; the rest is hatched, not white."""
    rising = seen.find(slide.one("of"))
    found = [one for one in participants(seen, rising, say.lang) if one.side != "soviet"]
    properties = SCHEMA.kinds["Person"].properties
    rows = [(properties[name].label[say.lang], sum(name in seen.of(one.key) for one in found)) for name in WANTED]
    kin = ("CHILD_OF", "SPOUSE_OF", "SIBLING_OF", "KIN_OF")
    rows.append((say("pack.kin"), sum(any(True for _ in seen.ties(one.key, *kin)) for one in found)))
    rows.append((say("pack.measures"), sum(any(True for _ in seen.ties(one.key, "SUBJECT_OF")) for one in found)))
    canvas = Canvas()
    step = HEIGHT / len(rows)
    left, length = 560, 900
    for place, (label, n) in enumerate(rows):
        y = step * (place + 0.5)
        part = length * n / len(found) if found else 0
        canvas.put(Said(0, y + 13, cut(label, LABEL, left - 30, True), LABEL, strong=True))
        canvas.put(
            Box(left + part, y - 20, length - part, 40, "mid", hatched=True), Box(left, y - 20, part, 40, "person")
        )
        canvas.put(Said(left + length + 30, y + 16, say("pack.of", n=n, all=len(found)), LABEL, strong=True))
    rest = tuple(claim for one in found[:MOST_BEHIND] for claim in one.claims)
    return Picture(canvas.scene(), {"n": len(found), "what": seen.label(rising, say.lang)}, rest)
