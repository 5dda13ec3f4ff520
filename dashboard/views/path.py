"""A path as a sentence read from left to right, and as a table with the evidence of every step."""

from __future__ import annotations

from typing import Final

from dashboard.views.evidence import with_place
from dashboard.views.marks import mark, status, sure
from dashboard.views.markup import Markup, el, join
from dashboard.views.models import EntityRef, HopView, PathView
from dashboard.views.parts import link
from dashboard.words import Words

DASHES: Final = {"certain": None, "probable": "15 7", "possible": "7 5", "doubtful": "0.1 8", "not_rated": None}


def sentence(path: PathView, say: Words) -> Markup:
    """The picture: who, by what tie, whom; the weakest step on yellow."""
    parts: list[Markup] = []
    for place, node in enumerate(path.nodes):
        parts.append(_node(node, path.under[place]))
        if place < len(path.hops):
            parts.append(_hop(path.hops[place], say))
    words = "; ".join(f"{hop.start.label} – {hop.words} – {hop.end.label}" for hop in path.hops)
    return el("div", parts, cls="path", role="group", aria_label=words)


def _node(node: EntityRef, under: str) -> Markup:
    disc = el("div", mark(node.kind, node.side), cls="disc")
    below = el("div", under, cls="leaf") if under else None
    return el("div", disc, el("div", link(node.label, node.href), cls="name"), below, cls="node")


def _hop(hop: HopView, say: Words) -> Markup:
    first = hop.evidence[0] if hop.evidence else None
    manner = el("div", status(hop.status)) if hop.status else None
    source = join(mark("Source"), first.source.label) if first else None
    place = el("div", first.locator, cls="leaf") if first and first.locator else None
    return el(
        "div",
        el("div", hop.words, cls="tie"),
        line(hop.certainty, thick=hop.sources > 1, double=hop.double),
        source,
        place,
        manner,
        cls="hop weak" if hop.weakest else "hop",
        data_weak=say("path.weakest") if hop.weakest else None,
    )


def line(certainty: str, *, thick: bool = False, double: bool = False) -> Markup:
    """The line of a certainty at the width it gets; kinship is double, two or more sources thick."""
    dash = DASHES.get(certainty)
    name = "thick" if thick else "hair" if certainty == "not_rated" else ""
    cap = "round" if certainty == "doubtful" else None
    heights = (3, 10) if double else (6,)
    strokes = [
        el("line", x1="0", x2="100%", y1=y, y2=y, cls=name or None, stroke_dasharray=dash, stroke_linecap=cap)
        for y in heights
    ]
    return el("svg", strokes, cls="line", aria_hidden="true")


def steps(path: PathView, say: Words) -> Markup:
    """The table: each step with all its evidence; how many sources, and whether their independence was checked."""
    columns = ["", say("path.step"), say("path.claim"), say("ties.certainty")]
    head = el("tr", [el("th", name, scope="col") for name in columns])
    body = [_step(number, hop, say) for number, hop in enumerate(path.hops, 1)]
    return el("table", el("thead", head), el("tbody", body))


def _step(number: int, hop: HopView, say: Words) -> Markup:
    said = join(
        link(hop.start.label, hop.start.href),
        el("span", f" – {hop.words} – ", cls="soft"),
        link(hop.end.label, hop.end.href),
    )
    manner = [" ", status(hop.status)] if hop.status else None
    weak = el("div", say("path.weakest"), cls="small") if hop.weakest else None
    rule = el("div", say("path.rule", rule=hop.rule), cls="small soft") if hop.rule else None
    return el(
        "tr",
        el("td", number, cls="soft"),
        el("td", el("b", said), manner, weak, rule),
        el("td", [with_place(one, say) for one in hop.evidence]),
        el(
            "td",
            sure(hop.certainty, hop.certainty_word),
            el("div", say("path.sources", n=hop.sources), cls="small soft"),
        ),
        cls="weak" if hop.weakest else None,
    )
