"""The names of archives: which archive a name or abbreviation means, in Russian, Kazakh, English or transliteration."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

SHIPPED = ("archives.csv", "more_archives.csv")
COLUMNS = ("key", "name_ru", "name_kk", "name_en", "abbreviations")
_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_CYRILLIC = "аәбвгғдежзиійкқлмнңоөпрстуұүфхһцчшщъыьэюя"
# fmt: off
_IN_LATIN = (
    "a", "a", "b", "v", "g", "g", "d", "e", "zh", "z", "i", "i", "i", "k", "q", "l", "m", "n", "n", "o", "o", "p", "r",
    "s", "t", "u", "u", "u", "f", "kh", "h", "ts", "ch", "sh", "shch", "", "y", "", "e", "iu", "ia",
)
# fmt: on
_LATIN = dict(zip(_CYRILLIC, _IN_LATIN, strict=True))
_SAME_WORDS = (
    ("республикасының", "республикасы"),
    ("қазақстан республикасы", "қр"),
    ("республики казахстан", "рк"),
    ("российской федерации", "рф"),
    ("мұрағат", "архив"),
    ("президентінің", "президенті"),
    ("казахской сср", "казсср"),
)


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive: its key in the vocabulary, its names and abbreviations, and the archive it went into."""

    key: str
    names: tuple[str, ...]
    abbreviations: tuple[str, ...]
    successor: str = ""


def _folded(name: str) -> str:
    name = unicodedata.normalize("NFC", name).lower().replace("ё", "е")
    for long, short in _SAME_WORDS:
        name = name.replace(long, short)
    return re.sub(r"[^\w]", "", name)


def keys_of(name: str) -> set[str]:
    """The forms under which a name is looked up: folded, and in Latin letters."""
    folded = _folded(name)
    latin = "".join(_LATIN.get(letter, letter) for letter in folded)
    return {folded, latin, latin.replace("ts", "c"), latin.replace("kh", "h"), latin.replace("q", "k")} - {""}


class Archives:
    """A vocabulary of archives; a later row of the same key adds names to the earlier."""

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        self.by_key: dict[str, Archive] = {}
        for row in rows:
            if row.get("kind") != "reference_word":
                self._add(row)
        self._by_name: dict[str, Archive] = {}
        for archive in self.by_key.values():
            for name in (*archive.abbreviations, *archive.names):
                for key in keys_of(name):
                    self._by_name.setdefault(key, archive)

    def _add(self, row: Mapping[str, str]) -> None:
        names = [part for column in ("name_ru", "name_kk", "name_en") for part in _parts(row, column)]
        known = self.by_key.get(row["key"], Archive(row["key"], (), ()))
        self.by_key[row["key"]] = Archive(
            row["key"],
            tuple(dict.fromkeys([*known.names, *names])),
            tuple(dict.fromkeys([*known.abbreviations, *_parts(row, "abbreviations")])),
            known.successor or (row.get("predecessor_of") or "").split("|")[0],
        )

    def find(self, name: str) -> Archive | None:
        """The archive of this name or abbreviation; None if the vocabulary has none."""
        return next((self._by_name[key] for key in keys_of(name) if key in self._by_name), None)

    def abbreviation(self, archive: Archive, *, kazakh: bool = False) -> str | None:
        """The usual Russian abbreviation (or the Kazakh one), also of the archive it went into; None if there is none.

        A name that went out of use without an abbreviation in the vocabulary is called by its successor's.
        """
        successor = self.by_key.get(archive.successor)
        if successor is not None and archive.key.startswith("kz_"):
            return self.abbreviation(successor, kazakh=kazakh)
        return next((short for short in archive.abbreviations if bool(_KAZAKH.search(short)) == kazakh), None)

    def usual(self, name: str) -> str:
        """The usual Russian abbreviation of the archive called so; the name itself if it is unknown."""
        archive = self.find(name)
        return (self.abbreviation(archive) if archive else None) or name


def _parts(row: Mapping[str, str], column: str) -> list[str]:
    return [part.strip() for part in (row.get(column) or "").split("|") if part.strip()]


def rows_of(text: str) -> list[dict[str, str]]:
    """The rows of a CSV with the columns ``COLUMNS`` (others are ignored)."""
    return list(csv.DictReader(text.splitlines()))


@cache
def archives(extra: Path | None = None) -> Archives:
    """The shipped vocabulary, with the rows of a CSV of one's own.

    A file with the columns ``key, name_ru, name_kk, name_en, abbreviations``; several names are parted by ``|``.
    """
    data = files(__package__).joinpath("data")
    rows = [row for name in SHIPPED for row in rows_of(data.joinpath(name).read_text("utf-8"))]
    if extra is not None:
        rows += rows_of(extra.read_text("utf-8-sig"))
    return Archives(rows)
