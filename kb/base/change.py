"""A change of the base: claims that come and go, judgements that are added, and the graph that follows from them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kb.base.graphs import CHUNK, chunks, stored_part, whole, write_difference
from kb.base.stored import Changed, StoredBase
from kb.derive import statements as say
from kb.errors import TooLarge
from kb.model import Claim, Judgement
from kb.projection import Difference, EntityKey, Graph, difference, project
from kb.projection.incremental import focus_of, reproject
from kb.store import Store, Tx

#: Nodes and links of a difference that still go into one transaction (measured: see docs/explanation/design.md).
ONE_TRANSACTION = 1_000_000
#: Of these, what may be deleted: the more a transaction deletes, the slower a server finds what is left.
DELETED_AT_ONCE = 20_000
Progress = Callable[[str, int, int], None]
Rows = Sequence[Mapping[str, Any]]


def silent(stage: str, done: int, total: int) -> None:
    """No progress shown."""


@dataclass(frozen=True, slots=True)
class Change:
    """Claims that come into force (by id), ids of those that go out of it, and judgements to be added."""

    added: Mapping[str, Claim] = field(default_factory=dict)
    removed: Mapping[str, Claim] = field(default_factory=dict)
    judgements: Sequence[Judgement] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A change with the difference of the graph that it makes, computed before anything is written."""

    change: Change
    difference: Difference
    sources: Mapping[str, str]  # source record → entity, for every source that an added claim cites


def plan(store: Store, change: Change, *, empty: bool) -> Plan:
    """What ``change`` will do. An ``empty`` base is not read: everything that comes is all there is."""
    if empty:
        after = project({}, change.added.values(), change.judgements)
        return Plan(change, difference(Graph(), after), _cited(change, after.identity))
    before = StoredBase(store, change.removed)
    later = Changed(before, change.added, change.removed, [*before.judgements(), *change.judgements])
    focus = focus_of([*change.added.values(), *change.removed.values()], before, later)
    was, now = stored_part(store, focus), reproject(focus, later)
    return Plan(change, difference(was, now), _cited(change, now.identity))


def _cited(change: Change, identity: Mapping[str, EntityKey]) -> dict[str, str]:
    return {source: identity[source].id for claim in change.added.values() for source in claim.cites}


def write_claims(
    store: Store, new: Sequence[Claim], sources: Mapping[str, str], *, empty: bool, progress: Progress
) -> None:
    """First stage: records and claims that the base does not hold yet, in chunks of their own; nothing reads
    them before the second. ``sources``: the entity of every source record that they cite.
    """
    records: dict[str, str] = {record: kind for claim in new for record, kind in claim.records}
    rows = ({"id": record, "kind": kind, **_split(record)} for record, kind in records.items())
    store.write_rows(say.CREATE_RECORDS if empty else say.MERGE_RECORDS, rows, chunk=CHUNK)
    store.write_rows(say.MERGE_SOURCES, ({"id": source} for source in sorted(set(sources.values()))), chunk=CHUNK)
    done = 0
    for part in chunks(new):  # type: ignore[arg-type]
        store.write(_claims_writer(list(part), sources))  # type: ignore[arg-type]
        done += len(part)
        progress("claims", done, len(new))


def _claims_writer(part: Sequence[Claim], sources: Mapping[str, str]) -> Callable[[Tx], None]:
    def work(tx: Tx) -> None:
        tx.run(say.CREATE_CLAIMS, {"rows": [claim.as_row() for claim in part]})
        leads = [{"claim": claim.id, "to": claim.to} for claim in part if claim.to is not None]
        if leads:
            tx.run(say.CLAIM_TO, {"rows": leads})
        cites = [
            {"claim": claim.id, "source": source}
            for claim in part
            for source in sorted({sources.get(each, each) for each in claim.cites})
        ]
        if cites:
            tx.run(say.CLAIM_CITES, {"rows": cites})

    return work


def _split(record: str) -> dict[str, str]:
    dataset, _, local = record.partition(":")
    return {"dataset": dataset, "local": local}


def write_graph(
    store: Store,
    plan: Plan,
    begin: Callable[[Tx], None],
    finish: Callable[[Tx], None],
    progress: Progress,
    *,
    last: Sequence[tuple[str, Rows]] = (),
) -> None:
    """Second stage: ``begin``, the difference, the statements ``last`` with their rows, and ``finish``.

    All in one transaction; what is larger, or too large for the memory of the server, goes in chunks between ``begin``
    and ``finish``, while the base is marked ``changing``.
    """
    rest = sum(len(rows) for _, rows in last)
    total = plan.difference.size() + rest
    if total <= ONE_TRANSACTION and plan.difference.gone.size() + rest <= DELETED_AT_ONCE:

        def work(tx: Tx) -> None:
            begin(tx)
            _write(plan.difference, last, lambda text, part: tx.run(text, {"rows": part}), total, progress)
            finish(tx)

        try:
            store.write(work)
        except TooLarge:
            pass
        else:
            return
    store.write(begin)
    _write(plan.difference, last, _alone(store), total, progress)
    store.write(finish)


def _alone(store: Store) -> Callable[[str, Rows], object]:
    """Each chunk in a transaction of its own."""
    return lambda text, part: store.write(lambda tx: tx.run(text, {"rows": part}))


def _write(
    change: Difference,
    last: Sequence[tuple[str, Rows]],
    write: Callable[[str, Rows], object],
    total: int,
    progress: Progress,
) -> None:
    count = 0

    def run(text: str, rows: Iterable[Mapping[str, Any]]) -> None:
        nonlocal count
        for part in chunks(rows):
            write(text, part)
            count += len(part)
            progress("graph", count, total)

    write_difference(change, run)
    for text, rows in last:
        run(text, rows)


def rebuild(store: Store, progress: Progress = silent) -> Difference:
    """Make the stored graph what the claims in force and the judgements say, in chunks, and return the
    difference that this was.
    """
    base = StoredBase(store)
    judgements = base.judgements()
    judged = {record for each in judgements for record in (each.a, each.b) if record}
    started = time.monotonic()
    after = project(base.kinds(judged), base.claims(), judgements)
    change = difference(whole(store), after)
    progress("projection", int(time.monotonic() - started), 0)
    _write(change, (), _alone(store), change.size(), progress)
    return change
