"""What a command is given to work with, and what a command is."""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TextIO, TypeAlias

from kb.commands.progress import Progress
from kb.i18n import Lang, texts_of
from kb.settings import Settings

if TYPE_CHECKING:
    from kb.commands.parser import Parser

Subparsers: TypeAlias = "argparse._SubParsersAction[Parser]"
"""Where a command adds its parser."""


@dataclass(frozen=True, slots=True)
class Context:
    """Settings, language and the three ways to speak: result on ``out``, remarks on ``err``, progress.

    ``width`` is that of the terminal in letters, None where ``out`` is none.
    """

    settings: Settings
    lang: Lang
    out: TextIO
    err: TextIO
    progress: Progress
    width: int | None = None

    def print(self, line: str = "") -> None:
        """A line of the result."""
        self.progress.clear()
        self.out.write(line + "\n")

    def bytes(self, data: bytes) -> None:
        """A result that is a file, as it is."""
        self.progress.clear()
        self.out.flush()
        self.out.buffer.write(data)
        self.out.buffer.flush()

    def remark(self, line: str) -> None:
        """A line beside the result, on standard error."""
        self.progress.clear()
        self.err.write(line + "\n")
        self.err.flush()

    def json(self, document: Any) -> None:
        """The one JSON document of ``--json``."""
        self.print(json.dumps(document, ensure_ascii=False, indent=2))

    def say(self, key: str, package: str = "kb", /, **values: object) -> str:
        """The text ``key`` of ``package`` in the language of this call."""
        return texts_of(package).say(key, self.lang, **values)


class Command(Protocol):
    """What an entry point of the group ``kb.commands`` leads to; a module will do.

    The entry point has the command's name. Its one-line summary is the text ``cli.NAME.about`` of the package it is in,
    so that ``kb --help`` need not import it.
    """

    NAME: str

    def add_parser(self, subparsers: Subparsers, lang: Lang) -> None:
        """Declare the arguments."""

    def run(self, args: argparse.Namespace, context: Context) -> int:
        """Do it; return the exit status: 0 done, 1 a problem with the data or the question."""
