"""The legend of everything: made from the vocabularies, so that it cannot fall behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dashboard.views.marks import GROUP_OF_KIND, conflict, missing_mark, status
from dashboard.views.markup import Child, Markup, el, join
from dashboard.views.parts import more, section, table
from dashboard.views.path import line
from dashboard.words import Words
from kb.i18n import LANGS, Lang, Text
from kb.model import Kind, Vocabulary

_STATUSES = (
    "by_investigation",
    "testimony",
    "denied",
    "retracted",
    "hearsay",
    "sentence",
    "review",
    "family",
    "inference",
)


def _others(said: Text, lang: Lang) -> str:
    return " · ".join(said[other] for other in LANGS if other != lang)


def _rows(rows: Iterable[tuple[Child, Child, Child]]) -> Markup:
    body = [el("tr", el("td", sign), el("td", name), el("td", other, cls="small soft")) for sign, name, other in rows]
    return el("table", el("tbody", body))


def people(sides: Vocabulary, say: Words) -> Markup:
    """The marks of people by their side: one colour for all."""
    rows = [
        (
            el("i", term.says["mark"], cls="m person", aria_hidden="true"),
            el("b", term.label[say.lang]),
            _others(term.label, say.lang),
        )
        for term in sides.values()
    ]
    return join(section(say("legend.people"), say("legend.people_note")), _rows(rows))


def kinds(given: Iterable[Kind], say: Words) -> Markup:
    """The marks of all other kinds."""
    rows = [
        (
            el("i", kind.mark, cls=f"m {GROUP_OF_KIND[kind.name]}", aria_hidden="true"),
            el("b", kind.label[say.lang]),
            _others(kind.label, say.lang),
        )
        for kind in given
        if kind.name != "Person"
    ]
    return join(section(say("legend.others")), _rows(rows))


def certainty(terms: Vocabulary, say: Words) -> Markup:
    """The lines of certainty, in text and in pictures."""
    ordered = sorted(terms.values(), key=lambda term: (term.code == "not_rated", -int(term.says["rank"])))
    rows: list[tuple[Child, Child, Child]] = [
        (
            el("i", term.says["mark"], cls="m", aria_hidden="true"),
            el("div", line(term.code), style="width:104px"),
            join(el("b", term.label[say.lang]), el("div", _others(term.label, say.lang), cls="small soft")),
        )
        for term in ordered
    ]
    body = [el("tr", [el("td", cell) for cell in row]) for row in rows]
    return join(section(say("legend.certainty"), say("legend.certainty_note")), el("table", el("tbody", body)))


def doubt(say: Words) -> Markup:
    """Signs of doubt and silence, of time and of size."""
    signs: list[tuple[Child, str]] = [
        (conflict(say("marks.conflict")), "conflict"),
        (el("b", "▸ 1505"), "accepted"),
        (missing_mark(say("matrix.not_in_base")), "missing"),
        (_span(), "span"),
        (el("div", cls="span between", style="position:static;width:64px;margin:4px 0"), "between"),
        (el("span", "≈", cls="m"), "about"),
        (el("div", line("not_rated", thick=True), style="width:64px"), "thick"),
        (el("div", line("certain", double=True), style="width:64px"), "double"),
    ]
    body = [el("tr", el("td", sign), el("td", say(f"legend.{name}"))) for sign, name in signs]
    return join(section(say("legend.doubt")), el("table", el("tbody", body)))


def _span() -> Markup:
    parts = [
        el("div", cls="span edge-part", style="left:0;width:18px"),
        el("div", cls="span sure-part", style="left:18px;width:28px"),
        el("div", cls="span edge-part", style="left:46px;width:18px"),
    ]
    return el("div", parts, style="position:relative;width:64px;height:18px")


def statuses(say: Words) -> Markup:
    """The short words that say in what quality something was said."""
    body = [el("tr", el("td", status(say(f"marks.{name}"))), el("td", say(f"legend.{name}"))) for name in _STATUSES]
    return join(
        section(say("legend.quality")), el("table", el("tbody", body)), el("p", say("legend.no_mark"), cls="small soft")
    )


def vocabularies(given: Mapping[str, Vocabulary], say: Words) -> Markup:
    """Every vocabulary with its terms in the three languages, opened by its name."""
    parts = [
        more(
            f"{found.label[say.lang]} ({say.number(len(found))})",
            table(
                [found.label[lang] for lang in LANGS], [[term.label[lang] for lang in LANGS] for term in found.values()]
            ),
        )
        for found in given.values()
    ]
    return join(section(say("about.vocabularies"), say("about.vocabularies_note")), el("div", parts))
