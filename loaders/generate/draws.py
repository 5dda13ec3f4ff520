"""Chance that is the same everywhere: whole numbers from BLAKE2b of the seed and a name, no floats, no ``random``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from hashlib import blake2b
from itertools import accumulate
from typing import TypeVar

T = TypeVar("T")

_BLOCK_BYTES = 64
_NUMBER_BYTES = 4  # one draw; fine enough for every choice made here


class Draws:
    """A stream of draws named by a seed and further names: the same names, the same stream, whatever came before."""

    __slots__ = ("_at", "_block", "_key", "_turn")

    def __init__(self, *names: object) -> None:
        self._key = "/".join(str(name) for name in names).encode()
        self._turn = 0
        self._at = _BLOCK_BYTES
        self._block = b""

    def below(self, bound: int) -> int:
        """A number from 0 to ``bound`` - 1; ``bound`` at most some millions, or the smaller numbers come too often."""
        if self._at == _BLOCK_BYTES:
            self._block = blake2b(self._key + b"#%d" % self._turn, digest_size=_BLOCK_BYTES).digest()
            self._turn += 1
            self._at = 0
        number = int.from_bytes(self._block[self._at : self._at + _NUMBER_BYTES], "big")
        self._at += _NUMBER_BYTES
        return number % bound

    def between(self, least: int, greatest: int) -> int:
        """A number from ``least`` to ``greatest``, both included."""
        return least + self.below(greatest - least + 1)

    def percent(self, share: int) -> bool:
        """True in ``share`` of a hundred cases."""
        return self.below(100) < share

    def one_of(self, choices: Sequence[T]) -> T:
        """One of ``choices``, each as likely."""
        return choices[self.below(len(choices))]


class Weighted:
    """Choices of unequal weight, whole numbers."""

    __slots__ = ("_ends",)

    def __init__(self, weights: Sequence[int]) -> None:
        self._ends = list(accumulate(weights))

    def index(self, draws: Draws) -> int:
        """The index of the choice drawn."""
        return bisect_right(self._ends, draws.below(self._ends[-1]))
