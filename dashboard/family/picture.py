"""The family tree as the component draws it; kept for as long as the data are the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

from dashboard.data import base, rows
from dashboard.drawing.data import Drawing, Node
from dashboard.drawn import about
from dashboard.entities import Witnesses, dated
from dashboard.family.part import Relatives, relatives
from dashboard.network.nodes import nodes_of
from dashboard.network.part import Asked
from dashboard.network.question import Question
from dashboard.network.ties import tie_id, ties_of
from dashboard.words import Words
from kb.connections import Snapshot
from kb.i18n import Lang
from kb.kinship.facts import PARENT, claims_between, family, parents_of, said_by

HEIGHT: Final = 620
_KEPT: Final = 12


def tree_of(snapshot: Snapshot, ident: str, say: Words) -> Drawing:
    """The tree of the family of ``ident``. UnknownId."""
    return _kept(snapshot, ident, say.lang)


@lru_cache(maxsize=_KEPT)
def _kept(snapshot: Snapshot, ident: str, lang: Lang) -> Drawing:
    say = Words(lang)
    found = relatives(snapshot, snapshot.find(ident))
    asked = Asked(snapshot, Question(start=(ident,)))
    people = [snapshot.id(place) for place in found.people]
    lives = {row["id"]: row for row in rows("lives", ids=people, limit=len(people) + 1)}
    nodes = [_node(node, lives, say) for node in nodes_of(asked, [*found.people, *found.lineages], {}, say)]
    nodes.sort(key=lambda node: people.index(node.id) if node.id in lives else len(people))
    ties = ties_of(asked, found.ties, Witnesses(say), say)
    label = next(node.label for node in nodes if node.id == ident)
    options = {"root": ident, "loose": _loose(asked, found, people)}
    return Drawing("tree", about(say("family.of", name=label), f"family-{ident}", say, _notes(found, say)), nodes, ties,
                   HEIGHT, options)  # fmt: skip


def _node(node: Node, lives: Mapping[str, Mapping[str, Any]], say: Words) -> Node:
    """With years below the name; children stand in the order of their births."""
    life = lives.get(node.id)
    if life is None:
        return replace(node, sub="", when=None)
    born, died = (dated(str(life[name]), say.lang) if life[name] else "" for name in ("birth", "death"))
    years = f"{born} – {died}" if born and died else say("network.born", when=born) if born else ""
    if died and not born:
        years = say("family.died", when=died)
    known = life["earliest"] is not None or life["latest"] is not None
    return replace(node, sub=years, when=(life["earliest"], life["latest"]) if known else None)


def _notes(found: Relatives, say: Words) -> Sequence[str]:
    return [say("family.left_out", n=found.left_out, shown=len(found.people))] if found.left_out else []


def _loose(asked: Asked, found: Relatives, people: list[str]) -> dict[str, str]:
    """Ties to parents by adoption, and to each of several who are named as the same parent."""
    snapshot = asked.snapshot
    parents = parents_of(snapshot, people)
    claims = set(claims_between(snapshot, people))
    known = base().ask(lambda store: family(store, people, parents, said_by(store, claims)))
    loose: dict[str, str] = {}
    for tie in found.ties:
        child, parent = (snapshot.id(int(end[tie])) for end in (snapshot.start, snapshot.end))
        name = tie_id(asked, tie)
        if PARENT not in name.split(" "):
            continue
        if (child, parent) in known.adopted:
            loose[name] = "adopted"
        elif parent in known.rivals(child):
            loose[name] = "rival"
    return loose
