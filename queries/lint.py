"""What a prepared query must not do, so that one text gives the same answer on every engine.

The rules are those that were seen to matter: ArcadeDB finds nothing where Neo4j finds a detour when a predicate looks
over a path; engine ids change between runs; an unlabelled node or an unlisted tie reads the claims too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from queries.cypher import Token, returned, tokens

_WRITING = ("CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "FOREACH", "LOAD", "DROP")
_NOT_PORTABLE = ("SHOW", "SHORTEST", "USE", "YIELD", "TERMINATE")
_ENGINE_IDS = ("ELEMENTID", "ID")
_TEMPORAL = ("DATE", "DATETIME", "LOCALDATETIME", "TIME", "LOCALTIME", "DURATION", "TIMESTAMP", "RAND", "RANDOMUUID")
_QUANTIFIERS = ("ALL", "ANY", "NONE", "SINGLE")
_OVER_PATHS = ("RELATIONSHIPS", "NODES")
_MOST_STEPS = 8


@dataclass(frozen=True, slots=True)
class Complaint:
    """A rule that was broken, at a line of the text, with the piece that breaks it."""

    rule: str
    line: int
    piece: str


def complaints(text: str) -> tuple[Complaint, ...]:
    """Everything in ``text`` that is not portable reading Cypher; empty when all is well."""
    found = tokens(text)
    return (*_unnamed(text), *_words(found), *_paths(found), *_ties(found), *_nodes(found))


def _unnamed(text: str) -> Iterator[Complaint]:
    for branch in returned(text):
        for column in branch:
            if column.name is None:
                yield Complaint("column without a name", column.line, "RETURN")


def _words(found: Sequence[Token]) -> Iterator[Complaint]:
    for token, after in pairwise((*found, Token("mark", "", 0, 0))):
        called = after.text == "("
        if token.is_word(*_WRITING):
            yield Complaint("writing", token.line, token.text)
        elif token.is_word(*_NOT_PORTABLE):
            yield Complaint("not on every engine", token.line, token.text)
        elif called and token.is_word(*_ENGINE_IDS):
            yield Complaint("engine id", token.line, token.text)
        elif called and token.is_word(*_TEMPORAL):
            yield Complaint("clock, chance or temporal type", token.line, token.text)
        elif token.is_word("CALL") and after.text not in ("{", "("):
            yield Complaint("procedure", token.line, after.text)


def _paths(found: Sequence[Token]) -> Iterator[Complaint]:
    """``all(r IN relationships(p) WHERE …)`` and its kin."""
    for at, token in enumerate(found):
        if token.is_word(*_QUANTIFIERS) and at + 4 < len(found) and found[at + 1].text == "(":
            inside = found[at + 2 : at + 5]
            if inside[1].is_word("IN") and inside[2].is_word(*_OVER_PATHS):
                yield Complaint("predicate over a path", token.line, token.text)


def _ties(found: Sequence[Token]) -> Iterator[Complaint]:
    """Every tie lists its types; a tie of several steps says at most how many."""
    for at, token in enumerate(found):
        before = found[at - 1].text if at else ""
        if token.text == "[" and before in ("-", "<-"):
            inside = _inside(found, at)
            words = [inner.text for inner in inside]
            if ":" not in words:
                yield Complaint("tie without a type", token.line, "".join(words))
            if "*" in words and not _bounded(words[words.index("*") + 1 :]):
                yield Complaint("steps without a bound", token.line, "".join(words))
        elif token.text in ("-", "->") and before in ("-", "<-"):
            yield Complaint("tie without a type", token.line, before + token.text)


def _inside(found: Sequence[Token], at: int) -> Sequence[Token]:
    depth = found[at].depth
    end = next((i for i in range(at + 1, len(found)) if found[i].depth == depth and found[i].text == "]"), len(found))
    return found[at + 1 : end]


def _bounded(after_star: Sequence[str]) -> bool:
    """``2``, ``1..4`` or ``..4``, with no more than eight steps."""
    numbers = [piece for piece in after_star[:3] if piece == ".." or piece.isdigit()]
    return bool(numbers) and numbers[-1] != ".." and int(numbers[-1]) <= _MOST_STEPS


def _nodes(found: Sequence[Token]) -> Iterator[Complaint]:
    """Every node of a pattern has its label where it is first named."""
    known = {found[at - 1].text for at, token in enumerate(found) if token.text == ":" and at and _labels(found, at)}
    for at, token in enumerate(found):
        if token.text != "(" or not _in_pattern(found, at):
            continue
        inside = _inside_round(found, at)
        named = bool(inside) and inside[0].kind in ("word", "quoted")
        if ":" not in [inner.text for inner in inside[:2]] and not (named and inside[0].text in known):
            yield Complaint("node without a label", token.line, "".join(inner.text for inner in inside))


def _labels(found: Sequence[Token], at: int) -> bool:
    """Is this colon the one of a node's label, ``(name:Label``?"""
    return at >= 2 and found[at - 1].kind == "word" and found[at - 2].text == "("


def _inside_round(found: Sequence[Token], at: int) -> Sequence[Token]:
    depth = found[at].depth
    end = next((i for i in range(at + 1, len(found)) if found[i].depth == depth and found[i].text == ")"), len(found))
    return found[at + 1 : end]


def _in_pattern(found: Sequence[Token], at: int) -> bool:
    """A round bracket beside a tie: ``]-(``, ``]->(`` before it or ``)-[``, ``)<-[`` after it."""
    before = [token.text for token in found[max(at - 2, 0) : at]]
    if before in (["]", "-"], ["]", "->"]):
        return True
    end = at + len(_inside_round(found, at)) + 1
    return [token.text for token in found[end + 1 : end + 3]] in (["-", "["], ["<-", "["])
