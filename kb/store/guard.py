"""What free Cypher may say: a tokenised allow-list of clauses and procedures, the same on both engines.

It stands before the reader that cannot write: ``LOAD CSV``, ``SHOW USERS`` and ``TERMINATE TRANSACTION`` run even in
Neo4j's READ mode. A word counts where it can be a keyword, not in strings, comments, backticks, names of labels,
properties, parameters or map keys. A doubtful word is refused; backticks make it a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb.errors import RefusedCypher
from kb.store.tokens import Token, UnreadableError, tokens

CLAUSES = frozenset({"MATCH", "OPTIONAL", "WHERE", "WITH", "RETURN", "UNWIND", "CALL", "YIELD", "UNION", "FINISH"})
CLAUSES |= {"ORDER", "SKIP", "OFFSET", "LIMIT"}
_BETWEEN = """
    AND OR XOR NOT IN IS STARTS ENDS CONTAINS AS WHEN THEN ELSE END ASC ASCENDING DESC DESCENDING BY WITH NULL NULLS
    FIRST LAST TYPED NORMALIZED NFC NFD NFKC NFKD USING INDEX SCAN JOIN ON ALL DISTINCT
"""
_FORBIDDEN = """
    CREATE MERGE SET DELETE DETACH NODETACH REMOVE INSERT FOREACH LOAD SHOW TERMINATE USE DROP ALTER TRANSACTIONS
"""
BETWEEN_OPERANDS = frozenset(_BETWEEN.split())
FORBIDDEN = frozenset(_FORBIDDEN.split())
PROCEDURES = frozenset(
    {
        "db.index.fulltext.querynodes",
        "db.index.fulltext.queryrelationships",
        "db.labels",
        "db.propertykeys",
        "db.relationshiptypes",
        "db.schema.visualization",
    }
)
FUNCTION_SPACES = frozenset({"date", "datetime", "duration", "localdatetime", "localtime", "point", "time"})
BLOCKS = frozenset({"CALL", "EXISTS", "COUNT", "COLLECT"})
ESCAPE = re.compile(r"\\+u+([0-9a-fA-F]{4})")


def check(text: str) -> None:
    """Raise RefusedCypher where ``text`` says anything but reading, None otherwise.

    Neo4j reads ``\\u0041`` anywhere in a text as the letter before it looks for words, ArcadeDB only in strings: both
    readings must pass.
    """
    _check(text)
    decoded = ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    if decoded != text:
        _check(decoded)


def _check(text: str) -> None:
    try:
        read = list(tokens(text))
    except UnreadableError as error:
        raise RefusedCypher("cypher_unreadable", place=error.start + 1) from None
    if not read or read[0].text == ";":
        raise RefusedCypher("cypher_empty")
    for place, token in enumerate(read):
        if token.text == ";" and place + 1 < len(read):
            raise RefusedCypher("cypher_several")
        if token.kind == "word":
            _check_word(read, place)
        elif token.kind == "number":
            _check_number(token)


def _check_word(read: Sequence[Token], place: int) -> None:
    token = read[place]
    before = read[place - 1] if place else None
    after = read[place + 1].text if place + 1 < len(read) else ""
    if before and before.text == ".":
        _check_function(read, place, after)
        return
    if after == ":" or (before and (before.text in {":", "|", "&", "!"} or before.upper == "AS")):
        return  # a label, a type, a key of a map, a name being given
    if token.upper in FORBIDDEN:
        raise RefusedCypher("cypher_refused", word=token.upper)
    if token.upper == "CALL" and after not in {"{", "("}:
        _check_procedure(read, place + 1)
    if _must_be_keyword(before, read, place) and token.upper not in CLAUSES | BETWEEN_OPERANDS:
        raise RefusedCypher("cypher_refused", word=token.text)


def _must_be_keyword(before: Token | None, read: Sequence[Token], place: int) -> bool:
    """Whether only a keyword can stand here: at a beginning, and after something complete."""
    if before is None:
        return True
    earlier = read[place - 2] if place > 1 else before
    if before.upper == "UNION" or (before.upper in {"ALL", "DISTINCT"} and earlier.upper == "UNION"):
        return True
    if before.kind in {"string", "number", "param", "quoted"} or before.text in {")", "]", "}"}:
        return True
    if before.text == "*":
        return earlier.upper in {"WITH", "RETURN", "DISTINCT"}
    if before.text == "{":
        return earlier.upper in BLOCKS or earlier.text == ")"
    return before.kind == "word" and before.upper not in CLAUSES | BETWEEN_OPERANDS | BLOCKS | {"CASE"}


def _check_number(token: Token) -> None:
    """An engine may read ``1CREATE`` as two words; other nonsense is the engine's to explain."""
    for word in FORBIDDEN | {"CALL"}:
        if word in token.text.upper():
            raise RefusedCypher("cypher_refused", word=word)


def _check_function(read: Sequence[Token], place: int, after: str) -> None:
    """``a.b.c(`` is a function in a name space, unless ``a`` is a variable whose property is no function anyway."""
    if after != "(":
        return
    first = place
    while first >= 2 and read[first - 1].text == ".":
        first -= 2
    if read[first].text.lower() not in FUNCTION_SPACES and read[first - 1].upper != "CALL":
        raise RefusedCypher("cypher_function", word="".join(token.text for token in read[first : place + 1]))


def _check_procedure(read: Sequence[Token], place: int) -> None:
    name = "".join(_name(read, place))
    if name.lower() not in PROCEDURES:
        raise RefusedCypher("cypher_procedure", word=name, allowed=", ".join(sorted(PROCEDURES)))


def _name(read: Sequence[Token], place: int) -> Iterator[str]:
    """The dotted name that begins at ``place``."""
    for token in read[place:]:
        if token.kind not in {"word", "quoted"} and token.text != ".":
            return
        if token.kind == "word" and token.upper == "YIELD":
            return
        yield token.text.strip("`")
