"""The local engine's process: ``python -m kb.store.engine FOLDER [--idle SECONDS]``.

Started by :mod:`kb.store.local` when a command needs the base, apart from it because ArcadeDB can take its host process
down and does not let it end. The first line it prints is JSON: ``{"ready": true}`` or ``{"failed": key, "data": {…}}``.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from filelock import FileLock, Timeout

from kb.store.control import Answer, Control
from kb.store.late import LateReads
from kb.store.place import Place, State, read_passwords, write_state

if TYPE_CHECKING:
    from kb.store.arcade import Arcade

IDLE = 1800.0  # seconds without a query before it stops by itself
NEEDED = 100 * 2**20  # bytes free on the disk to start with: a new base takes about ten, a load the rest
HEAP = "2g"
LONGEST_LOG = 5 * 2**20  # bytes; a longer one begins anew at the next start
TICK = 0.1  # seconds between two looks at running queries
CLOSING = 15.0  # seconds for closing the database


class FailedError(Exception):
    """The engine cannot run; ``key`` names the text that says why."""

    def __init__(self, key: str, **data: object) -> None:
        super().__init__(key)
        self.key = key
        self.data = data


class Report:
    """The one line for the command that started us, on what was standard output; from then on all goes to the log."""

    def __init__(self, log: Path) -> None:
        self._line = os.dup(1)
        anew = os.O_TRUNC if log.exists() and log.stat().st_size > LONGEST_LOG else 0
        handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND | anew, 0o600)
        os.dup2(handle, 1)
        os.dup2(handle, 2)
        os.close(handle)

    def say(self, message: dict[str, Any]) -> None:
        """Say it and hang up."""
        try:
            with os.fdopen(self._line, "w", encoding="utf-8") as line:
                line.write(json.dumps(message) + "\n")
        except OSError:
            pass  # the command that started us is gone; others will use us


def _prepare(place: Place) -> None:
    """See that there is a folder to write to, and room."""
    try:
        place.database.joinpath("log").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FailedError("engine_no_permission", folder=str(place.home), said=str(error)) from error
    free = shutil.disk_usage(place.home).free
    if free < NEEDED:
        raise FailedError("engine_disk_full", folder=str(place.home), free=free // 2**20, needed=NEEDED // 2**20)


def _take(place: Place, seconds: float) -> FileLock:
    lock = FileLock(place.lock)
    try:
        lock.acquire(timeout=seconds)
    except Timeout:
        raise FailedError("engine_folder_taken", folder=str(place.home)) from None
    except OSError as error:
        raise FailedError("engine_no_permission", folder=str(place.home), said=str(error)) from error
    return lock


def _watch(place: Place, arcade: Arcade, stop: threading.Event, idle: float) -> None:
    """Until told to stop, or idle, or a read cannot be ended: the next command starts a new engine then."""
    done, since, tick, late = "", time.monotonic(), 0, LateReads()
    while not stop.wait(TICK):
        if late.look(arcade.reads()) and not arcade.transactions():
            return
        tick += 1
        if tick % 10:
            continue
        if not place.state.exists():
            return  # the data folder was taken away: nobody could find this engine any more
        now = arcade.work_done()
        if now != done or arcade.running() or arcade.transactions():
            done, since = now, time.monotonic()
        elif time.monotonic() - since > idle:
            return


def _serve(place: Place, idle: float, report: Report) -> None:
    from kb.store.arcade import Arcade  # brings Java with it, which the checks before need not wait for

    stop = threading.Event()
    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: stop.set())
    arcade = Arcade(place.database, read_passwords(place), HEAP)

    def status(_: Any) -> Answer:
        return {"queries": arcade.running(), "transactions": arcade.transactions()}

    def end(_: Any) -> Answer:
        stop.set()
        return {}

    def sql(statements: Any) -> Answer:
        try:
            arcade.sql(statements)
        except Exception as error:  # noqa: BLE001 - whatever Java throws is the asking command's to hear
            return {"failed": str(error)}
        return {}

    control = Control({"status": status, "stop": end, "sql": sql})
    control.start()
    write_state(place, State(os.getpid(), arcade.port, control.port, control.word, time.time()))
    report.say({"ready": True})
    _watch(place, arcade, stop, idle)
    place.state.unlink(missing_ok=True)
    control.close()
    _leave_after(CLOSING)
    arcade.stop()


def _leave_after(seconds: float) -> None:
    """End in any case: a read that cannot be ended keeps the database from closing. Its log restores it then."""
    timer = threading.Timer(seconds, _leave, (0,))
    timer.daemon = True
    timer.start()


def _leave(status: int) -> NoReturn:
    """End at once: threads of the Java side that are left would keep the process for ever."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def main() -> None:
    """Run until told to stop."""
    parser = argparse.ArgumentParser(prog="python -m kb.store.engine")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--idle", type=float, default=IDLE, metavar="SECONDS")
    parser.add_argument("--wait", type=float, default=0, metavar="SECONDS", help="for the engine before to end")
    asked = parser.parse_args()
    place = Place(asked.folder)
    report: Report | None = None
    try:
        _prepare(place)
        report = Report(place.log)
        os.chdir(place.database)  # the engine writes ./log and ./backups
        with _take(place, asked.wait):  # the lock lives as long as this object
            _serve(place, asked.idle, report)
    except FailedError as error:
        message = {"failed": error.key, "data": error.data}
        report.say(message) if report else print(json.dumps(message), flush=True)  # noqa: T201 - the protocol
        _leave(1)
    _leave(0)


if __name__ == "__main__":
    main()
