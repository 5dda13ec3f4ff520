"""How two people are kin, on the connection page: the word in three languages, its doubts, what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dashboard.entities import Witnesses
from dashboard.links import entity as entity_address
from dashboard.views.evidence import popups
from dashboard.views.marks import missing
from dashboard.views.markup import Markup, el, join
from dashboard.views.parts import link, pairs, section
from dashboard.words import Words
from kb.connections import Hop
from kb.i18n import LANGS, Lang, texts_of
from kb.kinship import FURTHEST, Case, Kin, Relation
from queries.words import tie_words

NAMES: Final[Mapping[Lang, str]] = {"ru": "по-русски", "kk": "қазақша", "en": "English"}


def kin_part(found: Kin, say: Words) -> Markup:
    """What the other is to the one, every way that the base has, the nearest first."""
    title = section(say("grounds.kin"), level=3)
    if not found.relations:
        return join(title, el("p", missing(say("grounds.no_kin", n=FURTHEST)), cls="small"))
    known = Witnesses(say)
    known.read(claim for each in found.relations for hop in each.path.hops for claim in hop.claims)
    return join(title, [_relation(each, found, known, say) for each in found.relations])


def _relation(each: Relation, found: Kin, known: Witnesses, say: Words) -> Markup:
    words = each.words.get(say.lang) or each.written
    ends = [link(ref.label, entity_address(ref.kind, ref.id, say.lang)) for ref in (found.other, found.one)]
    head = el("p", ends[0], " – ", ends[1], ": ", el("b", words))
    terms = [(NAMES[lang], el("span", line, lang=lang)) for lang in LANGS if (line := _terms(each, lang, say))]
    rivals = [
        _kin("rivals", say, child=_short(one.child), parents=", ".join(map(_short, one.parents))) for one in each.rivals
    ]
    doubts = [el("li", said) for said in (*(_kin(f"doubts.{doubt}", say) for doubt in each.doubts), *rivals)]
    steps = [_step(hop, known, say) for hop in each.path.hops]
    return el("div", head, pairs(terms) if terms else None, el("ul", doubts, cls="small") if doubts else None, steps)


def _terms(each: Relation, lang: Lang, say: Words) -> str:
    """The words of one language, each under what it assumes; the disputed ones with their alternatives."""
    return "; ".join(f"{_condition(case, say)}{' / '.join(case.term.words[lang])}" for case in each.cases
                     if case.term.words[lang])  # fmt: skip


def _condition(case: Case, say: Words) -> str:
    assumed = (_kin("assumed", say, step=place + 1, what=_kin(f"is.{what}", say)) for place, what in case.conditions)
    said = ", ".join(assumed)
    return f"({said}) " if said else ""


def _step(hop: Hop, known: Witnesses, say: Words) -> Markup:
    words = tie_words(hop.tie, dict(hop.properties), say.lang, forward=hop.forward)
    return el(
        "div",
        el("div", hop.start.label, el("span", f" – {words} – ", cls="soft"), hop.end.label),
        popups(known.of(dict.fromkeys(hop.claims)), say),
        cls="row",
    )


def _kin(key: str, say: Words, **values: object) -> str:
    return texts_of("kb").say(f"cli.kin.{key}", say.lang, **values)


def _short(ident: str) -> str:
    return ident.rsplit(":", 1)[-1]
