"""An entry cut into sections at the words that begin them, and a section into its pieces."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.entries.patterns import anchors, date, kind_of, organ, whole

_ABBREVIATIONS = re.compile(
    r"(?:^|[\s(.-])(?:г|гор|с|сел|д|дер|пос|ст|обл|губ|вол|у|уезд|окр|р|хут|х|м|мест|им|ул|пер|кв|корп|комн|бул|наб|ш|пл|пр|стр|зам|зав|пом"
    r"|нач|гл|чл|канд|б|бывш|искл|обр|о|св|проф|ж|қ|ауд|а|т|п|об|инж|каз|ук|прокур|прок|респ|отв|ответств|уполн|моск|ленингр|[а-я]\.\s?[а-я]|[А-Я])$",
    re.IGNORECASE,
)
_LEFT_OVER = frozenset({"source", "release", "other"})  # no field: left over with the word that begins them
_WITH_ITS_WORD = _LEFT_OVER | {"exile", "verdict"}
_DATED = frozenset({"arrest", "decision", "death", "rehabilitation"})
_WAS = re.compile(r"(?:был[а]?|вторично|повторно|вновь|снова)\s+$")
_LONGEST_ABBREVIATION = 14  # letters, with the sign before it
_FARTHEST = 60  # letters from the beginning of a date to the verb after it
_SIGN = re.compile(r'[();,."]')
_STOP = re.compile(r"[.;]\s+")
_BOUNDARY = re.compile(r"[;,]\s|\.\s")


@dataclass(slots=True)
class Section:
    """A part of the entry: its kind, and where its own words stand, without the word that began it."""

    kind: str
    start: int
    end: int
    back: bool = False  # the verb stands at its end
    before: tuple[int, int] | None = None  # a date right before the verb: «В 1931 г. приговорен к …»


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece between commas, semicolons or full stops."""

    text: str
    start: int
    end: int


def sections(text: str) -> list[Section]:
    """The sections in order; the first, of kind ``head``, is what stands before any word that begins one."""
    found = [Section("head", 0, len(text))]
    for match in anchors().finditer(text):
        kind, verb = kind_of(match)
        before = found[-1]
        if match.start() < before.start:
            continue
        back = (
            _clause_start(text, before.start, match.start(), kind) if verb and _ends_clause(text, match.end()) else None
        )
        if back is not None and text[back : match.start()].strip():
            before.end = back
            found.append(Section(kind, back, match.start(), back=True))
            found.append(Section("birth_rest" if kind == "birth" else "rest", match.end(), len(text)))
        else:
            begin = match.start() if kind in _WITH_ITS_WORD else match.end()
            dated = _clause_before(text, before.start, match.start()) if kind in _DATED else None
            before.end = dated[0] if dated else match.start()
            found.append(Section(kind, begin, len(text), before=dated))
    return found


def _clause_before(text: str, floor: int, verb: int) -> tuple[int, int] | None:
    """The date right before a verb within a sentence, or the organ and the date; before a capital it ended another."""
    if text[verb].isupper():
        return None
    was = _WAS.search(text, floor, verb)
    end = was.start() if was else verb
    dates = [(one.start(), one.end()) for one in date().finditer(text, max(floor, verb - _FARTHEST), end)]
    clause = _sentence_start(text, floor, end)
    organs = organ().search(text, clause, end)
    if clause > floor and dates and organs and dates[-1][0] >= clause:
        return clause, end
    return next(((first, last) for first, last in dates if not text[last:end].strip()), None)


def _sentence_start(text: str, floor: int, end: int) -> int:
    """Where the sentence that goes on at ``end`` begins; ``floor`` if it began before."""
    for boundary in reversed(list(_STOP.finditer(text, floor, end))):
        if not _abbreviated(text, floor, boundary.start()):
            return boundary.end()
    return floor


def _ends_clause(text: str, end: int) -> bool:
    """Whether a sign stands after the verb, so that its date and place stood before it."""
    rest = text[end : end + 3].lstrip()
    return not rest or rest[0] in ",;.)"


def _clause_start(text: str, floor: int, verb: int, kind: str) -> int:
    """Where the clause that a verb ends begins: at the date before the verb, else at the beginning of the sentence.

    The date of a birth stands between commas: «Абаев Абай, 1895 жылы туған».
    """
    dates = [(one.start(), one.end()) for one in date().finditer(text, floor, verb)]
    if dates and not text[dates[-1][1] : verb].strip():
        clause = _sentence_start(text, floor, dates[-1][0])  # «… прокуратурасы 15.06.1989 ж. ақтады»
        with_organ = kind in _DATED and clause > floor and organ().search(text, clause, dates[-1][0])
        return clause if with_organ else dates[-1][0]
    if dates and kind == "birth" and not _STOP.search(text, dates[-1][1], verb):
        return dates[-1][0]
    for boundary in reversed(list(_BOUNDARY.finditer(text, floor, verb))):
        comma, stop = boundary[0][0] == ",", boundary[0][0] == "."
        if (comma and kind != "birth") or (stop and _abbreviated(text, floor, boundary.start())):
            continue
        if not any(start < boundary.start() < end for start, end in dates):
            return boundary.end()
    return floor


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """Pieces apart by semicolons, commas and full stops outside brackets and quotation marks."""
    result: list[Piece] = []
    depth, begun, quoted = 0, start, False
    ignored = "" if text.count('"', start, end) % 2 == 0 else '"'
    if text.count("(", start, end) != text.count(")", start, end):
        ignored += "()"
    for found in _SIGN.finditer(text, start, end):
        sign, place = found[0], found.start()
        if sign in ignored:
            continue
        if sign in "()":
            depth = max(depth + (1 if sign == "(" else -1), 0)
        elif sign == '"':
            quoted = not quoted
        if depth or quoted or sign not in ";,.":
            continue
        if sign == "." and not _full_stop(text, begun, place, end):
            continue
        result.append(_trimmed(text, begun, place))
        begun = place + 1
    closed = end
    while closed > begun and text[closed - 1] in " .":
        closed -= 1
    result.append(_trimmed(text, begun, closed))
    return [piece for piece in result if piece.text]


def _abbreviated(text: str, floor: int, stop: int) -> bool:
    """Whether an abbreviation ends at ``stop``."""
    return _ABBREVIATIONS.search(text[max(floor, stop - _LONGEST_ABBREVIATION) : stop]) is not None


def _full_stop(text: str, begun: int, place: int, end: int) -> bool:
    """Whether a full stop ends a sentence: white space and a capital follow, and no abbreviation is before it."""
    rest = text[place + 1 : end].lstrip()
    if place + 1 < end and not text[place + 1].isspace():
        return False
    if not rest:
        return False
    abbreviated = _abbreviated(text, begun, place)
    if rest[0].isdigit():  # «… РСФСР). 30 мая 1931 года тройкой»
        return not abbreviated and date().match(rest) is not None
    capital = rest[0].isupper()
    if abbreviated == capital:  # «губ. Казах»; «Казах. малограмотный»
        following = re.split(r"[;,.]\s|[;,.]$", rest, maxsplit=1)[0].strip()
        return any(whole(kind).fullmatch(following) for kind in ("nationality", "education", "party"))
    return capital


def _trimmed(text: str, start: int, end: int) -> Piece:
    while start < end and text[start] in " \t\r\n,;:-–—":
        start += 1
    while end > start and text[end - 1] in " \t\r\n,;:":
        end -= 1
    return Piece(text[start:end], start, end)


def first_sentence(text: str, start: int, end: int) -> int:
    """Where the first sentence of a section ends."""
    for place in range(start, end):
        if text[place] == "." and _full_stop(text, start, place, end):
            return place
    return end
