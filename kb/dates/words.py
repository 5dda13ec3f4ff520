"""The vocabulary of dates: which words mean what, read from the data files once."""

from __future__ import annotations

import csv
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from kb.i18n import LANGS, Lang

_MONTH_KINDS = frozenset({"month", "month_case", "month_abbr", "month_abbr_alone", "month_stem", "month_variant"})
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LOOKALIKES = str.maketrans("aceopxyikhmtb", "асеорхуікһмтв")
_SHORTEST_ABBREVIATION = 3


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word or phrase means: its kind, its value, and the case it stands in (Kazakh: ``abl``, ``dat``)."""

    kind: str
    value: str
    case: str = ""


@lru_cache(maxsize=16384)
def fold_word(word: str) -> str:
    """Lower case, ё as е; Latin letters that look Cyrillic made Cyrillic inside a Cyrillic word, else without signs."""
    word = word.lower().replace("ё", "е")
    if word.isascii():
        return word
    if _CYRILLIC.search(word):
        return word.translate(_LOOKALIKES)
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign)).replace(
        "ı", "i"
    )


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("data/words.toml").read_text("utf-8"))


@cache
def vocabulary_rows() -> tuple[dict[str, str], ...]:
    """The rows of ``months_and_date_words.csv``."""
    text = files(__package__).joinpath("data/months_and_date_words.csv").read_text("utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def month_names(lang: Lang) -> tuple[str, ...]:
    """The twelve names of months in the nominative."""
    named = {
        row["meaning"][:8]: row["form"]
        for row in vocabulary_rows()
        if row["kind"] == "month" and row["language"] == lang and row["meaning"].startswith("month ")
    }
    return tuple(named[key] for key in sorted(named))


@cache
def month_genitives() -> tuple[str, ...]:
    """The twelve Russian forms after the number of a day."""
    rows = (row for row in vocabulary_rows() if row["kind"] == "month_case" and row["note"].startswith("genitive"))
    return tuple(form for _, form in sorted((row["meaning"], row["form"]) for row in rows))


@cache
def phrases() -> dict[str, Meaning]:
    """Every known word or phrase (its words apart by single spaces, without full stops) and its meaning."""
    known: dict[str, Meaning] = {}
    for row in vocabulary_rows():
        form = fold_word(row["form"]).rstrip(".")
        if row["kind"] in _MONTH_KINDS and row["meaning"].startswith("month "):
            dotted = row["form"].endswith(".") and row["language"] == "kk"  # қар., там. without the dot are other words
            for one in form.split("|"):
                known[one + "." * dotted] = Meaning("month", row["meaning"][6:8], _case_in(row["note"]))
        elif row["kind"].startswith("weekday"):
            known[form] = Meaning("ignore", "")
    known.update(_kazakh_in_latin())
    for kind, values in _table().items():
        if kind not in {"suffixes", "kazakh_latin"}:
            known.update({form: Meaning(kind, value) for value, forms in values.items() for form in forms})
    return known


def _kazakh_in_latin() -> dict[str, Meaning]:
    """The Kazakh words of dates in Latin letters, each with every ending."""
    table = dict(_table()["kazakh_latin"])
    endings = {"": "", **{form: case for case, forms in table.pop("suffixes").items() for form in forms}}
    return {
        form + ending: Meaning(kind, value, "" if case in {"", "other"} else case[:3])
        for kind, values in table.items()
        for value, forms in values.items()
        for form in forms
        for ending, case in endings.items()
    }


def _case_in(note: str) -> str:
    """The case that the note of a Kazakh form names, where it matters to limits."""
    return next((case[:3] for case in ("ablative", "dative") if note.startswith(f"{case}: ")), "")


@cache
def longest_phrase(first: str) -> int:
    """The number of words of the longest phrase that begins with ``first``; 0 if none does."""
    return _longest().get(first, 0)


@cache
def _longest() -> dict[str, int]:
    longest: dict[str, int] = {}
    for phrase in phrases():
        first, *more = phrase.split(" ")
        longest[first] = max(longest.get(first, 0), len(more) + 1)
    return longest


@lru_cache(maxsize=8192)
def meaning_of(word: str, dotted: bool) -> Meaning | None:
    """The meaning of one folded word, also with a Kazakh ending, or as the dotted beginning of a month."""
    known = phrases()
    found = (known.get(word + ".") if dotted else None) or known.get(word)
    if found is not None:
        return found
    if dotted and len(word) >= _SHORTEST_ABBREVIATION:
        for lang in LANGS:
            for number, name in enumerate(month_names(lang), 1):
                if name.lower().startswith(word):
                    return Meaning("month", f"{number:02}")
    return _without_ending(word)


def _without_ending(word: str) -> Meaning | None:
    for case, endings in _table()["suffixes"]["kk"].items():
        for ending in sorted(endings, key=len):
            found = phrases().get(word.removesuffix(ending)) if word.endswith(ending) else None
            if found is not None and found.kind in {"month", "season", "unit", "part"}:
                return Meaning(found.kind, found.value, "" if case == "other" else case[:3])
    return None


@lru_cache(maxsize=1024)
def case_of(suffix: str) -> str:
    """The case that the ending after a number stands in: ``abl``, ``dat`` or nothing."""
    for case in ("ablative", "dative"):
        if any(suffix.endswith(ending) for ending in _table()["suffixes"]["kk"][case] if len(ending) > 1):
            return case[:3]
    return ""


@cache
def number_suffixes() -> dict[str, str]:
    """What may be glued to a number, and what it makes of it: an ``ordinal``, a ``decade``, a ``year`` …"""
    kinds = ("ordinal", "decade", "years_or_century", "year")
    return {form: kind for kind in kinds for form in _table()["suffixes"][kind]}
