"""The grammar of dates: limits, spans, lists, alternatives, both styles."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kb.dates.days import day_before
from kb.dates.partial import WINTER, Partial, UnreadError, check, choices
from kb.dates.spans import (
    Span,
    days,
    same_day_in_both_styles,
    several,
    since,
    span_of,
    to_new_style,
    until,
    winter,
)
from kb.dates.surroundings import Node

_UPPER = frozenset({"not_later", "before", "by", "to"})
_LOWER = frozenset({"not_earlier", "after"})
_NIGHTS = frozenset({"night_to", "night_from"})
PREFIXES = _UPPER | _LOWER | _NIGHTS | {"from", "of", "between", "duration_of"}
_LIMITS = _UPPER | _LOWER
_FURTHER = _LIMITS | {"from", "of"}
_BEFORE_ITEM = PREFIXES | {"and", "or"}
_POSTFIXES = {"before_post": until, "by_post": until, "after_post": since, "from_post": since, "+": since, "now": since}
_OPEN_TAILS = {"before": until, "before_post": until, "after": since, "after_post": since, "from_post": since}
_LIMIT_TAILS = {"not_later": until, "not_earlier": since}
_NO_END = frozenset({"now", "unknown"})
_NOT_AN_END = frozenset({"(", "-", "or", "and", "+", ",", ";", "to", "after_post", "from_post"})
_REASONS = {"relative": "relative", "unknown": "unknown_date"}


class Grammar:
    """Reads completed nodes; ``old_style`` is what stood in the old style before it was converted."""

    def __init__(self, nodes: Sequence[Node], *, slash_is_either: bool) -> None:
        self.nodes = nodes
        self.place = 0
        self.slash_is_either = slash_is_either
        self.impossible = False
        self.old_style: str | None = None

    def node(self, ahead: int = 0) -> Node | None:
        """The node at the place, or further on."""
        place = self.place + ahead
        return self.nodes[place] if place < len(self.nodes) else None

    def word(self, ahead: int = 0) -> str:
        """The node if it is a word; empty for a date and at the end."""
        node = self.node(ahead)
        return node if isinstance(node, str) else ""

    def take(self, *kinds: str) -> str:
        """Step over the node if it is a word of one of these kinds; that kind or nothing."""
        return self.take_any(kinds)

    def take_any(self, kinds: Collection[str]) -> str:
        """The same, of a collection."""
        word = self.word()
        if word and word in kinds:
            self.place += 1
            return word
        return ""

    # one date with its limits

    def item(self) -> Span:
        """A date or span with its limits."""
        prefix = self.take_any(PREFIXES)
        if prefix == "between":
            return self._between()
        if prefix in {"from", "night_from"} or (prefix == "of" and self._both_ends_follow()):
            return self._postfixed(self._from(one_night=prefix == "night_from"))
        while further := self.take_any(_FURTHER):  # «к», «до» before «не позднее»
            prefix = further
        span = self._span()
        if prefix == "night_to":
            return _night_to(span)
        if prefix in _UPPER:
            span = until(span)
        elif prefix in _LOWER or prefix == "from":
            span = since(span)
        span = self._up_to_limit(self._postfixed(span))
        if span.low is None and span.high is None:
            raise UnreadError("not_understood")
        return span

    def _both_ends_follow(self) -> bool:
        """«от 1929 до 1931»; but not «от 5 мая»."""
        return self.word(1) in {"before", "to", "by"} and isinstance(self.node(2), Partial)

    def _up_to_limit(self, span: Span) -> Span:
        """«1929 — не позднее мая 1930»."""
        if self.word() != "-" or self.word(1) not in _LIMITS or not self._item_follows(1):
            return span
        self.place += 1
        right = self.item()
        return _between(span, right)

    def _from(self, *, one_night: bool) -> Span:
        first = self._partial()
        if self.take("to", "before", "-", "by", "not_later"):
            self.take("by", "to", "before", "not_later")
            if self.take_any(_NO_END):
                return since(_any_of(first))
            return self._joined(first, self._partial())
        if one_night and isinstance(self.node(), Partial):
            return self._joined(first, self._partial())  # «в ночь с 4 на 5 мая»
        return since(_any_of(first))

    def _between(self) -> Span:
        first = self._partial()
        if not self.take("and", "-", ","):
            raise UnreadError("not_understood")
        return self._joined(first, self._partial())

    def _postfixed(self, span: Span) -> Span:
        word = self.word()
        if word == "relative":
            raise UnreadError("relative")
        if word in _POSTFIXES:
            self.place += 1
            return _POSTFIXES[word](span)
        if word == "night_to" and not isinstance(self.node(1), Partial):  # «5 мамырға қараған түні»
            self.place += 1
            return _night_to(span)
        tail = self.word(1)
        if word in {"and", "or"} and tail in _OPEN_TAILS and not isinstance(self.node(2), Partial):
            self.place += 2
            return _OPEN_TAILS[tail](span)
        if word in _LIMIT_TAILS and not isinstance(self.node(1), Partial):  # «1930 at the latest»
            self.place += 1
            return _LIMIT_TAILS[word](span)
        return span

    def _partial(self) -> Partial:
        node = self.node()
        if not isinstance(node, Partial):
            raise UnreadError(_REASONS.get(self.word(), "not_understood"))
        self.place += 1
        one = check(node)
        self.impossible |= one.impossible
        return one

    def _span(self) -> Span:
        first = self._partial()
        word = self.word()
        if word in {"-", "to"} and isinstance(self.node(1), Partial):
            self.place += 1
            return self._joined(first, self._partial())
        if word == "/" and isinstance(self.node(1), Partial):
            self.place += 1
            return self._slash(first, self._partial())
        if word == "from_post" and isinstance(self.node(1), Partial) and self.word(2) in {"before_post", "by_post"}:
            self.place += 1  # «наурыздан бастап тамызға дейін»
            return self._from_until(first)
        if isinstance(self.node(), Partial) and first.case == "abl":
            return self._from_until(first)
        if word == "and" and isinstance(self.node(1), Partial) and self.word(2) == "within":
            self.place += 1
            second = self._partial()
            self.place += 1
            return self._joined(first, second)
        span = _any_of(first)
        if word in {"-", "to", "before"} and self.word(1) in _NO_END:  # «1930 – н. в.»
            self.place += 2
            return since(span)
        if word == "-" and (self.node(1) is None or self.word(1) in _NOT_AN_END):  # «1930 –»
            self.place += 1
            return since(span)
        self.take("within")
        return span

    def _from_until(self, first: Partial) -> Span:
        """«ақпаннан тамызға дейін»."""
        second = self._partial()
        if not self.take("before_post", "by_post"):
            raise UnreadError("not_understood")
        return self._joined(first, second)

    def _slash(self, first: Partial, second: Partial) -> Span:
        if second.short and second.only_year() and (second.year or 0) < (first.year or 0):
            raise UnreadError("ends_before_beginning")  # 1930/5
        of_winter = WINTER in {first.season, second.season}
        one_span = second.short and second.year == (first.year or 0) + 1  # 1929/30 is a year of farming or school
        two_values = self.slash_is_either and first.only_year() and second.only_year() and not one_span
        if not of_winter and (two_values or (first.month and not first.iso)):
            spans = [span_of(first), span_of(second)]
            return self._in_new_style(*spans) or several(spans, "[]")
        return self._joined(first, second)

    def _joined(self, first: Partial, second: Partial) -> Span:
        """From the first to the second; ``about`` before a span is about both its ends."""
        second.about |= first.about
        one_winter = WINTER in {first.season, second.season} and (first.only_year() or second.only_year())
        if one_winter and first.year is not None and second.year == first.year + 1:
            return winter(first.year, second.year, second.qualifier())
        self.take("within")
        left, right = span_of(first), span_of(second)
        if left.low is None or right.high is None or left.low > right.high:
            raise UnreadError("ends_before_beginning")
        return left if left == right else Span(left.low, right.high, left.left, right.right)

    # several dates

    def clause(self) -> Span:
        """Dates joined by «и», «или», commas and brackets, with the style they are in."""
        spans = [self.item()]
        links: set[str] = set()
        while self.place < len(self.nodes):
            word = self.word()
            if word in {"and", "or", ",", "/"} and self._item_follows(1):
                links.add("or" if word == "/" else word)
                self.take("/")
                while link := self.take("and", "or", ",", *("-" for said in links if said == "or")):
                    links.add(link)
                spans.append(self.item())
            elif self._limit_follows():
                self.take("-")
                spans.append(self.item())
            elif word == "(":
                if self._bracket(spans):
                    links.add("or")
            elif word in {"old_style", "new_style"}:
                self.place += 1
                if word == "old_style":
                    self._convert(spans)
            else:
                break
        return _listed(spans, links)

    def _limit_follows(self) -> bool:
        """«не ранее мая – не позднее июля»."""
        ahead = int(self.word() == "-")
        return self.word(ahead) in _LIMITS and self._item_follows(ahead)

    def _item_follows(self, ahead: int) -> bool:
        while (word := self.word(ahead)) in _BEFORE_ITEM or (word == "-" and self.word(ahead - 1) == "or"):
            ahead += 1
        return isinstance(self.node(ahead), Partial)

    def _convert(self, spans: list[Span]) -> None:
        self.old_style = _listed(spans, {"and"}).edtf()
        spans[:] = [to_new_style(span) for span in spans]

    def _bracket(self, spans: list[Span]) -> bool:
        """The bracket after a date: its style, the day in the other style, another reading (True), or a remark."""
        inside = self._inside_bracket()
        if not any(isinstance(node, Partial) for node in inside):
            if "old_style" in inside:
                self._convert(spans)
            tail = next((str(node) for node in inside if node not in {"and", "or"}), "")
            if tail in _OPEN_TAILS:  # «1929 (или позже)»
                spans[-1] = _OPEN_TAILS[tail](spans[-1])
            return False
        other = self._alternative(inside)
        if other is None or other == spans[-1]:
            return False
        new = self._in_new_style(spans[-1], other)
        if new is not None:
            spans[-1] = new
        elif not other.within(spans[-1]):
            spans.append(other)
            return True
        return False

    def _in_new_style(self, first: Span, second: Span) -> Span | None:
        """The new-style one of two spans that are one day in both styles; None if they are not."""
        for old, new in ((first, second), (second, first)):
            if same_day_in_both_styles(old, new):
                self.old_style = old.edtf()
                return new
        return None

    def _inside_bracket(self) -> list[Node]:
        """Step over a bracket; what stands in it."""
        depth, start = 0, self.place + 1
        while self.place < len(self.nodes):
            depth += {"(": 1, ")": -1}.get(self.word(), 0)
            self.place += 1
            if depth == 0:
                return list(self.nodes[start : self.place - 1])
        return list(self.nodes[start:])

    def _alternative(self, inside: list[Node]) -> Span | None:
        """The date in a bracket if it begins the bracket; None for a remark that mentions a date."""
        grammar = Grammar(inside, slash_is_either=self.slash_is_either)
        if grammar.take("or"):
            grammar.take("-")
        try:
            return grammar.clause()
        except UnreadError:
            return None


def _any_of(one: Partial) -> Span:
    """The span of a date, or of both that one like 5/7/1930 may be."""
    readings = choices(one)
    return span_of(one) if len(readings) == 1 else several([span_of(each) for each in readings], "[]")


def _night_to(span: Span) -> Span:
    """From the day before on: «в ночь на 5 мая»."""
    if span.low is None or len(span.left) < 10 or span.high not in {span.low, None}:
        return span
    night = days(day_before(span.low), span.low)
    return since(night) if span.high is None else night


def _between(left: Span, right: Span) -> Span:
    """From the beginning of one to the end of the other."""
    if left.low is None and right.high is None:
        raise UnreadError("not_understood")
    if left.low is not None and right.high is not None and left.low > right.high:
        raise UnreadError("ends_before_beginning")
    return Span(
        left.low, right.high, ".." if left.low is None else left.left, ".." if right.high is None else right.right
    )


def _listed(spans: Sequence[Span], links: set[str]) -> Span:
    """Dates together: both limits are one span, «или» is one of them, all else is all of them."""
    if len(spans) == 1:
        return spans[0]
    if len(spans) == 2 and "or" not in links:
        first, second = sorted(spans, key=lambda span: span.low is None)
        if first.high is None and second.low is None and first.low is not None and second.high is not None:
            if first.low > second.high:
                raise UnreadError("ends_before_beginning")
            return Span(first.low, second.high, first.left, second.right)
        if narrowed := _within_first(*spans):
            return narrowed
    return several(spans, "[]" if "or" in links else "{}")


def _within_first(first: Span, limit: Span) -> Span | None:
    """«1930 г., не позднее мая»: a limit within the period before it; None if it is not within."""
    if first.low is None or first.high is None:
        return None
    if limit.low is None and limit.high is not None and first.low <= limit.high <= first.high:
        return Span(first.low, limit.high, first.left, limit.right)
    if limit.high is None and limit.low is not None and first.low <= limit.low <= first.high:
        return Span(limit.low, first.high, limit.left, first.right)
    return None
