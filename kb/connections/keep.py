"""Where snapshots are kept: in the data folder, one file for each version of each base, the last two of a base."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from kb.base.following import Commit
from kb.base.state import BaseState, state
from kb.connections.build import Progress, all_papers, build, of_graph, papers_among, silent
from kb.connections.layout import read, write
from kb.connections.patch import patched
from kb.connections.snapshot import FORMAT, Snapshot
from kb.errors import ConflictError, QuestionError
from kb.projection import Difference
from kb.settings import Settings
from kb.store import Store

_KEPT = 2
#: Nodes and links that a change may have for the old snapshot to be patched.
PATCHED = 20_000
_open: dict[Path, Snapshot] = {}


def open_snapshot(store: Store, settings: Settings, progress: Progress = silent) -> Snapshot:
    """The snapshot of the base as it is now; made first where there is none yet.

    While the base is being changed, or another process makes the new one, it is the last whole one, where there is one:
    compare its ``version``. Raises QuestionError for a base that holds nothing, ConflictError for one that is changing
    and has none, and what the store raises.
    """
    said = state(store)
    if said.empty and said.state == "ready":
        raise QuestionError("base_empty")
    found = _opened(_file(settings, said)) if said.state == "ready" else _last(settings)
    return _made(store, settings, progress) if found is None else found  # one of no entities is a snapshot too


def _made(store: Store, settings: Settings, progress: Progress) -> Snapshot:
    folder = _folder(settings)
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / f"{_base(settings)}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        if (found := _last(settings)) is not None:
            return found
        lock.acquire()  # nothing to serve meanwhile
    try:
        while True:
            said = state(store)
            path = _file(settings, said)
            if (found := _opened(path)) is not None:
                return found
            if said.state != "ready":
                raise ConflictError("base_changing")
            made = build(store, said.version, progress)
            if state(store) == said:  # a load between two reads would have made one half newer than the other
                write(path, made)
                _forget(settings)
    finally:
        lock.release()


def keep_up(commit: Commit) -> None:
    """After a change: the snapshot of what is there now, so that nobody has to wait for it.

    The first load has the whole graph at hand; after a small change the old snapshot is patched; else the base is
    read. Whoever asks meanwhile is served the old one.
    """
    settings, said = commit.settings, commit.after
    _folder(settings).mkdir(parents=True, exist_ok=True)
    if said.state != "ready" or said.empty or _file(settings, said).exists():
        return
    made = None
    if commit.before.empty:
        commit.progress("snapshot", 0, 0)
        made = of_graph(said.version, commit.difference.fresh, all_papers(commit.store))
    elif not _reads(commit.difference) and (old := read(_file(settings, commit.before))) is not None:
        ties = (*commit.difference.fresh.ties.values(), *commit.difference.changed.ties.values())
        papers = papers_among(commit.store, {claim for properties in ties for claim in properties.get("claims", ())})
        made = patched(old, said.version, commit.difference, papers)
    if made is None:
        open_snapshot(commit.store, settings)
        return
    lock = FileLock(_folder(settings) / f"{_base(settings)}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return  # who holds it is reading the base, will notice this change, and read again
    try:
        write(_file(settings, said), made)
        _forget(settings)
    finally:
        lock.release()


def _reads(change: Difference) -> bool:
    """Whether the base has to be read: the change is large, or makes other sources of those that claims cite."""
    sources = (*change.gone.entities, *change.changed.entities, *change.moved.values())
    return change.size() > PATCHED or any(key.kind == "Source" for key in sources)


def _opened(path: Path) -> Snapshot | None:
    if path not in _open:
        mapped = read(path)
        if mapped is None:
            return None
        while len(_open) >= _KEPT:
            del _open[next(iter(_open))]
        _open[path] = Snapshot(mapped)
    return _open[path]


def _last(settings: Settings) -> Snapshot | None:
    return next((found for path in _files(settings) if (found := _opened(path)) is not None), None)


def _forget(settings: Settings) -> None:
    """Delete all but the newest; a system that will not delete a mapped file leaves it for the next time."""
    for path in list(_files(settings))[_KEPT:]:
        try:
            path.unlink(missing_ok=True)
        except PermissionError:
            continue


def _files(settings: Settings) -> Iterator[Path]:
    """The files of this base, the newest first."""
    found = _folder(settings).glob(f"{_base(settings)}-*-{FORMAT}.snapshot")
    yield from sorted(found, key=lambda path: path.stat().st_mtime_ns, reverse=True)


def _file(settings: Settings, said: BaseState) -> Path:
    return _folder(settings) / f"{_base(settings)}-{said.version}-{said.projection}-{FORMAT}.snapshot"


def _folder(settings: Settings) -> Path:
    return settings.home / "snapshots"


def _base(settings: Settings) -> str:
    return hashlib.sha256(f"{settings.uri or 'local'} {settings.database or ''}".encode()).hexdigest()[:12]
