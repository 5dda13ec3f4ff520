"""Tokens of Cypher, and the LIMIT that is added to a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.store.tokens import UnreadableError, tokens, with_limit


def kinds(text: str) -> list[tuple[str, str]]:
    """What ``text`` is read as."""
    return [(token.kind, token.text) for token in tokens(text)]


def test_a_text_is_read_into_its_tokens() -> None:
    assert kinds("MATCH (n:`a b`) WHERE n.x >= $p // no\nRETURN 'it''s', 1.5e-3 /* no */, \"\\\"\"") == [
        ("word", "MATCH"),
        ("symbol", "("),
        ("word", "n"),
        ("symbol", ":"),
        ("quoted", "`a b`"),
        ("symbol", ")"),
        ("word", "WHERE"),
        ("word", "n"),
        ("symbol", "."),
        ("word", "x"),
        ("symbol", ">"),
        ("symbol", "="),
        ("param", "$p"),
        ("word", "RETURN"),
        ("string", "'it'"),
        ("string", "'s'"),
        ("symbol", ","),
        ("number", "1.5e-3"),
        ("symbol", ","),
        ("string", '"\\""'),
    ]


def test_depth_counts_the_brackets_around_a_token() -> None:
    depths = {token.text: token.depth for token in tokens("CALL { RETURN [x] } RETURN y")}
    assert (depths["CALL"], depths["x"], depths["y"], depths["{"], depths["}"]) == (0, 2, 0, 0, 0)


@pytest.mark.parametrize(("text", "start"), [("RETURN 'x", 7), ('RETURN "', 7), ("RETURN `x", 7), ("RETURN 1 /* x", 9)])
def test_what_does_not_end_is_found_where_it_begins(text: str, start: int) -> None:
    with pytest.raises(UnreadableError) as raised:
        list(tokens(text))
    assert raised.value.start == start


@given(st.text())
def test_nothing_is_lost_between_tokens(text: str) -> None:
    try:
        read = list(tokens(text))
    except UnreadableError:
        return
    for token in read:
        assert text[token.start :].startswith(token.text)


@pytest.mark.parametrize(
    ("text", "limited"),
    [
        ("MATCH (n) RETURN n", "MATCH (n) RETURN n\nLIMIT 11"),
        ("MATCH (n) RETURN n;", "MATCH (n) RETURN n\nLIMIT 11"),
        ("MATCH (n) RETURN n; // all", "MATCH (n) RETURN n\nLIMIT 11"),
        ("MATCH (n) RETURN n // all", "MATCH (n) RETURN n // all\nLIMIT 11"),
        ("MATCH (n) WITH n LIMIT 5 RETURN n ORDER BY n.a", "MATCH (n) WITH n LIMIT 5 RETURN n ORDER BY n.a\nLIMIT 11"),
        ("CALL { MATCH (n) RETURN n LIMIT 5 } RETURN n", "CALL { MATCH (n) RETURN n LIMIT 5 } RETURN n\nLIMIT 11"),
    ],
)
def test_a_limit_is_added_to_the_last_return(text: str, limited: str) -> None:
    assert with_limit(text, 11) == limited


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n) RETURN n LIMIT 5",
        "MATCH (n) RETURN n limit $n",
        "RETURN 1 AS x UNION RETURN 2 AS x",
        "CALL db.labels()",
        "MATCH (n) SET n.a = 1",
        "RETURN 'no end",
    ],
)
def test_no_limit_is_added_where_there_is_one_or_it_would_change_the_answer(text: str) -> None:
    assert with_limit(text, 11) == text
