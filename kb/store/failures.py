"""The driver's failures as ours: the only place that knows its exceptions and the codes of the engines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    ConstraintError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from kb.errors import (
    ConnectionLost,
    EngineFailed,
    KbError,
    ParameterError,
    QueryFailed,
    TimeLimit,
    TooLarge,
    Unreachable,
    WriteRefused,
    WrongPassword,
)

CONSTRAINT_ATTEMPTS = 5

# Neo4j counts these as passing, but the same transaction would want the same memory again.
OUT_OF_MEMORY = ("MemoryPoolOutOfMemoryError", "TransactionOutOfMemoryError")

# The end of a code, as "Neo.ClientError.Statement.AccessMode", and what it means; the first that fits.
BY_CODE: tuple[tuple[tuple[str, ...], Callable[..., KbError], str], ...] = (
    (
        ("TransactionTimedOut", "TransactionTimedOutClientConfiguration", "Transaction.Terminated"),
        TimeLimit,
        "time_limit",
    ),
    (("Statement.AccessMode", "Security.Forbidden"), WriteRefused, "write_refused"),
    (("Database.DatabaseNotFound",), Unreachable, "unknown_database"),
    (("Statement.ParameterMissing",), ParameterError, "parameter_missing"),
    (("Schema.ConstraintValidationFailed",), QueryFailed, "constraint_broken"),
    (OUT_OF_MEMORY, TooLarge, "too_large"),
    # What ArcadeDB answers where its disk does not take a commit.
    (("Transaction.TransactionNotFound", "Transaction.TransactionCommitFailed"), EngineFailed, "commit_failed"),
)


def may_be_retried(error: Exception, attempt: int) -> bool:
    """Whether the same managed transaction may pass if tried again.

    Concurrent MERGE of one new key raises ConstraintValidationFailed on ArcadeDB, which the driver does not retry.
    """
    if isinstance(error, ConstraintError):
        return attempt < CONSTRAINT_ATTEMPTS
    return isinstance(error, Neo4jError) and error.is_retryable() and not str(error.code).endswith(OUT_OF_MEMORY)


def mapped(error: Exception, address: str, seconds: float | None = None) -> KbError:
    """Our error for the driver's ``error``."""
    said = str(getattr(error, "message", None) or error).strip()
    if isinstance(error, IncompleteCommit):
        return ConnectionLost("commit_unknown")
    if isinstance(error, SessionExpired) or (isinstance(error, ServiceUnavailable) and "defunct" in said.lower()):
        return ConnectionLost("connection_lost")
    if isinstance(error, ServiceUnavailable):
        return Unreachable("unreachable", address=address)
    if isinstance(error, AuthError) and not str(error.code).endswith("Security.Forbidden"):
        return WrongPassword("wrong_password", address=address)
    if isinstance(error, ConfigurationError):
        return Unreachable("wrong_address", address=address)
    if "no space left" in said.lower():
        return EngineFailed("disk_full")
    for ends, kind, key in BY_CODE:
        if str(getattr(error, "code", "")).endswith(ends):
            return kind(key, address=address, said=said, seconds=seconds)
    return QueryFailed("query_failed", said=said)


@contextmanager
def ours(address: str, seconds: float | None = None) -> Iterator[None]:
    """Turn what the driver raises inside into our errors."""
    try:
        yield
    except (Neo4jError, DriverError) as error:
        raise mapped(error, address, seconds) from error


@contextmanager
def packing() -> Iterator[None]:
    """Turn what the driver says of parameters that Bolt cannot carry into our error."""
    try:
        yield
    except (ValueError, TypeError, OverflowError) as error:
        raise ParameterError("parameter_type", said=str(error)) from error
