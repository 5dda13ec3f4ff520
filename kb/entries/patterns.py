"""The words of entries as patterns, made of the data file once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from kb.dates.words import month_names, vocabulary_rows

_LETTER = r"[^\W\d_]"
_ENDINGS = ("ында", "інде", "ы", "і", "ының", "інің", "дағы", "дегі", "тағы", "тегі", "ындағы", "індегі")


@cache
def table() -> dict[str, dict[str, list[str]]]:
    """The data file."""
    return tomllib.loads(files(__package__).joinpath("data/words.toml").read_text("utf-8"))


def _loose(pattern: str) -> str:
    """Spaces as any white space."""
    return pattern.replace(" ", r"\s")


def _any_of(patterns: list[str]) -> str:
    return "|".join(f"(?:{_loose(one)})" for one in sorted(patterns, key=len, reverse=True))


@cache
def anchors() -> re.Pattern[str]:
    """A word that begins a section; ``kind_of`` says of a match which.

    The branches stand by the letter they begin with, so that a word is tried against those of its letter only.
    """
    said = [(f"{kind}_v", word, r"(?!\sкүні)") for kind, words in table()["verbs"].items() for word in _longest(words)]
    said += [(kind, word, "") for kind, words in table()["anchors"].items() for word in _longest(words)]
    letters = sorted({letter for _, word, _ in said for letter in _first_letters(word)})
    branches: list[str] = []
    for letter in letters:
        own = [
            f"(?P<{kind}__{len(branches)}_{at}>{_loose(word)}{after})"
            for at, (kind, word, after) in enumerate(said)
            if letter in _first_letters(word)
        ]
        branches.append(f"(?={letter})(?:{'|'.join(own)})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(branches)})(?!\w)", re.IGNORECASE)


def kind_of(found: re.Match[str]) -> tuple[str, bool]:
    """The kind of section that a word begins, and whether it is a verb that may end its clause."""
    kind = (found.lastgroup or "").rpartition("__")[0]
    return kind.removesuffix("_v"), kind.endswith("_v")


def _longest(patterns: list[str]) -> list[str]:
    return sorted(patterns, key=len, reverse=True)


def _first_letters(pattern: str) -> str:
    """The letters a pattern may begin with, small ones: of ``(?-i:[РП])ешением`` рп."""
    bare = re.sub(r"^(?:\(\?(?:-i)?:)+", "", pattern)
    inside = re.match(r"\[([^\]]+)\]", bare)
    return (inside[1] if inside else bare[0]).lower()


@cache
def whole(kind: str, key: str = "words") -> re.Pattern[str]:
    """A piece that is, whole, a word of this kind; what stands in brackets after it belongs to it."""
    return re.compile(rf"(?:{_any_of(table()[kind][key])})(?:\s?\(.*\))?", re.IGNORECASE | re.DOTALL)


@cache
def inside(kind: str) -> re.Pattern[str]:
    """A text that has a word of this kind in it."""
    return re.compile(rf"(?:{_any_of(table()[kind]['inside'])})", re.IGNORECASE)


@cache
def begins(kind: str) -> re.Pattern[str]:
    """A text that begins with a word of this kind."""
    return re.compile(rf"(?:{_any_of(table()[kind]['words'])})", re.IGNORECASE)


@cache
def organ() -> re.Pattern[str]:
    """A phrase with the name of an organ: the word for it with its adjectives, up to a sign or a preposition."""
    word = rf"(?<!\w)[\w-]*(?:{_any_of(table()['organ']['words'])})[\w.-]*"
    adjectives = rf"(?:(?<!\w){_LETTER}[\w.-]*(?:ой|ым|им|ей|ого|ый|ая|ский|ская)\s+)*"
    return re.compile(adjectives + word, re.IGNORECASE)


@cache
def ground_start() -> re.Pattern[str]:
    """Where the ground of a rehabilitation begins."""
    return re.compile(rf"(?<!\w)(?:{_any_of(table()['ground_start']['words'])})", re.IGNORECASE)


@cache
def punishment() -> re.Pattern[str]:
    """Where a punishment begins that no «к» announces: «…, 58-2 УК РСФСР, ВМН», «… заключен в концлагерь»."""
    return re.compile(rf"(?<!\w)(?:{_any_of(table()['sentence_words']['words'])})", re.IGNORECASE)


@cache
def executed() -> re.Pattern[str]:
    """A word that tells of an execution."""
    return re.compile(rf"(?<!\w)(?:{_any_of(table()['executed']['words'])})", re.IGNORECASE)


@cache
def date() -> re.Pattern[str]:
    """A date inside running text, with what a bracket or a slash adds to it."""
    months = {row["form"].rstrip(".") for row in vocabulary_rows() if row["kind"].startswith(("month", "season"))}
    months |= {name + ending for name in month_names("kk") for ending in _ENDINGS}
    month = "|".join(
        sorted((re.escape(form) for form in months if " " not in form and "|" not in form), key=len, reverse=True)
    )
    month = rf"(?:{month})(?!{_LETTER})\.?"
    year = r"(?:1[6-9]|20)\d\d(?!\d)"
    unit = r"(?:\s?(?:г(?:оду|ода|\.|(?!\w))|ж(?:ылдың|ылғы|ылы|\.)))?"
    lead = r"(?:(?:около|ок\.|прибл(?:изительно|\.)?|не\s(?:позднее|позже|ранее|раньше)|до|шамамен)\s)?"
    alternative = rf"(?:\s?/\s?(?:{year}|\d\d(?!\d)){unit}|\s?\((?:[^()]*\d{{4}}[^()]*|\?)\)|\?)?"
    shapes = [
        rf"{year}[./-]\d{{1,2}}[./-]\d{{1,2}}(?!\d)",
        rf"\d{{1,2}}\s?[./]\s?\d{{1,2}}\s?[./]\s?(?:{year}|\d\d(?!\d)){unit}",
        rf"\d{{1,2}}\.{year}{unit}",
        rf"\d{{1,2}}\s?[./-]?\s?[IVX]{{1,4}}\s?[./-]?\s?{year}{unit}",
        rf"\d{{1,2}}(?:-?го)?\s{month}(?:\s\([^()]*\))?\s{year}{unit}",
        rf"{year}{unit}\s\d{{1,2}}\s?-?\s?{month}",
        rf"{year}{unit}\s{month}(?:\sай\w*)?",
        rf"(?:(?:начал[еоа]|конц[еа]|середин[еаы])\s)?{month}\s{year}{unit}",
        rf"(?:(?:начал[еоа]|конц[еа]|середин[еаы])\s)?{year}{unit}",
    ]
    return re.compile(rf"(?<![\w/-]){lead}(?:{'|'.join(shapes)}){alternative}", re.IGNORECASE)


_ITEM = r"\d{2,3}(?:\s?[-–/]\s?\d{1,2}(?!\d)[а-г]?(?![а-я]))*"
_SHORT = r"\d{1,2}[а-г]?(?!\w|\.\d)"


@cache
def articles() -> re.Pattern[str]:
    """A list of articles: ``58-2, 58-10-11``, ``58-7, 10, 11 УК РСФСР``, ``58 п. 10, 11``."""
    code = r"(?:[РК]\w*СР(?:О|Ф)?\s)?ҚК(?:-?\s?нің)?"
    before = rf"(?:(?:по|{code})\s)?(?:(?P<label>{_any_of(table()['articles']['before'])})\s?)?"
    points = rf"(?:\s?(?:-?\s?баптың|п\.?\s?п\.?|п\.|пункт\w*|ч\.)\s?(?P<points>{_SHORT}(?:\s?(?:,|и)\s?{_SHORT})*))?"
    more = rf"(?:\s?(?:[,;]|и|,\s?и)\s?(?:ст\.\s?)?(?:{_ITEM}|{_SHORT}))*"
    after = r"(?:\s?-?\s?(?:бап|тармақ)\w*|-б\.)?(?:\s?УК(?:\s(?:[А-Я]\w*СР|РСФСР|СССР)|\sКаз\w*)?)?"
    return re.compile(rf"(?<![\w-]){before}(?P<list>{_ITEM}{more}){points}{after}(?!\w)", re.IGNORECASE)
