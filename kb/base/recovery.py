"""After a crash: an unfinished first stage is taken back, an unfinished second one is rolled forward, before
anything answers.
"""

from __future__ import annotations

from kb.base import releases as held
from kb.base.change import rebuild
from kb.base.lock import busy, writing
from kb.base.releases import SECONDS, Held
from kb.base.state import put_state, state
from kb.derive import statements as say
from kb.projection import VERSION
from kb.settings import Settings
from kb.store import Store, Tx


def needs_mending(store: Store) -> bool:
    """Whether a command ended in the middle of a change, or the readers are newer than the graph."""
    rows = store.read("MATCH (b:Batch) WHERE b.state <> 'complete' RETURN count(b) AS n").rows
    base = state(store)
    return bool(rows[0][0]) or base.state != "ready" or (base.projection != VERSION and not base.empty)


def recover(store: Store) -> bool:
    """Mend the base; whether it was needed. The caller holds the lock of the writer."""
    if not needs_mending(store):
        return False
    broken = [batch.id for batch in held.batches(store) if batch.state in ("loading", "undoing")]
    for name in broken:
        _take_back(store, name)
    base = state(store)
    changing = base.state != "ready" or base.projection != VERSION
    if changing:
        rebuild(store)

    _tidy(store)

    def finish(tx: Tx) -> None:
        for name in broken:
            tx.run("MATCH (b:Batch {id: $id}) DETACH DELETE b", {"id": name})
        if changing:
            put_state(tx, base.sum, made_up=base.made_up)

    store.write(finish)
    return True


def mend_if_abandoned(store: Store, settings: Settings) -> bool:
    """Mend the base before reading unless somebody is writing; whether it is whole now."""
    if not needs_mending(store):
        return True
    if busy(settings):
        return False
    with writing(settings, "recover"):
        recover(store)
    return True


def _take_back(store: Store, batch: str) -> None:
    """Delete the claims that only ``batch`` brought, those of a chunk that was not linked to it yet, and its links."""
    inside = Held(store)
    brought = inside.ids_of(batch)
    kept = inside.kept(brought, but=batch)
    orphans = "MATCH (c:Claim) WHERE NOT EXISTS { MATCH (c)<-[:BROUGHT]-(:Batch) } RETURN c.id AS id"
    doomed = (brought - kept) | _ids(store, orphans)
    store.write_rows(say.DELETE_CLAIMS, ({"id": each} for each in sorted(doomed)))
    store.write_rows(say.DELETE_BROUGHT, ({"claim": each, "batch": batch} for each in sorted(kept)))


def _tidy(store: Store) -> None:
    """Delete records that nothing names any more, and the empty sources of a first stage."""
    records = "MATCH (r:Record) WHERE NOT EXISTS { MATCH (r)-[:IS]->() } RETURN r.id AS id"
    store.write_rows(say.DELETE_BARE_RECORDS, ({"id": each} for each in sorted(_ids(store, records))))
    empty = "MATCH (s:Source) WHERE NOT EXISTS { MATCH (s)<-[:IS]-(:Record) } RETURN s.id AS id"
    store.write_rows(say.delete_entities("Source"), ({"id": each} for each in sorted(_ids(store, empty))))


def _ids(store: Store, text: str) -> set[str]:
    return {row[0] for row in store.read(text, limit=None, seconds=SECONDS).rows}
