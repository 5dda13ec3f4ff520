"""The words for fond, opis, delo and leaf, as patterns made of the data file."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

PARTS = ("fond", "opis", "delo", "leaf", "edition", "bundle", "volume", "part")

_LETTER = r"[^\W\d_]"
# A number with its letters: П-3, Р9489, 6д, 1961а, 26/15. A letter after it must not be the label of what follows.
_NUMBER = (
    rf"(?:{_LETTER}{{1,3}}-?)?\d+(?:/\d+(?!\d|\.\d)){{0,3}}(?:{_LETTER}(?!{_LETTER}|\.?\s?\d))?"
    rf"(?:-\d+(?!\d)|-{_LETTER}(?!{_LETTER}))?"
)


@cache
def table() -> dict[str, dict[str, list[str]]]:
    """The data file."""
    return tomllib.loads(files(__package__).joinpath("data/labels.toml").read_text("utf-8"))


def _any_of(forms: list[str]) -> str:
    """A pattern of any of the forms, longest first; a space stands for full stops and spaces."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\ ", r"[. ]+") for form in ordered)


@cache
def verso() -> str:
    """The pattern of the words for the back of a leaf."""
    return rf"(?:(?:и|с|and)\s)?(?:{_any_of(table()['verso']['words'])})(?!{_LETTER})\.?"


@cache
def _labels_after() -> str:
    return _any_of([form for part in (*PARTS, "page") for form in table()[part]["after"]])


def _unlabelled() -> str:
    """The number before is not the number of a Kazakh label, nor a size."""
    return rf"(?!\d|\s?-\s?(?:{_labels_after()})(?!\w)|\s(?:{_any_of(table()['size']['words'])})(?!\w)\.?(?!\s?\d))"


def _leaves(unlabelled: str) -> str:
    """A list of leaves with its ranges and versos."""
    one = rf"\d+(?:(?!{verso()}){_LETTER}(?!{_LETTER}|\.\s?\d))?(?:[\s-]*{verso()})?"
    return rf"{one}(?:\s?-\s?{one})?(?:\s?(?:[,;]|\bи\b|\band\b|және)\s?{one}(?:\s?-\s?{one})?{unlabelled})*"


def _branches(part: str) -> list[str]:
    """The label and its number, and the number and its Kazakh label."""
    words = table()[part]
    value, value_kk = (
        _leaves(apart) if part == "leaf" else rf"{_NUMBER}(?:\s?(?:,|\bи\b)\s?{_NUMBER}{apart})*"
        for apart in (_unlabelled(), "")
    )
    back = rf"(?:[\s,(]*(?P<verso>{verso()})\)?)?" if part == "leaf" else ""
    back_kk = back.replace("verso>", "verso_kk>")
    label = rf"(?<!{_LETTER})(?:{_any_of(words['before'])})(?!{_LETTER})\.?\s?(?:№|N[оo]?\.?|#)?\s?:?\s?"
    before = rf"{label}(?P<{part}>{value}){back}"
    after = rf"(?<!\w)№?\s?(?P<{part}_kk>{value_kk})\s?-?\s?(?:{_any_of(words['after'])})(?!\w)\.?{back_kk}"
    return [before, after]


@cache
def pattern() -> re.Pattern[str]:
    """One part of a reference; also sizes («9 л.»), pages and 141/1/4577, so that they are not taken for leaves."""
    size = rf"(?<![\w/])(?P<size>\d+)\s(?:{_any_of(table()['size']['words'])})(?!\w)\.?(?!\s?\d)"
    slashed = rf"(?<![\w/-])(?P<slashed>{_LETTER}{{0,2}}-?\d+{_LETTER}?(?:/\d+{_LETTER}?){{2,3}})(?![\w/])"
    page = (
        rf"(?<!\w)(?:{_any_of(table()['page']['before'])})\.\s?(?P<page>\d+(?:\s?-\s?\d+)?)"
        rf"|(?<!\w)(?P<page_kk>\d+)\s?-\s?(?:{_any_of(table()['page']['after'])})(?!\w)"
    )
    branches = [branch for part in PARTS for branch in _branches(part)]
    return re.compile("|".join([size, slashed, *branches, page]), re.IGNORECASE)


@cache
def ibid() -> re.Pattern[str]:
    """«Там же», «Сонда»."""
    return re.compile(rf"(?<!\w)(?:{_any_of(table()['ibid']['words'])})(?!\w)", re.IGNORECASE)


@cache
def lead() -> re.Pattern[str]:
    """Words before the name of an archive."""
    return re.compile(rf"^\W*(?:(?:{_any_of(table()['lead']['words'])})(?!\w)[.: ]*)+", re.IGNORECASE)
