"""What each source says: properties down, sources across, the accepted reading barred, silence hatched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from dashboard.views.evidence import popup
from dashboard.views.marks import conflict, missing, missing_mark, status
from dashboard.views.markup import Markup, el, join
from dashboard.views.models import Cell, Matrix, MatrixRow, SourceRef
from dashboard.views.parts import dotted, link, more, section
from dashboard.words import Words

Column: TypeAlias = tuple[SourceRef, ...]

COLUMNS_AT_ONCE = 4


def matrix(found: Matrix, say: Words) -> Markup:
    """The matrix with its heading; more than four sources stand in further tables, opened by their count."""
    title = section(say("matrix.title"), say("matrix.note"))
    if not found.columns:
        return join(title, el("p", missing(say("matrix.nothing"))))
    first, rest = found.columns[:COLUMNS_AT_ONCE], found.columns[COLUMNS_AT_ONCE:]
    parts = [title, _table(first, found.rows, found.silent, say)]
    if rest:
        groups = [rest[at : at + COLUMNS_AT_ONCE] for at in range(0, len(rest), COLUMNS_AT_ONCE)]
        tables = [_table(group, _said_by(group, found.rows), (), say) for group in groups]
        parts.append(more(say("matrix.more", n=len(rest)), tables))
    return join(parts)


def _said_by(columns: Sequence[Column], rows: Sequence[MatrixRow]) -> tuple[MatrixRow, ...]:
    """The rows in which at least one of ``columns`` says something."""
    return tuple(row for row in rows if any(_is_in(cell, column) for cell in row.cells for column in columns))


def _is_in(cell: Cell, column: Column) -> bool:
    return {source.id for source in cell.evidence.sources} == {source.id for source in column}


def _table(columns: Sequence[Column], rows: Sequence[MatrixRow], silent: Sequence[str], say: Words) -> Markup:
    head = el("tr", el("td", cls="corner"), [_column(column, say) for column in columns])
    body = [_row(row, columns, say) for row in rows]
    if silent:
        nobody = join(missing(say("matrix.not_in_base")), ": ", dotted(silent))
        body.append(el("tr", el("th", say("matrix.silent"), scope="row"), el("td", nobody, colspan=len(columns))))
    return el("table", el("thead", head), el("tbody", body), cls="matrix")


def _column(column: Column, say: Words) -> Markup:
    if len(column) == 1:
        return el("th", _name(column[0]), el("span", column[0].described, cls="leaf"), scope="col")
    names = [el("div", _name(source)) for source in column]
    return el("th", el("div", say("matrix.together", n=len(column))), names, cls="together", scope="col")


def _name(source: SourceRef) -> Markup:
    return link(join(el("i", "▤", cls="m evidence", aria_hidden="true"), source.label), source.href)


def _row(row: MatrixRow, columns: Sequence[Column], say: Words) -> Markup:
    sign = [" ", conflict(say("marks.conflict"))] if row.conflict else None
    why = el("div", row.why, cls="leaf") if row.why else None
    cells = [_cell([cell for cell in row.cells if _is_in(cell, column)], row, say) for column in columns]
    return el("tr", el("th", row.label, sign, why, scope="row"), cells)


def _cell(cells: Sequence[Cell], row: MatrixRow, say: Words) -> Markup:
    if not cells:
        return el("td", missing_mark(say("matrix.not_in_base")))
    accepted = any(cell.accepted for cell in cells)
    return el("td", [_reading(cell, row, say) for cell in cells], cls="accepted" if accepted else None)


def _reading(cell: Cell, row: MatrixRow, say: Words) -> Markup:
    shown = link(cell.text, cell.href) if cell.href else cell.text
    chosen = el("span", "▸ ", say("marks.accepted"), cls="chosen") if cell.accepted and row.conflict else None
    manner = [" ", status(cell.evidence.status)] if cell.evidence.status else None
    where = popup(cell.evidence, say, label=cell.evidence.locator or say("evidence.no_locator"))
    name = "value said" if cell.literal else "value"
    return el("div", chosen, el("span", shown, cls=name), manner, el("div", where, cls="leaf"), cls="cell")
