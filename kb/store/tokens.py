"""Cypher text as tokens: enough to know a clause from a word in a string, comment, backticks, label or property."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["word", "quoted", "string", "number", "param", "symbol"]

PATTERN = re.compile(
    r"""
    (?P<space> \s+ | //[^\n\r]* | /\*.*?\*/ )
  | (?P<string> '(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*" )
  | (?P<quoted> `(?:[^`]|``)*` )
  | (?P<param> \$(?:`(?:[^`]|``)*`|\w+) )
  | (?P<number> (?:\d|\.\d)(?:[eE][+-]\d|\w|\.(?=\d))* )
  | (?P<word> [^\W\d]\w* )
  | (?P<symbol> [^\s'"`/] | /(?![*/]) )
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token: ``text`` as written, ``start`` its place in the whole text, ``depth`` the brackets around it."""

    kind: Kind
    text: str
    start: int
    depth: int

    @property
    def upper(self) -> str:
        """The word as keywords are compared; empty for what cannot be a keyword."""
        return self.text.upper() if self.kind == "word" else ""


class UnreadableError(ValueError):
    """A string, comment or quoted name that does not end: ``start`` is where it begins."""

    def __init__(self, start: int) -> None:
        super().__init__(start)
        self.start = start


def tokens(text: str) -> Iterator[Token]:
    """The tokens of ``text`` without space and comments. Raises UnreadableError."""
    place, depth = 0, 0
    while place < len(text):
        found = PATTERN.match(text, place)
        if found is None:
            raise UnreadableError(place)
        place = found.end()
        kind = found.lastgroup
        if kind == "space":
            continue
        if kind == "symbol" and found[0] in ")]}":
            depth -= 1
        yield Token(kind, found[0], found.start(), depth)  # type: ignore[arg-type]  # the groups are the kinds
        if kind == "symbol" and found[0] in "([{":
            depth += 1


def with_limit(text: str, limit: int) -> str:
    """``text`` with LIMIT added to its last RETURN, so that an engine stops early; unchanged where that is not safe.

    ArcadeDB computes what nobody fetches; a sort with a limit is cheaper on both. UNION and what has a limit stay.
    """
    try:
        read = list(tokens(text))
    except UnreadableError:
        return text  # the engine says what is wrong
    if read and read[-1].text == ";":
        text = text[: read.pop().start]
    words = [token.upper for token in read if token.depth == 0]
    if "UNION" in words or "RETURN" not in words:
        return text
    last = len(words) - 1 - words[::-1].index("RETURN")
    if "LIMIT" in words[last:]:
        return text
    return f"{text}\nLIMIT {limit}"
