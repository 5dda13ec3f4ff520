"""The words for relations, as data: ``data/kinship_terms.csv``, each with where it was seen and what is disputed."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import StringIO

from kb.i18n import LANGS, Lang


@dataclass(frozen=True, slots=True)
class Term:
    """What a relation is called: in each language the words that were seen, the commonest first, or none.

    ``relation`` as in the table: F, M, S, D, B, Z, H, W from ego outwards, ``e`` and ``y`` for elder and younger,
    ``m:`` and ``f:`` for the sex of ego. ``kind``: blood, marriage, step, adoptive, milk or ritual.
    """

    relation: str
    kind: str
    words: Mapping[Lang, tuple[str, ...]]
    note: str
    sources: tuple[str, ...]


Key = tuple[str, str]
_ORDINARY = ("blood", "marriage", "step")


@cache
def terms() -> Mapping[Key, Term]:
    """All terms by relation and kind; what is neither adoptive nor of milk or ritual has the kind ``""``."""
    text = files("kb.kinship").joinpath("data/kinship_terms.csv").read_text("utf-8")
    found = {}
    for row in csv.DictReader(StringIO(text)):
        kind = "" if row["kind"] in _ORDINARY else row["kind"]
        found[row["relation"], kind] = Term(
            row["relation"],
            row["kind"],
            {lang: _split(row[f"term_{lang}"], " / ") for lang in LANGS},
            row["note"],
            _split(row["source"], " ; "),
        )
    return found


def _split(text: str, mark: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(mark) if part.strip())
