"""The research set and the made-up case files on each engine, loaded once for all tests here; none of them writes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kb.settings import Settings, settings
from kb.store import Store, connect
from loaders.loading import load
from tests.contract.conftest import BASES, Bases
from tests.queries import casefiles


class Research:
    """The engines that run here, each with the research set in it."""

    def __init__(self, bases: Bases) -> None:
        self._bases = bases
        self._loaded: dict[str, Settings] = {}

    def on(self, engine: str) -> Settings:
        """The settings of the base on ``engine``; skips the test where it cannot run."""
        if engine not in self._loaded:
            chosen = settings({**self._bases.environ(engine), "KB_AUTHOR": "tests"})
            with connect(chosen) as store:
                load(store, chosen, "uprisings_372")
            self._loaded[engine] = chosen
        return self._loaded[engine]


@pytest.fixture(scope="session")
def research(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Research]:
    bases = Bases(tmp_path_factory.mktemp("research"))
    yield Research(bases)
    bases.close()


@pytest.fixture(params=BASES)
def base(request: pytest.FixtureRequest, research: Research) -> Settings:
    """The settings of a base with the research set, on each engine in turn."""
    return research.on(request.param)


@pytest.fixture
def store(base: Settings) -> Iterator[Store]:
    """A store with the research set, on each engine in turn."""
    with connect(base) as opened:
        yield opened


class CaseFiles:
    """The engines that run here, each with the made-up base in it."""

    def __init__(self, bases: Bases) -> None:
        self._bases = bases
        self._loaded: dict[str, Settings] = {}

    def on(self, engine: str) -> Settings:
        if engine not in self._loaded:
            chosen = settings({**self._bases.environ(engine), "KB_AUTHOR": "tests"})
            with connect(chosen) as store:
                store.wipe()
                casefiles.load(store, chosen)
            self._loaded[engine] = chosen
        return self._loaded[engine]


@pytest.fixture(scope="session")
def case_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseFiles]:
    bases = Bases(tmp_path_factory.mktemp("dela"))
    yield CaseFiles(bases)
    bases.close()
