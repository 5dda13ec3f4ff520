"""Entries in the forms of the books of memory of Kazakhstan, in Russian and Kazakh, made up and read by hand first."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.entries import EntryReading, read_entry

BLOCKS = [
    block.splitlines()
    for block in (Path(__file__).parent / "books.txt").read_text("utf-8").split("\n\n")
    if block.lstrip().startswith(">")
]


def said(read: EntryReading) -> list[str]:
    """A reading in the lines of the file."""
    records = [("", read.fields), *((f"more {at} ", one) for at, one in enumerate(read.more))]
    fields = [
        f"{prefix}{name}: {value if isinstance(value, str) else ' | '.join(value)}"
        for prefix, record in records
        for name, value in record.items()
    ]
    return [*fields, *(f"left over: {piece}" for piece in read.left_over)]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block[0][2:30])
def test_an_entry_of_a_book_of_memory_is_read_into_its_parts(block: list[str]) -> None:
    assert sorted(said(read_entry(block[0].removeprefix("> ")))) == sorted(block[1:])


def test_there_are_entries_of_both_languages() -> None:
    assert len(BLOCKS) > 35
    assert sum("қазақ" in block[0].lower() for block in BLOCKS) >= 8
