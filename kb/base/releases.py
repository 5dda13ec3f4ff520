"""Batches and releases as the base keeps them: what is in force, what a load brings, what an undo takes back."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kb.base.graphs import chunks
from kb.errors import ConflictError, UnknownId
from kb.model import Claim
from kb.projection.force import standing
from kb.store import Store, Tx

SECONDS = 600.0


@dataclass(frozen=True, slots=True)
class Batch:
    """One load: release (dataset, part, version) with what the base notes of it.

    ``state``: ``loading`` (its claims are coming in, unread), ``complete``, ``undoing``. ``in_force`` unless a
    later version is.
    """

    id: str
    dataset: str
    part: str
    version: int
    digest: str
    file: str
    checksum: str
    mapping: str
    by: str
    at: str
    rows: int
    claims: int
    state: str
    in_force: bool
    made_up: bool


@dataclass(frozen=True, slots=True)
class Release:
    """What a loader made of an input: claims with the row that brought each (1 is the header)."""

    dataset: str
    claims: Sequence[tuple[Claim, str]]
    file: str
    checksum: str
    rows: int
    part: str = ""
    mapping: str = ""
    made_up: bool = False
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """The hash of the set of claim ids."""
        ids = sorted({claim.id for claim, _ in self.claims})
        return hashlib.sha256("\n".join(ids).encode()).hexdigest()


def batches(store: Store) -> list[Batch]:
    """All batches, the latest last."""
    rows = store.read("MATCH (b:Batch) RETURN properties(b) AS row ORDER BY b.at, b.id", limit=None).rows
    return [Batch(**{name: row[name] for name in Batch.__dataclass_fields__}) for (row,) in rows]


def batch_named(store: Store, name: str) -> Batch:
    """The batch ``name``; UnknownId."""
    found = next((batch for batch in batches(store) if batch.id == name), None)
    if found is None:
        raise UnknownId("unknown_batch", id=name)
    return found


def batch_id(dataset: str, part: str, version: int) -> str:
    """``dataset/part@version``, or ``dataset@version`` for a dataset of one part."""
    return f"{dataset}/{part}@{version}" if part else f"{dataset}@{version}"


def version_for(known: Iterable[Batch], release: Release, wanted: int | None) -> tuple[int, Batch | None]:
    """The version that ``release`` gets, and the batch that already holds the same content, if any.

    Raises ConflictError where ``wanted`` is taken by other content.
    """
    same = [batch for batch in known if (batch.dataset, batch.part) == (release.dataset, release.part)]
    digest = release.digest
    if wanted is None:
        last = max(same, key=lambda batch: batch.version, default=None)
        if last is not None and last.digest == digest:
            return last.version, last
        return (last.version + 1 if last else 1), None
    taken = next((batch for batch in same if batch.version == wanted), None)
    if taken is not None and taken.digest != digest:
        raise ConflictError("version_taken", dataset=release.dataset, version=wanted)
    return wanted, taken


class Held:
    """Which claims the base holds and which batches bring them, as they are when first asked: each is read once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._claims: dict[str, Claim | None] = {}
        self._bringers: dict[str, list[str]] = {}
        self._in_force: frozenset[str] | None = None

    def ids_of(self, batch: str) -> set[str]:
        """The claims that ``batch`` brought."""
        text = "MATCH (b:Batch {id: $batch})-[:BROUGHT]->(c:Claim) RETURN DISTINCT c.id AS id"
        return {row[0] for row in self._store.read(text, {"batch": batch}, limit=None, seconds=SECONDS).rows}

    def claims(self, ids: Collection[str]) -> dict[str, Claim]:
        """Those of ``ids`` that the base holds, in force or not."""
        unread = [each for each in ids if each not in self._claims]
        self._claims.update(dict.fromkeys(unread))
        text = "UNWIND $ids AS id MATCH (c:Claim {id: id}) RETURN properties(c) AS row"
        for (row,) in self._chunked(text, unread):
            self._claims[row["id"]] = Claim.from_row(row)
        return {each: claim for each in ids if (claim := self._claims[each]) is not None}

    def brought(self, ids: Collection[str], *, but: Collection[str] = ()) -> set[str]:
        """Those of ``ids`` that a complete batch in force brings, batches named in ``but`` left out."""
        if self._in_force is None:
            whole = (batch for batch in batches(self._store) if batch.in_force and batch.state == "complete")
            self._in_force = frozenset(batch.id for batch in whole)
        counted = self._in_force - set(but)
        return {each for each, bringers in self._brought_by(ids) if not counted.isdisjoint(bringers)}

    def kept(self, ids: Collection[str], *, but: str) -> set[str]:
        """Those of ``ids`` that any batch but ``but`` brings, in force or not: an undo leaves them."""
        return {each for each, bringers in self._brought_by(ids) if any(batch != but for batch in bringers)}

    def _brought_by(self, ids: Collection[str]) -> Iterator[tuple[str, list[str]]]:
        unread = [each for each in ids if each not in self._bringers]
        self._bringers.update((each, []) for each in unread)
        text = (
            "UNWIND $ids AS id MATCH (c:Claim {id: id})<-[:BROUGHT]-(b:Batch) "
            "RETURN c.id AS id, collect(DISTINCT b.id) AS batches"
        )
        self._bringers.update(dict(self._chunked(text, unread)))
        return ((each, self._bringers[each]) for each in ids)

    def withdrawals(self) -> list[Claim]:
        """All claims of the kind ``withdrawal``."""
        text = "MATCH (c:Claim {kind: 'withdrawal'}) RETURN properties(c) AS row"
        return [Claim.from_row(row) for (row,) in self._store.read(text, limit=None, seconds=SECONDS).rows]

    def _chunked(self, text: str, ids: Iterable[str]) -> Iterator[Any]:
        for part in chunks({"id": each} for each in sorted(ids)):
            params = {"ids": [row["id"] for row in part]}
            yield from self._store.read(text, params, limit=None, seconds=SECONDS).rows


def in_force_after(
    held: Held, coming: Mapping[str, Claim], leaving: Collection[str], *, but: Collection[str]
) -> tuple[dict[str, Claim], dict[str, Claim]]:
    """Claims that come into force and go out of it when ``coming`` are brought and ``leaving`` are no longer.

    ``but`` names the batches whose claims do not count any more. Withdrawals are followed: what they take back
    goes, what a taken-back
    withdrawal had taken back returns.
    """
    withdrawals = {claim.id: claim for claim in held.withdrawals()}
    new_ones = {claim.id: claim for claim in coming.values() if claim.kind == "withdrawal"}
    targets = {claim.values["withdraws"] for claim in (*withdrawals.values(), *new_ones.values())}
    concerned = set(coming) | set(leaving) | set(withdrawals) | (targets - set(coming))
    known = {**held.claims(concerned - set(coming)), **coming}
    was_brought = held.brought(known)
    still = held.brought(known, but=but)
    now_brought = still | set(coming)
    was = {claim.id for claim in standing(known[each] for each in was_brought)}
    now = {claim.id for claim in standing(known[each] for each in now_brought)}
    return {name: known[name] for name in now - was}, {name: known[name] for name in was - now}


def brought_rows(batch: str, claims: Iterable[tuple[Claim, str]], at: str) -> Iterator[dict[str, Any]]:
    """Rows of ``BROUGHT`` links; a claim that several rows say is brought by each of them."""
    for claim, row in claims:
        yield {"batch": batch, "claim": claim.id, "row": row, "at": at}


def mark_past(tx: Tx, gone: Collection[str], back: Collection[str]) -> None:
    """Mark claims that went out of force, and those that came back."""
    for ids, text in (
        (gone, "UNWIND $rows AS row MATCH (c:Claim {id: row.id}) SET c.past = true"),
        (back, "UNWIND $rows AS row MATCH (c:Claim {id: row.id}) REMOVE c.past"),
    ):
        for part in chunks([{"id": each} for each in sorted(ids)]):
            tx.run(text, {"rows": part})
