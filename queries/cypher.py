"""Reading a Cypher text as far as we need: its parameters, and the columns it returns, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
      (?P<comment>/\*.*?\*/|//[^\n]*)
    | (?P<string>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
    | (?P<quoted>`(?:``|[^`])*`)
    | (?P<param>\$[^\W\d]\w*)
    | (?P<number>\d+(?:\.(?!\.)\d+)?(?:[eE][+-]?\d+)?)
    | (?P<word>[^\W\d]\w*)
    | (?P<mark>\.\.|->|<-|<=|>=|<>|=~|\+=|[^\s])
    """,
    re.VERBOSE | re.DOTALL,
)
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_ENDS_OF_RETURN = frozenset({"ORDER", "SKIP", "LIMIT", "OFFSET", "UNION"})


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of Cypher: its kind (word, param, string …), text, line (1 is the first), and depth in brackets."""

    kind: str
    text: str
    line: int
    depth: int

    def is_word(self, *words: str) -> bool:
        """Is it one of these keywords (given in capitals)?"""
        return self.kind == "word" and self.text.upper() in words


@dataclass(frozen=True, slots=True)
class Returned:
    """One column of a RETURN; ``name`` is None where it was left without AS."""

    name: str | None
    line: int


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of ``text`` without comments and spaces; a bracket has the depth of what is outside it."""
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    depth, line, seen = 0, 1, 0
    for found in _TOKEN.finditer(text):
        line += text.count("\n", seen, found.start())
        seen = found.start()
        kind = found.lastgroup or "mark"
        if kind == "comment":
            continue
        if kind == "mark" and found[0] in _CLOSING:
            depth -= 1
        yield Token(kind, found[0], line, depth)
        if kind == "mark" and found[0] in _OPENING:
            depth += 1


def parameters(text: str) -> dict[str, int]:
    """The parameters used in ``text``, each with the line where it is used first."""
    used: dict[str, int] = {}
    for token in tokens(text):
        if token.kind == "param":
            used.setdefault(token.text[1:], token.line)
    return used


def returned(text: str) -> tuple[tuple[Returned, ...], ...]:
    """The columns of each RETURN that gives the answer: one, or one per branch of a UNION."""
    found = tokens(text)
    outer = [at for at, token in enumerate(found) if token.depth == 0 and token.is_word("RETURN")]
    return tuple(tuple(_columns(found[at + 1 :])) for at in outer)


def _columns(rest: Sequence[Token]) -> Iterator[Returned]:
    item: list[Token] = []
    for token in rest:
        if token.depth == 0 and (token.is_word(*_ENDS_OF_RETURN) or token.text == ";"):
            break
        if token.depth == 0 and token.text == ",":
            yield _column(item)
            item = []
        elif not (token.is_word("DISTINCT") and not item):
            item.append(token)
    if item:
        yield _column(item)


def _column(item: Sequence[Token]) -> Returned:
    names_itself = len(item) == 1 and item[0].kind in ("word", "quoted")
    if names_itself or (len(item) > 2 and item[-2].is_word("AS")):
        return Returned(item[-1].text.strip("`"), item[-1].line)
    return Returned(None, item[0].line if item else 1)
