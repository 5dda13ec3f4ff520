"""Reads what the base knows of people between two kinsmen: sex, birth, parents, what claims say of each pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kb.connections import Snapshot
from kb.kinship.family import Age, Family, Pair, Sex
from kb.model import SCHEMA
from kb.store import Store

PARENT = "CHILD_OF"
_TERMS = SCHEMA.vocabularies["kin_term"]
_SECONDS = 60.0
_OTHER: dict[Sex, Sex] = {"male": "female", "female": "male"}
_PEOPLE = (
    "UNWIND $ids AS id MATCH (p:Person {id: id}) "
    "RETURN p.id AS id, p.sex AS sex, p.birth_earliest AS first, p.birth_latest AS last"
)
_CLAIMS = (
    "UNWIND $ids AS id MATCH (c:Claim {id: id}) MATCH (c)-[:ABOUT]->(:Record)-[:IS]->(a:Person) "
    "MATCH (c)-[:TO]->(:Record)-[:IS]->(b:Person) RETURN c.id AS claim, c.term AS term, a.id AS about, b.id AS to"
)


@dataclass(frozen=True, slots=True)
class Said:
    """What one claim of kinship says: ``about`` is ``term`` (a code of the vocabulary, or None) of ``to``."""

    claim: str
    term: str | None
    written: str
    about: str
    to: str


def parents_of(snapshot: Snapshot, people: Iterable[str]) -> dict[str, frozenset[str]]:
    """The parents that the graph has for each of ``people``."""
    found = {}
    for ident in people:
        place = snapshot.find(ident)
        ties = snapshot.ties_at(place, [PARENT])
        found[ident] = frozenset(snapshot.id(other) for tie, other in ties if snapshot.start[tie] == place)
    return found


def claims_between(snapshot: Snapshot, people: Collection[str]) -> Iterator[str]:
    """The claims of all ties of kinship between two of ``people``."""
    kin = [tie.name for tie in SCHEMA.ties.values() if tie.claim == "kinship"]
    places = {snapshot.find(ident) for ident in people}
    for place in places:
        for tie, other in snapshot.ties_at(place, kin):
            if other in places and place < other:
                yield from snapshot.claims(tie)


def said_by(store: Store, claims: Collection[str]) -> list[Said]:
    """What ``claims`` of kinship say, between entities as they are now."""
    rows = store.read(_CLAIMS, {"ids": sorted(claims)}, limit=None, seconds=_SECONDS).rows if claims else []
    return [Said(claim, _TERMS.code_of(term or ""), term or "", about, to) for claim, term, about, to in rows]


def family(store: Store, people: Collection[str], parents: Mapping[str, frozenset[str]], said: list[Said]) -> Family:
    """The family of ``people``: their own properties first, then what the terms of kinship tell."""
    sex: dict[str, Sex] = {}
    birth: dict[str, tuple[int | None, int | None]] = {}
    age: dict[Pair, Age] = {}
    for ident, is_, first, last in store.read(_PEOPLE, {"ids": sorted(people)}, limit=None, seconds=_SECONDS).rows:
        birth[ident] = (first, last)
        if is_ in _OTHER:
            sex[ident] = is_
    bonds: dict[str, set[Pair]] = defaultdict(set)
    for each in said:
        if is_ := _TERMS.says(each.term, "sex"):
            sex.setdefault(each.about, is_)
            if _TERMS.says(each.term, "tie") == "SPOUSE_OF":
                sex.setdefault(each.to, _OTHER[is_])
        if _TERMS.says(each.term, "tie") == "SIBLING_OF" and (older := _TERMS.says(each.term, "age")):
            age[each.about, each.to] = older
        if bond := _TERMS.says(each.term, "bond"):
            pair = (each.to, each.about) if _TERMS.says(each.term, "reversed", False) else (each.about, each.to)
            bonds[bond].add(pair)
    return Family(sex, birth, parents, age, frozenset(bonds["half"]), frozenset(bonds["adoptive"]))
