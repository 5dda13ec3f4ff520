"""``kb stop``: stop the local engine."""

from __future__ import annotations

import argparse

from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command
from kb.i18n import Lang
from kb.store import stop

NAME = "stop"


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """No arguments."""
    add_command(subparsers, NAME, lang)


def run(args: argparse.Namespace, context: Context) -> int:
    """Stop it and wait until its files are closed; it is no error when none ran."""
    if context.settings.uri:
        context.print(context.say("cli.stop.server", address=context.settings.uri))
    else:
        context.print(context.say("cli.stop.done" if stop(context.settings) else "cli.stop.not_running"))
    return 0
