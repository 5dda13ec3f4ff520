"""The command ``kb``.

Commands are found through the entry-point group ``kb.commands`` (see ``kb.commands.context.Command``). Only the package
of the command that runs is imported; the others are named in the help by their summaries.

Exit status: 0 done, 1 a problem with the data or the question (one line on standard error), 2 wrong usage; 130 after
Ctrl-C and 141 when the reader of a pipe left, as a shell reports those signals.
"""

from __future__ import annotations

import difflib
import io
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.metadata import EntryPoint, entry_points, version
from typing import TextIO, cast

from kb.commands.context import Command, Context
from kb.commands.parser import Parser, add_command, words
from kb.commands.progress import progress_on
from kb.errors import KbError
from kb.i18n import LANGS, Lang, language
from kb.settings import Settings, settings

GROUP = "kb.commands"
INTERRUPTED = 130
PIPE_CLOSED = 141


def commands() -> dict[str, EntryPoint]:
    """The entry point of each command, by name, sorted."""
    return {found.name: found for found in sorted(entry_points(group=GROUP), key=lambda found: found.name)}


def load(found: EntryPoint) -> Command:
    """Import the command behind an entry point."""
    return cast(Command, found.load())


def wanted_language(arguments: Sequence[str], said: Settings) -> Lang:
    """The language of ``--lang``, wherever it stands among ``arguments``; else that of the settings."""
    for place, argument in enumerate(arguments):
        option, _, value = argument.partition("=")
        if option == "--lang":
            value = value or "".join(arguments[place + 1 : place + 2])
            return next((lang for lang in LANGS if lang == value), said.lang)
    return said.lang


def wanted_command(arguments: Sequence[str]) -> str | None:
    """The first argument that is neither an option of ``kb`` itself nor the value of one."""
    before = ""
    for argument in arguments:
        if not argument.startswith("-") and before != "--lang":
            return argument
        before = argument
    return None


def parser(found: Mapping[str, EntryPoint], lang: Lang, only: str | None = None) -> Parser:
    """The parser of ``kb``: the arguments of the command ``only``, or of all, and the summaries of the others."""
    top = Parser(lang=lang, prog="kb", description=words("about", lang))
    top.add_argument(
        "--version", action="version", version=version("koterilis-kb"), help=words("options.version", lang)
    )
    subparsers = top.add_subparsers(
        dest="command", required=True, metavar=words("headings.command", lang), title=words("headings.commands", lang)
    )
    for name, entry in found.items():
        if only in (None, name):
            load(entry).add_parser(subparsers, lang)
        else:
            add_command(subparsers, name, lang, package=entry.module.partition(".")[0])
    return top


def _speak_utf8(stream: TextIO) -> None:
    if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
        stream.reconfigure(encoding="utf-8")


def _unknown(name: str, known: Sequence[str], lang: Lang) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    key = "unknown_command_near" if near else "unknown_command"
    return words(f"usage_errors.{key}", lang, name=name, near="".join(near))


def run(arguments: Sequence[str]) -> int:
    """Parse, do, and turn every foreseen error into one line; the exit status."""
    try:
        said = settings()
    except ValueError:  # the one setting that is a number
        lang = language(os.environ.get("KB_LANG"))
        Parser(lang=lang, prog="kb").error(words("usage_errors.port", lang, value=os.environ["PORT"]))
    lang = wanted_language(arguments, said)
    found = commands()
    name = wanted_command(arguments)
    top = parser(found, lang, only=name or "")
    if name is not None and name not in found:
        top.error(_unknown(name, list(found), lang))
    args = top.parse_args(arguments)
    said = replace(said, lang=lang)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    context = Context(said, lang, sys.stdout, sys.stderr, progress_on(sys.stderr, lang), width)
    try:
        status = load(found[args.command]).run(args, context)
        sys.stdout.flush()
    except KbError as error:
        context.remark(error.say(lang))
        return error.exit_status
    except BrokenPipeError:
        raise
    except OSError as error:
        where = error.filename or ""
        context.remark(words("os_error", lang, path=where, reason=error.strerror or str(error)))
        return 1
    finally:
        context.progress.clear()
    return status


def main(arguments: Sequence[str] | None = None) -> int:
    """The entry point of the script ``kb``."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    try:
        return run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # What is still buffered would raise again when the interpreter closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
