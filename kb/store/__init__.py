"""The base: ``connect()`` gives a :class:`Store` on the local engine or on a server, as the settings say."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from kb.errors import QueryFailed, Unreachable, WrongPassword
from kb.settings import Settings, settings
from kb.store import local
from kb.store.dialects import ArcadeDB, Neo4j
from kb.store.local import EngineStatus
from kb.store.place import DATABASE, Place, read_passwords

if TYPE_CHECKING:
    from kb.store.line import Endpoint
    from kb.store.session import Store, Tx
    from kb.store.values import Node, Path, Result, Tie, Value

__all__ = ["EngineStatus", "Node", "Path", "Result", "Store", "Tie", "Tx", "Value", "connect", "status", "stop"]

SCHEMES = tuple(f"{kind}{safety}://" for kind in ("bolt", "neo4j") for safety in ("", "+s", "+ssc"))

# Imported when first named: the driver takes half a second, which the engine's process, starting, does without.
_LATER = dict.fromkeys(("Store", "Tx"), "kb.store.session")
_LATER |= dict.fromkeys(("Node", "Path", "Result", "Tie", "Value"), "kb.store.values")
_LATER["Endpoint"] = "kb.store.line"


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LATER[name]), name)


def connect(wanted: Settings | None = None) -> Store:
    """The base that the settings name (default: :func:`kb.settings.settings`). Starts the local engine if need be.

    Raises EngineFailed; for a server Unreachable or WrongPassword where the settings make no sense: it is itself
    first spoken to by the first query.
    """
    from kb.store.session import Store

    return Store(lambda: endpoint(wanted or settings()))


def endpoint(chosen: Settings) -> Endpoint:
    """Where the base of ``chosen`` is and who logs in there; starts the local engine if need be."""
    return _server(chosen) if chosen.uri else _local(chosen)


def status(wanted: Settings | None = None) -> EngineStatus:
    """What the engine does now; asking does not start it."""
    chosen = wanted or settings()
    if chosen.uri:
        return EngineStatus("server", True, chosen.uri)
    return local.status(Place(chosen.home.absolute()))


def stop(wanted: Settings | None = None) -> bool:
    """Stop the local engine; whether one ran. A server is never stopped from here."""
    chosen = wanted or settings()
    return not chosen.uri and local.stop(Place(chosen.home.absolute()))


def _local(chosen: Settings) -> Endpoint:
    from kb.store.line import Endpoint

    place = Place(chosen.home.absolute())
    state = local.ensure(place)
    words = read_passwords(place)

    def sql(statements: Sequence[str]) -> None:
        failed = local.sql(place, statements)
        if failed:
            raise QueryFailed("query_failed", said=failed)

    uri = f"bolt://127.0.0.1:{state.bolt}"
    return Endpoint(ArcadeDB(sql, place.home), uri, DATABASE, ("writer", words["writer"]), ("viewer", words["viewer"]))


def _server(chosen: Settings) -> Endpoint:
    from kb.store.line import Endpoint

    if not str(chosen.uri).startswith(SCHEMES):
        raise Unreachable("wrong_address", address=chosen.uri)
    if chosen.password is None:
        raise WrongPassword("password_missing", address=chosen.uri)
    login = (chosen.user, chosen.password)
    return Endpoint(Neo4j(), str(chosen.uri), chosen.database, login, login)
