"""CSV: UTF-8 with a byte order mark (so that Excel reads it), the proof in lines after the table.

A text that a spreadsheet would take for a formula gets an apostrophe before it; reading takes it away again.
"""

from __future__ import annotations

import csv
import io
import re
from typing import Final

from kb.i18n import Lang
from queries.exports.flat import Flat, FlatTable, as_text
from queries.exports.proof import PROGRAM, Proof

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile(r"''*[=+\-@\t\r\n＝＋－＠]")
_PROOF: Final = f"# {PROGRAM}"


def write_csv(table: FlatTable, proof: Proof, lang: Lang) -> bytes:
    """The file of ``table``."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(table.columns)
    writer.writerows([_guarded(cell) for cell in row] for row in table.rows)
    writer.writerow([])
    writer.writerow([_PROOF, proof.json()])
    writer.writerows((f"# {name}", said) for name, said in proof.lines(lang))
    return out.getvalue().encode("utf-8-sig")


def _guarded(cell: Flat) -> str:
    said = as_text(cell)
    return f"'{said}" if isinstance(cell, str) and _FORMULA.match(said) else said


def read_csv(data: bytes) -> tuple[tuple[str, ...], list[tuple[str, ...]], Proof]:
    """Names, rows (cells as text) and proof of such a file; ValueError when it carries none."""
    csv.field_size_limit(2**31 - 1)
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    at = max((at for at, line in enumerate(lines) if line and line[0] == _PROOF), default=0)
    if at < 2:
        raise ValueError("no proof")
    proof = Proof.of_json(lines[at][1])
    rows = [tuple(_unguarded(cell) for cell in line) for line in lines[1 : at - 1]]
    return tuple(lines[0]), rows, proof


def _unguarded(said: str) -> str:
    return said[1:] if _GUARDED.match(said) else said
