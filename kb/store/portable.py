"""What our own Cypher may not say, because the engines answer it differently or one of them not at all.

``path_predicate``   a condition in WHERE, or in the brackets, on what ``shortestPath`` finds: Neo4j then looks for a
                     longer path, ArcadeDB finds none and says nothing
``shortest``         ``SHORTEST 1`` and its like: Neo4j alone
``engine_id``        ``id()`` and ``elementId()``: ids of an engine mean nothing in the next run
``unbounded``        ``*``, ``*2..`` without an upper end
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kb.store.tokens import Token, tokens

SHORTEST = {"SHORTESTPATH", "ALLSHORTESTPATHS"}
STARTS = {"MATCH", "OPTIONAL", "WITH", "RETURN", "UNWIND", "CALL", "UNION", "CREATE", "MERGE", "SET", "DELETE", "ORDER"}
LENGTH = re.compile(r"\*\s*(?P<low>\d+)?\s*(?P<dots>\.\.)?\s*(?P<high>\d+)?")


def faults(text: str) -> tuple[str, ...]:
    """The faults of ``text``, by the names above, each once and in that order. Raises UnreadableError."""
    read = list(tokens(text))
    found = {
        "path_predicate": any(_is_filtered(clause) for clause in _matches(read)),
        "shortest": any(token.upper in {"SHORTEST", "SHORTESTPATHS"} for token in read),
        "engine_id": any(
            token.upper in {"ID", "ELEMENTID"} and after.text == "(" and before.text != "."
            for before, token, after in zip(read, read[1:], read[2:], strict=False)
        ),
        "unbounded": any(_is_unbounded(text, read, place) for place in range(1, len(read))),
    }
    return tuple(name for name, is_there in found.items() if is_there)


def _matches(read: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Each MATCH with its WHERE, up to the next clause in the same brackets."""
    for place, token in enumerate(read):
        if token.upper == "MATCH":
            end = place + 1
            while end < len(read) and read[end].depth >= token.depth:
                if read[end].depth == token.depth and read[end].upper in STARTS:
                    break
                end += 1
            yield read[place:end]


def _is_filtered(clause: Sequence[Token]) -> bool:
    """Whether a shortest path of this MATCH has a condition on itself."""
    names: set[str] = set()
    for place, token in enumerate(clause):
        if token.upper in SHORTEST:
            if place > 1 and clause[place - 1].text == "=":
                names.add(clause[place - 2].text)
            inside = [part for part in clause[place + 1 :] if part.depth > token.depth]
            names |= set(_ties(inside))
            if _has_condition_in_brackets(inside):
                return True
    outer = clause[0].depth
    where = next((i for i, part in enumerate(clause) if part.upper == "WHERE" and part.depth == outer), len(clause))
    used = {
        part.text for before, part in pairwise(clause[where:]) if part.kind in {"word", "quoted"} and before.text != "."
    }
    return bool(names & used)


def _ties(inside: Sequence[Token]) -> Iterator[str]:
    """The variables of relationships: the word after ``-[``."""
    for dash, bracket, name in zip(inside, inside[1:], inside[2:], strict=False):
        if dash.text == "-" and bracket.text == "[" and name.kind in {"word", "quoted"}:
            yield name.text


def _has_condition_in_brackets(inside: Sequence[Token]) -> bool:
    within = False
    for dash, token in pairwise(inside):
        if token.text == "[" and dash.text == "-":
            within = True
        elif token.text == "]":
            within = False
        elif within and (token.text == "{" or token.upper == "WHERE"):
            return True
    return False


def _is_unbounded(text: str, read: Sequence[Token], place: int) -> bool:
    """Whether a relationship of variable length with no upper end begins at ``place``."""
    if read[place].text != "[" or read[place - 1].text != "-":
        return False
    end = next((token.start for token in read[place:] if token.text == "]" and token.depth == read[place].depth), None)
    said = LENGTH.search(text[read[place].start : end])
    return said is not None and not said["high"] and (said["dots"] is not None or not said["low"])
