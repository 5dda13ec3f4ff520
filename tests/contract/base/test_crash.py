"""kill -9 at any moment of a load or an undo: the next command finds, or makes, a whole base."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from kb import base
from kb.settings import Settings
from kb.store import Store
from tests.conftest import ROOT
from tests.contract.base.test_change import ALL, assert_as_rebuilt, everything, release


def crash(settings: Settings, operation: str, moment: int, how: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, **environment(settings)}
    command = [sys.executable, "-m", "tests.contract.base.crashing", operation, str(moment), how]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False)


def environment(settings: Settings) -> dict[str, str]:
    found = {"KB_HOME": str(settings.home), "KB_AUTHOR": settings.author}
    if settings.uri and settings.password:
        found |= {"KB_URI": settings.uri, "KB_USER": settings.user, "KB_PASSWORD": settings.password}
    return found


@pytest.mark.parametrize("how", ["at once", "chunked"])
@pytest.mark.parametrize("operation", ["load", "undo"])
def test_killed_at_any_statement_the_base_is_whole_after_the_next_command(
    store: Store, settings: Settings, operation: str, how: str
) -> None:
    nothing = everything(store)
    base.load(store, settings, release(ALL))
    loaded = everything(store)
    if operation == "load":
        base.undo(store, settings, "d@1")
    statements = int(crash(settings, operation, 0, how).stdout)
    assert statements > 10
    for moment in range(1, statements + 1, 2):
        _reset(store, settings, operation)
        died = crash(settings, operation, moment, how)
        assert died.returncode == -9, died.stderr
        assert base.mend_if_abandoned(store, settings)
        assert_as_rebuilt(store)
        assert everything(store) in (nothing, loaded)
        if operation == "load":
            base.load(store, settings, release(ALL))
            assert everything(store) == loaded


def _reset(store: Store, settings: Settings, operation: str) -> None:
    there = [batch.id for batch in base.batches(store)]
    if operation == "load" and there:
        base.undo(store, settings, "d@1")
    if operation == "undo" and not there:
        base.load(store, settings, release(ALL))
