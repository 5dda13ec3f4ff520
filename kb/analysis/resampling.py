"""Networks that would be there if the evidence were a little other: claims drawn anew, doubtful ones left out."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from kb.analysis.graph import Graph
from kb.analysis.measurable import Measurable
from kb.connections.codes import CERTAINTY, PROSECUTION_ONLY
from kb.connections.layout import Array


class Claims:
    """The claims that carry the ties of a network, for drawing among them."""

    def __init__(self, network: Measurable) -> None:
        self._network = network
        self._ties = network.ties()
        claims, first = network.snapshot.claims_of(self._ties)
        self._owner = np.repeat(np.arange(len(self._ties)), np.diff(first))
        self._number, self._claim = _numbered(claims)

    @property
    def number(self) -> int:
        """How many claims there are."""
        return self._number

    def drawn(self, seed: int) -> Graph:
        """The network that as many claims carry, drawn with repetition: about 37 of 100 are not drawn (bootstrap)."""
        random = np.random.default_rng(seed)
        times = np.bincount(random.integers(0, max(self._number, 1), self._number), minlength=self._number)
        carried = np.bincount(self._owner, times[self._claim], len(self._ties)) > 0
        kept = np.zeros(self._network.snapshot.ties, dtype=np.bool_)
        kept[self._ties] = carried
        return self._network.graph(kept)


def _numbered(claims: Array) -> tuple[int, Array]:
    known, number = np.unique(claims, return_inverse=True)
    return len(known), number


def doubted(network: Measurable) -> Iterator[tuple[str, Graph]]:
    """The network without ties that are doubtful, without those of a single witness, without the investigation's.

    ``doubtful``: rated doubtful or only possible; ``single_witness``: one or none; ``investigation``: said by the
    prosecution alone. Where nothing would be left out, it is left out of the list.
    """
    snapshot = network.snapshot
    rated = snapshot.certainty
    for name, kept in (
        ("doubtful", (rated != CERTAINTY["doubtful"]) & (rated != CERTAINTY["possible"])),
        ("single_witness", snapshot.witnesses >= 2),
        ("investigation", (snapshot.flags & PROSECUTION_ONLY) == 0),
    ):
        if not kept[network.ties()].all():
            yield name, network.graph(kept)
