"""Reading a Cypher text as far as we need: its parameters, and the columns it returns, each with its line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.store.tokens import Token, tokens

_ENDS_OF_RETURN = frozenset({"ORDER", "SKIP", "LIMIT", "OFFSET", "UNION"})


@dataclass(frozen=True, slots=True)
class Returned:
    """One column of a RETURN; ``name`` is None where it was left without AS. Lines begin at 1."""

    name: str | None
    line: int


def line_of(text: str, start: int) -> int:
    """The line of ``text`` in which the place ``start`` lies."""
    return text.count("\n", 0, start) + 1


def parameters(text: str) -> dict[str, int]:
    """The parameters used in ``text``, each with the line where it is used first. Raises UnreadableError."""
    used: dict[str, int] = {}
    for token in tokens(text):
        if token.kind == "param":
            used.setdefault(token.text[1:].strip(" `"), line_of(text, token.start))
    return used


def returned(text: str) -> tuple[tuple[Returned, ...], ...]:
    """The columns of each RETURN that gives the answer: one, or one per branch of a UNION. Raises UnreadableError."""
    found = tuple(tokens(text))
    outer = [at for at, token in enumerate(found) if token.depth == 0 and token.upper == "RETURN"]
    return tuple(tuple(_columns(text, found[at + 1 :])) for at in outer)


def _columns(text: str, rest: Sequence[Token]) -> Iterator[Returned]:
    item: list[Token] = []
    for token in rest:
        if token.depth == 0 and (token.upper in _ENDS_OF_RETURN or token.text == ";"):
            break
        if token.depth == 0 and token.text == ",":
            yield _column(text, item)
            item = []
        elif not (token.upper == "DISTINCT" and not item):
            item.append(token)
    if item:
        yield _column(text, item)


def _column(text: str, item: Sequence[Token]) -> Returned:
    line = line_of(text, item[0].start) if item else 1
    names_itself = len(item) == 1 and item[0].kind in ("word", "quoted")
    if names_itself or (len(item) > 2 and item[-2].upper == "AS"):
        return Returned(item[-1].text.strip("`"), line)
    return Returned(None, line)
