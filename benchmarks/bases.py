"""The bases that are measured: fresh ones in folders of their own, never the user's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kb.settings import Settings, settings
from kb.store import stop
from kb.store.place import DATABASE, Place, read_passwords, read_state
from tests.support import neo4j_server

HEAP = "2g"  # as docker-compose.yml has it


@dataclass(frozen=True, slots=True)
class Base:
    """A base to measure: its engine's name for people, and how to reach it through us."""

    engine: str
    settings: Settings

    def driver_arguments(self) -> list[str]:
        """URI, user, password and database for a script that has the driver alone; the base must run."""
        said = self.settings
        if said.uri:
            return [said.uri, said.user, said.password or "", said.database or ""]
        place = Place(said.home.absolute())
        state = read_state(place)
        assert state is not None, "the engine does not run"
        return [f"bolt://127.0.0.1:{state.bolt}", "writer", read_passwords(place)["writer"], DATABASE]


@contextmanager
def local(folder: Path) -> Iterator[Base]:
    """An empty base on the local engine; stopped at the end."""
    said = settings({"KB_HOME": str(folder / "local"), "KB_AUTHOR": "benchmark"})
    try:
        yield Base("local engine", said)
    finally:
        stop(said)


@contextmanager
def server(folder: Path) -> Iterator[Base]:
    """An empty base on a real Neo4j of its own. AbsentError where there is no Java or no jars; see CONTRIBUTING.md."""
    with neo4j_server.running(5, heap=HEAP) as found:
        yield Base(
            "Neo4j 5.26",
            settings(
                {
                    "KB_HOME": str(folder / "server"),
                    "KB_AUTHOR": "benchmark",
                    "KB_URI": found.uri,
                    "KB_USER": found.user,
                    "KB_PASSWORD": found.password,
                }
            ),
        )
