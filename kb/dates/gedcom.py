"""Dates as genealogy programs write them (GEDCOM 5.5.1 and 7), put into words that the reader of dates reads."""

from __future__ import annotations

import re

_SIGNATURE = re.compile(
    r"^(?:ABT|CAL|EST|BEF|AFT|BET|FROM|TO|INT)\b|@#D[A-Z ]+@|"
    r"^(?:GREGORIAN|JULIAN|FRENCH_R|HEBREW|_[A-Z]+)\b|\b(?:BCE|B\.C\.)|"
    r"^(?:\d{1,2} )?(?:[A-Z]{3} )?1[0-7]\d\d/\d\d$"
)
_CALENDAR = re.compile(r"@#D([A-Z ]+)@|\b(GREGORIAN|JULIAN|FRENCH_R|HEBREW|_[A-Z]+)\b")
_LIMITS = re.compile(r"\b(ABT|CAL|EST|BEF|AFT|BET|FROM|TO|INT|AND)\b")
#: Written so while a year might begin in March; later ones, as 1929/30, are two years.
_TWO_STYLES = re.compile(r"\b(1[0-7])(\d\d)/(\d\d)\b")
_PHRASE = re.compile(r"\s*\(.*\)\s*$", re.DOTALL)
_WORDS = {
    "ABT": "about",
    "CAL": "about",
    "EST": "about",
    "BEF": "before",
    "AFT": "after",
    "BET": "between",
    "AND": "and",
    "FROM": "from",
    "TO": "to",
}


def in_words(text: str) -> str | None:
    """The date in words, an empty text where its calendar cannot be read; None for what is no date of GEDCOM."""
    if _SIGNATURE.search(text) is None:
        return None
    if re.search(r"\b(?:BCE|B\.C\.)", text):
        return ""
    interpreted = text.startswith("INT ")
    parts = _LIMITS.split(_PHRASE.sub("", text) if interpreted else text)
    said: list[str] = []
    for place, part in enumerate(parts):
        if place % 2:
            said.append(_WORDS.get(part, ""))
        elif part.strip():
            date = _date(part)
            if date is None:
                return ""
            said.append(date)
    words = " ".join(filter(None, said))
    if words.startswith("to "):
        words = words.replace("to ", "until ", 1)
    return f"{words}?" if interpreted else words


def _date(text: str) -> str | None:
    calendars = {found[1] or found[2] for found in _CALENDAR.finditer(text)}
    if calendars - {"GREGORIAN", "JULIAN"}:
        return None
    plain = " ".join(_CALENDAR.sub(" ", text).split())
    plain = _TWO_STYLES.sub(_new_style, plain)
    return f"{plain} O.S." if "JULIAN" in calendars else plain


def _new_style(found: re.Match[str]) -> str:
    """Of ``1699/00`` the year that begins in January."""
    century, year, new = found[1], int(found[2]), int(found[3])
    return f"{int(century) + (new < year):02}{new:02}"
