"""Parts that a date leaves out because its neighbour says them: «5-7 мая 1930», «март – август 1931», «1929-31 гг.»."""

from __future__ import annotations

from collections.abc import Sequence

from kb.dates.partial import Partial
from kb.dates.surroundings import Node

_BETWEEN_DAY_AND_YEAR = frozenset({"old_style", "new_style", "within"})
_ENDS_CLAUSE = frozenset({";", "junk"})


def complete(nodes: list[Node], context_year: int | None) -> list[Node]:
    """The nodes with every partial date completed from its neighbours in the same clause, then from the context."""
    result: list[Node] = []
    clause: list[Node] = []
    for node in [*nodes, ";"]:
        if isinstance(node, str) and node in _ENDS_CLAUSE:
            result += _clause(clause, context_year)
            result.append(node)
            clause = []
        else:
            clause.append(node)
    return result[:-1]


def _clause(nodes: list[Node], context_year: int | None) -> list[Node]:
    partials = [node for node in nodes if isinstance(node, Partial)]
    _decades_of_centuries(partials)
    if len(partials) > 1:
        for place in range(len(partials) - 1, -1, -1):
            _settle_number(partials, place)
        for place in range(len(partials) - 1, -1, -1):
            _take_parts(partials, place)
        nodes = _without_shared_tail(nodes)
    elif partials and partials[0].roman is not None and (partials[0].year or context_year):
        partials[0].month, partials[0].roman = partials[0].roman, None
    for one in partials:
        if one.year is None and not one.whole_years() and context_year is not None and (one.month or one.season):
            one.year = context_year
    return nodes


def _decades_of_centuries(partials: Sequence[Partial]) -> None:
    """«XIX ғасырдың 80-90-жылдары»: the century is that of all the decades."""
    named = next((one for one in partials if one.century and (one.decade or one.number is not None)), None)
    if named is None or not any(one.decade for one in partials):
        return
    first = (named.century or 0) * 100 - 100
    for one in partials:
        if one is named and one.decade is None and (one.number or 0) % 10 == 0:
            one.decade, one.number = first + (one.number or 0), None
        elif one.decade is not None and (one.short or one is named):
            one.decade = first + one.decade % 100
    named.century = None


def _neighbours(partials: Sequence[Partial], place: int) -> list[Partial]:
    """Those to the right, nearest first, then those to the left."""
    return [*partials[place + 1 :], *reversed(partials[:place])]


def _settle_number(partials: Sequence[Partial], place: int) -> None:
    """Decide whether a bare number is a day, a year of two figures or a decade; a Roman one: a month or a century."""
    one = partials[place]
    around = _neighbours(partials, place)
    if one.roman is not None:
        if any(other.century for other in around):
            one.century, one.roman = one.roman, None
        elif one.roman <= 12 and (one.year or any(other.month or other.roman for other in around)):
            one.month, one.roman = one.roman, None
    _correct_short_year(partials, place)
    if one.number is None:
        return
    following = partials[place + 1] if place + 1 < len(partials) else None
    if following is not None and following.century and not following.month and 1 <= one.number <= 21:
        one.century, one.number = one.number, None  # «18-19 вв.»
    elif following is not None and following.figures and one.number <= 12:
        one.month, one.number = one.number, None  # «10–12.1929»
    elif (
        following is not None
        and following.short
        and following.only_year()
        and one.number == (following.year or 0) % 100 - 1
    ):
        one.year, one.number, one.short = (following.year or 0) - 1, None, True  # «29/30 г.»
    elif (
        one.month
        or one.part
        or any(other.month and (other.day or other.tens is None) and not other.iso for other in around if other.month)
    ):
        one.day, one.number = one.number, None
        if one.tens is None and one.day is not None and one.day > 31:
            one.day, one.number = None, one.day
    elif decade := next((other.decade for other in partials[place + 1 :] if other.decade), None):
        if one.number % 10 == 0:
            one.decade, one.number = decade - decade % 100 + one.number, None
    elif year := next((other.year for other in reversed(partials[:place]) if other.year), None):
        one.year, one.number, one.short = year - year % 100 + one.number, None, True
    elif any(other.years and other.year for other in partials[place + 1 :]):
        one.year, one.number = 1900 + one.number, None


def _correct_short_year(partials: Sequence[Partial], place: int) -> None:
    """«1928-9 гг.»: one figure is a year of the decade before it."""
    one, before = partials[place], partials[place - 1] if place else None
    if before is None or before.year is None or not (one.short and one.years and one.only_year()):
        return
    year = before.year - before.year % 10 + (one.year or 0) % 100
    if (one.year or 0) % 100 < 10 and (one.year or 0) < before.year < year:
        one.year = year


def _take_parts(partials: Sequence[Partial], place: int) -> None:
    one = partials[place]
    around = _neighbours(partials, place)
    if one.only_share() and place + 1 < len(partials):
        for name in ("month", "season", "decade", "century"):
            setattr(one, name, getattr(one, name) or getattr(partials[place + 1], name))
    if one.day is not None and one.month is None:
        one.month = next((other.month for other in around if other.month), None)
    before_decade = place + 1 < len(partials) and partials[place + 1].decade and not partials[place + 1].part
    if before_decade and one.only_year() and (one.year or 1) % 10 == 0:
        one.decade, one.year = one.year, None  # «1920–1930-е»
    if one.whole_years() or one.needs_year:
        return
    one.year = next((other.year for other in around if other.year), None)
    one.needs_year = one.year is None and any(other.needs_year for other in around)


def _without_shared_tail(nodes: list[Node]) -> list[Node]:
    """«25 октября (7 ноября) 1917 г.»: the year after the bracket was for both and is no date of its own."""
    kept: list[Node] = []
    for place, node in enumerate(nodes):
        before = nodes[place - 1] if place > 1 else None
        if isinstance(node, Partial) and node.day is None and not node.part:
            after_bracket = before == ")" and "(" in nodes[:place]
            if after_bracket or (isinstance(before, str) and before in _BETWEEN_DAY_AND_YEAR and node.only_year()):
                continue
        kept.append(node)
    return kept
