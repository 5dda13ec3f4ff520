"""Candidates by the engine's full text, ranked: the one way in which the dashboard and ``kb search`` find anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from kb.base import index
from kb.derive.ddl import index_of
from kb.errors import QueryFailed
from kb.model import SCHEMA
from kb.search.hits import Answer, Hit
from kb.search.question import Question, read_question
from kb.search.ranking import QUOTED, Properties, judged, snippet
from kb.store import Result, Store

SEARCHED: Final = tuple(kind for kind in SCHEMA.kinds if SCHEMA.kinds[kind].searched)
_FIRST: Final = ("Person", "Uprising", "Episode", "Place")  # of what is equally good
_ORDER: Final = {kind: place for place, kind in enumerate(dict.fromkeys((*_FIRST, *SEARCHED)))}
LOOKED_AT: Final = 150  # candidates of a kind that are compared in full
MOST: Final = 60  # hits of a kind that are told of
MOST_NEAR: Final = 10  # those of them that are only near
SECONDS: Final = 20.0
_NEAREST: Final = 0.4  # of what is near a reference that leads nowhere


def find(store: Store, text: str, *, kinds: Collection[str] = SEARCHED, most: int = MOST) -> Answer:
    """What is found for ``text``, best first, at most ``most`` of each of ``kinds``; any string is taken."""
    question = read_question(text)
    answer = _answer(store, question, kinds, most)
    wider = question.wider()
    while wider is not None and not answer.hits:
        near = _answer(store, wider, kinds, most)
        answer = Answer(question, [replace(hit, score=_NEAREST) for hit in near.hits], near.cut)
        wider = wider.wider()
    return answer


def _answer(store: Store, question: Question, kinds: Collection[str], most: int) -> Answer:
    best: dict[tuple[str, str], Hit] = {}
    looked_at: Counter[str] = Counter()
    for kind, properties in _named(store, question, kinds):
        looked_at[kind] += 1
        if hit := judged(question, kind, properties):
            best[kind, hit.id] = hit
    for kind, properties, claim, said in _quoted(store, question):
        hit = Hit(kind, properties, QUOTED, "quote", snippet(question, said), claim)
        if kind in kinds:
            best.setdefault((kind, hit.id), hit)
    hits = sorted(best.values(), key=lambda hit: (-hit.score, _ORDER[hit.kind], hit.id))
    cut = frozenset(kind for kind, count in looked_at.items() if count >= LOOKED_AT)
    return Answer(question, list(_most(hits, most)), cut)


def _most(hits: Sequence[Hit], most: int) -> Iterator[Hit]:
    """The first ``most`` of each kind, of those that are only near no more than a handful."""
    told: Counter[tuple[str, bool]] = Counter()
    for hit in hits:
        told[hit.kind, hit.same] += 1
        if told[hit.kind, hit.same] <= (most if hit.same else min(most, MOST_NEAR)):
            yield hit


def _named(store: Store, question: Question, kinds: Collection[str]) -> Iterator[tuple[str, Properties]]:
    """Entities by the words of their names."""
    if question.words:
        by_index = {index_of(kind): kind for kind in kinds}
        params = {"indexes": list(by_index), "words": question.words, "most": LOOKED_AT}
        for name, properties in _read(store, _NAMED, params).rows:
            yield by_index[name], properties


def _quoted(store: Store, question: Question) -> Iterator[tuple[str, Properties, str, str]]:
    """Entities by the words of sources about them, with the claim and those words."""
    if question.quoted:
        params = {"index": index_of("Claim"), "words": question.quoted, "most": LOOKED_AT}
        yield from _read(store, _QUOTED, params).rows


def _read(store: Store, text: str, params: Mapping[str, Any]) -> Result:
    """The rows; where the indexes are not there or not filled yet, once they are."""
    try:
        return store.read(text, params, limit=None, seconds=SECONDS)
    except QueryFailed:
        index(store)
        store.await_fulltext()
    return store.read(text, params, limit=None, seconds=SECONDS)


_NAMED: Final = """\
UNWIND $indexes AS index
CALL db.index.fulltext.queryNodes(index, $words, {limit: $most}) YIELD node, score
RETURN index, properties(node) AS properties"""

_QUOTED: Final = """\
CALL db.index.fulltext.queryNodes($index, $words, {limit: $most}) YIELD node, score
MATCH (node)-[:ABOUT]->(record:Record)-[:IS]->(entity)
WHERE node.past IS NULL
RETURN record.kind AS kind, properties(entity) AS properties, node.id AS claim,
       coalesce(node.quote, node.text) AS said
ORDER BY score DESC, claim"""
