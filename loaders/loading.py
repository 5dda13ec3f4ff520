"""Loading what was read, and rehearsing it: what a load would do, without doing it."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kb import base
from kb.base import Progress, silent
from kb.i18n import Lang
from kb.settings import Settings
from kb.store import Store
from loaders.pipeline import read
from loaders.read import Read
from loaders.rehearsal import Rehearsal, rehearsal


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a load did, or a rehearsal says it would do.

    ``batch`` is its id (None in a rehearsal); ``new`` claims come into force, ``same`` are there, ``changed`` replace
    one about the same record; ``entities`` that come into being, by kind (in a rehearsal unknown and empty).
    ``vanishing`` are records that a judgement names and that the new release no longer has, each with the record that
    looks like it, or None.
    """

    read: Read
    batch: str | None
    new: int
    same: int
    changed: int
    entities: Mapping[str, int]
    seconds: float
    vanishing: Sequence[tuple[str, str | None]] = ()

    def as_json(self, lang: Lang) -> dict[str, Any]:
        """The document that ``kb load --json`` prints; a rehearsal adds what would vanish."""
        document: dict[str, Any] = {
            "batch": self.batch,
            "rows": self.read.release.rows,
            "claims": {"new": self.new, "same": self.same, "changed": self.changed},
            "rejected": [problem.as_json(lang) for problem in self.read.rejected],
            "warnings": [problem.as_json(lang) for problem in self.read.warnings],
            "entities": dict(self.entities),
            "seconds": round(self.seconds, 3),
        }
        if self.batch is None:
            document["vanishing"] = [{"record": record, "same": other} for record, other in self.vanishing]
        return document


def load(
    store: Store,
    settings: Settings,
    target: str | Path,
    *,
    dataset: str | None = None,
    version: int | None = None,
    mapping: str | Path | None = None,
    part: str | None = None,
    progress: Progress = silent,
) -> Outcome:
    """Read ``target`` and load it. Rows that were kept out are in the outcome; the others are loaded.

    DataError, UnknownId, ConflictError, WriterBusy, StoreError.
    """
    started = time.monotonic()
    taken = read(target, dataset, mapping=mapping, part=part, progress=progress)
    number = taken.version if version is None else version
    done = base.load(store, settings, taken.release, version=number, progress=progress)
    seconds = time.monotonic() - started
    return Outcome(taken, done.batch.id, done.new, done.same, done.changed, done.entities, seconds)


def rehearse(
    store: Store,
    target: str | Path,
    *,
    dataset: str | None = None,
    version: int | None = None,
    mapping: str | Path | None = None,
    part: str | None = None,
    progress: Progress = silent,
) -> Outcome:
    """Read ``target`` and say what a load would do; nothing is written. Raises what ``load`` would, but WriterBusy."""
    started = time.monotonic()
    taken = read(target, dataset, mapping=mapping, part=part, progress=progress)
    made: Rehearsal = rehearsal(store, taken.release, taken.version if version is None else version)
    seconds = time.monotonic() - started
    return Outcome(taken, None, made.new, made.same, made.changed, {}, seconds, made.vanishing)
