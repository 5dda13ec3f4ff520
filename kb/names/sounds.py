"""A word in any of the alphabets → its sounds, one character each, and the Latin skeleton that folds them.

Sounds are kept finer than any one spelling needs (қ = ``q``, к = ``k``; ж = ``j``, дж = ``ʤ``), so that a comparison can say which
correspondence it used. The skeleton folds what no spelling keeps apart for certain: ``ä ö ü ū ı ğ q ŋ ħ ʤ w`` become ``a o u u i g k n h j u``.
``c`` is ч, ``x`` is ш and щ, ``h`` is х.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from kb.names import tables
from kb.names.clean import Script, clean, script_of

VOWELS = "aäeiıoöuūüy"
_FOLD = str.maketrans(
    {"ä": "a", "ö": "o", "ü": "u", "ū": "u", "ı": "i", "ğ": "g", "q": "k", "ŋ": "n", "ħ": "h", "ʤ": "j", "w": "u"}
)
_YANALIF = re.compile("[əʙƣꞑɵƶьЬƏƢꞐƟƵәөңғӘӨҢҒ]")
_TURKISH = re.compile("[ıİğĞ]|oğlu|oglu|[ğş].*ü|ü.*[ğş]")
_KAZAKH_LATIN = re.compile("[qQūŪŋŊǵǴńŃýÝáÁóÓúÚ]")
_TOTE = re.compile("[ەۇۆۋڭٴٵٶٷٸى]")
_GERMAN_END = re.compile(r"(?<=[oe])w(?=$|a$|n|s|it|ic)")

_WRITTEN_SOUNDS = frozenset("abcdefghijklmnopqrstuvwxyz")  # what an Arabic name of the list was replaced by
_DOUBLE = re.compile(r"(.)\1+(?!ly$)")
_GLIDE_Y = re.compile(f"(?<=[{VOWELS}])y|y(?=[aäeoöuūü])")
_SOUND_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("[iıy][iıy]+"), "i"),
    (re.compile(f"(?<=[{VOWELS}])[iı](?=e)"), ""),
    (re.compile("^[iı](?=e)"), ""),
    (re.compile("([qk])[qk]+"), r"\1"),
    (re.compile("([ğg])[ğg]+"), r"\1"),
)


@cache
def _table(name: str) -> tuple[Mapping[str, str], re.Pattern[str]]:
    letters = dict(tables.toml("letters")[name])
    if name in {"turkish", "yanalif"}:
        letters = {**tables.toml("letters")["latin"], **letters}
    longest_first = sorted(letters, key=len, reverse=True)
    return letters, re.compile("|".join(map(re.escape, longest_first)) + "|.")


def _alphabet(word: str, script: Script, context: str) -> str:
    if script == "Cyrillic":
        return "cyrillic"
    if script == "Arabic":
        return "tote" if _TOTE.search(context) else "old_arabic"
    if _YANALIF.search(context):
        return "yanalif"
    return "turkish" if _TURKISH.search(context) and not _KAZAKH_LATIN.search(context) else "latin"


def is_unwritten(text: str) -> bool:
    """Whether ``text`` is in the old Arabic spelling, which leaves most vowels out."""
    return script_of(text) == "Arabic" and not _TOTE.search(text)


def _spelt(word: str, alphabet: str) -> str:
    letters, pattern = _table(alphabet)
    said: list[str] = []
    for group in pattern.findall(word):
        sound = letters.get(group)
        if sound is None and group in _WRITTEN_SOUNDS:
            sound = group
        if sound is None:
            bare = unicodedata.normalize("NFD", group)[0]
            sound = letters.get(bare, "")
        said.append(sound)
    return "".join(said)


def _latin_reading(word: str, alphabet: str) -> str:
    if alphabet != "yanalif":
        word = re.sub("ch(?=[mntdlrs])", "h", word)  # German: Achmet
        word = _GERMAN_END.sub("v", word)
        word = re.sub(r"(?<=[^aeiouyäöü])yo", "e", word)
        word = re.sub(
            r"y(?=e)|(?<=[aeiou])j(?=$|[^aeiouyäöüıáóúý])", lambda found: "" if found[0] == "y" else "i", word
        )
        word = re.sub(r"(?<=i)j(?=[aou])|(?<=^[rlnmtsvbp])j(?=[aou])", "i", word)
        word = re.sub(r"^w|(?<=[aeiouyäöü])w(?=[aeiouyäöü])", "v", word)
        word = re.sub(r"ff?$", "v", word) if re.search(r"[oe]ff?$", word) else word
    return word


@cache
def _arabic() -> Mapping[str, str]:
    return {row["written"]: row["said"] for row in tables.rows("arabic_names")}


@cache
def _arabic_names() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_arabic(), key=len, reverse=True)))


@lru_cache(maxsize=200_000)
def sounds(word: str, context: str = "") -> str:
    """The sounds of one cleaned ``word``; ``context`` is the text it stands in, which tells alphabets apart."""
    script = script_of(word)
    if not script:
        return ""
    lower = word.lower().replace("i̇", "i").replace("'", "").replace("-", "")
    alphabet = _alphabet(word, script, context or word)
    if script == "Arabic":
        lower = _arabic_names().sub(lambda found: _arabic()[found[0]], lower)
    if script == "Latin":
        lower = _latin_reading(lower, alphabet)
    said = _spelt(lower, alphabet)
    if script == "Latin" and alphabet != "yanalif":
        said = _GLIDE_Y.sub("i", said)
    for pattern, by in _SOUND_RULES:
        said = pattern.sub(by, said)
    return _DOUBLE.sub(r"\1", said)


def folded(said: str) -> str:
    """Sounds → skeleton, letter for letter."""
    return said.translate(_FOLD)


def fold(text: str) -> str:
    """The Latin skeleton of a text of any script: its words folded, separated by spaces. Never raises."""
    seen = clean(text)
    words = re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", seen)
    return " ".join(filter(None, (folded(sounds(word, seen)) for word in words)))
