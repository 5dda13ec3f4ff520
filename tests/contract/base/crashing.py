"""Run by test_crash.py in a process of its own: loads or undoes, and kills itself (SIGKILL) at the n-th statement."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping
from typing import Any

from kb import base
from kb.base import change
from kb.settings import settings
from kb.store import Result, Tx, connect
from tests.contract.base.test_change import ALL, release


def main(operation: str, moment: int, chunked: bool) -> None:
    count = 0
    run = Tx.run

    def counted(self: Tx, cypher: str, params: Mapping[str, Any] | None = None) -> Result:
        nonlocal count
        count += 1
        if count == moment:
            os.kill(os.getpid(), signal.SIGKILL)
        return run(self, cypher, params)

    Tx.run = counted  # type: ignore[method-assign]
    if chunked:
        change.ONE_TRANSACTION = 0
    with connect() as store:
        if operation == "load":
            base.load(store, settings(), release(ALL))
        else:
            base.undo(store, settings(), "d@1")
    sys.stdout.write(f"{count}\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3] == "chunked")
