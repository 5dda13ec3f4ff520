"""A mapping proposed from the headings of a file and what stands in its cells, with the reason for every choice."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from itertools import islice
from pathlib import Path

from kb.archives import read_references
from kb.dates import read_date
from kb.entries import read_entry
from kb.names import read_name
from loaders.readers import Sheet, Wanted, files_of, known_format, sheets
from loaders.tabular import Row, Table

SAMPLE = 200  # rows
_MOST = 0.7  # of the filled cells, to say what a column holds
_LONG = 60  # letters of a cell, on the average, to be a line of free text
_FIELDS = 2  # that the reader of entries finds in it
_NOT_LETTERS = re.compile(r"[\W_]+")
_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_LATIN = re.compile("[a-z]", re.IGNORECASE)
_DATES = frozenset(
    {"birth", "death", "arrest.carried_out", "sentence.decided", "execution.carried_out", "rehabilitation.date"}
)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a column is taken for something: the key of a text (``mapping.reasons.KEY``) and its data."""

    key: str
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Guess:
    """What a column seems to hold (a word of ``headers.toml``, or nothing), and why."""

    column: str
    holds: str
    reasons: tuple[Reason, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was found of a file: the sheet, how it was read, a guess for every column, the first rows."""

    file: str
    wanted: Wanted
    detected: Mapping[str, str]
    guesses: tuple[Guess, ...]
    rows: tuple[Row, ...]


def look_at(path: Path, wanted: Wanted | None = None) -> Proposal:
    """Look at the first sheet of a file, or of the first file of a folder or zip. DataError."""
    asked = wanted or Wanted()
    with files_of(path) as found:
        named, file = next(((name, each) for name, each in found if known_format(each)), (path.name, path))
        with sheets(file, named, asked) as there:
            return _looked(named, next(there), asked)


def sheets_of(path: Path, wanted: Wanted | None = None) -> tuple[str, ...]:
    """The sheets or tables of a file that has several, as :class:`Wanted` names them. DataError."""
    with files_of(path) as found:
        named, file = next(((name, each) for name, each in found if known_format(each)), (path.name, path))
        with sheets(file, named, wanted) as there:
            return tuple(name for sheet in there if (name := sheet.detected.get("sheet", "")))


def words() -> tuple[str, ...]:
    """What a column may hold, in the order of ``headers.toml``."""
    return tuple(dict.fromkeys(holds for holds, _ in _forms().values()))


def chosen(proposal: Proposal, holds: Mapping[str, str]) -> Proposal:
    """The proposal with what a person says that columns hold (column → word, empty: it is not needed)."""
    guesses = tuple(
        guess
        if holds.get(guess.column, guess.holds) == guess.holds
        else replace(guess, holds=holds[guess.column], reasons=(Reason("chosen"),))
        for guess in proposal.guesses
    )
    return replace(proposal, guesses=guesses)


def _looked(named: str, sheet: Sheet, wanted: Wanted) -> Proposal:
    table = Table(sheet.named, list(sheet.columns), sheet.lines, sheet.first)
    rows = [row for row in islice(table.rows(), SAMPLE) if isinstance(row, Row)]
    guesses = _only_once([_guess(column, [row.cells[column].strip() for row in rows]) for column in sheet.columns])
    return Proposal(named, wanted, sheet.detected, tuple(guesses), tuple(rows))


def _guess(column: str, cells: Sequence[str]) -> Guess:
    filled = [cell for cell in cells if cell]
    example = filled[0] if filled else ""
    if not filled:
        return Guess(column, "", (Reason("empty"),), "")
    if len(cells) > 2 and cells == [str(number) for number in range(1, len(cells) + 1)]:
        return Guess(column, "number", (Reason("numbers"),), example)
    by_head, form = _by_heading(column)
    holds, share = _by_content(filled)
    if by_head in _DATES and holds != "date":
        share = _share(filled, _is_date)
        return Guess(
            column, by_head, (Reason("heading", {"form": form}), Reason("dates_differ", {"share": share})), example
        )
    if by_head:
        fits = [Reason(f"content_{holds}", {"share": share})] if holds else []
        return Guess(column, by_head, (Reason("heading", {"form": form}), *fits), example)
    if holds in ("name", "entry", "file_reference"):
        return Guess(column, holds, (Reason(f"content_{holds}", {"share": share}),), example)
    if holds == "date":
        return Guess(column, "", (Reason("content_date", {"share": share}), Reason("which_date")), example)
    return Guess(column, "", (Reason("unknown"),), example)


def _folded(text: str) -> str:
    return _NOT_LETTERS.sub(" ", text.casefold().replace("ё", "е")).strip()


@cache
def _forms() -> Mapping[str, tuple[str, str]]:
    """Folded heading → what it holds, and the heading as it is listed."""
    table = tomllib.loads(files("loaders.mapping").joinpath("headers.toml").read_text("utf-8"))["forms"]
    return {_folded(form) or form: (holds, form) for holds, forms in table.items() for form in forms}


def _by_heading(column: str) -> tuple[str, str]:
    """What a heading says, and the form it was known by: the same, else the longest that stands in it."""
    folded = _folded(column) or column.strip()
    known = _forms()
    if folded in known:
        return known[folded]
    inside = [form for form in known if len(form) > 3 and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", folded)]
    return known[max(inside, key=len)] if inside else ("", "")


def _by_content(filled: Sequence[str]) -> tuple[str, int]:
    """What cells hold, with the share of them in percent."""
    if sum(map(len, filled)) / len(filled) > _LONG:
        share = _share(filled, _is_entry)
        return ("entry", share) if share >= 100 * _MOST else ("", 0)
    for holds, test in (("date", _is_date), ("file_reference", _is_reference), ("name", _is_name)):
        share = _share(filled, test)
        if share >= 100 * _MOST:
            return holds, share
    return "", 0


def _share(filled: Sequence[str], test: Callable[[str], bool]) -> int:
    return round(100 * sum(map(test, filled)) / len(filled))


def _is_date(text: str) -> bool:
    return read_date(text).edtf is not None


def _is_name(text: str) -> bool:
    read = read_name(text)
    return len(text) < _LONG and text[:1].isupper() and bool(read.surname and read.given) and not re.search(r"\d", text)


def _is_reference(text: str) -> bool:
    return any(each.fond for each in read_references(text))


def _is_entry(text: str) -> bool:
    return len(read_entry(text).fields) >= _FIELDS


def _only_once(guesses: Sequence[Guess]) -> list[Guess]:
    """Of two columns for one thing the first keeps it; a text may be told in several."""
    taken: set[str] = set()
    kept: list[Guess] = []
    for guess in guesses:
        holds = guess.holds
        if holds == "name":
            holds = _script(guess.example) if "name" in taken or "name_ru" in taken else holds
        if holds in taken and holds not in ("number", "note"):
            guess = Guess(guess.column, "", (*guess.reasons, Reason("taken")), guess.example)
        elif holds:
            taken.add(holds)
            guess = Guess(guess.column, holds, guess.reasons, guess.example)
        kept.append(guess)
    return kept


def _script(name: str) -> str:
    if _KAZAKH.search(name):
        return "name_kk"
    return "name_latin" if _LATIN.search(name) else "name"
