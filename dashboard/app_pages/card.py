"""The card of a source, a place, a case, an archival unit, a measure and every other kind without a page of its own."""

from __future__ import annotations

from dashboard.card_parts import cite, evidence_of, further, given, head_of, identity, silences
from dashboard.cards import card_of, matrix_of, tie_groups, ties_of
from dashboard.drawing.component import show
from dashboard.state import param, words
from dashboard.views.markup import Markup, el
from dashboard.views.matrix import matrix
from dashboard.views.notice import notice
from dashboard.views.parts import outside, split
from dashboard.views.ties import side_list
from dashboard.weight import resting
from dashboard.words import Words
from kb.base.card import Card


def under(found: Card) -> Markup | None:
    """The address of a source that is on the web."""
    url = found.properties.get("url")
    return el("span", outside(str(url), str(url)), cls="small") if url else None


def card(ident: str, say: Words) -> None:
    """The card."""
    found = card_of(ident)
    known = evidence_of(found, say)
    said = matrix_of(found, known, say)
    ties = side_list(tie_groups(ties_of(found.key.kind, found.key.id, say), known, say), say)
    main: list[Markup | None] = [head_of(found, say, under(found))]
    if found.key.kind == "Source":
        main.append(resting(found.key.id, say))
    if found.records:
        main += [matrix(said, say), further(found, known, say)]
    side = [identity(found, say), ties, silences(said, say), cite(found, said, say)]
    show(split(given(main), given(side), 2.2), "kb_card", say.lang)


say = words()
if wanted := param("id"):
    card(wanted, say)
else:
    show(notice(say("problem.unknown_title"), [say("problem.no_id")]), "kb_no_id", say.lang)
