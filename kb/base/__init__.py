"""The base: claims, batches, judgements and the graph in a store, and what may change them."""

from kb.base.change import Progress, silent
from kb.base.indexes import index
from kb.base.operations import Loaded, judge, load, now, renew, undo
from kb.base.recovery import mend_if_abandoned, needs_mending
from kb.base.releases import Batch, Release, batch_named, batches
from kb.base.state import BaseState, state

__all__ = [
    "BaseState",
    "Batch",
    "Loaded",
    "Progress",
    "Release",
    "batch_named",
    "batches",
    "index",
    "judge",
    "load",
    "mend_if_abandoned",
    "needs_mending",
    "now",
    "renew",
    "silent",
    "state",
    "undo",
]
