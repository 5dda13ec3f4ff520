"""What stands before and after a token, and what follows from that."""

from __future__ import annotations

from collections.abc import Sequence

from kb.dates.lexer import Token
from kb.dates.partial import Partial

Node = Partial | str
"""A partial date, or the kind of a token that stands between dates."""

DATE_KINDS = frozenset(
    {"num", "month", "season", "part", "half", "quarter", "third", "blank", "date", "roman", "years", "context"}
)
PASSED_OVER = frozenset({"ignore", "shade", "unit", "time"})
DOUBTS = frozenset({"?", "maybe", "~", "about"})


class Surroundings:
    """The tokens, the place right after the token in hand, and what has been gathered from those before."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.place = 0
        self.open: Partial | None = None
        self.nodes: list[Node] = []

    def _kind(self, ahead: int = 0) -> str:
        place = self.place + ahead
        return self.tokens[place].kind if place < len(self.tokens) else ""

    def _unit(self, ahead: int = 0) -> str:
        return self.tokens[self.place + ahead].word if self._kind(ahead) == "unit" else ""

    def _after(self, *kinds: str) -> bool:
        """Whether the token before the one just taken is of these kinds."""
        return self.place > 1 and self.tokens[self.place - 2].kind in kinds

    def _opens_without_date(self, kind: str) -> bool:
        """«— 1930», «?–1930», «неизв. – 1930»: the beginning is not known."""
        first = self.place == 1 or self._after("(", ":", ",", ";", *DOUBTS)
        if self.open is not None or not first or (self.nodes and self.nodes[-1] == "-"):
            return False
        if kind in {"?", "unknown"} and self._kind() == "-":
            self.place += 1
            return True
        return kind == "-"

    def _year_ahead(self, ahead: int) -> bool:
        while (kind := self._kind(ahead)) in DATE_KINDS or kind in PASSED_OVER:
            token = self.tokens[self.place + ahead]
            if (kind == "num" and token.number >= 1000) or kind in {"years", "date"}:
                return True
            ahead += 1
        return False

    def _month_follows(self) -> bool:
        ahead = 0
        while self._kind(ahead) in {"ignore"} or (
            self._kind(ahead) == "-" and not self.tokens[self.place + ahead].spaced
        ):
            ahead += 1
        return self._kind(ahead) == "month" and not (
            ahead and self.tokens[self.place + ahead].spaced and self._kind(ahead - 1) == "-"
        )

    def _lacks_day(self, value: int) -> bool:
        one = self.open
        return (
            one is not None
            and one.month is not None
            and not (one.day or one.number is not None or one.part)
            and value <= 31
        )

    def _century_follows(self, token: Token) -> bool:
        return self._unit() == "century" or (  # in «20th c.» the letter is no «circa»
            token.word == "ordinal" and self._kind() == "about" and self.tokens[self.place].word == "c"
        )

    def _year_of_season(self, value: int) -> bool:
        """«осень 29»; but not «осенью 29 человек»."""
        one = self.open
        return one is not None and one.season is not None and one.year is None and value > 9 and self._kind() != "junk"

    def _is_duration(self, token: Token, unit: str) -> bool:
        """``5 дней``, ``бір жыл``, ``2 жылдан кейін``: no year and no day."""
        if unit in {"duration", "day", "month"} and token.word in {"", "words"}:
            return True
        few = token.number < 10 or token.word == "words" or self._kind(1) in {"after_post", "relative"}
        return unit == "year" and token.number < 100 and few and token.word in {"", "words"}

    def _is_decade(self, token: Token) -> bool:
        """``20-е``, ``1930s``, and years in the plural after one round number: ``30-жылдар``, ``1930 годы``."""
        if token.number % 10 or not (10 <= token.number < 100 or 1000 <= token.number <= 2100):
            return False
        hyphen = self._kind() == "-" and not self.tokens[self.place].spaced
        plural = self._unit(int(hyphen)) == "years" and not any(
            isinstance(node, Partial) and (node.year or node.month or (node.number or 0) % 10) for node in self.nodes
        )
        return plural or token.word in {"decade", "years_or_century"}
