"""How a command opens the base: what a crash left unfinished is mended first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kb.base import mend_if_abandoned
from kb.commands.context import Context
from kb.store import Store, connect


@contextmanager
def opened(context: Context) -> Iterator[Store]:
    """The base, mended where a command ended in the middle of a change; says so while another one is changing it."""
    with connect(context.settings) as store:
        if not mend_if_abandoned(store, context.settings):
            context.remark(context.say("cli.changing"))
        yield store
