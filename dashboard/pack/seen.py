"""The base as a level sees it: projected from the claims that it may see, so that nothing else can leak into a pack."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kb.base import state
from kb.base.stored import StoredBase
from kb.connections import EntityRef, Path, PathOptions, search
from kb.connections.build import assembled
from kb.connections.snapshot import Snapshot
from kb.errors import QuestionError
from kb.i18n import Lang
from kb.model import SCHEMA, Claim, Judgement
from kb.projection import EntityKey, Graph, TieKey, project
from kb.projection.accept import PropertyView
from kb.projection.entities import property_views, said_of
from kb.projection.force import standing, visible
from kb.projection.identity import identify
from kb.projection.project import preferences
from kb.projection.sources import sources_of
from kb.store import Store

Props = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Tied:
    """A tie seen from an entity: ``forward`` if it goes out of it; the other end; the tie's own properties."""

    type: str
    other: EntityKey
    forward: bool
    properties: Props

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that carry it."""
        return tuple(self.properties["claims"])


class Seen:
    """The graph of what ``level`` may see of ``claims`` and ``judgements``; ``version`` is that of the base."""

    def __init__(
        self,
        claims: Sequence[Claim],
        judgements: Sequence[Judgement],
        kinds: Mapping[str, str],
        level: str,
        version: str,
    ) -> None:
        self.level, self.version = level, version
        ordered = sorted(claims, key=lambda claim: claim.id)
        allowed, self._judgements = visible(ordered, judgements, level)
        counted = standing(allowed)
        self.hidden = len(standing(claims)) - len(counted)
        self.graph: Graph = project(kinds, allowed, self._judgements, level=level)
        self.claims: Mapping[str, Claim] = {claim.id: claim for claim in counted}
        self._all = frozenset(record for claim in claims for record, _ in claim.records)

    def find(self, ident: str) -> EntityKey:
        """The entity of a record. QuestionError where this level does not see it, or the base does not have it."""
        found = [ident] if ":" in ident else [record for record in self._all if record.rpartition(":")[2] == ident]
        if len(found) == 1 and found[0] in self.graph.identity:
            return self.graph.identity[found[0]]
        hidden = any(record in self._all for record in found)
        raise QuestionError("pack_hidden" if hidden else "unknown_id", id=ident, level=self.level)

    def of(self, key: EntityKey) -> Props:
        """The properties of an entity."""
        return self.graph.entities[key]

    def label(self, key: EntityKey, lang: Lang) -> str:
        """What to print for it."""
        props = self.graph.entities.get(key, {})
        return str(props.get(f"label_{lang}") or props.get("label") or key.id)

    def keys(self, kind: str) -> list[EntityKey]:
        """All entities of a kind, by id."""
        return sorted(key for key in self.graph.entities if key.kind == kind)

    def ties(self, key: EntityKey, *types: str) -> Iterator[Tied]:
        """The ties of an entity, those of ``types`` where any are given, in the order of type and other end."""
        for tie, forward in self._ties_at.get(key, ()):
            if not types or tie.type in types:
                other = tie.target if forward else tie.source
                yield Tied(tie.type, other, forward, self.graph.ties[tie])

    def views(self, key: EntityKey) -> Mapping[str, PropertyView]:
        """Every property that is spoken of, with all readings."""
        kind = SCHEMA.kinds[key.kind]
        claims = [claim for record in self._records.get(key, ()) for claim in self._about.get(record, ())]
        claims.sort(key=lambda claim: claim.id)
        rank = {claim.id: self._sources.rank_of(claim) for claim in claims}
        return property_views(kind, said_of(kind, claims), rank, self._preferred.get(key, {}))

    def said_about(self, key: EntityKey) -> Iterator[Claim]:
        """Every claim about an entity."""
        for record in self._records.get(key, ()):
            yield from self._about.get(record, ())

    def sources(self, claims: Iterable[str]) -> list[EntityKey]:
        """The sources of ``claims``, each once, in their order."""
        cited = (source for claim in claims if claim in self.claims for source in self.claims[claim].cites)
        return list(dict.fromkeys(self.graph.identity[one] for one in cited if one in self.graph.identity))

    def path(self, one: EntityKey, other: EntityKey, options: PathOptions) -> Path:
        """The best path between two entities. QuestionError where there is none."""
        ends = [self._snapshot.find(key.id) for key in (one, other)]
        found = search(self._snapshot, ends[:1], ends[1:], options).paths
        if not found:
            raise QuestionError("pack_no_path", one=one.id, other=other.id, level=self.level)
        return found[0]

    @staticmethod
    def key(ref: EntityRef) -> EntityKey:
        """The key of an end of a path."""
        return EntityKey(ref.kind, ref.id)

    @cached_property
    def _snapshot(self) -> Snapshot:
        entities = (
            (key.id, key.kind, props.get("connects") is not False, str(props.get("label") or key.id))
            for key, props in self.graph.entities.items()
        )
        ties = ((tie.source.id, tie.type, tie.target.id, props) for tie, props in self.graph.ties.items())
        return Snapshot(assembled(self.version, entities, ties, ()))

    @cached_property
    def _ties_at(self) -> Mapping[EntityKey, list[tuple[TieKey, bool]]]:
        found: dict[EntityKey, list[tuple[TieKey, bool]]] = defaultdict(list)
        for tie in sorted(self.graph.ties):
            found[tie.source].append((tie, True))
            found[tie.target].append((tie, False))
        return found

    @cached_property
    def _records(self) -> Mapping[EntityKey, list[str]]:
        found: dict[EntityKey, list[str]] = defaultdict(list)
        for record, key in sorted(self.graph.identity.items()):
            found[key].append(record)
        return found

    @cached_property
    def _about(self) -> Mapping[str, list[Claim]]:
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            found[claim.about].append(claim)
        return found

    @cached_property
    def _sources(self) -> Any:
        kinds = {record: key.kind for record, key in self.graph.identity.items()}
        return sources_of(self.claims.values(), identify(self._judgements, kinds))

    @cached_property
    def _preferred(self) -> Mapping[EntityKey, Mapping[str, str]]:
        return preferences(self._judgements, self.graph.identity)


def seen(store: Store, level: str) -> Seen:
    """What ``level`` may see of the base. QuestionError for one that holds nothing."""
    said = state(store)
    if said.empty:
        raise QuestionError("base_empty")
    base = StoredBase(store)
    judgements = base.judgements()
    judged = {record for each in judgements for record in (each.a, each.b) if record}
    return Seen(list(base.claims()), judgements, base.kinds(judged), level, said.version)
