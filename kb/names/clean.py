"""Text as it comes → text that can be read: one Unicode form, no invisible characters, one alphabet in a word.

Nothing here knows what a name is, and nothing raises: any string goes in.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from kb.names import tables

Script = Literal["Cyrillic", "Latin", "Arabic", ""]

LONGEST = 400
"""Characters that are read; what is longer is no name, and is cut."""

_HYPHENS = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－⁃­"), "-")
_QUOTES = dict.fromkeys(map(ord, "’‘ʼʻ`´ʹʺ′ʾʿ＇"), "'")
_BRACKETS = {ord("["): "(", ord("]"): ")", ord("{"): "(", ord("}"): ")"}
_MAP = {**_HYPHENS, **_QUOTES, **_BRACKETS}
_KEPT_MARKS = "\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030c\u0327\u0328\u0654\u0655"  # of letters
_MARKS = re.compile("[\u0300-\u036f\u064b-\u0655\u0670]")  # those that made no letter
_WORD = re.compile(r"[^\W_]+")
_RUN_ON = re.compile(r"(?<=[^\W\d_A-ZА-ЯЁ])(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2})(?<!Mc)(?<!Mac)")
_NOT_LETTERS = re.compile(r"[^\w\s\-'.,;:/()«»\"“”„№&]|_")

_ONLY_CYRILLIC = re.compile("[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]+")
_CLEAN = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі .,()-]*|[A-Za-z .,()'-]*")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff\ua78b-\ua7bf]")
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")

# Letters of the alphabet of 1929-1940 that printers set from the Cyrillic case.
_SHARED = frozenset("ьЬəƏөӨәӘ")
# Letters of one alphabet that look like letters of the other.
_LATIN_TWINS = frozenset("AaBCcEeHIiKMOoPpTXxYyÖöËëÏï")
_CYRILLIC_TWINS = frozenset("АаВСсЕеНІіКМОоРрТХхУуһӨөЁёЇї")


@lru_cache(maxsize=100_000)
def script_of(text: str) -> Script:
    """The script most letters of ``text`` belong to; empty where it has no letters of the three."""
    if text.isalpha() and _ONLY_CYRILLIC.fullmatch(text):
        return "Cyrillic"
    counts: list[tuple[int, Script]] = [
        (len(_CYRILLIC.findall(text)), "Cyrillic"),
        (len(_LATIN.findall(text)), "Latin"),
        (len(_ARABIC.findall(text)), "Arabic"),
    ]
    most, script = max(counts, key=lambda found: found[0])
    return script if most else ""


def _visible(char: str) -> bool:
    category = unicodedata.category(char)
    if category in {"Cc", "Zl", "Zp"}:
        return False
    return category not in {"Cf", "Co", "Cs", "Cn", "So", "Sk"} and (category != "Mn" or char in _KEPT_MARKS)


def _one_alphabet(word: str, around: Script) -> str:
    """A word of mixed letters in the one alphabet that has letters of its own in it, else in that of the text
    ``around``.
    """
    cyrillic = _CYRILLIC.findall(word)
    latin = _LATIN.findall(word)
    digits = sum(char.isdigit() for char in word)
    if not cyrillic or not (latin or digits) or digits >= len(cyrillic) + len(latin):
        return word
    own_cyrillic = sum(char not in _CYRILLIC_TWINS for char in cyrillic)
    own_latin = sum(char not in _LATIN_TWINS for char in latin)
    if own_latin > own_cyrillic and _SHARED.issuperset(char for char in cyrillic if char not in _CYRILLIC_TWINS):
        table = tables.toml("letters")["looks_latin"]
        return "".join(char if char in "ьЬ" else _like(char, table) for char in word)
    to_cyrillic = around != "Latin" if own_cyrillic == own_latin else own_cyrillic > own_latin
    table = tables.toml("letters")["looks_cyrillic" if to_cyrillic else "looks_latin"]
    return "".join(_like(char, table) for char in word)


def _like(char: str, table: dict[str, str]) -> str:
    if char in table:
        return table[char]
    found = table.get(char.lower(), char)
    return found.upper() if char.isupper() else found


def clean(text: str) -> str:
    """``text`` in one form, at most :data:`LONGEST` characters, words separated by single spaces."""
    if len(text) <= LONGEST and _CLEAN.fullmatch(text):  # most names need nothing of what follows
        return _RUN_ON.sub(" ", " ".join(text.split()))
    seen = unicodedata.normalize("NFKC", text[: LONGEST * 3]).translate(_MAP)
    seen = "".join(char if _visible(char) else (" " if char in "\t\n\r\v\f\u2028\u2029" else "") for char in seen)
    seen = _MARKS.sub("", unicodedata.normalize("NFC", seen))
    seen = _NOT_LETTERS.sub(" ", seen)
    words = _RUN_ON.sub(" ", " ".join(seen.split())[:LONGEST])
    around = script_of(words)
    return words if words.isascii() else _WORD.sub(lambda found: _one_alphabet(found[0], around), words)
