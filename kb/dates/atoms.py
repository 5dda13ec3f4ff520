"""Tokens gathered into partial dates, with the words of limits and spans between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kb.dates.lexer import Token
from kb.dates.partial import Partial

Node = Partial | str
"""A partial date, or the kind of a token that stands between dates."""

_DATE_KINDS = frozenset(
    {"num", "month", "season", "part", "half", "quarter", "third", "blank", "date", "roman", "years", "context"}
)
_PASSED_OVER = frozenset({"ignore", "shade", "unit", "time"})
_IN_BRACKETS = frozenset({"?", "~", "about", "maybe", "unit", "ignore", "shade", "new_style"})
_PARTS = ("", "begin", "middle", "end")


class Gatherer:
    """Goes through the tokens once; ``nodes`` is the result."""

    def __init__(self, tokens: Sequence[Token], context_year: int | None) -> None:
        self.tokens = tokens
        self.context_year = context_year
        self.place = 0
        self.open: Partial | None = None
        self.about = self.maybe = False
        self.nodes: list[Node] = []

    def gather(self) -> list[Node]:
        """All nodes."""
        while self.place < len(self.tokens):
            token = self.tokens[self.place]
            self.place += 1
            if token.kind in _DATE_KINDS:
                self._date(token)
            else:
                self._word(token)
        return self.nodes

    def _kind(self, ahead: int = 0) -> str:
        place = self.place + ahead
        return self.tokens[place].kind if place < len(self.tokens) else ""

    def _unit(self, ahead: int = 0) -> str:
        return self.tokens[self.place + ahead].word if self._kind(ahead) == "unit" else ""

    def _fresh(self) -> Partial:
        self.open = Partial(about=self.about, maybe=self.maybe)
        self.about = self.maybe = False
        self.nodes.append(self.open)
        return self.open

    def _close(self, node: str = "") -> None:
        self.open = None
        if node:
            self.nodes.append(node)

    def _with_free(self, *names: str) -> Partial:
        """The open partial if none of these parts is taken, else a new one."""
        one = self.open
        if one is None or any(getattr(one, name) not in (None, "", 0) for name in names):
            return self._fresh()
        return one

    # what is no date

    def _word(self, token: Token) -> None:
        kind = token.kind
        if kind == "unit":
            self._unit_word(token)
        elif kind in {"?", "maybe", "~", "about"}:
            self._doubt("maybe" if kind in {"?", "maybe"} else "about")
        elif kind == ",":
            if not self._comma_joins():
                self._close(",")
        elif kind == "-":
            if not self._hyphen_joins():
                self._close("-")
        elif kind == "(":
            self._bracket()
        elif kind not in _PASSED_OVER:
            self._close(kind)

    def _unit_word(self, token: Token) -> None:
        if self.open is not None:
            if token.word == "years":
                self.open.years = True
            if token.case and token.word != "hour":
                self.open.case = token.case
        elif token.word == "duration":
            self._close("relative")

    def _doubt(self, which: str) -> None:
        """``about`` and ``perhaps`` belong to what follows, or else to what stands before."""
        of_hour = self._kind() == "time" or (self._kind() == "num" and self._unit(1) == "hour")
        if which == "about" and of_hour:
            self.place += 1
        elif self.open is not None and self._kind() not in _DATE_KINDS:
            setattr(self.open, which, True)
        else:
            self._close()
            setattr(self, which, True)

    def _bracket(self) -> None:
        ahead = 0
        while self._kind(ahead) in _IN_BRACKETS:
            ahead += 1
        if self.open is not None and ahead and self._kind(ahead) == ")":
            inside = {self._kind(place) for place in range(ahead)}
            self.open.maybe = self.open.maybe or bool(inside & {"?", "maybe"})
            self.open.about = self.open.about or bool(inside & {"~", "about"})
            self.place += ahead + 1
        else:
            self._close("(")

    def _comma_joins(self) -> bool:
        """``May 5, 1930``; ``1930, March``; but not ``1928, 1930`` and not ``1929, autumn 1930``."""
        one = self.open
        if one is None:
            return False
        ahead = 0
        while self._kind(ahead) in _PASSED_OVER:
            ahead += 1
        kind = self._kind(ahead)
        if (kind == "num" and self.tokens[self.place + ahead].number >= 1000) or kind == "context":
            in_month = one.month or (
                one.number is not None and any(isinstance(node, Partial) and node.month for node in self.nodes)
            )
            return one.year is None and bool(in_month or one.season or one.part)
        if (one.only_year() and kind in {"month", "season", "part", "third"}) or (
            kind == "num" and self._kind(ahead + 1) == "month"
        ):
            return one.only_year() and not self._year_ahead(ahead)
        return False

    def _year_ahead(self, ahead: int) -> bool:
        while (kind := self._kind(ahead)) in _DATE_KINDS or kind in _PASSED_OVER:
            token = self.tokens[self.place + ahead]
            if (kind == "num" and token.number >= 1000) or kind in {"years", "date"}:
                return True
            ahead += 1
        return False

    def _hyphen_joins(self) -> bool:
        """``5-май``, ``май-1930``, ``mid-1930``: a hyphen without spaces inside one date."""
        one = self.open
        if one is None or self.place >= len(self.tokens):
            return False
        following = self.tokens[self.place]
        if self.tokens[self.place - 1].spaced or following.spaced:
            return False
        if following.kind in {"month", "season"}:
            return one.month is None and (one.number is not None or one.only_share())
        if following.kind == "unit":
            return True
        return (
            following.kind == "num"
            and following.number >= 10
            and one.year is None
            and (bool(one.month) or one.only_share())
        )

    # parts of dates

    def _date(self, token: Token) -> None:
        _GATHERED_BY[token.kind](self, token)

    def _num(self, token: Token) -> None:
        value, unit = token.number, self._unit()
        if unit == "hour":
            self.place += 1
        elif (
            unit == "duration" and token.word == "" and self.open is not None and self.open.month and not self.open.day
        ):
            self.open.day = value  # «мая 28 дня»
        elif unit == "dates" and token.word == "ordinal" and value in {10, 20}:
            self._decade(value)
        elif unit == "duration" and token.word in {"", "words"}:
            self.place += 1
            self._close("relative")
        elif token.word == "years_or_century" and value >= 1000 and value % 100 == 0:
            self._with_free("blank", "year").blank = f"{value // 100}XX"  # the 1900s may be ten years or a hundred
        elif self._is_decade(token):
            self._decade(value)
        elif unit == "century" and 1 <= value <= 21:
            self.place += 1
            self._with_free("century", "year").century = value
        elif 1000 <= value <= 2100:
            self._year(value, token)
        elif value > 99:
            self._close("junk")
        elif token.word in {"year", "years"} or unit in {"year", "years"}:
            self._year(1900 + value, token).short = True
        else:
            self._small(token)

    def _is_decade(self, token: Token) -> bool:
        """``20-е``, ``1930s``, and years in the plural after one round number: ``30-жылдар``, ``1930 годы``."""
        if token.number % 10 or not (10 <= token.number < 100 or 1000 <= token.number <= 2100):
            return False
        hyphen = self._kind() == "-" and not self.tokens[self.place].spaced
        plural = self._unit(int(hyphen)) == "years" and not any(isinstance(node, Partial) for node in self.nodes)
        return plural or token.word in {"decade", "years_or_century"}

    def _decade(self, value: int) -> None:
        if self._unit() == "dates":
            self.place += 1
            self._with_free("tens", "month", "day").tens = value
        else:
            one = self._with_free("decade", "year", "century", "month")
            one.decade = value if value >= 1000 else 1900 + value

    def _year(self, value: int, token: Token) -> Partial:
        one = self._with_free("year", "decade", "blank")
        one.year = value
        one.years = one.years or token.word == "years"
        one.case = token.case or one.case
        return one

    def _small(self, token: Token) -> None:
        """A number up to 99 without a unit: the day beside a month, else left to the neighbours."""
        value, one = token.number, self.open
        if self._unit() in {"dates"}:
            self.place += 1
        if self._month_follows():
            one = self._with_free("day", "number", "month", "season", "part")
            one.number = value
        elif (
            one is not None
            and one.month is not None
            and one.day is None
            and one.number is None
            and not one.part
            and value <= 31
        ):
            one.day = value
            one.case = token.case or one.case
        else:
            one = self._with_free("number", "day", "month", "season", "decade")
            one.number = value
            one.case = token.case or one.case

    def _month_follows(self) -> bool:
        ahead = 0
        while self._kind(ahead) in {"ignore"} or (
            self._kind(ahead) == "-" and not self.tokens[self.place + ahead].spaced
        ):
            ahead += 1
        return self._kind(ahead) == "month" and not (
            ahead and self.tokens[self.place + ahead].spaced and self._kind(ahead - 1) == "-"
        )

    def _month(self, token: Token) -> None:
        one = self._with_free("month", "season", "day", "quarter")
        one.month = token.number
        one.case = token.case or one.case
        if one.number is not None:
            one.day, one.number = one.number, None

    def _season(self, token: Token) -> None:
        one = self._with_free("month", "season", "day")
        one.season = token.number
        one.case = token.case or one.case

    def _part(self, token: Token) -> None:
        self._share("part", token.word)

    def _third(self, token: Token) -> None:
        self._share("part", _PARTS[token.number])

    def _half(self, token: Token) -> None:
        self._share("half", token.number)

    def _quarter(self, token: Token) -> None:
        self._share("quarter", token.number)

    def _share(self, name: str, value: str | int) -> None:
        """A share of a period goes with what follows it (ru, en) or with what stands before it (kk)."""
        following = self._kind() in _DATE_KINDS or (self._kind() in _PASSED_OVER and self._kind(1) in _DATE_KINDS)
        one = self.open
        joins = one is not None and not (one.part or one.half or one.quarter) and one.day is None
        if one is None or not joins or (following and (one.month or one.season or (one.year and self._year_ahead(0)))):
            one = self._fresh()
        setattr(one, name, value)

    def _blank(self, token: Token) -> None:
        self._with_free("year", "blank").blank = token.word

    def _roman(self, token: Token) -> None:
        if self._unit() == "century":
            self.place += 1
            self._with_free(
                "century", "year", "decade" if self.open and not self.open.decade else "year"
            ).century = token.number
            self._fold_decade_into_century()
        else:
            self._with_free("month", "roman", "season", "day").roman = token.number

    def _fold_decade_into_century(self) -> None:
        one = self.open
        if one is not None and one.decade is not None and one.century is not None:
            one.decade, one.century = (one.century - 1) * 100 + one.decade % 100, None

    def _years(self, token: Token) -> None:
        self._year(token.number, token)
        self._close("-")
        one = self._fresh()
        one.number, one.years = token.date[1], True

    def _date_in_figures(self, token: Token) -> None:
        year, month, day = token.date
        one = self._with_free("year", "month", "day", "number", "season")
        one.year, one.iso = year, token.word in {"iso", "season"}
        if token.word == "season":
            one.season = month
        else:
            one.month, one.day, one.slashed = month or None, day, token.word == "slashed"

    def _context(self, token: Token) -> None:
        one = self._with_free("year", "decade")
        if self.context_year is None:
            one.needs_year = True
        else:
            one.year = self.context_year + token.number


_GATHERED_BY: dict[str, Callable[[Gatherer, Token], None]] = {
    "num": Gatherer._num,
    "month": Gatherer._month,
    "season": Gatherer._season,
    "part": Gatherer._part,
    "third": Gatherer._third,
    "half": Gatherer._half,
    "quarter": Gatherer._quarter,
    "blank": Gatherer._blank,
    "roman": Gatherer._roman,
    "years": Gatherer._years,
    "date": Gatherer._date_in_figures,
    "context": Gatherer._context,
}
