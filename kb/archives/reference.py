"""An archival reference: archive, fond, opis, delo, leaves; its order and its search key."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

LEVELS = ("archive", "fond", "opis", "delo", "leaf")
IBID = "там же"
_PIECES = re.compile(r"\d+|[^\W\d_]+")
_KEPT = re.compile(r"[^\w/,-]")


@dataclass(frozen=True, slots=True)
class Reference:
    """One place in an archive. What the text does not say is None.

    ``archive`` is the usual Russian abbreviation, ``archive_printed`` what the text has; ``fond``, ``opis``, ``delo``
    keep their letters (``П-3``, ``6д``). ``leaf`` is ``12``, ``12-15`` or ``12, 14-15``; ``verso`` is true where the
    back of any leaf is meant. ``extra`` names edition, bundle, volume and part. Two references to one place are equal
    however they were written.
    """

    archive: str | None = None
    fond: str | None = None
    opis: str | None = None
    delo: str | None = None
    leaf: str | None = None
    verso: bool = False
    extra: tuple[tuple[str, str], ...] = ()
    archive_printed: str | None = field(default=None, compare=False)
    text: str = field(default="", compare=False)

    def parts(self) -> dict[str, str]:
        """The parts that are there, by level."""
        return {level: value for level in LEVELS if (value := getattr(self, level)) is not None}


def _natural(value: str | None) -> tuple[tuple[int, int, str], ...]:
    """Numbers in order of size, letters after them: 9 before 10 before 10а before П-3."""
    pieces = _PIECES.findall((value or "").lower())
    return tuple((0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in pieces)


def sort_key(reference: Reference) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    """A key that sorts references as they stand on the shelf."""
    extra = " ".join(value for _, value in reference.extra)
    return (*(_natural(getattr(reference, level)) for level in LEVELS[:4]), _natural(extra), _natural(reference.leaf))


def prefix_key(reference: Reference) -> str:
    """A key for searching by prefix: that of ``ЦГА РК, ф. 30`` begins the key of every delo and leaf of the fond."""
    key = ""
    for level in LEVELS:
        value = getattr(reference, level)
        if value is None:
            break
        key += _KEPT.sub("", value.lower()) + "/"
    return key
