"""Ties of a part as ties of a picture, with the evidence behind them where there are not too many."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dashboard.connections import KINSHIP
from dashboard.drawing.data import Tie
from dashboard.drawn import said_of
from dashboard.entities import Witnesses
from dashboard.network.nodes import span_of, tie_name
from dashboard.network.pairs import Pair, Paired
from dashboard.network.part import Asked
from dashboard.words import Words
from kb.connections.codes import CERTAINTY
from queries.words import tie_words

MOST_WITH_EVIDENCE: Final = 400  # beyond so many the claims are read when a tie is chosen
_MOST_CLAIMS: Final = 8


def tie_id(asked: Asked, tie: int) -> str:
    """What a tie is called in a picture: its ends and its type."""
    snapshot = asked.snapshot
    return f"{snapshot.id(int(snapshot.start[tie]))} {tie_name(asked, tie)} {snapshot.id(int(snapshot.end[tie]))}"


def ties_of(asked: Asked, ties: Iterable[int], known: Witnesses | None, say: Words) -> list[Tie]:
    """The ties; ``known`` reads their evidence, None leaves it out."""
    listed = list(ties)
    if known is not None:
        known.read(claim for tie in listed for claim in asked.snapshot.claims(tie)[:_MOST_CLAIMS])
    return [_tie(asked, tie, known, say) for tie in listed]


def _tie(asked: Asked, tie: int, known: Witnesses | None, say: Words) -> Tie:
    snapshot = asked.snapshot
    properties = snapshot.properties(tie)
    name = tie_name(asked, tie)
    claims = snapshot.claims(tie)[:_MOST_CLAIMS]
    return Tie(
        id=tie_id(asked, tie),
        a=snapshot.id(int(snapshot.start[tie])),
        b=snapshot.id(int(snapshot.end[tie])),
        kind=name,
        label=tie_words(name, properties, say.lang),
        certainty=str(properties["certainty"]),
        sources=int(properties.get("sources") or 0),
        status=say("marks.by_investigation") if properties["prosecution_only"] else "",
        double=name in KINSHIP,
        when=span_of(asked, tie),
        evidence=said_of(known.of(claims)) if known is not None else (),
    )


def pair_ties(asked: Asked, found: Paired, known: Witnesses | None, say: Words) -> list[Tie]:
    """People tied by a rule: as sure as the less sure of the two ties that it rests on."""
    direct = ties_of(asked, found.direct, known, say)
    if known is not None:
        known.read(claim for pair in found.pairs for tie in pair.ties for claim in asked.snapshot.claims(tie))
    return [*direct, *(_pair(asked, pair, known, say) for pair in found.pairs)]


def _pair(asked: Asked, pair: Pair, known: Witnesses | None, say: Words) -> Tie:
    snapshot = asked.snapshot
    both = [snapshot.properties(tie) for tie in pair.ties]
    weaker = min(both, key=lambda said: CERTAINTY[str(said["certainty"])])
    claims = [claim for tie in pair.ties for claim in snapshot.claims(tie)[:_MOST_CLAIMS]]
    return Tie(
        id=f"{snapshot.id(pair.one)} {pair.rule} {snapshot.id(pair.other)} {snapshot.id(pair.at)}",
        a=snapshot.id(pair.one),
        b=snapshot.id(pair.other),
        kind=pair.rule,
        label=say(f"network.{pair.rule}", at=snapshot.entity(pair.at).label),
        certainty=str(weaker["certainty"]),
        sources=min(int(said.get("sources") or 0) for said in both),
        status=say("marks.by_investigation") if any(said["prosecution_only"] for said in both) else "",
        evidence=said_of(known.of(claims)) if known is not None else (),
    )
