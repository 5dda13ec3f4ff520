"""The one tree of errors. Data stands on the exception, the words in ``kb/texts/errors.toml``, in three languages.

KbError                       anything the program says in words a person can act on
├── DataError                 an input, row by row: file, row, column, value
├── QuestionError             a question that cannot be answered as put
│   ├── UnknownId             no record, entity, query, batch of that name
│   ├── ParameterError        a parameter missing, unknown, or of the wrong type
│   └── RefusedCypher         free Cypher that is not on the allow-list of reading
├── ConflictError             the base as it stands forbids this (version taken, writer busy, made-up beside real …)
│   └── WriterBusy            another command is writing
└── StoreError                the database
    ├── Unreachable           no server, no engine
    ├── WrongPassword
    ├── EngineFailed          the local engine cannot start or go on: folder taken, disk full, no permission
    ├── TimeLimit             a query ran longer than it may
    ├── WriteRefused          writing was tried through the reader
    ├── QueryFailed           the database refused the query text
    ├── TooLarge              a transaction needs more memory than the database has
    └── ConnectionLost        the engine went away under a running query
"""

from __future__ import annotations

from typing import ClassVar

from kb.i18n import DEFAULT_LANG, Lang, texts_of


class KbError(Exception):
    """An error with a name, data, and words in three languages.

    ``key`` names the text in ``kb/texts/errors.toml``; ``data`` fills its placeholders.
    """

    exit_status: ClassVar[int] = 1
    retryable: ClassVar[bool] = False

    def __init__(self, key: str, **data: object) -> None:
        self.key = key
        self.data = data
        super().__init__(key, data)

    def say(self, lang: Lang = DEFAULT_LANG) -> str:
        """What happened and what to do next, in ``lang``, in one line."""
        return texts_of("kb").say(f"errors.{self.key}", lang, **self.data).replace("\n", " ")

    def __str__(self) -> str:
        return self.say("en")


class DataError(KbError):
    """Something in an input that cannot be taken as it is: ``file``, ``row`` (1: the header), ``column``, ``value``."""


class QuestionError(KbError):
    """A question that cannot be answered as it was put."""


class UnknownId(QuestionError):
    """Nothing in the base has this name."""


class ParameterError(QuestionError):
    """A parameter is missing, unknown or of the wrong type."""


class RefusedCypher(QuestionError):
    """Free Cypher with a clause or procedure that is not allowed for reading."""


class ConflictError(KbError):
    """What is in the base already forbids this."""


class WriterBusy(ConflictError):
    """Another command is writing to this base."""


class StoreError(KbError):
    """The database could not do it."""


class Unreachable(StoreError):
    """Nothing answers at the address."""


class WrongPassword(StoreError):
    """The server does not accept the user or the password."""


class EngineFailed(StoreError):
    """The local engine cannot start or go on."""


class TimeLimit(StoreError):
    """The query ran longer than it may."""


class WriteRefused(StoreError):
    """The reader may not write."""


class QueryFailed(StoreError):
    """The database refused the text of a query."""


class TooLarge(StoreError):
    """One transaction needs more memory than the database has."""


class ConnectionLost(StoreError):
    """The engine or server went away while it worked."""

    retryable = True
