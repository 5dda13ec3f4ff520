"""What two people are to each other: the word in three languages, what it supposes, the steps with their sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.entities import Mentions, Witnesses
from dashboard.views.evidence import with_place
from dashboard.views.markup import Child, Markup, el, join
from dashboard.views.parts import link, more
from dashboard.words import Words
from kb.connections import Hop
from kb.i18n import LANGS, texts_of
from kb.kinship import FURTHEST, Case, Kin, Relation
from queries.words import tie_words


def kin_view(found: Kin, known: Witnesses, mentions: Mentions, say: Words) -> Markup:
    """Every relation of the second person to the first, the nearest first."""
    mentions.read([found.one.document(), found.other.document()])
    one, other = mentions.of(found.one.document()), mentions.of(found.other.document())
    pair = el("h3", link(other.label, other.href), " – ", link(one.label, one.href))
    if found.one == found.other:
        return el("p", _text("same", say), cls="soft")
    if not found.relations:
        return join(pair, el("p", _text("none", say, a=one.label, b=other.label, steps=FURTHEST)))
    known.read(claim for relation in found.relations for hop in relation.path.hops for claim in hop.claims)
    first, *rest = [_relation(relation, known, mentions, say) for relation in found.relations]
    further = more(say("family.also", n=len(rest)), rest) if rest else None
    return join(pair, first, further)


def _text(key: str, say: Words, /, **values: object) -> str:
    return texts_of("kb").say(f"cli.kin.{key}", say.lang, **values)


def _relation(relation: Relation, known: Witnesses, mentions: Mentions, say: Words) -> Markup:
    words = relation.words.get(say.lang) or relation.written or "–"
    terms = [_terms(case, say) for case in relation.cases]
    doubts = [el("p", _text(f"doubts.{doubt}", say), cls="small") for doubt in relation.doubts]
    rivals = [
        el("p", _text("rivals", say, child=_label(each.child, mentions), parents=_labels(each.parents, mentions)))
        for each in relation.rivals
    ]
    steps = el("div", [_step(hop, known, mentions, say) for hop in relation.path.hops])
    return el("div", el("p", el("b", words)), terms, doubts, rivals, steps, cls="panel")


def _terms(case: Case, say: Words) -> Markup:
    """The term in each language, with what it supposes."""
    assumed = [_text("assumed", say, step=place + 1, what=_text(f"is.{what}", say)) for place, what in case.conditions]
    condition = el("div", ", ".join(assumed), cls="small soft") if assumed else None
    named = [(say(f"pages.{lang}"), " / ".join(case.term.words[lang])) for lang in LANGS if case.term.words[lang]]
    said = [el("div", el("span", name, cls="small soft"), " ", el("b", words)) for name, words in named]
    return el("div", condition, said, cls="row")


def _step(hop: Hop, known: Witnesses, mentions: Mentions, say: Words) -> Markup:
    start, end = (mentions.of(ref.document()) for ref in (hop.start, hop.end))
    words = tie_words(hop.tie, hop.properties, say.lang, forward=hop.forward)
    evidence: Sequence[Child] = [with_place(one, say) for one in known.of(hop.claims)]
    return el("div", el("div", f"{start.label} – {words} – {end.label}"), evidence, cls="row")


def _labels(ids: Sequence[str], mentions: Mentions) -> str:
    return ", ".join(_each(ids, mentions))


def _each(ids: Sequence[str], mentions: Mentions) -> Iterator[str]:
    for ident in ids:
        yield _label(ident, mentions)


def _label(ident: str, mentions: Mentions) -> str:
    return mentions.of({"id": ident, "kind": "Person", "label": ident}).label
