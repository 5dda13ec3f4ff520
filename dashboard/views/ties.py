"""Ties of an entity: the other end, the words for the tie, how sure it is and who says so."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.views.evidence import popups
from dashboard.views.marks import missing, status, sure
from dashboard.views.markup import Markup, el, join
from dashboard.views.models import TieGroup, TieRow
from dashboard.views.parts import dotted, entity, more, section, table
from dashboard.words import Words

ROWS_AT_ONCE = 12


def side_list(groups: Sequence[TieGroup], say: Words) -> Markup:
    """Ties in the side column."""
    title = section(say("ties.title"))
    if not groups:
        return join(title, el("p", missing(say("ties.none")), cls="small"))
    return join(title, [_group(group, say) for group in groups])


def _group(group: TieGroup, say: Words) -> Markup:
    rows = [_row(row, group.title, say) for row in group.rows]
    first, rest = rows[:ROWS_AT_ONCE], rows[ROWS_AT_ONCE:]
    opened = more(say("ties.more", n=len(rest)), rest) if rest else None
    return join(section(group.title, say.number(len(group.rows)), level=3), first, opened)


def _row(row: TieRow, title: str, say: Words) -> Markup:
    manner = [" ", status(row.status)] if row.status else None
    words = "" if row.words.casefold() == title.casefold() else row.words
    said = dotted([part for part in (words, row.when) if part])
    return el(
        "div",
        el("div", entity(row.other)),
        el("div", el("span", said, cls="soft"), manner, " ", sure(row.certainty, row.certainty_word)),
        el("div", popups(row.evidence, say)),
        cls="row",
    )


def people_table(rows: Sequence[TieRow], say: Words) -> Markup:
    """The people of a rising: name, role, source, certainty."""
    columns = [say("ties.name"), say("ties.role"), say("ties.source"), say("ties.certainty")]
    return table(
        columns,
        (
            [entity(row.other), _role(row), popups(row.evidence, say), sure(row.certainty, row.certainty_word)]
            for row in rows
        ),
    )


def _role(row: TieRow) -> Markup:
    manner = [" ", status(row.status)] if row.status else None
    return join(row.words, manner, el("div", row.when, cls="small soft") if row.when else None)
