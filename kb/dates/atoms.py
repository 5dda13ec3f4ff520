"""Tokens gathered into partial dates, with the words of limits and spans between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kb.dates.lexer import Token, full_year
from kb.dates.partial import Partial
from kb.dates.surroundings import DATE_KINDS, DOUBTS, PASSED_OVER, Node, Surroundings

_IN_BRACKETS = frozenset({"?", "~", "about", "maybe", "unit", "ignore", "shade", "new_style"})
_YEARS = frozenset({"year", "years", "school"})
_PARTS = ("", "begin", "middle", "end")


class Gatherer(Surroundings):
    """Goes through the tokens once; ``nodes`` is the result."""

    def __init__(self, tokens: Sequence[Token], context_year: int | None) -> None:
        super().__init__(tokens)
        self.context_year = context_year
        self.about = self.maybe = False

    def gather(self) -> list[Node]:
        """All nodes."""
        while self.place < len(self.tokens):
            token = self.tokens[self.place]
            self.place += 1
            if token.kind in DATE_KINDS:
                self._date(token)
            else:
                self._word(token)
        return self.nodes

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
        elif self._opens_without_date(kind):
            self._close("not_later")
        elif kind == "elsewhere":
            self._close("or" if self._kind() in {"-", *DATE_KINDS} and (self.open or self._after("(", ",")) else "junk")
        elif kind == "hijri":
            self._fresh_or_open().hijri = True
            self.nodes.append("hijri")
        elif kind == "?" and self.open is not None and not token.spaced:
            self.open.maybe = True  # «май? 1930»
        elif kind in DOUBTS:
            self._doubt("maybe" if kind in {"?", "maybe"} else "about")
        elif kind == ",":
            if not self._comma_joins():
                self._close(",")
        elif kind == "-":
            if not self._hyphen_joins():
                self._close("-")
        elif kind == "(":
            self._bracket()
        elif kind not in PASSED_OVER:
            self._close(kind)

    def _fresh_or_open(self) -> Partial:
        return self.open or self._fresh()

    def _unit_word(self, token: Token) -> None:
        if self.open is not None:
            if token.word == "years":
                self.open.years = True
            elif token.word == "school":
                self.open.short = True
            if token.case and token.word != "hour":
                self.open.case = token.case
        elif token.word == "duration":
            self._close("relative")

    def _doubt(self, which: str) -> None:
        """``about`` and ``perhaps`` belong to what follows, or else to what stands before."""
        of_hour = self._kind() == "time" or (self._kind() == "num" and self._unit(1) == "hour")
        if which == "about" and of_hour:
            self.place += 1
        elif self.open is not None and self._kind() not in DATE_KINDS:
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
        while self._kind(ahead) in PASSED_OVER:
            ahead += 1
        kind = self._kind(ahead)
        if (kind == "num" and self.tokens[self.place + ahead].number >= 1000) or kind == "context":
            in_month = one.month or (
                one.number is not None and any(isinstance(node, Partial) and node.month for node in self.nodes)
            )
            return one.year is None and bool(in_month or one.season or one.part)
        if kind == "date" and self.tokens[self.place + ahead].date[0] is None:
            return one.only_year()  # «1929 г., 27/IX»
        if kind == "num" and self._unit(ahead + 1) == "day":
            return one.month is not None and one.day is None  # «мая месяца, 5 дня»
        if (one.only_year() and kind in {"month", "season", "part", "third"}) or (
            kind == "num" and self._kind(ahead + 1) == "month"
        ):
            return one.only_year() and not self._year_ahead(ahead)
        return False

    def _hyphen_joins(self) -> bool:
        """``5-май``, ``май-1930``, ``mid-1930``, ``pre-1930``: a hyphen without spaces inside one date."""
        one = self.open
        if one is None and self._after("before", "after"):
            return not self.tokens[self.place - 1].spaced
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
            and following.number >= (1000 if self._after("num") else 10)  # «Sep 26–27» are days
            and one.year is None
            and (bool(one.month) or one.only_share())
        )

    # parts of dates

    def _date(self, token: Token) -> None:
        _GATHERED_BY[token.kind](self, token)

    def _num(self, token: Token) -> None:
        if self._kind() == "-" and self._unit(1) == "year" and not self.tokens[self.place].spaced:
            self.place += 1  # «30-жылы»
        value, unit = token.number, self._unit()
        if unit == "hour":
            self.place += 1
        elif unit == "day" and token.word != "words":
            self._day_in_words(value)
        elif unit == "duration" and token.word == "ordinal":
            self._counted()
        elif unit == "dates" and token.word == "ordinal" and value in {10, 20}:
            self._decade(value)
        elif self._is_duration(token, unit):
            self.place += 1
            self._close("relative")
        elif token.word == "years_or_century" and value >= 1000 and value % 100 == 0:
            self._with_free("blank", "year").blank = f"{value // 100}XX"  # the 1900s may be ten years or a hundred
        elif self._is_decade(token):
            self._decade(value)
        elif 1 <= value <= 21 and self._century_follows(token):
            self.place += 1
            self._with_free("century", "year").century = value
        elif 1000 <= value <= 2100:
            self._year(value, token).short = token.word == "short"
        elif value > 99:
            self._close("junk")
        elif token.word in {"year", "years"} or unit in {"year", "years", "school"} or self._year_of_season(value):
            self._year(1900 + value, token).short = True
        else:
            self._small(token)

    def _counted(self) -> None:
        """«Первая неделя мая» is no day of May: the month; but «на второй день после …» is relative."""
        self.place += 1
        if self._kind() not in {*DATE_KINDS, "ignore"} and self.open is None:
            self._close("relative")

    def _day_in_words(self, value: int) -> None:
        """«5 дня мая», «мая 28 дня»; elsewhere a duration."""
        self.place += 1
        if self.open is not None and self.open.month and not self.open.day:
            self.open.day = value
        elif self._kind() == "month":
            self._with_free("day", "number", "month", "season", "part").number = value
        else:
            self._close("relative")

    def _decade(self, value: int) -> None:
        if self._unit() == "dates":
            self.place += 1
            self._with_free("tens", "month", "day").tens = value
        else:
            one = self._with_free("decade", "year", "month")
            one.decade, one.short = (value, False) if value >= 1000 else (1900 + value, True)

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
        joined = self._kind() == "-"
        whole = one is not None and one.day and one.month and one.year is None and value > 9
        if one is not None and whole and self._after("-") and self.tokens[self.place - 3].kind == "month":
            one.year = full_year(f"{value}")  # «5-May-30»
        elif self._month_follows() and not (joined and self._lacks_day(value)):
            one = self._with_free("day", "number", "month", "season", "part")
            one.number = value
        elif one is not None and self._lacks_day(value):
            one.day = value
            one.case = token.case or one.case
        else:
            one = self._with_free("number", "day", "month", "season", "decade")
            one.number = value
            one.case = token.case or one.case

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
        following = self._kind() in DATE_KINDS or (self._kind() in PASSED_OVER and self._kind(1) in DATE_KINDS)
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
        if year is None:
            one = self._with_free("month", "day", "number", "season")
            one.month, one.day = month, day
            return
        if token.word == "iso" and day is None and self._unit() in _YEARS and (month or 0) > year % 100:
            self._years(token._replace(number=year, date=(year, month, None)))  # «1907-08 гг.»
            return
        one = self._with_free("year", "month", "day", "number", "season")
        one.year, one.iso, one.figures = year, token.word in {"iso", "season"}, day is None
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
