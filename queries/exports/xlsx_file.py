"""XLSX: a sheet with the table, headed in the reader's language, and a sheet with the proof."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any, Final

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from kb.errors import QuestionError
from kb.i18n import Lang, texts_of
from queries.answer import Answer
from queries.exports.flat import DIGITS, Flat, FlatTable, as_text, labels_of
from queries.exports.proof import Proof

MOST_ROWS: Final = 1_048_575  # a sheet has 1 048 576 rows, one of them the heading
_LONGEST_CELL: Final = 32_767
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def write_xlsx(answer: Answer, table: FlatTable, proof: Proof, lang: Lang) -> bytes:
    """The file of ``answer``; QuestionError when a sheet cannot hold it whole."""
    if len(table.rows) > MOST_ROWS:
        raise QuestionError("export_too_long", most=MOST_ROWS, rows=len(table.rows))
    rows = [[_safe(cell) for cell in row] for row in table.rows]
    texts = texts_of("queries")
    book = Workbook(write_only=True)
    sheet = book.create_sheet(texts.say("exports.sheet", lang))
    sheet.freeze_panes = "A2"
    ids = texts["exports.id_of"]
    sheet.append(
        [_cell(sheet, label, bold=True) for column in answer.columns for label in labels_of(column, lang, ids)]
    )
    for row in rows:
        sheet.append([_cell(sheet, cell) for cell in row])
    _proof_sheet(book, proof, lang)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _proof_sheet(book: Any, proof: Proof, lang: Lang) -> None:
    sheet = book.create_sheet(texts_of("queries").say("exports.proof_sheet", lang))
    sheet.column_dimensions["A"].width = 24
    sheet.column_dimensions["B"].width = 100
    for name, said in [*proof.lines(lang), ("proof", proof.json())]:
        sheet.append([_cell(sheet, name, bold=True), _cell(sheet, _safe(said))])


def _cell(sheet: Any, value: Flat, *, bold: bool = False) -> Any:
    """A cell whose text is never a formula."""
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    if bold:
        cell.font = Font(bold=True)
    return cell


def _safe(value: Flat) -> Flat:
    """The value as the file can carry it; numbers that Excel would round become texts."""
    if isinstance(value, str):
        return _escaped(value)
    if value is None or isinstance(value, bool):
        return value
    if abs(value) >= 10**DIGITS:
        return as_text(value)
    return float(as_text(value)) if isinstance(value, float) else value


def _escaped(text: str) -> str:
    """Signs that XML cannot carry, and texts that look like such an escape, as Excel writes them (``_x000D_``)."""
    text = _LOOKS_ESCAPED.sub("_x005F_", text)
    text = _UNSAFE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    if len(text) > _LONGEST_CELL:
        raise QuestionError("export_cell_too_long", most=_LONGEST_CELL, start=text[:40])
    return text


def _unescaped(value: Any) -> Flat:
    if isinstance(value, str):
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
    return value  # type: ignore[no-any-return]  # openpyxl's cells are untyped


def read_xlsx(data: bytes) -> tuple[list[tuple[str, ...]], Proof]:
    """Rows (cells as text) and proof of such a file; ValueError when it carries none."""
    book = load_workbook(io.BytesIO(data), data_only=False)
    if len(book.worksheets) != 2:
        raise ValueError("no proof")
    table, proof_sheet = book.worksheets
    last = list(proof_sheet.iter_rows(values_only=True))[-1]
    proof = Proof.of_json(str(_unescaped(last[1])))
    width = len(proof.columns)
    rows = [_row(row, width) for row in table.iter_rows(min_row=2, max_col=width, values_only=True)]
    return rows[: proof.rows] + [("",) * width] * (proof.rows - len(rows)), proof


def _row(row: Sequence[Any], width: int) -> tuple[str, ...]:
    cells = [as_text(_unescaped(cell)) for cell in row]
    return tuple(cells + [""] * (width - len(cells)))
