"""Paths of ``queries.paths`` as what the views show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from dashboard.drawing.data import Tie
from dashboard.drawn import said_of
from dashboard.entities import Mentions, Witnesses, term
from dashboard.views.models import EntityRef, HopView, PathView
from dashboard.words import Words
from kb.i18n import texts_of
from kb.model import SCHEMA
from queries.paths import Hop, Path, Paths
from queries.words import tie_words

KINSHIP: Final = frozenset({"CHILD_OF", "SPOUSE_OF", "SIBLING_OF", "KIN_OF"})


def ends_of(found: Paths) -> list[Mapping[str, str]]:
    """All entities on the paths."""
    return [end for path in found.paths for hop in path.hops for end in (hop.start, hop.end)]


def hop_words(hop: HopView) -> str:
    """A step in one line."""
    return f"{hop.start.label} – {hop.words} – {hop.end.label}"


def path_view(path: Path, known: Witnesses, mentions: Mentions, say: Words) -> PathView:
    """A path with the evidence of each step."""
    rules = {each.hop + 1: texts_of("kb").say(f"connections.rules.{each.rule}", say.lang) for each in path.found.shared}
    hops = tuple(
        replace(_hop(hop, place == path.weakest, known, mentions, say), rule=rules.get(place, ""))
        for place, hop in enumerate(path.hops)
    )
    nodes = (hops[0].start, *(hop.end for hop in hops))
    return PathView(nodes, tuple(_under(node, say) for node in nodes), hops)


def hop_tie(hop: Hop, known: Witnesses, say: Words) -> Tie:
    """A step as a tie of a picture."""
    properties = dict(hop.properties)
    evidence = known.of(dict.fromkeys(one.claim for one in hop.evidence))
    start, end = (hop.start, hop.end) if hop.forward else (hop.end, hop.start)
    return Tie(
        id=f"{start['id']} {hop.tie} {end['id']}",
        a=start["id"],
        b=end["id"],
        kind=hop.tie,
        label=tie_words(hop.tie, properties, say.lang),
        certainty=str(properties.get("certainty") or "not_rated"),
        sources=int(properties.get("sources") or 0),
        status=say("marks.by_investigation") if hop.prosecution_only else "",
        double=hop.tie in KINSHIP,
        evidence=said_of(evidence),
    )


def _under(node: EntityRef, say: Words) -> str:
    return SCHEMA.kinds[node.kind].label[say.lang]


def _hop(hop: Hop, weakest: bool, known: Witnesses, mentions: Mentions, say: Words) -> HopView:
    properties = dict(hop.properties)
    words = tie_words(hop.tie, properties, say.lang, forward=hop.forward)
    if hop.also:
        others = ", ".join(SCHEMA.ties[tie].label[say.lang] for tie in hop.also)
        words = f"{words}; {say('connection.also', ties=others)}"
    certainty = str(properties.get("certainty") or "not_rated")
    return HopView(
        start=mentions.of(hop.start),
        end=mentions.of(hop.end),
        words=words,
        certainty=certainty,
        certainty_word=term("certainty", certainty, say.lang),
        evidence=known.of(dict.fromkeys(one.claim for one in hop.evidence)),
        sources=int(properties.get("sources") or 0),
        weakest=weakest,
        double=hop.tie in KINSHIP,
        status=say("marks.by_investigation") if hop.prosecution_only else "",
    )
