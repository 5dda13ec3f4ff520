"""The line to a base: where it is, who logs in, a driver for each login; found anew when the engine was restarted."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

import neo4j

from kb.store.dialects import Dialect

Login = tuple[str, str]
FETCH = 1000  # rows per message

# What the driver logs comes to the person as our error; without a handler Python prints it besides.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a base is. On a server the two logins are the same: its READ mode is what refuses writing there."""

    dialect: Dialect
    uri: str
    database: str | None
    writer: Login
    viewer: Login

    def same_place(self, other: Endpoint) -> bool:
        """Whether the other is no other."""
        return (self.uri, self.writer, self.viewer) == (other.uri, other.writer, other.viewer)


class Line:
    """Safe for several threads."""

    def __init__(self, find: Callable[[], Endpoint]) -> None:
        self._find = find
        self.endpoint = find()
        self._drivers: dict[tuple[str, Login], neo4j.Driver] = {}
        self._drivers_lock = threading.Lock()
        self._finding = threading.Lock()
        # On a cluster a reader may stand behind the writer: what one session wrote, the next of this line waits for.
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()

    def session(self, writing: bool, fetch: int = FETCH) -> neo4j.Session:
        """A session that writes, or one that cannot. Connections are made when it is used."""
        endpoint = self.endpoint
        return self._driver(endpoint, endpoint.writer if writing else endpoint.viewer).session(
            database=endpoint.database,
            default_access_mode=neo4j.WRITE_ACCESS if writing else neo4j.READ_ACCESS,
            fetch_size=fetch,
            bookmark_manager=self._bookmarks if endpoint.dialect.engine == "neo4j" else None,
        )

    def _driver(self, endpoint: Endpoint, login: Login) -> neo4j.Driver:
        with self._drivers_lock:
            driver = self._drivers.get((endpoint.uri, login))
            if driver is None:
                driver = neo4j.GraphDatabase.driver(
                    endpoint.uri,
                    auth=login,
                    connection_timeout=5,
                    connection_acquisition_timeout=15,
                    telemetry_disabled=True,
                    **endpoint.dialect.driver_options,
                )
                self._drivers[endpoint.uri, login] = driver
            return driver

    def renew(self, tried: Endpoint) -> bool:
        """Look for the base again, as it was not at ``tried``; whether it is elsewhere, so that trying again helps."""
        with self._finding:
            if self.endpoint is not tried:
                return True  # another thread has found it
            found = self._find()
            if found.same_place(tried):
                return False
            self.endpoint = found
        self.close()
        return True

    def close(self) -> None:
        """Hang up."""
        with self._drivers_lock:
            drivers, self._drivers = self._drivers, {}
        for driver in drivers.values():
            driver.close()
