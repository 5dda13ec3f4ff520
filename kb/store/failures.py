"""The driver's failures as ours: the only place that knows its exceptions and the codes of the engines."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    ConstraintError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from kb.errors import (
    ConnectionLost,
    ParameterError,
    QueryFailed,
    StoreError,
    TimeLimit,
    Unreachable,
    WriteRefused,
    WrongPassword,
)

TIME_LIMIT = ("TransactionTimedOut", "TransactionTimedOutClientConfiguration", "Transaction.Terminated")
WRITING = ("Neo.ClientError.Statement.AccessMode", "Neo.ClientError.Security.Forbidden")
PASSWORD = ("Neo.ClientError.Security.",)


def may_be_retried(error: Exception) -> bool:
    """Whether the same managed transaction may pass if tried again.

    Concurrent MERGE of one new key raises ConstraintValidationFailed on ArcadeDB, which the driver does not retry.
    """
    if isinstance(error, ConstraintError):
        return True
    return isinstance(error, Neo4jError) and error.is_retryable()


def mapped(error: Exception, address: str, seconds: float | None = None) -> StoreError | ParameterError:
    """Our error for the driver's ``error``."""
    said = str(getattr(error, "message", None) or error).strip()
    code = getattr(error, "code", None) or ""
    if isinstance(error, ServiceUnavailable | SessionExpired):
        lost = "defunct" in said.lower() or isinstance(error, SessionExpired)
        return ConnectionLost("connection_lost") if lost else Unreachable("unreachable", address=address)
    if any(word in code for word in TIME_LIMIT):
        return TimeLimit("time_limit", seconds=seconds)
    if code in WRITING:
        return WriteRefused("write_refused")
    if isinstance(error, AuthError):
        return WrongPassword("wrong_password", address=address)
    if code.endswith("ParameterMissing"):
        return ParameterError("parameter_missing", said=said)
    if isinstance(error, ConfigurationError):
        return Unreachable("wrong_address", address=address, said=said)
    return QueryFailed("query_failed", said=said)


@contextmanager
def ours(address: str, seconds: float | None = None) -> Iterator[None]:
    """Turn what the driver raises inside into our errors."""
    try:
        yield
    except (Neo4jError, DriverError) as error:
        raise mapped(error, address, seconds) from error
