"""Family: the tree of a person's kin, and what any two of them are to each other."""

from __future__ import annotations

import streamlit as st

from dashboard.data import base
from dashboard.drawing.component import draw, heard, show
from dashboard.drawing.data import Drawing
from dashboard.entities import Mentions, Witnesses
from dashboard.family.kin import kin_view
from dashboard.family.part import Known, families
from dashboard.family.picture import tree_of
from dashboard.forms import chosen
from dashboard.links import address
from dashboard.network.picture import snapshot
from dashboard.state import ask, param, words
from dashboard.views.markup import Child, Markup, el, join
from dashboard.views.parts import dotted, head, link, section
from dashboard.words import Words
from kb.connections import Snapshot
from kb.connections.ends import place_of
from kb.errors import ParameterError
from kb.kinship import kin

KEY = "kb_family_tree"
FAMILIES_SHOWN = 40
NAMES_SHOWN = 4
PEOPLE_LISTED = 3000


def form(found: Snapshot, of: str, other: str, say: Words) -> None:
    """Whose family, and who is to be set beside him; both stand in the address."""
    known = [place for each in families(found) for place in each.people][:PEOPLE_LISTED]
    mentions = Mentions(say.lang)
    mentions.read(found.entity(place).document() for place in known)
    options = {found.id(place): mentions.of(found.entity(place).document()).label for place in known}
    options |= {ident: found.entity(found.find(ident)).label for ident in (of, other) if ident and ident not in options}
    with st.form("family", border=False):
        one, two, button = st.columns([4, 4, 1.3], vertical_alignment="bottom")
        with one:
            id_ = "".join(chosen(say("family.whose"), options, of, f"id:{of}", say))
        with two:
            b = "".join(chosen(say("family.other"), options, other, f"b:{other}", say))
        if button.form_submit_button(say("network.show"), width="stretch"):
            ask(id=id_, b=b)


def listed(found: Snapshot, say: Words) -> Markup:
    """The families of the base, where none is asked for."""
    known = families(found)
    mentions = Mentions(say.lang)
    mentions.read(found.entity(place).document() for each in known for place in each.people[:NAMES_SHOWN])
    rows = [_family(found, each, mentions, say) for each in known[:FAMILIES_SHOWN]]
    left = len(known) - len(rows)
    more = el("p", say("network.and_more", n=left), cls="small soft") if left > 0 else None
    if not rows:
        return el("p", say("family.none"), cls="soft")
    return join(section(say("family.families"), say.number(len(known))), rows, more)


def _family(found: Snapshot, each: Known, mentions: Mentions, say: Words) -> Markup:
    ordered = [each.first, *(place for place in each.people if place != each.first)][:NAMES_SHOWN]
    names: list[Child] = [
        link(mentions.of(found.entity(place).document()).label, address("family", say.lang, id=found.id(place)))
        for place in ordered
    ]
    left = len(each.people) - len(ordered)
    return el("div", dotted([*names, *([say("network.and_more", n=left)] if left else [])]), cls="row")


def relation(found: Snapshot, one: str, other: str, say: Words) -> Markup:
    """What the other is to the one."""
    places = found.find(one), found.find(other)
    known = base().ask(lambda store: kin(store, found, *places))
    ways = [
        link(say("family.from_here"), address("family", say.lang, id=other)),
        link(say("network.connect"), address("connection", say.lang, a=one, b=other)),
        link(say("network.around"), address("network", say.lang, start=[other])),
    ]
    view = kin_view(known, Witnesses(say), Mentions(say.lang), say)
    return el("div", view, el("p", dotted(ways), cls="small"), cls="frame")


@st.fragment
def tree(found: Snapshot, drawing: Drawing, of: str, other: str) -> None:
    """The tree with what the chosen one is to whom it is about; a click runs only this part of the page anew."""
    say = words()
    said = heard(KEY)
    people = [ident for ident in said.nodes if found.entity(found.find(ident)).kind == "Person"]
    pair = people[:2] if len(people) == 2 else [of, people[0]] if people and people[0] != of else [of, other]
    left, right = st.columns([3, 1.15], gap="medium")
    with left:
        draw(drawing, KEY, say.lang, name=f"family {of}")
    with right:
        if pair[1]:
            show(relation(found, pair[0], pair[1], say), "kb_family_kin", say.lang)
        else:
            notes = [el("p", note, cls="small") for note in drawing.about.notes]
            show(join(el("p", say("family.choose"), cls="soft"), notes), "kb_family_kin", say.lang)


def person(found: Snapshot, ident: str) -> str:
    """The id of the person that an id of the address means. UnknownId, ParameterError."""
    if not ident:
        return ""
    ref = found.entity(base().ask(lambda store: place_of(store, found, ident)))
    if ref.kind != "Person":
        raise ParameterError("param_other_kind", param="id", value=ref.id, found=ref.kind, wanted="Person")
    return ref.id


say = words()
now = snapshot()
of, other = person(now, param("id")), person(now, param("b"))
drawn = tree_of(now, of, say) if of else None
show(head(drawn.about.title if drawn else say("family.title"), lead=say("family.lead")), "kb_family", say.lang)
form(now, of, other, say)
if drawn and len(drawn.nodes) > 1:
    tree(now, drawn, of, other)
elif drawn:
    show(el("p", say("family.alone"), cls="soft"), "kb_family_alone", say.lang)
    if other:
        show(relation(now, of, other, say), "kb_family_kin", say.lang)
else:
    show(listed(now, say), "kb_family_list", say.lang)
