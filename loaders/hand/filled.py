"""What stands in a sheet: texts as they were typed, what was picked, and what is said of all of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Row = Mapping[str, str]
#: Block, number of the row, field (empty: the row itself) → the id in the base that was picked for it.
Picks = Mapping[tuple[str, int, str], str]
DOCUMENT = ("source", 0)
_DIGITS = 5  # bytes


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled sheet.

    ``source``: properties of the document (title, date, reference …); ``rows`` of each block, one for those that are
    not many; ``voices``: whose words a field of a block is (block, field → voice), where it is not the voice of all;
    ``uprising``: the id of the rising that was picked. ``keys``: the ids that an entry that is being corrected has
    already (of a row, and of the document under :data:`DOCUMENT`): they stay, whatever is corrected.
    """

    sheet: str
    source: Row = field(default_factory=dict)
    rows: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    picks: Picks = field(default_factory=dict)
    voices: Mapping[tuple[str, str], str] = field(default_factory=dict)
    keys: Mapping[tuple[str, int], str] = field(default_factory=dict)
    uprising: str = ""
    locator: str = ""
    quote: str = ""
    access: str = "original"
    voice: str = ""
    stance: str = "asserts"
    certainty: str = "not_rated"
    level: str = "team"

    def one(self, block: str) -> Row:
        """The only row of a block."""
        rows = self.rows.get(block, ())
        return rows[0] if rows else {}


def key_of(parts: Iterable[str]) -> str:
    """A short key made of what is written: the same words, the same key."""
    folded = "\x1f".join(" ".join(part.split()).casefold() for part in parts)
    return hashlib.blake2b(folded.encode(), digest_size=_DIGITS).hexdigest()
