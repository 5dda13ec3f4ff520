"""Sources: what rests on each, and the archives that they come from."""

from __future__ import annotations

from dashboard.data import base, rows
from dashboard.drawing.component import show
from dashboard.entities import Mentions, Witnesses, reference, term
from dashboard.state import words
from dashboard.views.answers import answer_table, entities_in
from dashboard.views.marks import missing
from dashboard.views.markup import Markup, el, join
from dashboard.views.parts import head, more, section, split
from dashboard.views.tree import Unit, tree
from dashboard.words import Words
from queries.runner import run

AT_ONCE = 40


def weight(say: Words) -> Markup:
    """Every source with what rests on it."""
    answer = run(base(), "sources_by_weight")
    known, mentions = Witnesses(say), Mentions(say.lang)
    mentions.read(cell for row in answer.rows for cell in entities_in(answer.columns, row))
    title = section(say("sources.weight"), say("sources.weight_note", n=len(answer.rows)))
    tables = [
        answer_table(answer.columns, part, known.of, mentions.of, say)
        for part in (answer.rows[:AT_ONCE], answer.rows[AT_ONCE:])
        if part
    ]
    rest = more(say("ties.more", n=len(answer.rows) - AT_ONCE), tables[1]) if len(tables) > 1 else None
    return el("div", title, tables[:1], rest, cls="people")


def archives(say: Words) -> Markup:
    """The tree of archival units."""
    units = [
        Unit(
            reference("ArchivalUnit", row["unit"], say.lang),
            term("unit_level", row["unit"].get("unit_level"), say.lang),
            row["around"],
            row["documents"],
            row["claims"],
        )
        for row in rows("units", limit=20_000)
    ]
    title = section(say("sources.archives"), say("sources.archives_note"))
    return join(title, tree(units, say) if units else el("p", missing(say("sources.no_archives"))))


def page(say: Words) -> None:
    """The page."""
    top = head(say("sources.title"), lead=say("sources.lead"))
    show(join(top, split(weight(say), archives(say), 2.2)), "kb_sources", say.lang)


page(words())
