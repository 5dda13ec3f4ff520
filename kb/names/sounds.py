"""A word in any of the alphabets → its sounds, one character each, and the Latin skeleton that folds them.

Sounds are kept finer than any one spelling needs (қ = ``q``, к = ``k``; ж = ``j``, дж = ``ʤ``), so that a comparison
can say which correspondence it used. The skeleton folds what no spelling keeps apart for certain: ``ä ö ü ū ı ğ q ŋ ħ
ʤ w`` become ``a o u u i g k n h j u``. ``c`` is ч, ``x`` is ш and щ, ``h`` is х.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from kb.names import tables
from kb.names.alphabets import Alphabets, alphabets, latin
from kb.names.clean import clean, script_of

VOWELS = "aäeiıoöuūüy"
_FOLD = str.maketrans(
    {"ä": "a", "ö": "o", "ü": "u", "ū": "u", "ı": "i", "ğ": "g", "q": "k", "ŋ": "n", "ħ": "h", "ʤ": "j", "w": "u"}
)
_WRITTEN_SOUNDS = frozenset("abcdefghijklmnopqrstuvwxyz")  # what an Arabic name of the list was replaced by
_DOUBLE = re.compile(r"(.)\1+(?!ly$)")
_GLIDE_Y = re.compile(f"(?<=[{VOWELS}])[yı]|[yı](?=[aäeoöuūü])")
_SOUND_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("[iıy][iıy]+"), "i"),
    (re.compile(f"(?<=[{VOWELS}])[iı](?=e)"), ""),
    (re.compile("^[iı](?=e)"), ""),
    (re.compile("([qk])[qk]+"), r"\1"),
    (re.compile("([ğg])[ğg]+"), r"\1"),
)


@cache
def _table(name: str) -> tuple[Mapping[str, str], re.Pattern[str]]:
    known = tables.toml("letters")
    latin_too = name not in {"cyrillic", "tote", "old_arabic"}
    letters = {**(known["latin"] if latin_too else {}), **known.get(name, {})}
    longest_first = sorted(letters, key=len, reverse=True)
    return letters, re.compile("|".join(map(re.escape, longest_first)) + "|.")


def _spelt(word: str, alphabet: str) -> str:
    letters, pattern = _table(alphabet)
    said: list[str] = []
    for group in pattern.findall(word):
        sound = letters.get(group)
        if sound is None:
            bare = unicodedata.normalize("NFD", group)[0]
            sound = letters.get(bare, bare if bare in _WRITTEN_SOUNDS else "")
        said.append(sound)
    return "".join(said)


@cache
def _arabic() -> tuple[Mapping[str, str], re.Pattern[str]]:
    names = {row["written"]: row["said"] for row in tables.rows("arabic_names")}
    return names, re.compile("|".join(sorted(names, key=len, reverse=True)))


@lru_cache(maxsize=200_000)
def sounds(word: str, context: Alphabets | None = None) -> str:
    """The sounds of one cleaned ``word``; ``context``: the alphabets of the text it stands in, by default its own."""
    script = script_of(word)
    if not script:
        return ""
    by = context or alphabets(word)
    lower = word.lower().replace("i̇", "i").replace("-", "")
    if script == "Latin":
        said = _spelt(latin(lower, by.latin), by.latin)
        if by.latin != "yanalif":
            said = _GLIDE_Y.sub("i", said)
    elif script == "Arabic":
        names, pattern = _arabic()
        if by.arabic == "old_arabic":
            lower = pattern.sub(lambda found: names[found[0]], lower)
        said = _spelt(lower, by.arabic)
    else:
        said = _spelt(lower, "cyrillic")
    for rule, instead in _SOUND_RULES:
        said = rule.sub(instead, said)
    return _DOUBLE.sub(r"\1", said)


def folded(said: str) -> str:
    """Sounds → skeleton, letter for letter."""
    return said.translate(_FOLD)


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """The Latin skeleton of a text of any script: its words folded, separated by spaces. Never raises."""
    seen = clean(text)
    context = alphabets(seen)
    words = re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*'?", seen)
    return " ".join(filter(None, (folded(sounds(word, context)) for word in words)))
