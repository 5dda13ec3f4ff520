"""Where snapshots are kept: in the data folder, one file for each version of each base, the last two of a base."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from kb.base.state import BaseState, state
from kb.connections.build import Progress, build, silent
from kb.connections.layout import read, write
from kb.connections.snapshot import FORMAT, Snapshot
from kb.errors import ConflictError, QuestionError
from kb.settings import Settings
from kb.store import Store

_KEPT = 2
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
    return found or _made(store, settings, progress)


def _made(store: Store, settings: Settings, progress: Progress) -> Snapshot:
    folder = _folder(settings)
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / f"{_base(settings)}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        if found := _last(settings):
            return found
        lock.acquire()  # nothing to serve meanwhile
    try:
        while True:
            said = state(store)
            path = _file(settings, said)
            if found := _opened(path):
                return found
            if said.state != "ready":
                raise ConflictError("base_changing")
            made = build(store, said.version, progress)
            if state(store) == said:  # a load between two reads would have made one half newer than the other
                write(path, made)
                _forget(settings)
    finally:
        lock.release()


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
    return next((found for path in _files(settings) if (found := _opened(path))), None)


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
