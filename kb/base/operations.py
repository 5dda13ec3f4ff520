"""What changes a base: loading a release, undoing a batch, judging; and mending it after a crash. One writer at
a time.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from kb.base import releases as held
from kb.base.beside import Beside
from kb.base.change import Change, Plan, Progress, plan, rebuild, silent, write_claims, write_graph
from kb.base.following import tell
from kb.base.indexes import index, unindex
from kb.base.lock import writing
from kb.base.recovery import recover
from kb.base.releases import Batch, Held, Release
from kb.base.state import BaseState, moved, put_state, state
from kb.derive import ddl
from kb.derive import statements as say
from kb.errors import ConflictError
from kb.model import Claim, Judgement
from kb.settings import Settings
from kb.store import Store, Tx


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did: ``new`` claims came into force, ``same`` were there, ``changed`` replace one about the
    same record.
    """

    batch: Batch
    new: int
    same: int
    changed: int
    entities: Mapping[str, int]
    seconds: float


def now() -> str:
    """The time, as the bookkeeping notes it: to the second, UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def load(
    store: Store, settings: Settings, release: Release, *, version: int | None = None, progress: Progress = silent
) -> Loaded:
    """Load ``release``. Loading what is in force already adds nothing. Raises ConflictError, WriterBusy, StoreError."""
    started = time.monotonic()
    with writing(settings, f"load {release.dataset}"):
        recover(store)
        return _load(store, settings, release, version, progress, started)


def _load(
    store: Store, settings: Settings, release: Release, version: int | None, progress: Progress, started: float
) -> Loaded:
    base = state(store)
    _made_up_apart(base, release)
    known = held.batches(store)
    number, there = held.version_for(known, release, version)
    if there is not None:
        return Loaded(there, 0, there.claims, 0, {}, time.monotonic() - started)
    empty = base.empty and not known
    if empty:
        unindex(store)
        store.ddl([*ddl.constraints(), *ddl.indexes()])
    before = _in_force(known, release)
    newest = before is None or number > before.version
    batch = _batch(settings, release, number, newest)
    coming = {claim.id: claim for claim, _ in release.claims}
    there_before = {} if empty else Held(store).claims(coming)
    change = _change(store, coming if newest else {}, before if newest else None, empty)
    new = {name: claim for name, claim in coming.items() if name not in there_before}
    back = set(change.added) - set(new)

    def first_stage(sources: Mapping[str, str]) -> None:
        store.write(lambda tx: tx.run("CREATE (b:Batch) SET b = $row", {"row": _row(batch, "loading")}))
        write_claims(store, list(new.values()), sources, empty=empty, progress=progress)
        store.write_rows(say.BROUGHT, held.brought_rows(batch.id, release.claims, batch.at))

    if empty:  # every source is an entity of its own, so claims need not wait for the graph that follows from them
        planned = Beside(lambda: plan(store, change, empty=True))
        first_stage({source: source for claim in change.added.values() for source in claim.cites})
        made = planned.result()
    else:
        made = plan(store, change, empty=False)
        first_stage(made.sources)
    total = moved(base, change.added, change.removed)

    def finish(tx: Tx) -> None:
        tx.run("MATCH (b:Batch {id: $id}) SET b.state = 'complete'", {"id": batch.id})
        put_state(tx, total, made_up=release.made_up)

    def begin(tx: Tx) -> None:
        put_state(tx, total, made_up=release.made_up, word="changing")
        tx.run("MATCH (b:Batch {id: $id}) SET b.state = 'complete'", {"id": batch.id})
        if before is not None and newest:
            tx.run("MATCH (b:Batch {id: $id}) SET b.in_force = false", {"id": before.id})
        # what comes withdrawn already, or with an older version, is history from the start
        held.mark_past(tx, set(change.removed) | (set(new) - set(change.added)), back)

    write_graph(store, made, begin, _then(finish, _cite_again(made, back)), progress)
    if empty:
        index(store)
    tell(store, settings, base, made.difference, progress)
    return _loaded(batch, change, coming, made, started)


def _then(*steps: Callable[[Tx], None]) -> Callable[[Tx], None]:
    def work(tx: Tx) -> None:
        for step in steps:
            step(tx)

    return work


def _cite_again(made: Plan, there: Collection[str]) -> Callable[[Tx], None]:
    """Claims that were in the base as history and come back cite their sources again."""
    rows = [
        {"claim": claim.id, "source": made.sources[source]}
        for claim in made.change.added.values()
        if claim.id in there
        for source in claim.cites
    ]

    def work(tx: Tx) -> None:
        if rows:
            tx.run(say.CITES_AGAIN, {"rows": rows})

    return work


def _made_up_apart(base: BaseState, release: Release) -> None:
    if not base.empty and base.made_up != release.made_up:
        raise ConflictError(
            "made_up_beside_real" if release.made_up else "real_beside_made_up", dataset=release.dataset
        )


def _in_force(known: Sequence[Batch], release: Release) -> Batch | None:
    return next(
        (b for b in known if b.in_force and (b.dataset, b.part) == (release.dataset, release.part)),
        None,
    )


def _change(store: Store, coming: Mapping[str, Claim], before: Batch | None, empty: bool) -> Change:
    if empty and not any(claim.kind == "withdrawal" for claim in coming.values()):
        return Change(added=coming)
    inside = Held(store)
    leaving = inside.ids_of(before.id) - set(coming) if before else set()
    added, removed = held.in_force_after(inside, coming, leaving, but=[before.id] if before else [])
    return Change(added, removed)


def _batch(settings: Settings, release: Release, version: int, newest: bool) -> Batch:
    return Batch(
        id=held.batch_id(release.dataset, release.part, version),
        dataset=release.dataset,
        part=release.part,
        version=version,
        digest=release.digest,
        file=release.file,
        checksum=release.checksum,
        mapping=release.mapping,
        by=settings.author,
        at=now(),
        rows=release.rows,
        claims=len({claim.id for claim, _ in release.claims}),
        state="complete",
        in_force=newest,
        made_up=release.made_up,
    )


def _row(batch: Batch, word: str) -> dict[str, object]:
    return {**{name: getattr(batch, name) for name in Batch.__dataclass_fields__}, "state": word}


def _loaded(batch: Batch, change: Change, coming: Mapping[str, Claim], made: Plan, started: float) -> Loaded:
    replaced = {(claim.kind, claim.about) for claim in change.removed.values()}
    changed = sum((claim.kind, claim.about) in replaced for claim in change.added.values())
    kinds = Counter(key.kind for key in made.difference.fresh.entities)
    new = len(change.added) - changed
    return Loaded(
        batch, new, len(coming) - len(change.added), changed, dict(sorted(kinds.items())), time.monotonic() - started
    )


def undo(store: Store, settings: Settings, name: str, *, progress: Progress = silent) -> Batch:
    """Take the batch ``name`` back whole: the base is as if it had never been loaded. UnknownId, WriterBusy,
    StoreError.
    """
    with writing(settings, f"undo {name}"):
        recover(store)
        batch = held.batch_named(store, name)
        inside = Held(store)
        leaving = inside.ids_of(name)
        heir = _heir(held.batches(store), batch) if batch.in_force else None
        returning = inside.claims(inside.ids_of(heir.id)) if heir else {}
        gone_from_force = leaving - set(returning) if batch.in_force else set()
        added, removed = held.in_force_after(inside, returning, gone_from_force, but=[name])
        made = plan(store, Change(added, removed), empty=False)
        base = state(store)
        total = moved(base, added, removed)
        deleted = inside.claims(leaving - inside.kept(leaving, but=name))
        only = len(held.batches(store)) == 1

        def begin(tx: Tx) -> None:
            put_state(tx, total, made_up=base.made_up, word="changing")
            tx.run("MATCH (b:Batch {id: $id}) SET b.state = 'undoing', b.in_force = false", {"id": name})
            if heir is not None:
                tx.run("MATCH (b:Batch {id: $id}) SET b.in_force = true", {"id": heir.id})
            held.mark_past(tx, set(removed) - set(deleted), added)

        def finish(tx: Tx) -> None:
            tx.run("MATCH (b:Batch {id: $id}) DETACH DELETE b", {"id": name})
            put_state(tx, "0" if only and total == "0" else total, made_up=base.made_up)

        records = {record for claim in deleted.values() for record, _ in claim.records}
        last = [
            (say.DELETE_CLAIMS, [{"id": each} for each in sorted(deleted)]),
            (say.DELETE_BROUGHT, [{"claim": each, "batch": name} for each in sorted(leaving - set(deleted))]),
            (say.DELETE_BARE_RECORDS, [{"id": each} for each in sorted(records)]),
        ]
        write_graph(store, made, begin, _then(finish, _cite_again(made, added)), progress, last=last)
        tell(store, settings, base, made.difference, progress)
        return batch


def _heir(known: Sequence[Batch], batch: Batch) -> Batch | None:
    """The release that is in force again when ``batch`` is gone: the highest version of its part that is left."""
    rest = [b for b in known if (b.dataset, b.part) == (batch.dataset, batch.part) and b.id != batch.id]
    return max(rest, key=lambda b: b.version, default=None)


def judge(store: Store, settings: Settings, judgement: Judgement) -> None:
    """Add ``judgement`` and what follows from it."""
    with writing(settings, f"judge {judgement.id}"):
        recover(store)
        base = state(store)
        made = plan(store, Change(judgements=[judgement]), empty=False)
        total = moved(base, [judgement.id], [])

        def begin(tx: Tx) -> None:
            put_state(tx, total, made_up=base.made_up, word="changing")
            tx.run("MERGE (j:Judgement {id: $row.id}) SET j = $row", {"row": judgement.as_row()})

        write_graph(store, made, begin, lambda tx: put_state(tx, total, made_up=base.made_up), silent)
        tell(store, settings, base, made.difference, silent)


def renew(store: Store, settings: Settings, *, progress: Progress = silent) -> int:
    """Compute the whole graph anew from the claims in force; how many nodes and links were not as they should be."""
    with writing(settings, "rebuild"):
        recover(store)
        return rebuild(store, progress).size()
