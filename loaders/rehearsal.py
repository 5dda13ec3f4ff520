"""What a load would change, found by reading only; and which records that people judged would vanish with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kb.base import Release, batches
from kb.base.releases import Batch, Held, version_for
from kb.base.stored import StoredBase
from kb.model import Claim
from kb.store import Store

Values = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Claims that would come into force, are there, or replace one about the same record; judged records that would
    vanish.
    """

    new: int
    same: int
    changed: int
    vanishing: Sequence[tuple[str, str | None]]


def rehearsal(store: Store, release: Release, version: int | None) -> Rehearsal:
    """What loading ``release`` would do. ConflictError where ``version`` is taken by other content."""
    known = batches(store)
    coming = {claim.id: claim for claim, _ in release.claims}
    if not known:
        return Rehearsal(len(coming), 0, 0, ())
    _, there = version_for(known, release, version)
    if there is not None:
        return Rehearsal(0, len(coming), 0, ())
    held = Held(store)
    before = _in_force(known, release)
    leaving = held.claims(held.ids_of(before.id) - set(coming)) if before else {}
    kept = held.brought(leaving, but=[before.id]) if before else set()
    gone = {name: claim for name, claim in leaving.items() if name not in kept}
    same = held.brought(coming)
    replaced = {(claim.kind, claim.about) for claim in gone.values()}
    fresh = [claim for name, claim in coming.items() if name not in same]
    changed = sum((claim.kind, claim.about) in replaced for claim in fresh)
    return Rehearsal(len(fresh) - changed, len(same), changed, _vanishing(store, gone, coming))


def _in_force(known: Iterable[Batch], release: Release) -> Batch | None:
    return next((b for b in known if b.in_force and (b.dataset, b.part) == (release.dataset, release.part)), None)


def _vanishing(
    store: Store, gone: Mapping[str, Claim], coming: Mapping[str, Claim]
) -> Sequence[tuple[str, str | None]]:
    """Judged records that only claims of ``gone`` are about, each with the new record that says most of the same."""
    stored = StoredBase(store)
    judged = {record for judgement in stored.judgements() for record in (judgement.a, judgement.b) if record}
    named = {record for claim in coming.values() for record, _ in claim.records}
    lost = (judged & {claim.about for claim in gone.values()}) - named
    still = {claim.about for claim in stored.naming(lost) if claim.id not in gone}
    lost -= still
    if not lost:
        return ()
    new = named - set(stored.kinds(named))
    before, after = _said(gone.values(), lost), _said(coming.values(), new)
    return [(record, _alike(before[record], after)) for record in sorted(lost)]


def _said(claims: Iterable[Claim], records: Collection[str]) -> dict[str, Values]:
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for claim in claims:
        if claim.about in records:
            found[claim.about].update(claim.values.items())
    return {record: frozenset(values) for record, values in found.items()}


def _alike(values: Values, others: Mapping[str, Values]) -> str | None:
    """The record of ``others`` that shares most of ``values``, if it shares more than half of them."""
    best = max(others, key=lambda record: (len(values & others[record]), record), default=None)
    return best if best is not None and 2 * len(values & others[best]) > len(values) else None
