"""A value of a claim out of the cells of a row, always words of the cell itself: nothing is made more exact here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kb.archives import read_references
from kb.dates import read_date
from kb.entries import read_entry
from kb.entries.patterns import date

_HOLE = re.compile(r"\{([^{}]+)\}")
_NOT_A_NAME = re.compile(r"[,;(]\s*(?=\d|род|р\.|ок\.|около|туған|ж\.)|\s+(?=\d{3})", re.IGNORECASE)
_EDGES = " \t\r\n,;:()–—-"
_FIRST_LABEL = re.compile(r"(?<!\w)(?:архив|арх\.|ц?гак?|апрк|ап|гарф|ргаспи|қр|ф\.|фонд|қор)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Value:
    """How a value is made; ``columns`` are those that it reads."""

    column: str
    text: str
    take: str
    lookup: str
    mark: str
    part: int
    empty: tuple[str, ...]
    plain: bool  # nothing but the cell itself

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that the value reads."""
        return tuple(_HOLE.findall(self.text)) if self.text else (self.column,)

    def of(self, cell: Callable[[str], str], look: Callable[[str, str, str], str]) -> str:
        """The value, from ``cell`` (column → text) and ``look`` (lookup, column, word → what it stands for)."""
        if self.plain:
            return cell(self.column)
        found = _filled(self.text, cell) if self.text else cell(self.column)
        if self.mark:
            parts = [part.strip() for part in found.split(self.mark)]
            found = parts[self.part - 1] if self.part <= len(parts) else ""
        if found.strip().casefold() in self.empty:
            return ""
        if self.take:
            found = TAKEN[self.take](found)
        return look(self.lookup, self.column, found) if self.lookup and found.strip() else found


def value_of(said: Any) -> Value:
    """The value that a mapping says: the name of a column, or an object."""
    of: Mapping[str, Any] = {"column": said} if isinstance(said, str) else said
    empty = of.get("empty", ())
    plain = set(of) == {"column"}
    return Value(
        column=of.get("column", ""),
        text=of.get("text", ""),
        take=of.get("take", ""),
        lookup=of.get("lookup", ""),
        mark=of.get("mark", ";" if "part" in of else ""),
        part=of.get("part", 1),
        empty=tuple(each.casefold() for each in ((empty,) if isinstance(empty, str) else empty)),
        plain=plain,
    )


def _filled(text: str, cell: Callable[[str], str]) -> str:
    """The text with its cells; nothing where all of them are empty."""
    holes = _HOLE.findall(text)
    cells = {name: cell(name).strip() for name in holes}
    if holes and not any(cells.values()):
        return ""
    return _HOLE.sub(lambda found: cells[found[1]], text).strip(_EDGES.replace("(", "").replace(")", ""))


def _name(text: str) -> str:
    """The name that a cell begins with, as written."""
    read = read_entry(text).fields.get("name")
    if isinstance(read, str):
        return read
    return _NOT_A_NAME.split(text, maxsplit=1)[0].strip(_EDGES)


def _date(text: str) -> str:
    """The dates in a cell: all of it where it reads as one, else the first one, or two with a dash between."""
    if read_date(text).edtf is not None:
        return text
    found = [(each.start(), each.end()) for each in date().finditer(text)]
    if not found:
        return ""
    first, last = found[0], found[0]
    if len(found) > 1 and text[first[1] : found[1][0]].strip() in ("-", "–", "—"):
        last = found[1]
    return text[first[0] : last[1]].strip(_EDGES)


def _reference(text: str) -> str:
    """The archival reference in a cell, from its first word on."""
    label = _FIRST_LABEL.search(text)
    tail = text[label.start() :].strip() if label else ""
    return tail if tail and read_references(tail) else ""


def _rest(text: str) -> str:
    """What stands after the name."""
    name = _name(text)
    return text[text.index(name) + len(name) :].strip(_EDGES) if name in text else text


TAKEN: Mapping[str, Callable[[str], str]] = {"name": _name, "date": _date, "reference": _reference, "rest": _rest}
