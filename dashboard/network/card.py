"""The card beside the picture: what is chosen, its ties or its evidence, and the ways on from it."""

from __future__ import annotations

from dashboard.cards import tie_groups, ties_of
from dashboard.drawing.component import Heard
from dashboard.drawing.data import Node, Tie
from dashboard.entities import Witnesses, term
from dashboard.links import address
from dashboard.network.part import Asked
from dashboard.network.picture import Network
from dashboard.network.question import RULES
from dashboard.network.ties import tie_id
from dashboard.views.evidence import with_place
from dashboard.views.marks import mark, status, sure
from dashboard.views.markup import Child, Markup, el, join
from dashboard.views.parts import dotted, link
from dashboard.views.ties import side_list
from dashboard.words import Words

MANY_SHOWN = 40


def card(network: Network, heard: Heard, say: Words) -> Markup:
    """What is chosen in the picture."""
    nodes = {node.id: node for node in network.nodes}
    chosen = [nodes[ident] for ident in heard.nodes if ident in nodes]
    tie = next((tie for tie in network.ties if tie.id == heard.tie), None)
    if tie:
        return _framed(_tie(network.asked, tie, nodes, say))
    if len(chosen) == 1:
        return _framed(_node(chosen[0], network, say))
    return _framed(_several(chosen, say)) if chosen else _nothing(network, say)


def _framed(*body: Child) -> Markup:
    return el("div", *body, cls="frame")


def _nothing(network: Network, say: Words) -> Markup:
    said = [el("p", note, cls="small") for note in network.notes]
    return el("div", el("p", say("network.choose"), cls="soft"), said)


def _node(node: Node, network: Network, say: Words) -> Markup:
    kicker = el("div", node.sub, cls="small soft") if node.sub else None
    name = el("h3", mark(node.kind, node.side), " ", link(node.label, node.href))
    ways = [link(say("network.around"), address("network", say.lang, start=[node.id]))]
    if node.kind == "Person":
        ways.append(link(say("network.connect"), address("connection", say.lang, a=node.id)))
    groups = tie_groups(ties_of(node.kind, node.id, say), Witnesses(say), say)
    return join(name, kicker, el("p", dotted(ways), cls="small"), _standing(node, network, say), side_list(groups, say))


def _standing(node: Node, network: Network, say: Words) -> Markup | None:
    """How much of what is drawn goes through it, and whether that holds without what is doubtful."""
    found = network.standing.get(node.id)
    if not found:
        return None
    said = say("network.stands", rank=found.rank, of=found.of, without=found.without)
    return el("p", said, cls="small soft")


def _several(chosen: list[Node], say: Words) -> Markup:
    names = [el("div", mark(node.kind, node.side), link(node.label, node.href), cls="row") for node in chosen]
    left = len(names) - MANY_SHOWN
    more = el("p", say("network.and_more", n=left), cls="small soft") if left > 0 else None
    start = address("network", say.lang, start=[node.id for node in chosen[:12]])
    ways = [link(say("network.around_all"), start)]
    if len(chosen) == 2 and all(node.kind == "Person" for node in chosen):
        ways.append(link(say("network.connects"), address("connection", say.lang, a=chosen[0].id, b=chosen[1].id)))
    return join(
        el("h3", say("network.chosen", n=len(chosen))), el("p", dotted(ways), cls="small"), names[:MANY_SHOWN], more
    )


def _tie(asked: Asked, tie: Tie, nodes: dict[str, Node], say: Words) -> Markup:
    ends = [nodes[end] for end in (tie.a, tie.b)]
    title = el("h3", link(ends[0].label, ends[0].href), f" – {tie.label} – ", link(ends[1].label, ends[1].href))
    certainty = sure(tie.certainty, term("certainty", tie.certainty, say.lang))
    manner = [" ", status(tie.status)] if tie.status else None
    claims = _claims(asked, tie)
    known = Witnesses(say)
    known.read(claims)
    evidence = [with_place(one, say) for one in known.of(claims)]
    sources = el("div", say("path.sources", n=tie.sources), cls="small soft") if tie.sources else None
    return join(title, el("div", certainty, manner), sources, [el("div", one, cls="row") for one in evidence])


def _claims(asked: Asked, tie: Tie) -> list[str]:
    """The claims of a tie of the picture; of people tied by a rule, those of both ties to what they share."""
    if tie.kind == "shared":
        return []
    snapshot = asked.snapshot
    one, other = snapshot.find(tie.a), snapshot.find(tie.b)
    if tie.kind in RULES:
        at = snapshot.find(tie.id.split(" ")[3])
        found = [each for end in (one, other) for each, far in asked.near(end) if far == at]
    else:
        found = [each for each, far in asked.near(one) if far == other and tie_id(asked, each) == tie.id]
    return [claim for each in found for claim in snapshot.claims(each)]
