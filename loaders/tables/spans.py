"""A span that a table keeps in two columns, as one text of EDTF; each end stays as written."""

from __future__ import annotations

from loaders.tabular import Row


def span(row: Row, start: str, end: str) -> str:
    """``1925/1936``, ``1925/..`` or ``../1936``; an empty text where neither end is told."""
    first, last = row.take(start).strip(), row.take(end).strip()
    return f"{first or '..'}/{last or '..'}" if first or last else ""
