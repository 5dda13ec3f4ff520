"""What the projection must know of sources: the rank of their kind, and which of them are one witness."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kb.model import SCHEMA, Claim
from kb.projection.accept import certainty_rank, negative
from kb.projection.identity import Identity

_KINDS = SCHEMA.vocabularies["source_kind"]


@dataclass(frozen=True, slots=True)
class Sources:
    """``rank`` of each source record's kind, and its ``witness``: the least source record that it depends on or
    shares a whole with.
    """

    rank: Mapping[str, int]
    witness: Mapping[str, str]

    def rank_of(self, claim: Claim) -> int:
        """The rank of the best source that the claim cites; -1 where it cites none."""
        return max((self.rank.get(source, 0) for source in claim.cites), default=-1)

    def witnesses(self, sources: Iterable[str]) -> int:
        """How many witnesses are behind ``sources`` at most: independence is unknown until someone says so."""
        return len({self.witness.get(source, source) for source in sources})


def sources_of(claims: Iterable[Claim], identity: Identity) -> Sources:
    """Rank and witness of every source that ``claims`` tell something of; records judged the same are one witness."""
    best: dict[str, tuple[int, str]] = {}
    rank: dict[str, int] = {}
    parent: dict[str, str] = {}
    for record, component in identity.component.items():
        _join(parent, record, component[0])
    for claim in claims:
        if claim.about_kind != "Source" or negative(claim):
            continue
        if claim.kind in ("derivation", "part") and claim.to is not None:
            _join(parent, claim.about, claim.to)
        written = claim.values.get("source_kind")
        if claim.kind == "source" and written is not None:
            order = (-certainty_rank(claim), claim.id)
            if claim.about not in best or order < best[claim.about]:
                best[claim.about] = order
                rank[claim.about] = int(_KINDS.says(_KINDS.code_of(written), "rank", 0))
    return Sources(rank, {source: _root(parent, source) for source in parent})


def _root(parent: Mapping[str, str], name: str) -> str:
    while parent.get(name, name) != name:
        name = parent[name]
    return name


def _join(parent: dict[str, str], one: str, other: str) -> None:
    left, right = _root(parent, one), _root(parent, other)
    least, most = min(left, right), max(left, right)
    parent[most] = least
    parent.setdefault(least, least)
    parent.setdefault(one, least)
    parent.setdefault(other, least)
