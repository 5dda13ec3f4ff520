"""Where the two engines differ. Everything else is one text for both."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

Engine = Literal["arcadedb", "neo4j"]
Run = Callable[[str], None]
ROOM = 32 * 2**20  # bytes that must be free for a write


class Dialect(Protocol):
    """One engine's ways."""

    @property
    def engine(self) -> Engine:
        """Its name."""

    @property
    def driver_options(self) -> dict[str, Any]:
        """What the driver is told besides."""

    def full(self) -> bool:
        """Whether its disk is known to be full."""

    def limited(self, text: str, seconds: float) -> str:
        """``text`` with its time limit, where the engine must read that from the text."""

    def fulltext(self, run: Run, name: str, label: str, properties: Sequence[str]) -> None:
        """Make a full-text index if it is not there; ``run`` runs one statement of Cypher outside transactions."""

    def await_fulltext(self, run: Run) -> None:
        """Wait until every full-text index is filled."""

    def drop_fulltext(self, run: Run, names: Sequence[str]) -> None:
        """Drop full-text indexes, those that are there."""


@dataclass(frozen=True, slots=True)
class Neo4j:
    """Neo4j 5.26 and 2026.x."""

    engine: Engine = "neo4j"

    @property
    def driver_options(self) -> dict[str, Any]:
        """No notes about labels that are not there yet: an empty base is no mistake."""
        return {"notifications_min_severity": "OFF", "liveness_check_timeout": 30}

    def full(self) -> bool:
        """A server's disk is not ours to see; its own error says so."""
        return False

    def limited(self, text: str, seconds: float) -> str:
        """The driver's own limit is kept by the server."""
        return text

    def fulltext(self, run: Run, name: str, label: str, properties: Sequence[str]) -> None:
        """By Cypher; the server fills it behind the scenes."""
        each = ", ".join(f"n.`{property}`" for property in properties)
        run(f"CREATE FULLTEXT INDEX `{name}` IF NOT EXISTS FOR (n:`{label}`) ON EACH [{each}]")

    def await_fulltext(self, run: Run) -> None:
        """By its procedure, five minutes at most."""
        run("CALL db.awaitIndexes(300)")

    def drop_fulltext(self, run: Run, names: Sequence[str]) -> None:
        """By Cypher."""
        for name in names:
            run(f"DROP INDEX `{name}` IF EXISTS")


@dataclass(frozen=True, slots=True)
class ArcadeDB:
    """The local engine; ``sql`` runs statements of its SQL in the engine's process, since Bolt carries Cypher only."""

    sql: Callable[[Sequence[str]], None]
    home: Path
    engine: Engine = "arcadedb"

    @property
    def driver_options(self) -> dict[str, Any]:
        """Each connection is tried before use (0.1 ms): an engine stops when idle, and its connections with it."""
        return {"liveness_check_timeout": 0}

    def full(self) -> bool:
        """Asked before each write: ArcadeDB notices late, when pages wait that it cannot put down."""
        return shutil.disk_usage(self.home).free < ROOM

    def limited(self, text: str, seconds: float) -> str:
        """A comment that the engine's process reads (:mod:`kb.store.late`): the driver's limit is ignored there."""
        return f"/* seconds={seconds:g} */ {text}"

    def fulltext(self, run: Run, name: str, label: str, properties: Sequence[str]) -> None:
        """By SQL, which wants the label and the properties declared."""
        columns = ", ".join(f"`{property}`" for property in properties)
        declared = [f"CREATE PROPERTY `{label}`.`{property}` IF NOT EXISTS STRING" for property in properties]
        self.sql(
            [
                f"CREATE VERTEX TYPE `{label}` IF NOT EXISTS",
                *declared,
                f"CREATE INDEX `{name}` IF NOT EXISTS ON `{label}` ({columns}) FULL_TEXT",
            ]
        )

    def await_fulltext(self, run: Run) -> None:
        """It is filled when it has been made."""

    def drop_fulltext(self, run: Run, names: Sequence[str]) -> None:
        """By SQL."""
        self.sql([f"DROP INDEX `{name}` IF EXISTS" for name in names])
