"""The vocabulary of counts, read from its data file once, and a text cut into words and numbers."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from kb.dates.words import fold_word


class Word(NamedTuple):
    """A word, a sign, or a number in figures (``number`` is not None) with the ending glued to it: 300-дей, 2-й."""

    text: str
    number: float | None = None
    tail: str = ""


_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("\u00a0\u202f\u2009", " ") | {"’": "'"})
_LEXEME = re.compile(
    r"""(?P<date>\d{4}-\d\d(?:-\d\d)?(?![\d-])(?:/\d{4}-\d\d(?:-\d\d)?)?|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2}:\d\d)
    | (?P<number>\d{1,3}(?:[ .,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?)(?:-(?P<tail>[^\W\d_]{1,5})(?![^\W\d_]))?
    | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)?)
    | (?P<sign>[-(),;+~?№%/])""",
    re.VERBOSE,
)
_THOUSANDS = re.compile(r"\d{1,3}(?:[ .,]\d{3})+")
_LARGEST = 15


@cache
def _vocabulary() -> dict[str, frozenset[tuple[str, str]]]:
    table = tomllib.loads(files(__package__).joinpath("data/words.toml").read_text("utf-8"))
    known: dict[str, set[tuple[str, str]]] = {}
    for kind, values in table.items():
        for value, forms in values.items():
            for form in forms:
                known.setdefault(form, set()).add((kind, value))
    return {form: frozenset(meanings) for form, meanings in known.items()}


@cache
def _longest() -> int:
    return max(form.count(" ") + 1 for form in _vocabulary())


def cut(text: str) -> list[Word]:
    """The words, numbers and signs of a text; a date in figures becomes the word ``<date>``."""
    folded = unicodedata.normalize("NFC", text).translate(_DASHES)
    words: list[Word] = []
    for found in _LEXEME.finditer(folded):
        if found["number"] and len(found["number"]) <= _LARGEST:
            words.append(Word(found["number"], _value(found["number"]), fold_word(found["tail"] or "")))
        elif found["word"]:
            words.append(Word(fold_word(found["word"])))
        else:
            words.append(Word("<date>" if found["date"] else found["sign"] or "<long>"))
    return words


def _value(figures: str) -> float:
    if _THOUSANDS.fullmatch(figures):
        return float(re.sub(r"[ .,]", "", figures))
    return float(figures.replace(",", "."))


def means(words: Sequence[Word], place: int, kind: str, value: str = "") -> int:
    """How many words from ``place`` on are a phrase of this kind and value; 0 if they are none."""
    phrase, taken = "", 0
    for size in range(1, _longest() + 1):
        if not 0 <= place + size - 1 < len(words) or words[place + size - 1].number is not None:
            break
        phrase = f"{phrase} {words[place + size - 1].text}".strip()
        if (kind, value) in _vocabulary().get(phrase, ()):
            taken = size
    return taken


def ends(words: Sequence[Word], place: int, kind: str, value: str = "") -> int:
    """How many words before ``place`` are a phrase of this kind and value that ends there; 0 if they are none."""
    return next((size for size in range(_longest(), 0, -1) if means(words, place - size, kind, value) == size), 0)


def value_of(words: Sequence[Word], place: int, kind: str) -> int | None:
    """The number that one word of this kind stands for, as ``hundreds``."""
    meanings = _vocabulary().get(words[place].text, frozenset()) if place < len(words) else frozenset()
    return next((int(value) for found, value in meanings if found == kind), None)
