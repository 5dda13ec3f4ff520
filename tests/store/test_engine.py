"""The life of the local engine: started on demand, shared, stopped, killed, started again."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import neo4j
import pytest
from filelock import FileLock

from kb.errors import ConnectionLost, EngineFailed, KbError
from kb.settings import Settings, settings
from kb.store import Tx, connect, status, stop
from kb.store.control import ask
from kb.store.place import Place, State, read_passwords, read_state, write_state

pytestmark = pytest.mark.local

COMMAND = """
from kb.store import connect
with connect() as store:
    store.write(lambda tx: tx.run("CREATE (:Thing)"))
    print(store.address)
"""


@pytest.fixture
def base(tmp_path: Path) -> Iterator[Settings]:
    """A data folder of its own, and no engine left behind."""
    chosen = settings({"KB_HOME": str(tmp_path / "Менің деректерім (1)")})
    yield chosen
    stop(chosen)


@pytest.fixture
def place(base: Settings) -> Place:
    """Its files."""
    return Place(base.home)


def command(base: Settings) -> subprocess.Popen[str]:
    """A command that writes to the base, in a process of its own."""
    environ = {**os.environ, "KB_HOME": str(base.home)}
    return subprocess.Popen([sys.executable, "-c", COMMAND], env=environ, stdout=subprocess.PIPE, text=True)


def engine(base: Settings, *arguments: str) -> subprocess.Popen[bytes]:
    """The engine's process, started by hand; its first line is read."""
    base.home.mkdir(parents=True, exist_ok=True)
    return subprocess.Popen(
        [sys.executable, "-m", "kb.store.engine", str(base.home), *arguments], stdout=subprocess.PIPE
    )


def said(process: subprocess.Popen[bytes]) -> dict[str, object]:
    """The first line of the engine's process."""
    assert process.stdout is not None
    with process.stdout as lines:
        message: dict[str, object] = json.loads(lines.readline())
    return message


def wait_for(what: Callable[[], bool], seconds: float = 60) -> None:
    """Wait until ``what`` is so."""
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.05)


def things(base: Settings) -> int:
    """How many things there are."""
    with connect(base) as store:
        return int(store.read("MATCH (n:Thing) RETURN count(n) AS n").scalar())


def test_commands_that_start_at_once_share_one_engine_that_outlives_them(base: Settings, place: Place) -> None:
    assert status(base).running is False
    started = [command(base) for _ in range(4)]
    addresses = {process.communicate(timeout=120)[0].strip() for process in started}
    assert [process.returncode for process in started] == [0, 0, 0, 0]
    assert len(addresses) == 1
    now = status(base)
    assert (now.running, now.address, now.transactions) == (True, addresses.pop(), 0)
    assert things(base) == 4

    if os.name == "posix":
        for file in (place.state, place.passwords, place.log):
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
    words = read_passwords(place)
    assert set(words) == {"root", "writer", "viewer"}
    assert len(set(words.values())) == 3
    assert min(map(len, words.values())) >= 24
    assert not any(word in place.log.read_text("utf-8") for word in words.values())

    assert stop(base) is True
    assert stop(base) is False
    assert status(base).running is False
    assert not place.state.exists()
    assert things(base) == 4
    assert read_passwords(place) == words


def test_only_the_one_who_knows_the_word_is_answered(base: Settings, place: Place) -> None:
    connect(base).close()
    state = read_state(place)
    assert state is not None
    stranger = State(state.pid, state.bolt, state.control, "wrong", state.started)
    assert ask(stranger, "stop") is None
    with socket.create_connection(("127.0.0.1", state.control), 5) as line:
        line.sendall(b"GET / HTTP/1.1\r\n\r\n")
        assert line.recv(100) == b""
    assert ask(state, "status") is not None
    assert ask(state, "nonsense") is None
    assert status(base).running


def test_the_engine_listens_on_this_computer_only(base: Settings, place: Place) -> None:
    with connect(base) as store:
        store.read("RETURN 1 AS one")
    state = read_state(place)
    assert state is not None
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1"}
    for address in others:
        for port in (state.bolt, state.control):
            with pytest.raises(OSError):
                socket.create_connection((str(address), port), 1).close()


@pytest.mark.skipif(os.name != "posix", reason="kill -9 and SIGTERM are of POSIX systems")
def test_after_kill_9_the_next_command_finds_everything_that_was_committed(base: Settings, place: Place) -> None:
    with connect(base) as store:
        store.write_rows("UNWIND $rows AS row CREATE (:Thing {id: row.id})", ({"id": n} for n in range(3000)))
        first = status(base).pid
        assert first is not None
        os.kill(first, signal.SIGKILL)
        wait_for(lambda: not status(base).running)
        assert place.state.exists()  # stale: nobody was there to take it away
        assert (
            store.read("MATCH (n:Thing) RETURN count(n) AS n").scalar() == 3000
        )  # the same store, engine started anew
    second = status(base).pid
    assert second not in {None, first}

    assert second is not None
    os.kill(second, signal.SIGTERM)
    wait_for(lambda: not place.state.exists())
    with FileLock(place.lock, timeout=60):
        pass
    assert place.log.read_text("utf-8").rstrip().endswith("is down")
    assert things(base) == 3000


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX systems")
def test_an_engine_killed_under_a_running_query_is_said_and_the_next_question_answered(base: Settings) -> None:
    with connect(base) as store:
        pid = status(base).pid
        assert pid is not None
        timer = threading.Timer(1, os.kill, (pid, signal.SIGKILL))
        timer.start()
        with pytest.raises(ConnectionLost) as raised:
            store.read(
                "UNWIND range(1, 3000000) AS a UNWIND range(1, 3000000) AS b WITH a WHERE a = -1 RETURN a AS a",
                seconds=60,
            )
        assert "Traceback" not in raised.value.say("ru")
        assert store.read("RETURN 1 AS one").scalar() == 1


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX systems")
def test_an_engine_killed_in_a_transaction_leaves_nothing_of_it(base: Settings) -> None:
    with connect(base) as store:
        store.write(lambda tx: tx.run("CREATE (:Thing)"))
        pid = status(base).pid
        assert pid is not None

        def work(tx: Tx) -> None:
            tx.run("UNWIND range(1, 5000) AS n CREATE (:Thing {id: n})")
            os.kill(pid, signal.SIGKILL)
            tx.run("CREATE (:Thing)")

        with pytest.raises(ConnectionLost):
            store.write(work)
    assert things(base) == 1


def test_it_stops_by_itself_when_idle_but_never_under_a_transaction(base: Settings, place: Place) -> None:
    process = engine(base, "--idle", "1.5")
    assert said(process) == {"ready": True}
    state = read_state(place)
    assert state is not None
    login = ("writer", read_passwords(place)["writer"])
    with (
        neo4j.GraphDatabase.driver(f"bolt://127.0.0.1:{state.bolt}", auth=login) as driver,
        driver.session(database="kb") as session,
    ):
        with session.begin_transaction() as transaction:
            transaction.run("CREATE (:Thing)").consume()
            time.sleep(5)
            assert status(base).transactions == 1
            transaction.commit()
        assert process.wait(60) == 0
    assert not place.state.exists()
    assert things(base) == 1


def test_a_store_outlives_the_idle_stop(base: Settings) -> None:
    with connect(base) as store:
        store.write(lambda tx: tx.run("CREATE (:Thing)"))
        stop(base)
        store.write(lambda tx: tx.run("CREATE (:Thing)"))
        stop(base)
        assert store.read("MATCH (n:Thing) RETURN count(n) AS n").scalar() == 2


def test_threads_that_find_it_gone_start_it_once(base: Settings) -> None:
    with connect(base) as store:
        store.write(lambda tx: tx.run("CREATE (:Thing)"))
        stop(base)
        with ThreadPoolExecutor(6) as pool:
            found = list(pool.map(lambda _: store.read("MATCH (n:Thing) RETURN count(n) AS n").scalar(), range(12)))
        assert found == [1] * 12


def test_an_engine_whose_folder_is_taken_away_ends(base: Settings, place: Place) -> None:
    process = engine(base)
    assert said(process) == {"ready": True}
    place.state.unlink()
    assert process.wait(60) == 0


def test_a_state_file_of_an_engine_long_gone_is_no_obstacle(base: Settings, place: Place) -> None:
    base.home.mkdir(parents=True)
    with socket.create_server(("127.0.0.1", 0)) as stranger:  # its port belongs to somebody else now
        port = stranger.getsockname()[1]
        threading.Thread(target=lambda: stranger.accept()[0].close(), daemon=True).start()
        write_state(place, State(os.getpid(), port, port, "word", 0))
        assert status(base).running is False
        assert things(base) == 0
    stop(base)
    place.state.write_text("{broken", "utf-8")
    assert things(base) == 0


def test_a_folder_held_by_another_engine_is_said(base: Settings, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.store.local.LOCK_WAIT", 0.5)
    base.home.mkdir(parents=True)
    with FileLock(place.lock), pytest.raises(EngineFailed) as raised:
        connect(base)
    assert raised.value.key == "engine_folder_taken"
    assert str(base.home) in raised.value.say("kk")
    assert things(base) == 0


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    file = tmp_path / "a file"
    file.write_text("", "utf-8")
    with pytest.raises(EngineFailed) as raised:
        connect(settings({"KB_HOME": str(file / "base")}))
    assert raised.value.key == "engine_no_permission"
    place = Place(tmp_path / "b")
    place.home.mkdir()
    place.database.write_text("", "utf-8")  # a file where the engine's folder should be
    with pytest.raises(EngineFailed) as raised:
        connect(settings({"KB_HOME": str(place.home)}))
    assert raised.value.key == "engine_no_permission"


def test_a_broken_database_is_said_with_the_log_to_look_into(base: Settings, place: Place) -> None:
    (place.database / "databases" / "kb").mkdir(parents=True)
    (place.database / "databases" / "kb" / "schema.json").write_text("{broken", "utf-8")
    (place.database / "databases" / "kb" / "configuration.json").write_text("{broken", "utf-8")
    with pytest.raises(EngineFailed) as raised:
        connect(base)
    assert raised.value.key == "engine_broke"
    assert str(place.log) in str(raised.value)
    assert status(base).running is False


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 160 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if not made or made.returncode:
        pytest.skip("a small disk can be mounted by root on Linux only")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_is_said_at_the_start_and_in_writing_and_nothing_committed_is_lost(small_disk: Path) -> None:
    base = settings({"KB_HOME": str(small_disk / "base")})
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * (100 * 2**20))
    with pytest.raises(EngineFailed) as at_start:
        connect(base)
    assert at_start.value.key == "engine_disk_full"
    ballast.unlink()

    written = 0
    try:
        with connect(base) as store:
            rows = [{"id": n, "quote": "протокол " * 200} for n in range(3000)]
            with pytest.raises(EngineFailed) as in_writing:
                for _ in range(100):
                    store.write(
                        lambda tx: tx.run(
                            "UNWIND $rows AS row CREATE (:Thing {id: row.id, quote: row.quote})", {"rows": rows}
                        )
                    )
                    written += len(rows)
            assert in_writing.value.key in {"disk_full", "commit_failed"}
            assert written
        subprocess.run(["mount", "-o", "remount,size=600m", str(small_disk)], check=True)
        assert things(base) == written
        stop(base)
        assert things(base) == written
    finally:
        stop(base)


def test_every_message_of_the_engine_speaks_three_languages(tmp_path: Path) -> None:
    data = {"folder": "f", "said": "s", "free": 1, "needed": 2, "log": "l", "seconds": 3, "pid": 4, "address": "a"}
    keys = ["no_permission", "disk_full", "folder_taken", "broke", "slow", "does_not_stop"]
    for error in [EngineFailed(f"engine_{key}", **data) for key in keys]:
        assert isinstance(error, KbError)
        assert len({error.say(lang) for lang in ("ru", "kk", "en")}) == 3
