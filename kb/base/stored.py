"""What a stored base can tell of its claims in force: the ``Base`` that the projection asks, read from the store."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from kb.model import Claim, Judgement
from kb.store import Store

#: Time for one reading of the bookkeeping; it grows with the change, not with the base.
SECONDS = 600.0
CHUNK = 5000


class StoredBase:
    """The claims in force in a store. Judgements and claims about sources are read once; of claims that are ``known``
    already, by id, nothing but the id is read.
    """

    def __init__(self, store: Store, known: Mapping[str, Claim] | None = None) -> None:
        self._store = store
        self._known = known or {}
        self._judgements: list[Judgement] | None = None
        self._source_claims: list[Claim] | None = None

    def judgements(self) -> Sequence[Judgement]:
        """All judgements, by id."""
        if self._judgements is None:
            rows = self._rows("MATCH (j:Judgement) RETURN properties(j) AS row ORDER BY j.id")
            self._judgements = [Judgement.from_row(row) for (row,) in rows]
        return self._judgements

    def kinds(self, records: Collection[str]) -> Mapping[str, str]:
        """The kind of each of ``records`` that the base knows."""
        text = "UNWIND $ids AS id MATCH (r:Record {id: id}) RETURN r.id AS id, r.kind AS kind"
        return dict(self._chunked(text, records))

    def source_claims(self) -> Sequence[Claim]:
        """All claims about sources."""
        if self._source_claims is None:
            rows = self._rows("MATCH (c:Claim {about_kind: 'Source'}) WHERE c.past IS NULL RETURN properties(c) AS row")
            self._source_claims = [Claim.from_row(row) for (row,) in rows]
        return self._source_claims

    def naming(self, records: Collection[str]) -> Iterator[Claim]:
        """All claims about or to one of ``records``; a claim that names two of them may come twice."""
        for tie in ("ABOUT", "TO"):
            found = f"UNWIND $ids AS id MATCH (r:Record {{id: id}})<-[:{tie}]-(c:Claim) WHERE c.past IS NULL RETURN "
            if self._known:
                yield from self.named(row[0] for row in self._chunked(f"{found}DISTINCT c.id AS id", records))
            else:
                for (row,) in self._chunked(f"{found}properties(c) AS row", records):
                    yield Claim.from_row(row)

    def named(self, ids: Iterable[str]) -> Iterator[Claim]:
        """The claims of these ids."""
        wanted = set(ids)
        yield from (self._known[each] for each in wanted & self._known.keys())
        text = "UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN properties(c) AS row"
        for (row,) in self._chunked(text, wanted - self._known.keys()):
            yield Claim.from_row(row)

    def cited(self, sources: Collection[str]) -> Iterator[Claim]:
        """Of each of ``sources`` that is cited, one claim at least that cites it."""
        return self.cited_but((), sources)

    def cited_but(self, left_out: Collection[str], sources: Collection[str]) -> Iterator[Claim]:
        """As :meth:`cited`, claims ``left_out`` not counted. A source may be cited by all claims there are: only ids
        are read of them.
        """
        text = (
            "UNWIND $ids AS id MATCH (r:Record {id: id})-[:IS]->(s:Source)<-[:CITES]-(c:Claim) WHERE c.past IS NULL "
            "AND id IN c.cites RETURN id, c.id AS claim"
        )
        found: dict[str, str] = {}
        for source, claim in self._chunked(text, sources):
            if source not in found and claim not in left_out:
                found[source] = claim
        return self.named(found.values())

    def citing(self, sources: Collection[str]) -> Collection[str]:
        """The records that claims citing one of ``sources`` are about or lead to."""
        text = (
            "UNWIND $ids AS id MATCH (r:Record {id: id})-[:IS]->(s:Source)<-[:CITES]-(c:Claim) WHERE id IN c.cites "
            "AND c.past IS NULL RETURN DISTINCT c.about AS about, c.to AS other"
        )
        return {record for row in self._chunked(text, sources) for record in row if record}

    def entities(self, records: Collection[str]) -> Mapping[str, str]:
        """The entity id of each of ``records`` that has one."""
        return dict(
            self._chunked("UNWIND $ids AS id MATCH (r:Record {id: id})-[:IS]->(e) RETURN id, e.id AS entity", records)
        )

    def claims(self) -> Iterator[Claim]:
        """Every claim in force."""
        for (row,) in self._rows("MATCH (c:Claim) WHERE c.past IS NULL RETURN properties(c) AS row"):
            yield Claim.from_row(row)

    def _rows(self, text: str) -> list[Any]:
        return self._store.read(text, limit=None, seconds=SECONDS).rows

    def _chunked(self, text: str, ids: Collection[str]) -> Iterator[Any]:
        ordered = sorted(ids)
        for start in range(0, len(ordered), CHUNK):
            yield from self._store.read(text, {"ids": ordered[start : start + CHUNK]}, limit=None, seconds=SECONDS).rows


class Changed:
    """A base as it will be: ``before`` without the claims ``removed`` and with those ``added`` and with these
    judgements.
    """

    def __init__(
        self, before: StoredBase, added: Mapping[str, Claim], removed: Collection[str], judgements: Sequence[Judgement]
    ) -> None:
        self._before = before
        self._added = added
        self._removed = frozenset(removed)
        self._judgements = judgements

    def judgements(self) -> Sequence[Judgement]:
        """All judgements."""
        return self._judgements

    def kinds(self, records: Collection[str]) -> Mapping[str, str]:
        """The kind of each of ``records``."""
        known = dict(self._before.kinds(records))
        wanted = set(records)
        for claim in self._added.values():
            known.update((record, kind) for record, kind in claim.records if record in wanted)
        return known

    def source_claims(self) -> Sequence[Claim]:
        """All claims about sources."""
        return [
            *(claim for claim in self._before.source_claims() if claim.id not in self._removed),
            *(claim for claim in self._added.values() if claim.about_kind == "Source"),
        ]

    def naming(self, records: Collection[str]) -> Iterator[Claim]:
        """All claims about or to one of ``records``."""
        yield from (claim for claim in self._before.naming(records) if claim.id not in self._removed)
        wanted = set(records)
        yield from (claim for claim in self._added.values() if claim.about in wanted or claim.to in wanted)

    def cited(self, sources: Collection[str]) -> Iterator[Claim]:
        """Claims that cite ``sources``, one at least for each that is cited."""
        missing = set(sources)
        for claim in self._added.values():
            if not missing.isdisjoint(claim.cites):
                missing.difference_update(claim.cites)
                yield claim
        yield from self._before.cited_but(self._removed, missing)

    def citing(self, sources: Collection[str]) -> Collection[str]:
        """The records that claims citing one of ``sources`` are about or lead to; those that went are named by
        the change itself.
        """
        found: set[str] = set(self._before.citing(sources))
        return found

    def entities(self, records: Collection[str]) -> Mapping[str, str]:
        """The entity of records that the change does not touch."""
        found: Mapping[str, str] = self._before.entities(records)
        return found


def unique(claims: Iterable[Claim]) -> dict[str, Claim]:
    """Claims by id."""
    return {claim.id: claim for claim in claims}
