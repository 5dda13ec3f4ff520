"""The local engine seen from a command: start it on demand, find it running, ask it, stop it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from filelock import FileLock, Timeout

from kb.errors import ConnectionLost, EngineFailed
from kb.store.control import ask
from kb.store.place import Place, State, read_state

START_WAIT = 120.0  # seconds; it takes two, on a busy computer or after a crash with much to restore far more
LOCK_WAIT = 30.0  # seconds for the engine before to close its database
STOP_WAIT = 60.0
SQL_WAIT = 600.0  # an index over a large base


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """The engine: ``kind`` "local" or "server", its address, and what it does now; counts are None for a server."""

    kind: str
    running: bool
    address: str | None = None
    pid: int | None = None
    started: float | None = None
    queries: int | None = None
    transactions: int | None = None


def running(place: Place) -> State | None:
    """The engine that runs on this folder, None where none answers."""
    state = read_state(place)
    return state if state and ask(state, "status") is not None else None


def ensure(place: Place) -> State:
    """The engine that runs on this folder, started if need be. Several commands may ask at once."""
    state = running(place)
    if state:
        return state
    try:
        place.home.mkdir(parents=True, exist_ok=True)
        with FileLock(place.start_lock, timeout=START_WAIT + LOCK_WAIT):
            return running(place) or _start(place)
    except Timeout:
        raise EngineFailed("engine_slow", seconds=int(START_WAIT), log=str(place.log)) from None
    except OSError as error:
        raise EngineFailed("engine_no_permission", folder=str(place.home), said=str(error)) from error


def _start(place: Place) -> State:
    command = [sys.executable, "-m", "kb.store.engine", str(place.home), "--wait", str(LOCK_WAIT)]
    process = subprocess.Popen(  # noqa: S603 - our own module
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **_apart()
    )
    assert process.stdout is not None
    timer = threading.Timer(START_WAIT, process.kill)
    timer.start()
    with process.stdout as answers:
        said = answers.readline()
    timer.cancel()
    # Ours to leave running: someone must collect its exit status while this command lives.
    threading.Thread(target=process.wait, daemon=True).start()
    _raise_if_failed(said, place)
    state = running(place)
    if state is None:
        raise EngineFailed("engine_broke", log=str(place.log))
    return state


def _raise_if_failed(said: bytes, place: Place) -> None:
    try:
        message: dict[str, Any] = json.loads(said)
    except ValueError:
        raise EngineFailed("engine_broke", log=str(place.log)) from None
    if "failed" in message:
        raise EngineFailed(message["failed"], **message["data"])


def _apart() -> dict[str, Any]:
    """What keeps the engine alive when the command or its terminal ends."""
    if os.name == "nt":
        flags = ("CREATE_NEW_PROCESS_GROUP", "CREATE_NO_WINDOW")  # constants of Windows alone
        return {"creationflags": sum(getattr(subprocess, flag) for flag in flags)}
    return {"start_new_session": True}


def status(place: Place) -> EngineStatus:
    """What the local engine does now; asking does not start it."""
    state = read_state(place)
    answer = ask(state, "status") if state else None
    if state is None or answer is None:
        return EngineStatus("local", False)
    return EngineStatus(
        "local",
        True,
        f"bolt://127.0.0.1:{state.bolt}",
        state.pid,
        state.started,
        answer["queries"],
        answer["transactions"],
    )


def stop(place: Place) -> bool:
    """Stop the local engine and wait until its files are closed. Whether there was one."""
    state = running(place)
    if state is None:
        return False
    ask(state, "stop")
    deadline = time.monotonic() + STOP_WAIT
    while time.monotonic() < deadline:
        try:
            with FileLock(place.lock, timeout=1):
                return True
        except Timeout:
            continue
    raise EngineFailed("engine_does_not_stop", pid=state.pid, log=str(place.log))


def sql(place: Place, statements: Sequence[str]) -> str | None:
    """Run statements of ArcadeDB's SQL in the engine's process; what it says where that fails, else None."""
    answer = ask(ensure(place), "sql", list(statements), seconds=SQL_WAIT)
    if answer is None:
        raise ConnectionLost("connection_lost")
    return answer.get("failed")
