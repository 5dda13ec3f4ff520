from __future__ import annotations

from collections.abc import Iterator

import pytest

from kb.settings import Settings
from kb.settings import settings as read_settings
from kb.store import Store, connect, stop


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    chosen = read_settings({"KB_HOME": str(tmp_path_factory.mktemp("base")), "KB_AUTHOR": "tests"})
    yield chosen
    stop(chosen)


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    with connect(settings) as found:
        found.wipe()
        yield found
