"""What the jobs of the loading page do; all writing is that of the loaders."""

from __future__ import annotations

from pathlib import Path

from dashboard.entering.jobs import Work
from dashboard.entering.outcome import Rehearsed
from kb.base import Progress
from kb.settings import Settings
from kb.store import Store
from loaders.likely import likely
from loaders.loading import Outcome, load, rehearse

LOOKED_AT = 500  # persons of a file that are compared with the base


def rehearse_work(path: Path, mapping: Path | None) -> Work:
    """Rehearse a load, and look for people of the file in the base."""

    def work(store: Store, progress: Progress) -> Rehearsed:
        done = rehearse(store, path, mapping=mapping, progress=progress)
        claims = [claim for claim, _ in done.read.release.claims]
        found, everyone = likely(store, claims, done.read.release.dataset, LOOKED_AT)
        return Rehearsed(done, found, min(everyone, LOOKED_AT), everyone)

    return work


def load_work(path: Path, mapping: Path | None, chosen: Settings) -> Work:
    """Load a file."""

    def work(store: Store, progress: Progress) -> Outcome:
        return load(store, chosen, path, mapping=mapping, progress=progress)

    return work
