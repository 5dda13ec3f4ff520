"""The base: ``connect()`` gives a :class:`Store` on the local engine or on a server, as the settings say."""

from __future__ import annotations

from kb.errors import WrongPassword
from kb.settings import Settings, settings
from kb.store import local
from kb.store.local import EngineStatus
from kb.store.place import DATABASE, read_passwords
from kb.store.session import Endpoint, Store, Tx
from kb.store.values import Node, Path, Result, Tie, Value

__all__ = ["EngineStatus", "Node", "Path", "Result", "Store", "Tie", "Tx", "Value", "connect", "status", "stop"]


def connect(wanted: Settings | None = None) -> Store:
    """The base that the settings name (default: :func:`kb.settings.settings`). Starts the local engine if need be.

    Raises Unreachable, WrongPassword or EngineFailed.
    """
    chosen = wanted or settings()
    return Store(lambda: _server(chosen) if chosen.uri else _local(chosen))


def status(wanted: Settings | None = None) -> EngineStatus:
    """What the engine does now; asking does not start it."""
    chosen = wanted or settings()
    if chosen.uri:
        return EngineStatus("server", True, chosen.uri)
    return local.status(local.place_of(chosen.home))


def stop(wanted: Settings | None = None) -> bool:
    """Stop the local engine; whether one ran. A server is never stopped from here."""
    chosen = wanted or settings()
    return not chosen.uri and local.stop(local.place_of(chosen.home))


def _local(chosen: Settings) -> Endpoint:
    place = local.place_of(chosen.home)
    state = local.ensure(place)
    words = read_passwords(place)
    return Endpoint(
        "arcadedb",
        f"bolt://127.0.0.1:{state.bolt}",
        DATABASE,
        ("writer", words["writer"]),
        ("viewer", words["viewer"]),
    )


def _server(chosen: Settings) -> Endpoint:
    if chosen.password is None:
        raise WrongPassword("password_missing", address=chosen.uri)
    login = (chosen.user, chosen.password)
    return Endpoint("neo4j", str(chosen.uri), chosen.database, login, login)
