"""Computing while the database writes: a pure computation goes on in a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Beside(Generic[T]):
    """``work``, begun at once. It must touch nothing that others change: whoever does not wait for it leaves it."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._found: list[T] = []
        self._failed: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="beside", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._found.append(self._work())
        except BaseException as failure:  # noqa: BLE001 - whatever it was, it is raised where the result is asked for
            self._failed = failure

    def result(self) -> T:
        """What came of it, when it is done; raises what it raised."""
        self._thread.join()
        if self._failed is not None:
            raise self._failed
        return self._found[0]
