"""A server by KB_URI: what goes wrong is said in words, at once."""

from __future__ import annotations

import logging
import socket
import threading
import time
from dataclasses import replace

import pytest

from kb.errors import ConnectionLost, StoreError, Unreachable, WrongPassword
from kb.settings import Settings, settings
from kb.store import connect, status, stop
from tests.contract.conftest import Bases
from tests.support.neo4j_server import AbsentError, free_port, running

pytestmark = pytest.mark.neo4j


@pytest.fixture
def server(bases: Bases) -> Settings:
    """The settings of a running Neo4j."""
    return settings(bases.environ("neo4j"))


def asked(chosen: Settings) -> object:
    """Ask something."""
    with connect(chosen) as store:
        return store.read("RETURN 1 AS one").scalar()


def test_both_schemes_lead_to_it(server: Settings) -> None:
    assert server.uri is not None
    assert asked(server) == 1
    assert asked(replace(server, uri=server.uri.replace("bolt://", "neo4j://"))) == 1


def test_through_routing_a_reader_waits_for_what_was_written_before(
    server: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    assert server.uri is not None
    with connect(replace(server, uri=server.uri.replace("bolt://", "neo4j://"))) as store:
        store.write(lambda tx: tx.run("CREATE (n:Record {id: 'bookmark:1'})"))
        with caplog.at_level(logging.DEBUG, logger="neo4j.io"):
            found = store.read("MATCH (n:Record {id: 'bookmark:1'}) RETURN count(n) AS n").scalar()
        store.write(lambda tx: tx.run("MATCH (n:Record {id: 'bookmark:1'}) DELETE n"))
    assert found == 1
    sent = [record.getMessage() for record in caplog.records if "C: RUN" in record.getMessage()]
    assert any("'bookmarks': ['FB:" in message for message in sent), sent


def test_a_wrong_password_is_said(server: Settings) -> None:
    for writing in (False, True):
        with connect(replace(server, password="wrong")) as store, pytest.raises(WrongPassword) as raised:
            store.write(lambda tx: tx.run("RETURN 1 AS one")) if writing else store.read("RETURN 1 AS one")
        assert raised.value.key == "wrong_password"
        assert "KB_PASSWORD" in raised.value.say("ru")
    with pytest.raises(WrongPassword) as missing:
        connect(replace(server, password=None))
    assert missing.value.key == "password_missing"


def test_an_unknown_database_is_said(server: Settings) -> None:
    with pytest.raises(Unreachable) as raised:
        asked(replace(server, database="nosuch"))
    assert raised.value.key == "unknown_database"


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "neo4j+s"])
def test_a_dead_server_is_said_at_once(scheme: str) -> None:
    began = time.monotonic()
    with pytest.raises(Unreachable) as raised:
        asked(settings({"KB_HOME": "/nowhere", "KB_URI": f"{scheme}://127.0.0.1:{free_port()}", "KB_PASSWORD": "x"}))
    assert time.monotonic() - began < 10
    assert "127.0.0.1" in raised.value.say("kk")


@pytest.mark.parametrize("uri", ["http://127.0.0.1:7474", "127.0.0.1:7687", "nonsense", "bolt//x"])
def test_an_address_that_is_none_is_said(uri: str) -> None:
    with pytest.raises(Unreachable) as raised:
        asked(settings({"KB_HOME": "/nowhere", "KB_URI": uri, "KB_PASSWORD": "x"}))
    assert raised.value.key == "wrong_address"
    assert "neo4j+s://" in str(raised.value)


def test_another_program_at_the_port_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as web:

        def answer() -> None:
            line, _ = web.accept()
            with line:
                line.recv(100)
                line.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        threading.Thread(target=answer, daemon=True).start()
        port = web.getsockname()[1]
        with pytest.raises(Unreachable):
            asked(settings({"KB_HOME": "/nowhere", "KB_URI": f"bolt://127.0.0.1:{port}", "KB_PASSWORD": "x"}))


def test_a_server_killed_under_a_running_query_is_said() -> None:
    try:
        with running(5) as server:
            chosen = settings({"KB_HOME": "/nowhere", "KB_URI": server.uri, "KB_PASSWORD": server.password})
            with connect(chosen) as store:
                assert store.read("RETURN 1 AS one").scalar() == 1
                threading.Timer(1, server.process.kill).start()
                with pytest.raises(ConnectionLost):
                    store.read(
                        "UNWIND range(1, 3000000) AS a UNWIND range(1, 3000000) AS b WITH a, b WHERE a * b = -1 "
                        "RETURN a AS a",
                        seconds=60,
                    )
                server.process.wait(60)
                with pytest.raises(StoreError) as after:
                    store.read("RETURN 1 AS one")
                assert after.value.key in {"unreachable", "connection_lost"}
    except AbsentError as error:
        pytest.skip(str(error))


def test_a_server_is_never_stopped_from_here(server: Settings) -> None:
    assert stop(server) is False
    assert status(server).kind == "server"
    assert asked(server) == 1
