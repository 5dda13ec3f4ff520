"""Evidence one click away: a purple page and the short name of the source open what stands behind a statement."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.views.marks import mark, status, sure
from dashboard.views.markup import Child, Markup, el, join
from dashboard.views.models import Evidence, SourceRef
from dashboard.views.parts import dotted, link, more
from dashboard.words import Words

SHOWN_AT_ONCE = 4


def source_name(source: SourceRef) -> Markup:
    """A source in a line, leading to its card."""
    return join(mark("Source"), link(source.label, source.href))


def popup(evidence: Evidence, say: Words, label: str = "") -> Markup:
    """The source's short name (or ``label``); opened, everything that one claim rests on, and what is missing."""
    source = evidence.source
    return el(
        "details",
        el("summary", label or join(mark("Source"), source.label, _and_others(evidence, say))),
        el(
            "div",
            el("div", source.title, cls="said"),
            el("div", source.described),
            _place(evidence, say),
            el("div", el("q", evidence.quote), cls="said") if evidence.quote else None,
            _manner(evidence),
            _together(evidence, say),
            el("div", evidence.note, cls="soft") if evidence.note else None,
            _others(source, say),
            el("div", evidence.claim, cls="mono soft"),
            cls="card",
        ),
        cls="pop",
    )


def _and_others(evidence: Evidence, say: Words) -> str | None:
    return " " + say("evidence.and_others", n=len(evidence.together)) if evidence.together else None


def _place(evidence: Evidence, say: Words) -> Markup:
    where: Child = evidence.locator or el("span", say("evidence.no_locator"), cls="soft")
    held = (
        dotted(evidence.source.archival)
        if evidence.source.archival
        else el("span", say("evidence.no_archive"), cls="soft")
    )
    return el("div", el("b", say("evidence.place")), " ", where, " · ", held)


def _manner(evidence: Evidence) -> Markup:
    said = [part for part in (evidence.voice, evidence.access) if part]
    mark_of_status = [status(evidence.status), " "] if evidence.status else None
    return el("div", mark_of_status, dotted([*said, sure(evidence.certainty, evidence.certainty_word)]))


def _together(evidence: Evidence, say: Words) -> Markup | None:
    if not evidence.together:
        return None
    return el("div", say("evidence.together"), " ", dotted([source_name(source) for source in evidence.together]))


def _others(source: SourceRef, say: Words) -> Markup | None:
    if not source.others:
        return None
    return el("div", say("evidence.others", n=source.others), " · ", link(say("evidence.all"), source.href), cls="soft")


def popups(found: Sequence[Evidence], say: Words) -> Markup:
    """Several pieces of evidence in a line, a claim once; beyond four the rest is opened by its count."""
    found = list({one.claim: one for one in found}.values())
    first = [popup(one, say) for one in found[:SHOWN_AT_ONCE]]
    rest = [popup(one, say) for one in found[SHOWN_AT_ONCE:]]
    opened = more(say("evidence.more", n=len(rest)), el("div", rest, cls="tags")) if rest else None
    return join(el("div", first, cls="tags"), opened)


def with_place(evidence: Evidence, say: Words) -> Markup:
    """Evidence with the place in the source written out below."""
    below = evidence.locator or say("evidence.no_locator")
    return join(popup(evidence, say), el("div", below, cls="leaf"))
