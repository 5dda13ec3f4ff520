"""Which Latin and which Arabic alphabet a text is written in, and what Latin letters need before they are read one by
one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kb.names.clean import script_of

_NO_LATIN = re.compile("[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі .,()-]*")
_YANALIF = re.compile("[əʙƣꞑɵƶьЬƏƢꞐƟƵәөңғӘӨҢҒ]|n\u0327")
# Sajlavbek Cylenbaev
_J_AND_C = re.compile(r"^(?!.*[wł]).*(?:[aeo]j.*c(?![hkz])|c(?![hkz]).*[aeo]j)", re.IGNORECASE)
_TURKISH = re.compile(
    # Cüsipbek, Canabay
    r"[ıİğĞ]|o[gğ]lu|[ğş].*ü|ü.*[ğş]|(?<!\w)[Cc]\w*[üöş]|(?<!\w)C[aeiou]\w*(?:bay|bek|bey|han|ga[lz]i|t[ae]y|[oe]va?)(?!\w)"
)
_NOT_TURKISH = re.compile(r"[qQūŪŋŊǵǴńŃñÑýÝáÁóÓúÚ]|[bcdfghjklmnprstvxzğş]y(?![aeiouäöü])")
_GERMAN = re.compile(r"sch|[oe]ws?(?=\s|$)|ow(?:a|itsch)(?=\s|$)", re.IGNORECASE)
_FRENCH = re.compile("ou|tch|ï|dj", re.IGNORECASE)
_APOSTROPHES = re.compile("[aoigu]'(?=[a-z])|y'", re.IGNORECASE)  # the alphabet of 2017
_TOTE = re.compile("[ەۇۆۋڭٴٵٶٷٸى]")

_APOSTROPHE_LETTERS = {
    "a'": "ä",
    "o'": "ö",
    "u'": "ü",
    "g'": "ğ",
    "n'": "ŋ",
    "s'": "ş",
    "c'": "č",
    "i'": "i",
    "y'": "w",
}
_YANALIF_V = re.compile("(?<=[aəeoɵuy])v(?![aeiouyəɵь]|$)")  # Əvbəkir
_GERMAN_END = re.compile(r"(?<=[oe])w(?=$|a$|n|s|it|ic)")
_LATIN_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("(?<=[^aeiouyäöü])yo"), "e"),  # Fyodor
    (re.compile("y(?=e)"), ""),
    (re.compile("(?<=[aeiouäöüəɵ])[jï](?=$|[^aeiouyäöüıáóúýəɵь])"), "i"),  # Bajsejit, Abaj
    (re.compile("(?<=i)j(?=[aou])|(?<=^[rlnmtsvbp])j(?=[aou])"), "i"),  # Allanijazov, Rjabinin
    (re.compile("^w|(?<=[aeiouyäöü])w(?=[aeiouyäöü])"), "v"),
    (re.compile("(?<=[oe])ff?$"), "v"),  # Ivanoff
)


@dataclass(frozen=True, slots=True)
class Alphabets:
    """The alphabets of a text, by the names of the tables in ``data/letters.toml``."""

    latin: str
    arabic: str


@lru_cache(maxsize=100_000)
def alphabets(text: str) -> Alphabets:
    """The alphabets of a cleaned text."""
    return Alphabets(_latin_alphabet(text), "tote" if _TOTE.search(text) else "old_arabic")


def _latin_alphabet(text: str) -> str:
    if _NO_LATIN.fullmatch(text):
        return "latin"
    if _YANALIF.search(text) and script_of(text) == "Latin":
        return "yanalif"
    if _J_AND_C.search(text):
        return "yanalif"
    if _APOSTROPHES.search(text):
        return "apostrophes"
    if _TURKISH.search(text) and not _NOT_TURKISH.search(text):
        return "turkish"
    if _FRENCH.search(text):
        return "french"
    return "german" if _GERMAN.search(text) else "latin"


def is_unwritten(text: str) -> bool:
    """Whether ``text`` is in the old Arabic spelling, which leaves most vowels out."""
    return script_of(text) == "Arabic" and not _TOTE.search(text)


def latin(word: str, alphabet: str) -> str:
    """A word in small Latin letters, made ready to be read letter by letter."""
    if alphabet == "yanalif":
        word = _YANALIF_V.sub("w", re.sub("(?<!^)j", "i", word.replace("'", "")))
        return re.sub("(?<![aeiouyəɵьw])v(?![aeiouyəɵь])", "u", word)  # Jvnvs
    if alphabet == "apostrophes":
        for letters, letter in _APOSTROPHE_LETTERS.items():
            word = word.replace(letters, letter)
    word = word.replace("'", "")
    if alphabet == "german":
        word = _GERMAN_END.sub("v", word)
    if alphabet != "french":
        word = re.sub("ch(?=[mntdlrs])", "h", word)  # Achmet
    for pattern, instead in _LATIN_RULES:
        word = pattern.sub(instead, word)
    return word
