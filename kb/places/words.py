"""Words for kinds of places, and forms under which a name of a place is looked up."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from kb.names import fold

_ADJECTIVE = re.compile(
    r"(?:ин|ен|ов|ев|ан)?(?:ск(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их)|ская|sky|skiy|skij|skaya|ski)$|(?:н|ов)(?:ый|ого|ому|ым|ом|ая|ой|ую)$"
)
_FEMININE = frozenset({"volost", "guberniya", "oblast", "republic"})
_SHORTENED = re.compile(r"\b(р|с|о|ст)[-/]\s?(н|на|не|ну|ном|нов|нах|ны|с|совет|совета|совете|га|г|ца|цы|це)\b")
_NOT_A_LETTER = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Unit:
    """A kind of place: its order from the smallest up, and whether its adjective is feminine in Russian."""

    kind: str
    order: int
    feminine: bool


@cache
def units() -> dict[str, Unit]:
    """The kinds."""
    return {kind: Unit(kind, row["order"], kind in _FEMININE) for kind, row in _table().items()}


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__package__).joinpath("data/units.toml").read_text("utf-8"))


@cache
def forms(side: str) -> dict[str, Unit]:
    """Which kind a word means that stands ``before`` or ``after`` a name."""
    known: dict[str, Unit] = {}
    for kind, row in _table().items():
        for word in row[side]:
            known[word] = known[folded(word)] = units()[kind]
    return known


def folded(name: str) -> str:
    """Lower case, ё as е, signs as single spaces; «р-на» stays one word."""
    plain = unicodedata.normalize("NFC", name).lower().replace("ё", "е")
    return _NOT_A_LETTER.sub(" ", _SHORTENED.sub(r"\1\2", plain)).strip()


@cache
def _phrases() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files(__package__).joinpath("data/phrases.toml").read_text("utf-8"))


@lru_cache(maxsize=16384)
def without_prepositions(name: str) -> str:
    """«в Созакском районе» without «в»; a name that is nothing else stays."""
    known = {word for forms_of in _phrases()["before"].values() for word in forms_of}
    words = name.split()
    while len(words) > 1 and words[0].lower() in known:
        words.pop(0)
    return " ".join(words)


@lru_cache(maxsize=16384)
def without_case(name: str) -> str:
    """A Kazakh name without the ending of its case: ``Батпаққарада`` → ``Батпаққара``; empty if it has none."""
    for ending in _phrases()["endings"]["kk"]:
        if name.endswith(ending) and len(name) > len(ending) + 2:
            return name.removesuffix(ending)
    return ""


@lru_cache(maxsize=16384)
def core(name: str) -> str:
    """The name without the word for its kind: ``Сузакский район`` → ``сузакский``."""
    words = folded(name).split()
    while len(words) > 1 and words[-1] in forms("after"):
        words.pop()
    while len(words) > 1 and words[0] in forms("before"):
        words.pop(0)
    return " ".join(words)


@lru_cache(maxsize=16384)
def kind_in(name: str) -> str:
    """The kind that a word of the name says; empty if none does."""
    words = folded(name).split()
    after, before = forms("after").get(words[-1]) if words else None, forms("before").get(words[0]) if words else None
    unit = after or before if len(words) > 1 else None
    return unit.kind if unit else ""


@lru_cache(maxsize=16384)
def sound(name: str) -> str:
    """The name as it sounds, whatever the alphabet: Қызылорда, Кзыл-Орда and Kyzylorda nearly meet."""
    return fold(core(name).replace(" ", ""))


@lru_cache(maxsize=16384)
def stem(name: str) -> str:
    """What a town and the district named after it share: Батпаққара, Батпаккаринский → ``batpakar``."""
    bare = _ADJECTIVE.sub("", core(name))
    return fold(bare.replace(" ", "")).rstrip("aeiouy") if len(bare) > 2 else ""


@lru_cache(maxsize=16384)
def is_adjective(name: str) -> bool:
    """Whether it is named after another place, as a district is: Павлодарский, Тургайского."""
    return _ADJECTIVE.search(core(name)) is not None


def nominative(name: str, unit: Unit | None) -> str:
    """A Russian adjective with the ending of the nominative: ``Батпаккаринского`` → ``Батпаккаринский``."""
    if unit is not None and unit.feminine:
        return re.sub(r"(ск|н|ов|ев)(?:ой|ую|ою)$", r"\1ая", name)
    name = re.sub(r"(к|г|х)(?:ого|ому|им|ом)$", r"\1ий", name)
    return re.sub(r"(н|в|р|т)(?:ого|ому|ым|ом)$", r"\1ый", name)
