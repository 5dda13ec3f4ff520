"""Slides of ties: a path read from left to right, and a rising with its people, live in the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dashboard.connections import KINSHIP
from dashboard.drawing.data import About, Drawing, Node, Said, Tie, mark_of
from dashboard.entities import term
from dashboard.pack.evidence import status_of
from dashboard.pack.scene import (
    AXIS,
    DASHES,
    HEIGHT,
    LABEL,
    WIDTH,
    Anchor,
    Box,
    Canvas,
    Claims,
    Line,
    Mark,
    cut,
    wrapped,
)
from dashboard.pack.scene import Words as Text
from dashboard.pack.seen import Seen, Tied
from dashboard.pack.slides.picture import Picture, dated, first_source, source_names
from dashboard.pack.slides.tables import Participant, participants
from dashboard.pack.story import Slide
from dashboard.views.marks import GROUP_OF_KIND
from dashboard.words import Words
from kb.connections import Hop, options_of
from kb.i18n import Lang
from kb.projection import EntityKey
from queries.words import tie_words

MIDDLE = 270
MOST_SAID = 6
MOST_LIVE = 500
ROW = 54
COLUMN_ROWS = 12


def mark_at(seen: Seen, key: EntityKey, x: float, y: float, size: float, claims: Claims = ()) -> Mark:
    """The mark of an entity."""
    side = seen.of(key).get("side") if key.kind == "Person" else None
    return Mark(x, y, mark_of(key.kind, side), GROUP_OF_KIND.get(key.kind, "community"), size, claims)


def path(seen: Seen, slide: Slide, say: Words) -> Picture:
    """What connects two people: who, by what tie, whom, by which source; the weakest step on yellow."""
    options = options_of(k=1, without=slide.asked.get("without", ()), through=slide.asked.get("through", ()))
    found = seen.path(seen.find(slide.one("from")), seen.find(slide.one("to")), options)
    keys = [seen.key(ref) for ref in (found.start, *(hop.end for hop in found.hops))]
    canvas = Canvas()
    gap = (WIDTH - 160) / max(len(found.hops), 1)
    for place, hop in enumerate(found.hops):
        _hop(canvas, seen, hop, 80 + gap * place, gap, say, weakest=place == found.weakest and len(found.hops) > 1)
    for place, key in enumerate(keys):
        x = 80 + gap * place
        canvas.put(mark_at(seen, key, x, MIDDLE, 84))
        _name(canvas, seen, key, x, gap, say.lang)
    _lines_used(canvas, [str(hop.properties["certainty"]) for hop in found.hops], say)
    claims = [claim for hop in found.hops for claim in hop.claims]
    facts = {
        "steps": len(found.hops),
        "sources": len(seen.sources(claims)),
        "one": seen.label(keys[0], say.lang),
        "other": seen.label(keys[-1], say.lang),
        "weakest": _weakest(seen, found.hops[found.weakest], say.lang) if found.hops else "",
    }
    return Picture(canvas.scene(), facts)


def _weakest(seen: Seen, hop: Hop, lang: Lang) -> str:
    words = tie_words(hop.tie, dict(hop.properties), lang, forward=hop.forward)
    return f"{seen.label(seen.key(hop.start), lang)} – {words} – {seen.label(seen.key(hop.end), lang)}"


def _hop(canvas: Canvas, seen: Seen, hop: Hop, x: float, gap: float, say: Words, *, weakest: bool) -> None:
    first, last, claims = x + 54, x + gap - 54, tuple(hop.claims)
    if weakest:
        canvas.put(Box(first, MIDDLE - 96, last - first, 160, "mark"))
        canvas.put(Text((first + last) / 2, MIDDLE - 118, say("path.weakest"), AXIS, "mark_ink", True, "middle"))
    certainty = str(hop.properties["certainty"])
    wide = 3 if certainty == "not_rated" else 9 if len(seen.sources(claims)) > 1 else 6
    for y in (MIDDLE - 8, MIDDLE + 8) if hop.tie in KINSHIP else (MIDDLE,):
        canvas.put(Line(first, y, last, y, "ink", wide, DASHES[certainty], claims))
    words = tie_words(hop.tie, dict(hop.properties), say.lang, forward=hop.forward)
    for place, line in enumerate(reversed(wrapped(words, AXIS, gap - 116, True))):
        y = MIDDLE - 34 - 40 * place
        canvas.put(Text((first + last) / 2, y, line, AXIS, strong=True, anchor="middle", claims=claims))
    source = cut(first_source(seen, claims[0], say.lang), AXIS, gap - 116)
    canvas.put(Text((first + last) / 2, MIDDLE + 50, source, AXIS, "soft", anchor="middle", claims=claims))


def _name(canvas: Canvas, seen: Seen, key: EntityKey, x: float, gap: float, lang: Lang) -> None:
    """The name below its mark, kept inside the picture."""
    most = min(gap * 0.96, 520)
    lines = wrapped(seen.label(key, lang), LABEL, most, True, 3)
    for place, line in enumerate(lines):
        canvas.put(Text(_inside(x, line), MIDDLE + 130 + 46 * place, line, LABEL, strong=True, anchor="middle"))
    year = dated(str(seen.of(key).get("start") or seen.of(key).get("dates") or ""), lang)
    if key.kind in ("Uprising", "Episode") and year:
        text = cut(year, AXIS, most)
        canvas.put(Text(_inside(x, text), MIDDLE + 130 + 46 * len(lines), text, AXIS, "soft", anchor="middle"))


def _inside(x: float, text: str) -> float:
    half = Text(0, 0, text, LABEL, strong=True).width / 2
    return min(max(x, half), WIDTH - half)


def _lines_used(canvas: Canvas, certainties: Sequence[str], say: Words) -> None:
    x = 0.0
    for code in dict.fromkeys(certainties):
        label = Text(x + 110, HEIGHT - 22, term("certainty", code, say.lang), AXIS, "soft")
        canvas.put(
            Line(x, HEIGHT - 34, x + 94, HEIGHT - 34, "ink", 3 if code == "not_rated" else 6, DASHES[code]), label
        )
        x += 110 + label.width + 60


def network(seen: Seen, slide: Slide, say: Words) -> Picture:
    """Risings with all who are named in them: who was in several stands between them."""
    risings = [seen.find(ident) for ident in slide.asked["of"]]
    people = {rising: participants(seen, rising, say.lang) for rising in risings}
    canvas = Canvas()
    if len(risings) == 1:
        left = _around(canvas, seen, risings[0], people[risings[0]], say)
    else:
        left = _beside(canvas, seen, people, say)
    if left:
        canvas.put(Text(0, HEIGHT - 10, say("pack.more", n=left), AXIS, "soft"))
    everyone = {one.key: one for some in people.values() for one in some}
    counts = [sum(one.key == key for some in people.values() for one in some) for key in everyone]
    facts = {"n": len(everyone), "risings": len(risings), "several": sum(count > 1 for count in counts)}
    behind = tuple(claim for some in people.values() for one in some[:MOST_LIVE] for claim in one.claims)
    live = live_network(seen, slide, [*risings, *everyone], say)
    return Picture(canvas.scene(), facts, behind, live)


def _around(canvas: Canvas, seen: Seen, rising: EntityKey, people: Sequence[Participant], say: Words) -> int:
    """One rising in the middle, its people in a column at each side; how many have no room."""
    shown = people[: 2 * COLUMN_ROWS]
    half = (len(shown) + 1) // 2
    top = (HEIGHT - half * ROW) / 2
    for place, one in enumerate(shown):
        right, row = divmod(place, half)
        x, y = (WIDTH / 2 + 330, top + ROW * (row + 0.5)) if right else (WIDTH / 2 - 330, top + ROW * (row + 0.5))
        canvas.put(_tie(WIDTH / 2, HEIGHT / 2, x, y, one))
        canvas.put(mark_at(seen, one.key, x, y, 38, one.claims))
        text = cut(one.label, AXIS, WIDTH / 2 - 370)
        anchor: Anchor = "start" if right else "end"
        canvas.put(Text(x + (30 if right else -30), y + 12, text, AXIS, anchor=anchor, claims=one.claims))
    canvas.put(Mark(WIDTH / 2, HEIGHT / 2, "uprising", "uprising", 92))
    for place, line in enumerate(wrapped(seen.label(rising, say.lang), LABEL, 440, True)):
        width = Text(0, 0, line, LABEL, strong=True).width
        y = HEIGHT / 2 + 92 + 46 * place
        canvas.put(Box(WIDTH / 2 - width / 2 - 8, y - 36, width + 16, 48, "paper"))
        canvas.put(Text(WIDTH / 2, y, line, LABEL, strong=True, anchor="middle"))
    return len(people) - len(shown)


def _tie(x1: float, y1: float, x2: float, y2: float, one: Participant) -> Line:
    wide = 2 if one.certainty == "not_rated" else 4
    return Line(x1, y1, x2, y2, "edge", wide, DASHES[one.certainty], one.claims)


def _beside(canvas: Canvas, seen: Seen, people: dict[EntityKey, list[Participant]], say: Words) -> int:
    """Several risings beside each other, their people below, those of several between; how many have no room."""
    step = WIDTH / len(people)
    middle = {rising: step * (place + 0.5) for place, rising in enumerate(people)}
    seats: dict[EntityKey, list[tuple[EntityKey, Participant]]] = {}
    for rising, some in people.items():
        for one in some:
            seats.setdefault(one.key, []).append((rising, one))
    ordered = sorted(seats.items(), key=lambda item: (-len(item[1]), sum(middle[r] for r, _ in item[1]) / len(item[1])))
    filled: dict[int, int] = {}
    left = 0
    for key, ties in ordered:
        x = sum(middle[rising] for rising, _ in ties) / len(ties)
        row = filled.get(round(x), 0)
        if row >= 9:
            left += 1
            continue
        filled[round(x)] = row + 1
        y = 250 + ROW * row
        if len(ties) > 1:
            for rising, one in ties:
                canvas.put(_tie(middle[rising], 70, x, y, one))
        elif row == 0:
            canvas.put(Line(middle[ties[0][0]], 100, x, y - 30, "edge", 2))
        name = cut(ties[0][1].label, AXIS, step * (0.9 if len(people) < 3 else 0.8))
        width = Text(0, 0, name, AXIS).width
        canvas.put(mark_at(seen, key, x - width / 2 - 30, y, 38, ties[0][1].claims))
        canvas.put(Text(x - width / 2, y + 12, name, AXIS, claims=ties[0][1].claims))
    for rising, x in middle.items():
        canvas.put(Mark(x, 60, "uprising", "uprising", 84))
        for place, line in enumerate(wrapped(seen.label(rising, say.lang), LABEL, step - 40, True)):
            canvas.put(Text(x, 146 + 44 * place, line, LABEL, strong=True, anchor="middle"))
    return left


def live_network(seen: Seen, slide: Slide, keys: Iterable[EntityKey], say: Words) -> Drawing:
    """The same as the component draws it: these entities and every tie between two of them."""
    found = list(dict.fromkeys(keys))
    shown = found[:MOST_LIVE]
    left = [say("pack.more", n=len(found) - len(shown))] if len(found) > len(shown) else []
    inside = set(shown)
    nodes = [_node(seen, key, say.lang) for key in shown]
    ties = [
        _live_tie(seen, key, tied, say)
        for key in shown
        for tied in seen.ties(key)
        if tied.forward and tied.other in inside
    ]
    return Drawing("network", replace(about(seen, slide, say), notes=tuple(left)), nodes, ties, height=620)


def about(seen: Seen, slide: Slide, say: Words) -> About:
    """What stands with a live picture; the day is left out, so that the same base gives the same pack."""
    return About(slide.title[say.lang], "koterilis", say("cite.base"), seen.version, "")


def _node(seen: Seen, key: EntityKey, lang: Lang) -> Node:
    props = seen.of(key)
    views = seen.views(key)
    facts = [
        (view.property.label[lang], dated(str(props.get(f"{name}_text") or props[name]), lang))
        for name, view in views.items()
        if name in ("birth", "death", "occupation", "start", "end", "participants") and name in props
    ]
    claims = dict.fromkeys(said.claim.id for view in views.values() for said in view.said)
    return Node(
        key.id,
        key.kind,
        seen.label(key, lang),
        props.get("side"),
        facts=tuple(facts),
        evidence=said_of(seen, list(claims), lang),
    )


def _live_tie(seen: Seen, key: EntityKey, tied: Tied, say: Words) -> Tie:
    claims = list(tied.claims)
    return Tie(
        f"{key.id}>{tied.type}>{tied.other.id}",
        key.id,
        tied.other.id,
        tied.type,
        tie_words(tied.type, dict(tied.properties), say.lang),
        str(tied.properties["certainty"]),
        len(seen.sources(claims)),
        say("marks.by_investigation") if tied.properties.get("prosecution_only") else "",
        tied.type in KINSHIP,
        evidence=said_of(seen, claims, say.lang),
    )


def said_of(seen: Seen, claims: Sequence[str], lang: Lang) -> tuple[Said, ...]:
    """Claims in words, a source of each."""
    return tuple(dict.fromkeys(_said(seen, claims[:MOST_SAID], lang)))


def _said(seen: Seen, claims: Sequence[str], lang: Lang) -> Iterator[Said]:
    for claim in claims:
        found = seen.claims[claim]
        for source in source_names(seen, [claim], lang)[:1]:
            yield Said(source, found.locator or "", found.quote or "", status_of(found, lang))
