"""A text cut into tokens of dates: numbers, months, seasons, words of limits and spans, signs, and the rest."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from kb.dates.numerals import number_at, numerals
from kb.dates.words import case_of, fold_word, longest_phrase, meaning_of, number_suffixes, phrases

Written = tuple[int | None, int | None, int | None]


class Token(NamedTuple):
    """A token: its kind; a number or word as value; year, month, day of a date in figures; the case it stands in."""

    kind: str
    number: int = 0
    word: str = ""
    date: Written = (None, None, None)
    case: str = ""
    spaced: bool = False  # white space before it


_ROMAN_SIGNS = str.maketrans("ІіХхУуПШ1l", "IIXXVVПШII")
_ROMANS = {
    "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11, "XII": 12,
    "XIII": 13, "XIV": 14, "XV": 15, "XVI": 16, "XVII": 17, "XVIII": 18, "XIX": 19, "XX": 20, "XXI": 21,
}  # fmt: skip
_SIGNS = {"[": "(", "]": ")", "&": "and"}
_NOTHING_SAID = ".\"'«»„“”…!_"
_FOLDS = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("\u00a0\u202f\u2009\u200a", " ") | {"’": "'", "‘": "'"}
)
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0000-\u0008\u000b-\u001f\u007f]")
_IN_PHRASES = {"", "е"} | {suffix for suffix, kind in number_suffixes().items() if kind == "ordinal"}
_SUFFIX = "|".join(sorted(map(re.escape, number_suffixes()), key=len, reverse=True))
_R = "[IVXІХУПШ]{1,5}"
_R_TYPED = "(?:[IVXІХУПШ]{1,5}|1[VXХУ])"  # on a typewriter the figure 1 is also the letter I

_YEAR_AFTER = (
    rf"(?:(?:\s?[./-]\s?|\s)\d{{4}}(?!\d)|\s?[./-]\s?\d\d(?!\d|\s?[./-]\s?(?:\d|{_R}(?!\w)))|\s\d\d(?=\s?[гжj]\b))"
)
_TWO_OR_FOUR = r"(?:\d{4}(?!\d)|\d\d(?!\d|[./]\d))"
# Letters before figures: most lexemes are words, and each branch before theirs costs time.
_LEXEME = re.compile(
    rf"""\s*(?:
      (?P<rom>(?<![\w]){_R}{_YEAR_AFTER})
    | (?P<roman>{_R})(?![^\W_])
    | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)?)(?P<dot>\.)?
    | (?P<ymd>(?<!\d)\d{{4}}(?P<ys>[-./])\d{{1,2}}(?P=ys)\d{{1,2}}(?!\d))
    | (?P<ym>(?<!\d)\d{{4}}-\d\d(?![\d-]|-\d))
    | (?P<blank>(?<!\d)(?:1\d|20)(?:\d[?_*XxХх…]|[?_*XxХх]{{2}}|\d\.\.|…|--|\d-(?!\s?\d))(?!\w))
    | (?P<dmy>(?<!\d)\d{{1,2}}(?:(?:\s?\.\s?|/)\d{{1,2}}(?:\s?\.\s?|[/-])|-\d{{1,2}}-){_TWO_OR_FOUR})
    | (?P<dashed>(?<!\d)(?:1[3-9]|2\d|3[01])-\d{{1,2}}\.\d{{4}}(?!\d))
    | (?P<drom>(?<![\w])\d{{1,2}}(?:(?:\s?[./-]\s?|\s){_R_TYPED}{_YEAR_AFTER}|\.[ivx]{{1,4}}\.{_TWO_OR_FOUR}))
    | (?P<dr>(?<![\w])\d{{1,2}}\s?[./-]\s?{_R_TYPED}(?!\w))
    | (?P<my>(?<!\d)\d{{1,2}}[./]\d{{4}}(?!\d))
    | (?P<time>\d{{1,2}}:\d\d(?::\d\d)?|\d{{1,2}}\.\d\d(?=\s?(?:ч\b|час|мин|утра|вечера|дня|h\b|am\b|pm\b)))
    | (?P<dm>(?<![\d.])\d{{1,2}}(?:\.\d{{1,2}}(?!\d)\.?(?!\s?(?:лет|год|тыс|млн))|/\d{{1,2}}(?=[\s-]\d\d\s?[гж]\b)))
    | (?P<short>'\d\d(?![\d\w-]))
    | (?P<numbered>№+\s?[\w/-]+)
    | (?P<num>\d+)(?:-?(?P<suf>{_SUFFIX})(?![^\W\d_])(?P<sdot>\.)?)?
    | (?P<sign>[-/,;:()\[\]?~+&±])
    | (?P<other>\S)
    )""",
    re.VERBOSE,
)


def fold(text: str) -> str:
    """One form for dashes, spaces and apostrophes; invisible signs dropped; composed letters."""
    if text.isascii():
        return _INVISIBLE.sub("", text)
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text).translate(_FOLDS))


def tokens(text: str) -> list[Token]:
    """The tokens of a folded text, phrases joined."""
    found = list(_LEXEME.finditer(text))
    result: list[Token] = []
    place = 0
    while place < len(found):
        taken, token = _phrase(found, place)
        if token is None:
            taken, token = 1, _single(found[place])
        if token.kind:
            result.append(token._replace(spaced=True) if found[place][0][0].isspace() else token)
        place += taken
    return result


def _raw(match: re.Match[str]) -> str:
    """A lexeme as phrases know it; empty for what no phrase may contain."""
    if match["word"]:
        return fold_word(match["word"])
    if match["roman"]:
        value = roman(match["roman"])
        return next((sign.lower() for sign, number in _ROMANS.items() if number == value), fold_word(match["roman"]))
    return match["num"] if match["num"] and (match["suf"] or "") in _IN_PHRASES else ""


def _phrase(found: list[re.Match[str]], place: int) -> tuple[int, Token | None]:
    first = _raw(found[place])
    longest = longest_phrase(first) if first else 0
    if longest > 1:
        words, ends = _words_from(found, place, first, longest)
        for size in range(len(words), 1, -1):
            meaning = phrases().get(" ".join(words[:size]))
            if meaning is not None:
                return ends[size - 1] - place, _token(meaning.kind, meaning.value, meaning.case)
    if first in numerals():
        number = number_at([_raw(match) for match in found[place : place + 8]], 0)
        if number is not None:
            return number.words, Token("num", number.value, word="ordinal" if number.ordinal else "words")
    return 0, None


def _words_from(found: list[re.Match[str]], place: int, first: str, longest: int) -> tuple[list[str], list[int]]:
    """The words of what may be a phrase, and the place after each; ``1-жартысы`` is two words."""
    words, ends = [first], [place + 1]
    at = place + 1
    if first.isdigit() and at < len(found) and found[at][0] == "-":
        at += 1
    while len(words) < longest and at < len(found):
        word = _raw(found[at])
        if not word:
            break
        at += 1
        words.append(word)
        ends.append(at)
    return words, ends


def _token(kind: str, value: str, case: str) -> Token:
    return Token(kind, int(value), case=case) if value.lstrip("-").isdigit() else Token(kind, word=value, case=case)


def _single(match: re.Match[str]) -> Token:
    group = match.lastgroup or ""
    if group in {"dot", "word"}:
        meaning = meaning_of(fold_word(match["word"]), bool(match["dot"]))
        if meaning is not None:
            return _token(meaning.kind, meaning.value, meaning.case)
        return Token("junk", word=match["word"])
    if group in {"num", "suf", "sdot"}:
        return _number(match["num"], match["suf"] or "")
    if group == "sign":
        return Token(_SIGNS.get(match["sign"], match["sign"]))
    if group == "roman":
        value = roman(match["roman"])
        return Token("roman", value) if value else Token("junk", word=match["roman"])
    if group == "other":
        return Token("" if match["other"] in _NOTHING_SAID else "junk", word=match["other"])
    if group == "time":
        return Token("time")
    if group == "short":
        return Token("num", full_year(match["short"][1:]), word="short")
    if group == "numbered":
        return Token("junk", word=match["numbered"])
    return _in_figures(group, match[group].strip())


def _number(digits: str, suffix: str) -> Token:
    if len(digits) > 4:
        return Token("junk", word=digits)
    kind = number_suffixes().get(suffix, "")
    if kind == "year":
        return Token("num", int(digits), word="years" if len(suffix) > 1 else "year")
    return Token("num", int(digits), word=kind, case=case_of(suffix))


def _in_figures(group: str, text: str) -> Token:
    if group == "blank":
        years = re.sub(r"[^\d]", "X", text.replace("..", "X"))
        return Token("blank", word=years.ljust(4, "X"))
    if group in {"drom", "rom", "dr"}:
        return _with_roman_month(group, text)
    one, two, *three = (part for part in re.split(r"\s?[./-]\s?", text) if part)
    if group == "ymd":
        return Token("date", date=(int(one), int(two), int(three[0])), word="iso" if "-" in text else "figures")
    if group == "my":
        return Token("date", date=(int(two), int(one), None), word="figures")
    if group == "dm":
        return _day_and_month(int(one), int(two), text)
    if group == "ym":
        return _year_and_two_figures(int(one), int(two))
    slashed = text.count("/") == 2
    return Token("date", date=(full_year(three[0]), int(two), int(one)), word="slashed" if slashed else "figures")


def _with_roman_month(group: str, text: str) -> Token:
    *head, sign, year = re.split(r"\s?[./-]\s?|\s", text if group != "dr" else f"{text}.0000")
    month = roman(sign)
    if not 1 <= month <= 12:
        return Token("junk", word=text)
    if group == "dr":
        return _day_and_month(int(head[0]), month, text)
    return Token("date", date=(full_year(year), month, int(head[0]) if head else None), word="figures")


def _day_and_month(day: int, month: int, text: str) -> Token:
    """``01.02.``, ``1/X``: the year stands elsewhere."""
    if not (1 <= month <= 12 and day <= 31):
        return Token("junk", word=text)
    return Token("date", date=(None, month, day), word="no_year")


def _year_and_two_figures(year: int, rest: int) -> Token:
    """``1930-05`` is a month, ``1931-21`` a season, ``1929-31`` two years (the season only if it cannot be years)."""
    if 1 <= rest <= 12:
        return Token("date", date=(year, rest, None), word="iso")
    if 21 <= rest <= 24 and rest <= year % 100:
        return Token("date", date=(year, rest, None), word="season")
    return Token("years", year, date=(year, rest, None))


def full_year(digits: str) -> int:
    """Two figures are a year of the twentieth century."""
    return int(digits) if len(digits) == 4 else 1900 + int(digits)


def roman(sign: str) -> int:
    """The value of a Roman numeral up to XXI, also typed with Cyrillic letters (ІХ, ХП, Ш, У); 0 if it is none."""
    sign = sign.translate(_ROMAN_SIGNS).replace("Ш", "III").replace("П", "II")
    return _ROMANS.get(sign.upper() if sign.isascii() else sign, 0)
