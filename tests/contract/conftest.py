"""Bases for the contract: the same tests on the local engine, on Neo4j 5.26 and, where it can be had, on 2026.x."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kb.settings import Settings, settings
from kb.store import Store, connect, stop
from tests.support.neo4j_server import AbsentError, running

BASES = [
    pytest.param("local", marks=pytest.mark.local),
    pytest.param("neo4j", marks=pytest.mark.neo4j),
    pytest.param("neo4j-2026", marks=pytest.mark.neo4j),
]


class Bases:
    """The bases of this run, each started when a test first wants it; one that cannot run skips the test."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running = ExitStack()
        self._environs: dict[str, dict[str, str] | str] = {}

    def environ(self, name: str) -> dict[str, str]:
        """The variables that lead to the base ``name``."""
        if name not in self._environs:
            self._environs[name] = self._start(name)
        found = self._environs[name]
        if isinstance(found, str):
            pytest.skip(found)
        return found

    def _start(self, name: str) -> dict[str, str] | str:
        home = self._folder / name
        home.mkdir(parents=True)
        if name == "local":
            environ = {"KB_HOME": str(home)}
            self._running.callback(stop, settings(environ))
            return environ
        try:
            server = self._running.enter_context(running(2026 if name.endswith("2026") else 5))
        except AbsentError as error:
            return str(error)
        return {"KB_HOME": str(home), "KB_URI": server.uri, "KB_USER": server.user, "KB_PASSWORD": server.password}

    def close(self) -> None:
        """Stop them all."""
        self._running.close()


@pytest.fixture(scope="session")
def bases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bases]:
    """The bases of this run."""
    found = Bases(tmp_path_factory.mktemp("базы и пробелы"))
    yield found
    found.close()


@pytest.fixture(params=BASES)
def environ(request: pytest.FixtureRequest, bases: Bases) -> dict[str, str]:
    """The variables that lead to an empty base, on each engine in turn."""
    found = bases.environ(request.param)
    with connect(settings(found)) as store:
        store.wipe()
    return found


@pytest.fixture
def base(environ: dict[str, str]) -> Settings:
    """The settings of an empty base."""
    return settings(environ)


@pytest.fixture
def store(base: Settings) -> Iterator[Store]:
    """An empty base."""
    with connect(base) as opened:
        yield opened


@pytest.fixture
def local(bases: Bases) -> Settings:
    """The settings of the local base, emptied."""
    chosen = settings(bases.environ("local"))
    with connect(chosen) as store:
        store.wipe()
    return chosen
