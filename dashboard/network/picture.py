"""The picture that answers a question, kept for as long as the data are the same: a click runs the page anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from dashboard.data import base, rows
from dashboard.drawing.data import Choice, Drawing, Node, Tie
from dashboard.drawn import about
from dashboard.entities import Mentions, Witnesses
from dashboard.network.measured import Standing, measured
from dashboard.network.nodes import nodes_of, tie_name
from dashboard.network.pairs import HUB, Paired, paired
from dashboard.network.part import MOST_OPENED, Asked, Part
from dashboard.network.question import Question
from dashboard.network.summary import summary
from dashboard.network.ties import MOST_WITH_EVIDENCE, pair_ties, ties_of
from dashboard.words import Words
from kb.connections import Snapshot, open_snapshot
from kb.i18n import Lang
from kb.model import SCHEMA
from kb.settings import settings
from queries.words import tie_words

HEIGHT: Final = 660
MEASURES: Final = ("ties", "between", "sources", "participants")
_NETWORKS_KEPT: Final = 12
_CLAIMS_OF_SOURCE: Final = 200_000


def snapshot() -> Snapshot:
    """The snapshot of the base as it is now."""
    return base().ask(lambda store: open_snapshot(store, settings()))


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and ties that answer a question, and what is to be said of them."""

    asked: Asked
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    notes: tuple[str, ...]
    summary: bool = False
    standing: Mapping[str, Standing] = field(default_factory=dict)


def network_of(question: Question, lang: Lang) -> Network:
    """The network of a question. UnknownId, ParameterError."""
    chosen = settings()
    return _kept(snapshot(), f"{chosen.home}{chosen.uri}", question, lang)


@lru_cache(maxsize=_NETWORKS_KEPT)
def _kept(found: Snapshot, _place: str, question: Question, lang: Lang) -> Network:
    say = Words(lang)
    said = None
    if question.source:
        found.find(question.source)
        said = [row["id"] for row in rows("said_by", id=question.source, limit=_CLAIMS_OF_SOURCE)]
    asked = Asked(found, question, said)
    part = asked.part()
    if part.large:
        nodes, ties, left = summary(asked, say)
        notes = [say("network.large"), *([say("network.risings_left", n=left)] if left else [])]
        return Network(asked, tuple(nodes), tuple(ties), tuple(notes), summary=True)
    return _paired(asked, part, say) if question.rules else _plain(asked, part, say)


def _plain(asked: Asked, part: Part, say: Words) -> Network:
    known = Witnesses(say) if len(part.ties) <= MOST_WITH_EVIDENCE else None
    ties = ties_of(asked, part.ties, known, say)
    nodes = nodes_of(asked, part.entities, _roles(asked, part, say), say)
    return _network(asked, nodes, ties, _notes(asked.question, part, say))


def _network(asked: Asked, nodes: list[Node], ties: list[Tie], notes: list[str]) -> Network:
    nodes, standing = measured(nodes, ties)
    return Network(asked, tuple(nodes), tuple(ties), tuple(notes), standing=standing)


def _paired(asked: Asked, part: Part, say: Words) -> Network:
    found = paired(asked, part)
    known = Witnesses(say) if len(found.pairs) + len(found.direct) <= MOST_WITH_EVIDENCE else None
    ties = pair_ties(asked, found, known, say)
    nodes = nodes_of(asked, found.people, {}, say)
    notes = [*_notes(asked.question, part, say), *_hubs(asked, found, say)]
    return _network(asked, nodes, ties, notes)


def _hubs(asked: Asked, found: Paired, say: Words) -> list[str]:
    if not found.hubs:
        return []
    names = ", ".join(asked.snapshot.entity(at).label for at in found.hubs[:5])
    return [say("network.hubs", n=len(found.hubs), most=HUB, names=names)]


def _roles(asked: Asked, part: Part, say: Words) -> dict[int, str]:
    """What a person did, by the ties that are drawn."""
    roles: dict[int, list[str]] = {}
    for tie in part.ties:
        name = tie_name(asked, tie)
        if name in ("TOOK_PART_IN", "ACCUSED_OVER"):
            words = tie_words(name, asked.snapshot.properties(tie), say.lang)
            roles.setdefault(int(asked.snapshot.start[tie]), []).append(words)
    return {person: "; ".join(dict.fromkeys(said)) for person, said in roles.items()}


def _notes(question: Question, part: Part, say: Words) -> list[str]:
    notes = [say("network.conditions", what="; ".join(conditions(question, say)))] if conditions(question, say) else []
    if part.left_out:
        notes.append(say("network.left_out", n=part.left_out, most=MOST_OPENED))
    return notes


def conditions(question: Question, say: Words) -> list[str]:
    """The conditions of a question in words."""
    lang = say.lang
    said = [", ".join(SCHEMA.ties[tie].label[lang] for tie in question.ties)] if question.ties else []
    said += [say(f"network.rule_{rule}") for rule in question.rules]
    if question.years:
        said.append(say("network.in_years", years=question.years))
    if question.certainty:
        word = SCHEMA.vocabularies["certainty"][question.certainty].label[lang]
        said.append(say("network.not_weaker", certainty=word))
    if question.source:
        label = Mentions(lang).of({"id": question.source, "kind": "Source", "label": question.source}).label
        said.append(say("network.says", source=label))
    return [*said, *([say("connection.documented")] if question.documented else [])]


def choices_of(network: Network, ident: str, say: Words) -> list[Choice]:
    """By what an entity can be expanded, with how many each would bring."""
    asked = network.asked
    place = asked.snapshot.find(ident)
    shown = {node.id for node in network.nodes}
    found = []
    for by in asked.ways(place):
        brought = [other for other in asked.brought(place, by) if asked.snapshot.id(other) not in shown]
        if by == "co":
            brought = [other for other in brought if asked.kind(other) == "Person"]
        if brought:
            found.append(Choice(by, _way(by, say), len(brought)))
    return found


def _way(by: str, say: Words) -> str:
    return say(f"network.{by}") if by in ("co", "kin") else SCHEMA.kinds[by].plural[say.lang]


def title_of(question: Question, network: Network, say: Words) -> str:
    """What the picture is called."""
    if not question.start:
        return say("network.title_summary" if network.summary else "network.title_whole")
    labels = {node.id: node.label for node in network.nodes}
    names = ", ".join(labels.get(ident, ident) for ident in question.start[:3])
    return say("network.title_around", names=names, hops=question.hops)


def drawing_of(
    question: Question,
    network: Network,
    say: Words,
    *,
    expand: str = "",
    layout: str = "",
    saved: Mapping[str, Any] | None = None,
    height: int = HEIGHT,
    keeps: bool = False,
) -> Drawing:
    """The picture; ``expand``: the entity that is to be expanded, whose choices it then offers."""
    measures = [name for name in ("people", *MEASURES) if any(name in node.measures for node in network.nodes)]
    options: dict[str, Any] = {
        "measures": [[name, say(f"network.by_{name}")] for name in measures],
        "about": list(question.start),
    }
    if layout:
        options["layout"] = layout
    title = title_of(question, network, say)
    return Drawing(
        "network",
        about(title, "network-" + "-".join(question.start[:2]), say, network.notes),
        network.nodes,
        network.ties,
        height,
        options,
        (expand, choices_of(network, expand, say)) if expand else None,
        saved,
        keeps,
    )
