"""How a command opens the base: what a crash left unfinished is mended first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kb.base import mend_if_abandoned
from kb.base.following import Commit, follow
from kb.commands.context import Context
from kb.store import Store, connect


def _keep_up(commit: Commit) -> None:
    """The snapshot follows every change; what it takes is imported when there is one."""
    from kb.connections.keep import keep_up

    keep_up(commit)


follow(_keep_up)


@contextmanager
def opened(context: Context) -> Iterator[Store]:
    """The base, mended where a command ended in the middle of a change; says so while another one is changing it."""
    with connect(context.settings) as store:
        if not mend_if_abandoned(store, context.settings):
            context.remark(context.say("cli.changing"))
        yield store
