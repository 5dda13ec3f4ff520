"""What a prepared query must not do, so that one text gives the same answer on every engine and rests on the schema.

``kb.store.portable`` knows what the engines answer differently. Here is what else we ask of our own texts: that they
only read, name every column, list the types of every tie and label every node (an unlabelled one reads the claims too).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kb.store.portable import faults
from kb.store.tokens import Token, tokens
from queries.cypher import line_of, returned

_WRITING = frozenset({"CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "FOREACH", "LOAD", "DROP"})
_OUTSIDE = frozenset({"SHOW", "USE", "YIELD", "TERMINATE"})
_CHANGING = frozenset({"DATE", "DATETIME", "LOCALDATETIME", "TIME", "LOCALTIME", "DURATION", "TIMESTAMP", "RAND"})


@dataclass(frozen=True, slots=True)
class Complaint:
    """A rule that was broken, at a line of the text (0: somewhere), with the piece that breaks it."""

    rule: str
    line: int
    piece: str


def complaints(text: str) -> tuple[Complaint, ...]:
    """Everything in ``text`` that a prepared query may not do; empty when all is well. Raises UnreadableError."""
    found = tuple(tokens(text))
    return (
        *(Complaint(fault, 0, "") for fault in faults(text)),
        *_unnamed(text),
        *_words(text, found),
        *_ties(text, found),
        *_nodes(text, found),
    )


def _unnamed(text: str) -> Iterator[Complaint]:
    for branch in returned(text):
        for column in branch:
            if column.name is None:
                yield Complaint("column without a name", column.line, "RETURN")


def _words(text: str, found: Sequence[Token]) -> Iterator[Complaint]:
    for token, after in pairwise((*found, Token("symbol", "", 0, 0))):
        line = line_of(text, token.start)
        if token.upper in _WRITING:
            yield Complaint("writing", line, token.text)
        elif token.upper in _OUTSIDE:
            yield Complaint("not a question", line, token.text)
        elif after.text == "(" and token.upper in _CHANGING:
            yield Complaint("clock, chance or temporal type", line, token.text)
        elif token.upper == "CALL" and after.text != "(":
            yield Complaint("procedure, or a subquery without its variables", line, after.text)


def _ties(text: str, found: Sequence[Token]) -> Iterator[Complaint]:
    """Every tie lists its types."""
    for at, token in enumerate(found):
        before = found[at - 1].text if at else ""
        line = line_of(text, token.start)
        if token.text == "[" and before == "-":
            inside = [inner.text for inner in _inside(found, at)]
            if ":" not in inside:
                yield Complaint("tie without a type", line, "".join(inside))
        elif token.text == "-" and before == "-":
            yield Complaint("tie without a type", line, "--")


def _inside(found: Sequence[Token], at: int) -> Sequence[Token]:
    """What stands in the bracket that opens at ``at``."""
    depth = found[at].depth
    end = next((i for i in range(at + 1, len(found)) if found[i].depth == depth), len(found))
    return found[at + 1 : end]


def _nodes(text: str, found: Sequence[Token]) -> Iterator[Complaint]:
    """Every node of a pattern has its label where it is first named."""
    known = {name.text for bracket, name, colon in zip(found, found[1:], found[2:], strict=False)
             if bracket.text == "(" and colon.text == ":"}  # fmt: skip
    for at, token in enumerate(found):
        if token.text != "(" or not _in_pattern(found, at):
            continue
        inside = _inside(found, at)
        if ":" not in [inner.text for inner in inside[:2]] and not (inside and inside[0].text in known):
            piece = "".join(inner.text for inner in inside)
            yield Complaint("node without a label", line_of(text, token.start), piece)


def _in_pattern(found: Sequence[Token], at: int) -> bool:
    """A round bracket beside a tie: ``]-(``, ``]->(`` before it, or ``)-[``, ``)<-[`` after it."""
    before = [token.text for token in found[max(at - 3, 0) : at]]
    if before[-2:] == ["]", "-"] or before == ["]", "-", ">"]:
        return True
    end = at + len(_inside(found, at)) + 2
    after = [token.text for token in found[end : end + 3]]
    return after[:2] == ["-", "["] or after == ["<", "-", "["]
