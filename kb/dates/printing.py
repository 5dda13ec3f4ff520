"""An EDTF date printed for people in Russian, Kazakh or English, exactly as precise as it is."""

from __future__ import annotations

import re

from kb.dates.words import month_genitives, month_names
from kb.i18n import Lang, texts_of

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d|XX))?|-XX(?:-XX)?)?(?P<mark>[?~%]?)")
_DECADE = re.compile(r"(\d{3})X([?~%]?)")
_CENTURY = re.compile(r"(\d\d)XX([?~%]?)")
_SEASONS = range(21, 25)


def format_date(edtf: str, lang: Lang) -> str:
    """The date in words: ``7 февраля 1930``, ``1930 ж. 7 ақпан``, ``около 1890``, ``март – август 1931``.

    What has no words here (the rarer forms of level 2, and texts that are no EDTF) is given back as it is.
    """
    text = edtf.strip()
    if text in {"XXXX", "../..", ""}:
        return _say("unknown", lang)
    if text[0] + text[-1] in {"[]", "{}"}:
        members = [part.strip() for part in text[1:-1].split(",")]
        printed = [_range(*part.split("..", 1), lang=lang) if ".." in part else _one(part, lang) for part in members]
        return _say("or" if text[0] == "[" else "and", lang).join(printed)
    left, slash, right = text.partition("/")
    return _range(left, right, lang=lang) if slash else _one(text, lang)


def _say(key: str, lang: Lang, **values: object) -> str:
    return texts_of("kb.dates").say(f"dates.print.{key}", lang, **values)


def _range(left: str, right: str, *, lang: Lang) -> str:
    open_left, open_right = left in {"", ".."}, right in {"", ".."}
    if open_left and open_right:
        return _say("unknown", lang)
    if open_left:
        return _say("until", lang, date=_one(right, lang, genitive=True))
    if open_right:
        return _say("since", lang, date=_one(left, lang, genitive=True))
    first, last = _DATE.fullmatch(left), _DATE.fullmatch(right)
    if (
        first
        and last
        and first["year"] == last["year"]
        and first["mark"] == last["mark"]
        and first["month"]
        and last["month"]
    ):
        within = _within_a_year(first, last, lang)
        if within is not None:
            return _marked(within, first["mark"], lang)
    return _say("span", lang, first=_one(left, lang), last=_one(right, lang))


def _within_a_year(first: re.Match[str], last: re.Match[str], lang: Lang) -> str | None:
    """``5–12 мая 1930``, ``28 февраля – 3 марта 1930``, ``март – август 1931``; None for seasons."""
    months = int(first["month"]), int(last["month"])
    if max(months) > 12 or (first["day"] is None) != (last["day"] is None) or "XX" in {first["day"], last["day"]}:
        return None
    if first["day"] is None:
        names = [month_names(lang)[month - 1] for month in months]
        return _say("month", lang, month=_say("span", lang, first=names[0], last=names[1]), year=first["year"])
    days = int(first["day"]), int(last["day"])
    names = [_month_of_day(month, lang) for month in months]
    if months[0] == months[1]:
        return _say(
            "day", lang, day=_say("days", lang, first=days[0], last=days[1]), month=names[0], year=first["year"]
        )
    head = _say("span", lang, first=f"{days[0]} {names[0]}", last=days[1])
    return _say("day", lang, day=head, month=names[1], year=first["year"])


def _month_of_day(month: int, lang: Lang) -> str:
    return month_genitives()[month - 1] if lang == "ru" else month_names(lang)[month - 1]


def _one(text: str, lang: Lang, *, genitive: bool = False) -> str:
    if found := _DECADE.fullmatch(text):
        century_too = lang == "en" and found[1].endswith("0")  # the 1900s may be a hundred years
        years = {"first": f"{found[1]}0", "last": f"{found[1]}9", "year": f"{found[1]}0"}
        return _marked(_say("century" if century_too else "decade", lang, **years), found[2], lang)
    if found := _CENTURY.fullmatch(text):
        return _marked(_say("century", lang, first=f"{found[1]}00", last=f"{found[1]}99"), found[2], lang)
    found = _DATE.fullmatch(text)
    if found is None:
        return text
    year, month, day, mark = found["year"], int(found["month"] or 0), found["day"], found["mark"]
    genitive = genitive or mark in {"~", "%"}
    if month in _SEASONS and day is None:
        printed = _say(f"season_{month}_genitive" if genitive else f"season_{month}", lang, year=year)
    elif month > 12:
        return text
    elif not month:
        printed = _say("year", lang, year=year)
    elif day in {None, "XX"}:
        name = _month_of_day(month, lang) if genitive else month_names(lang)[month - 1]
        printed = _say("month", lang, month=name, year=year)
    else:
        printed = _say("day", lang, day=int(day or 0), month=_month_of_day(month, lang), year=year)
    return _marked(printed, mark, lang)


def _marked(printed: str, mark: str, lang: Lang) -> str:
    if mark in {"~", "%"}:
        printed = _say("about", lang, date=printed)
    return _say("perhaps", lang, date=printed) if mark in {"?", "%"} else printed
