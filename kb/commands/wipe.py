"""``kb wipe --yes``: erase everything in the base."""

from __future__ import annotations

import argparse

from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command, words
from kb.i18n import Lang
from kb.store import connect

NAME = "wipe"


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """``--yes`` is required: nobody erases a base by a slip."""
    parser = add_command(subparsers, NAME, lang)
    parser.add_argument("--yes", action="store_true", required=True, help=words("wipe.yes", lang))


def run(args: argparse.Namespace, context: Context) -> int:
    """Erase."""
    with connect(context.settings) as store:
        store.wipe()
    context.print(context.say("cli.wipe.done"))
    return 0
