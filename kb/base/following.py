"""Who follows the changes of the base: told of each after it is committed, while the writer still holds the base."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from kb.base.change import Progress
from kb.base.state import BaseState, state
from kb.errors import StoreError
from kb.projection import Difference
from kb.settings import Settings
from kb.store import Store


@dataclass(frozen=True, slots=True)
class Commit:
    """A change of the base that is done: the states before and after it, and the ``difference`` of the graph."""

    store: Store
    settings: Settings
    before: BaseState
    after: BaseState
    difference: Difference
    progress: Progress


Follower: TypeAlias = Callable[[Commit], None]
_followers: list[Follower] = []


def follow(follower: Follower) -> None:
    """Tell ``follower`` of every change that this process makes from now on; saying it twice is saying it once."""
    if follower not in _followers:
        _followers.append(follower)


def tell(store: Store, settings: Settings, before: BaseState, difference: Difference, progress: Progress) -> None:
    """Tell the followers. What they make can be made again: that one fails, on a full disk, is not the change's."""
    for follower in _followers:
        try:
            follower(Commit(store, settings, before, state(store), difference, progress))
        except (OSError, StoreError):
            continue
