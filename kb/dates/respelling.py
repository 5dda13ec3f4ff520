"""What typists and editors do to dates, undone before they are read: letters for figures, square brackets."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.dates.atoms import Gatherer
from kb.dates.lexer import tokens
from kb.dates.partial import Partial

_MISTYPED = re.compile(r"[12](?<!\w[12])(?=\d{0,2}[OoОоЗз])[\dOoОоЗз]{3}(?!\w)")
_FIGURES = str.maketrans("OoОоЗз", "000033")
_OF_CONTEXT = re.compile(r"\b([стп])/\s?г(?:ода|оду)?\b\.?")
_MONTH = re.compile(r"\bм-?ц[аеу]?\b\.?")
_UNKNOWN_DAY = re.compile(r"(?<!\w)[?хx*X]{1,2}\.(?=\d\d?\.\d)")
_DOTS = re.compile(r"(?<=\d{4})\s?(?:\.{2,3}|…)\s?(?=\d{4})")
_NO_BEGINNING = re.compile(r"^(?:\.{2,3}|…)\s?(?=\d{4}(?!\d))")
_TYPED_DASH = re.compile(r"(?<=\d{4})--(?=\d)|(?<=\s)--(?=\s)")
_BRACKET = re.compile(r"\[([^\[\]]*)\]")


def respelled(text: str) -> str:
    """«193O г.» as ``1930?``, «с/г» as «с г», «м-ца» as «месяца», «?.05.1930» without the unknown day."""
    if "/г" in text or "/ г" in text:
        text = _OF_CONTEXT.sub(r"\1 г", text)
    if "ц" in text:
        text = _MONTH.sub("месяца", text)
    if "--" in text:
        text = _TYPED_DASH.sub("-", text)
    if ".." in text or "…" in text:
        text = _NO_BEGINNING.sub("- ", _DOTS.sub("-", text))
    if "." in text:
        text = _UNKNOWN_DAY.sub("", text)
    return _MISTYPED.sub(lambda found: found[0].translate(_FIGURES) + "?", text)


def without_editors_brackets(text: str) -> str:
    """Without the square brackets around what an editor supplied: «5 [октября] 1929», «окт[ября]», «192[9]».

    A bracket that gives a date of its own beside the one before it stays: «1884 [1891]».
    """
    place = 0
    while found := _BRACKET.search(text, place):
        before, after = text[: found.start()], text[found.end() :]
        merged = before + found[1] + after
        if (
            not _dates_in(before)
            or before.rstrip().endswith("-")
            or _dates_in(merged) <= _dates_in(f"{before} {after}")
        ):
            text, place = merged, found.start()
        else:
            place = found.end()
    return text


@lru_cache(maxsize=64)
def _dates_in(text: str) -> int:
    return sum(isinstance(node, Partial) for node in Gatherer(tokens(text), None).gather())
