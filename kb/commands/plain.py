"""The store's values as JSON and as text on a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from kb.i18n import Lang, texts_of
from kb.store import Node, Path, Tie, Value

_WIDEST, _NARROWEST = 60, 12  # letters in a cell


def plain(value: Value) -> Any:
    """``value`` in what JSON knows: nodes, ties and paths as objects."""
    match value:
        case Node():
            return {"labels": list(value.labels), "properties": plain(value.properties)}
        case Tie():
            return {
                "type": value.type,
                "properties": plain(value.properties),
                "start": plain(value.start),
                "end": plain(value.end),
            }
        case Path():
            return {"nodes": plain(list(value.nodes)), "ties": plain(list(value.ties))}
        case dict():
            return {key: plain(item) for key, item in value.items()}
        case list() | tuple():
            return [plain(item) for item in value]
    return value


def shown(value: Value, lang: Lang) -> str:
    """``value`` in one line for a person."""
    match value:
        case None:
            return "–"
        case bool():
            return texts_of("kb").say(f"cli.table.{'yes' if value else 'no'}", lang)
        case Node():
            name = value.properties.get("label") or value.properties.get("id") or ""
            return f"({':'.join(value.labels)} {name})"
        case Tie():
            return f"[{value.type}]"
        case Path():
            steps = [shown(value.nodes[0], lang)]
            for tie, node in zip(value.ties, value.nodes[1:], strict=True):
                steps.append(f"–{shown(tie, lang)}–{shown(node, lang)}")
            return "".join(steps)
        case list() | tuple():
            return "; ".join(shown(item, lang) for item in value)
        case dict():
            return str(value["label"]) if "label" in value else json.dumps(value, ensure_ascii=False, default=str)
    return " ".join(str(value).split())


def table(
    columns: Sequence[str], rows: Iterable[Sequence[Value]], lang: Lang, width: int | None = None
) -> Iterable[str]:
    """The lines of a table: headings, a rule, rows. Long cells are cut with an ellipsis, more so to fit ``width``."""
    cells = [list(columns), *([shown(value, lang) for value in row] for row in rows)]
    longest = [max(map(len, column)) for column in zip(*cells, strict=True)]
    most = next((most for most in range(_WIDEST, _NARROWEST, -1) if _fits(longest, most, width)), _NARROWEST)
    widths = [min(length, most) for length in longest]
    heading, *body = ([_cut(cell, most) for cell in row] for row in cells)
    yield _line(heading, widths)
    yield _line(["─" * each for each in widths], widths)
    for row in body:
        yield _line(row, widths)


def _fits(longest: Sequence[int], most: int, width: int | None) -> bool:
    return width is None or sum(min(length, most) for length in longest) + 2 * (len(longest) - 1) <= width


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
