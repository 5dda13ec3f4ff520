"""A job that is stopped leaves nothing half done, at whatever stage."""

from __future__ import annotations

import pytest

from dashboard.entering.jobs import Board, Stopped
from kb.base import Progress, batches, needs_mending, undo
from kb.errors import UnknownId, WriterBusy
from kb.settings import Settings
from kb.store import Store, connect
from loaders.loading import Outcome, load

NODES = "MATCH (n) RETURN count(n) AS n"


@pytest.mark.parametrize("stage", ["claims", "graph"])
def test_a_load_stopped_at_a_stage_leaves_the_base_as_it_was(stage: str, base: Settings) -> None:
    board = Board()

    def work(store: Store, progress: Progress) -> Outcome:
        def told(at: str, done: int, total: int) -> None:
            if at == stage and board.job is not None:
                board.job.stop()
            progress(at, done, total)

        return load(store, base, "uprisings_372", progress=told)

    job = board.begin("load", "uprisings_372", base, work)
    with pytest.raises(Stopped):
        job.outcome()
    with connect(base) as store:
        assert batches(store) == []
        assert not needs_mending(store)
        assert store.read(NODES).rows == [(0,)]


def test_a_job_that_fails_says_why_and_another_one_waits_its_turn(base: Settings) -> None:
    board = Board()

    def work(store: Store, progress: Progress) -> object:
        with pytest.raises(WriterBusy):
            board.begin("load", "other", base, work)
        return undo(store, base, "nothing@1", progress=progress)

    job = board.begin("undo", "nothing@1", base, work)
    with pytest.raises(UnknownId):
        job.outcome()
    board.clear()
    assert board.job is None
