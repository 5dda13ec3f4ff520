"""Work that takes longer than a page: a load, an undo. It runs beside the page, tells how far it is, can be stopped.

One server has one writer at most, so its job is known to the whole server: who reloads the page sees it again.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from typing import Any

from kb.base import Progress, mend_if_abandoned
from kb.errors import WriterBusy
from kb.settings import Settings
from kb.store import Store, connect

Work = Callable[[Store, Progress], Any]


class Stopped(Exception):  # noqa: N818 - it is no error: somebody wanted it
    """Somebody stopped the job; the base is as it was before it, or the change was whole already."""


@dataclass(frozen=True, slots=True)
class Sign:
    """How far a job is: the stage, what is done, of how much (0: not known), rows a second, seconds left or None."""

    stage: str
    done: int
    total: int
    rate: float
    left: float | None


class Job:
    """One piece of work with its progress; ``what`` it is and what it is done with (``about``)."""

    def __init__(self, what: str, about: str, settings: Settings, work: Work) -> None:
        self.what = what
        self.about = about
        self._settings = settings
        self._work = work
        self._stop = threading.Event()
        self._told: tuple[str, int, int] = ("", 0, 0)
        self._began = time.monotonic()
        pool = ThreadPoolExecutor(1, thread_name_prefix=f"kb-{what}")
        self._future: Future[Any] = pool.submit(self._run)
        pool.shutdown(wait=False)

    def _run(self) -> Any:
        with connect(self._settings) as store:
            try:
                return self._work(store, self._progress)
            except Stopped:
                mend_if_abandoned(store, self._settings)
                raise

    def _progress(self, stage: str, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Stopped
        if stage != self._told[0]:
            self._began = time.monotonic()
        self._told = (stage, done, total)

    @property
    def running(self) -> bool:
        """Whether it is still at work."""
        return not self._future.done()

    @property
    def stopping(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Ask it to stop at the next piece of its work."""
        self._stop.set()

    def sign(self) -> Sign:
        """How far it is."""
        stage, done, total = self._told
        seconds = time.monotonic() - self._began
        rate = done / seconds if seconds > 0 else 0.0
        left = (total - done) / rate if rate and total > done else None
        return Sign(stage, done, total, rate, left)

    def outcome(self) -> Any:
        """What it made, once it has ended. Raises what it ended with: Stopped, KbError."""
        return self._future.result()


class Board:
    """Where the server's job hangs."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.job: Job | None = None

    def begin(self, what: str, about: str, settings: Settings, work: Work) -> Job:
        """Start a job. WriterBusy where another one runs."""
        with self._lock:
            if self.job is not None and self.job.running:
                raise WriterBusy("writer_busy", who=f"{self.job.what} {self.job.about}")
            self.job = Job(what, about, settings, work)
            return self.job

    def clear(self) -> None:
        """Forget a job that has ended."""
        with self._lock:
            if self.job is not None and not self.job.running:
                self.job = None


@cache
def board_of(settings: Settings) -> Board:
    """The board of a base."""
    return Board()
