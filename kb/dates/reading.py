"""``read_date``: what a date written by people says, as EDTF and as days, never more exactly than it says it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from kb.dates.atoms import Gatherer
from kb.dates.completion import complete
from kb.dates.days import day_number, days_in, iso
from kb.dates.edtf import bounds
from kb.dates.gedcom import in_words
from kb.dates.grammar import PREFIXES, Grammar
from kb.dates.lexer import fold, tokens
from kb.dates.partial import Partial, UnreadError
from kb.dates.respelling import respelled, without_editors_brackets
from kb.dates.spans import Span, hull, several
from kb.dates.surroundings import Node
from kb.dates.words import fold_word, meaning_of

Notation = Literal["edtf", "prose"]
LONGEST = 1000
"""Letters; a longer text is not one date and is not read."""

_AFTER_NOUN = frozenset({"before_post", "after_post", "by_post", "from_post"})
_EDTF_SIGNS = re.compile(r"[\dXYES?~%/\-.\[\]{}, :TZ+]+")
_TWO_YEARS = re.compile(r"(\d{4})/(\d{4})")
_YEAR_AND_TWO = re.compile(r"\d\d(\d\d)-(2[1-9]|3\d|4[01])")
_IN_FIGURES = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s?г(?:\.|ода|оду)?)?")
_WITH_MONTH = re.compile(r"(\d{1,2}) ([^\W\d_]+)(\.?) (\d{4})(?:\s?г(?:\.|ода|оду)?)?")
_YEAR_ALONE = re.compile(r"(\d{4})(?:\s?г(?:\.|оду?|ода)?)?")


@dataclass(frozen=True, slots=True)
class DateReading:
    """What was read.

    ``edtf`` is None when it could not be read; ``earliest`` and ``latest`` are days as whole numbers ``YYYYMMDD``, None
    on an open side. ``note`` is the key of a remark (``dates.notes.*`` in the texts), always given if nothing was read.
    ``old_style`` is the date as EDTF in the old style where the text gives that.
    """

    text: str
    edtf: str | None = None
    earliest: int | None = None
    latest: int | None = None
    note: str | None = None
    old_style: str | None = None

    @property
    def earliest_iso(self) -> str | None:
        """The first day as ``YYYY-MM-DD``."""
        return iso(self.earliest)

    @property
    def latest_iso(self) -> str | None:
        """The last day as ``YYYY-MM-DD``."""
        return iso(self.latest)


def read_date(text: str, *, context_year: int | None = None, notation: Notation = "edtf") -> DateReading:
    """Read a date in Russian, Kazakh, English or EDTF; never raises.

    ``context_year`` is the year the text speaks of («28 мая т. г.»). ``notation`` decides about what is both EDTF and
    prose: ``1893/1899`` is a span in EDTF, but one of two years where people write.
    """
    return _read(text, context_year, notation == "prose")


@lru_cache(maxsize=65536)
def _read(text: str, context_year: int | None, prose: bool) -> DateReading:
    stripped = text.strip()
    if not stripped:
        return DateReading(text, note="empty")
    if len(stripped) > LONGEST:
        return DateReading(text, note="not_understood")
    said = in_words(stripped)
    if said is not None:
        read = _read(said, None, prose)
        return replace(read, text=text, note=read.note if said else "not_understood")
    if stripped[0] in "0123456789XY[{.-?~%/":
        plain = _plain(text, stripped) or _as_edtf(text, stripped, prose=prose)
        if plain is not None:
            return plain
    return _read_prose(text, _without_outer_brackets(fold(stripped)), context_year, prose)


def _plain(text: str, stripped: str) -> DateReading | None:
    """The commonest forms, without the grammar: ``5.05.1930``, ``5 мая 1930 г.``, ``1930 г.``"""
    if found := _YEAR_ALONE.fullmatch(stripped):
        year = int(found[1])
        return DateReading(text, found[1], day_number(year, 1, 1), day_number(year, 12, 31))
    if found := _IN_FIGURES.fullmatch(stripped):
        return _plain_day(text, int(found[3]), int(found[2]), int(found[1]))
    if found := _WITH_MONTH.fullmatch(stripped):
        meaning = meaning_of(fold_word(found[2]), found[3] == ".")
        if meaning is not None and meaning.kind == "month":
            return _plain_day(text, int(found[4]), int(meaning.value), int(found[1]))
    return None


def _plain_day(text: str, year: int, month: int, day: int) -> DateReading | None:
    if not (1 <= month <= 12 and 1 <= day <= days_in(year, month)):
        return None
    number = day_number(year, month, day)
    return DateReading(text, f"{year:04}-{month:02}-{day:02}", number, number)


def _as_edtf(text: str, stripped: str, *, prose: bool) -> DateReading | None:
    if not _EDTF_SIGNS.fullmatch(stripped):
        return None
    if found := _YEAR_AND_TWO.fullmatch(stripped):  # 1929-31 is two years, 1931-21 a season
        code = int(found[2])
        if code > 24 or (prose and code > int(found[1])):
            return None
    if prose and _TWO_YEARS.fullmatch(stripped):
        return None
    found_bounds = bounds(stripped)
    if found_bounds is None:
        return None
    return DateReading(text, stripped, found_bounds.earliest, found_bounds.latest)


def _without_outer_brackets(text: str) -> str:
    """«[1930 г.]»: the bracket of an editor around the whole."""
    while len(text) > 1 and text[0] + text[-1] in {"[]", "()"} and not set(text[1:-1]) & set("[]()"):
        text = text[1:-1].strip()
    return text


def _read_prose(text: str, folded: str, context_year: int | None, prose: bool) -> DateReading:
    folded = respelled(folded)
    if "[" in folded:
        folded = without_editors_brackets(folded)
    nodes = complete(Gatherer(tokens(folded), context_year).gather(), context_year)
    if "hijri" in nodes:
        nodes = _of_our_calendar(nodes)
    grammar = Grammar(_without_lead(nodes), slash_is_either=prose)
    try:
        if not any(isinstance(node, Partial) for node in grammar.nodes):
            raise UnreadError(_why_none(nodes))
        span = _with_later_clauses(grammar.clause(), grammar)
    except UnreadError as reason:
        return DateReading(text, note=reason.note)
    note = "impossible_day" if grammar.impossible else "old_style" if grammar.old_style else None
    return DateReading(text, span.edtf(), span.low, span.high, note, grammar.old_style)


def _of_our_calendar(nodes: list[Node]) -> list[Node]:
    """Without the years of the Muslim calendar and the signs that set them beside ours: «1348 г. х. (1930)»."""
    ours = [node for node in nodes if isinstance(node, Partial) and not node.hijri]
    return list(ours) if len(ours) == 1 else ["hijri"]


def _why_none(nodes: list[Node]) -> str:
    if "hijri" in nodes:
        return "other_calendar"
    return "relative" if "relative" in nodes else "unknown_date" if "unknown" in nodes else "not_understood"


def _without_lead(nodes: list[Node]) -> list[Node]:
    """The nodes from the first date or its limit on; none of them where the words before change or hide its meaning.

    An exact day stands by itself («Протокол от 5 мая 1930 г.»); but «после восстания 1916 г.» is no date.
    """
    first = next((place for place, node in enumerate(nodes) if isinstance(node, Partial)), None)
    if first is None:
        return []
    start = first
    while start and nodes[start - 1] in PREFIXES:
        start -= 1
    lead = nodes[:start]
    if ":" in lead:
        lead = lead[len(lead) - lead[::-1].index(":") :]
    if set(map(str, lead)) <= {",", "(", "-", "unknown"}:  # «б. д. [1930]»
        return nodes[start:]
    one = nodes[first]
    exact = isinstance(one, Partial) and one.day is not None and one.month is not None and one.year is not None
    harmless = set(map(str, lead)) <= {",", "(", ")", "-", "junk", "of", ";", "and"}
    return nodes[start:] if exact and harmless and set(map(str, nodes[start:first])) <= {"of"} else []


def _changed_by_rest(grammar: Grammar) -> bool:
    """Whether what follows the date changes what it says: «1930 или …», «1930 жылғы көтерілістен кейін»."""
    if grammar.place == len(grammar.nodes):
        return False
    if grammar.word() in {"or", "relative", "±"}:
        return True
    rest = grammar.nodes[grammar.place :]
    end = next((place for place, node in enumerate(rest) if str(node) in {",", ";", "("}), len(rest))
    return not _AFTER_NOUN.isdisjoint(map(str, rest[:end]))


def _with_later_clauses(span: Span, grammar: Grammar) -> Span:
    """With what later clauses say where each begins with a date: «1930 first crossing, 1931 destruction»."""
    spans = [span]
    if _changed_by_rest(grammar):
        raise UnreadError("not_understood")
    following = grammar.node()
    if isinstance(following, Partial) and (following.month or following.season or following.whole_years()):
        raise UnreadError("not_understood")  # two dates and nothing that joins them
    while grammar.place < len(grammar.nodes):
        if grammar.take(",", ";") and isinstance(grammar.node(), Partial):
            try:
                other = grammar.clause()
            except UnreadError:
                continue
            if not other.within(span):
                spans.append(other)
        else:
            grammar.place += 1
    try:
        return several(spans, "{}")
    except UnreadError:
        return hull(spans)
