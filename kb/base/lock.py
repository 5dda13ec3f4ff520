"""One writer at a time. The lock of the operating system is gone with the process that held it, however it ended."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from kb.errors import WriterBusy
from kb.settings import Settings


def _path(settings: Settings) -> Path:
    name = hashlib.sha256(f"{settings.uri or 'local'} {settings.database or ''}".encode()).hexdigest()[:12]
    return settings.home / f"writer-{name}.lock"


@contextmanager
def writing(settings: Settings, what: str) -> Iterator[None]:
    """Hold the base for writing; WriterBusy names the command that holds it already. Every machine that writes
    to a server has its own.
    """
    path = _path(settings)
    path.parent.mkdir(parents=True, exist_ok=True)
    note = path.with_suffix(".who")
    lock = FileLock(path, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise WriterBusy("writer_busy", who=_who(note)) from None
    try:
        note.write_text(json.dumps({"what": what, "pid": os.getpid()}), "utf-8")
        yield
    finally:
        note.unlink(missing_ok=True)
        lock.release()


def busy(settings: Settings) -> bool:
    """Whether somebody on this machine is writing."""
    path = _path(settings)
    if not path.exists():
        return False
    lock = FileLock(path, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        return True
    lock.release()
    return False


def _who(note: Path) -> str:
    try:
        said = json.loads(note.read_text("utf-8"))
        return f"{said['what']}, {said['pid']}"
    except (OSError, ValueError, KeyError):  # the other command is just starting or ending
        return "?"
