"""ArcadeDB inside this process: the server with Bolt on 127.0.0.1, its users, its running queries.

Only the engine's process imports this.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jpype
from arcadedb_embedded.server import ArcadeDBServer

from kb.store.place import DATABASE

BOLT = "com.arcadedb.bolt.BoltProtocolPlugin"
READER_GROUP = {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": {"*": {"access": ["readRecord"]}}}


@dataclass(frozen=True, slots=True)
class RunningRead:
    """A query of the viewer, as :class:`kb.store.late.Query` wants it."""

    id: str
    text: str
    elapsed: float
    java: Any
    connections: list[Any]

    def end(self) -> None:
        """Tell it to end."""
        self.java.terminate("time limit")

    def cut(self) -> None:
        """Cut its connection."""
        for connection in self.connections:
            if _field(connection, "connectionId") == self.java.getConnectionId():
                _field(connection, "socket").close()


class Arcade:
    """A started server. Raises the engine's own exceptions."""

    def __init__(self, folder: Path, passwords: dict[str, str], heap: str) -> None:
        for users in (folder / "config").glob("server-users.json*"):
            users.unlink()  # made anew below: passwords.json is the only truth
        self._server = ArcadeDBServer(
            str(folder),
            passwords["root"],
            {
                "mode": "development",  # "production" keeps the reason of a failed query to itself
                "txWalFlush": 1,
                "serverMetrics": False,  # half a second at the start, for numbers nobody reads
                "server_saltIterations": 1,  # the passwords are random: stretching them only slows each connection
                "opencypher_loadCsv_allowFileUrls": False,
                "opencypher_loadCsv_allowRemoteUrls": False,
                "host": "127.0.0.1",
                "http_port": "0",
                "server_plugins": f"Bolt:{BOLT}",
                "bolt_port": "0",
                "bolt_defaultDatabase": DATABASE,
                "server_logsDirectory": str(folder / "log"),
            },
            {"heap_size": heap, "jvm_args": ["-Xrs", f"-XX:ErrorFile={folder / 'log' / 'crash-%p.log'}"]},
        )
        self._server.start()
        self._java = self._server._java_server
        if not self._java.existsDatabase(DATABASE):
            self._server.create_database(DATABASE)
        self._add_users(passwords)
        self._bolt = next(plugin for plugin in self._java.getPlugins() if plugin.getClass().getName() == BOLT)
        self._listener = _field(self._bolt, "listener")
        self.port = int(self._listener.getPort())

    def _add_users(self, passwords: dict[str, str]) -> None:
        security = self._java.getSecurity()
        of = jpype.JClass("com.arcadedb.serializer.json.JSONObject")
        security.saveGroup("*", "reader", of(json.dumps(READER_GROUP)))
        for name, group in (("writer", "admin"), ("viewer", "reader")):
            user = {
                "name": name,
                "password": str(security.encodePassword(passwords[name])),
                "databases": {"*": [group]},
            }
            security.createUser(of(json.dumps(user)))

    def running(self) -> int:
        """How many queries run now."""
        return int(self._java.getRunningQueries().size())

    def _connections(self) -> list[Any]:
        return list(_field(self._listener, "activeConnections").toArray())

    def transactions(self) -> int:
        """How many connections have a transaction open now."""
        return sum(bool(_field(connection, "explicitTransaction")) for connection in self._connections())

    def work_done(self) -> str:
        """Something that changes with every query and commit."""
        return str(self._java.getDatabase(DATABASE).getStats())

    def reads(self) -> Iterator[RunningRead]:
        """What the viewer runs now."""
        for query in self._java.getRunningQueries().getRunning():
            if str(query.getUser()) == "viewer":
                seconds = query.getElapsedMillis() / 1000
                yield RunningRead(str(query.getId()), str(query.getText()), seconds, query, self._connections())

    def sql(self, statements: Sequence[str]) -> None:
        """Run statements of ArcadeDB's SQL, each alone."""
        for statement in statements:
            self._java.getDatabase(DATABASE).command("sql", statement).close()

    def stop(self) -> None:
        """Close the database and the server; without this the process would not end."""
        self._server.stop()


def _field(thing: Any, name: str) -> Any:
    """A private field of a Java object: the engine says neither its Bolt port nor its open transactions aloud."""
    found = thing.getClass().getDeclaredField(name)
    found.setAccessible(True)
    return found.get(thing)
