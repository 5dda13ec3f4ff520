"""``kb undo BATCH``: take a load back whole."""

from __future__ import annotations

import argparse

from kb.base import undo
from kb.commands.base import opened
from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command
from kb.i18n import Lang, texts_of
from loaders.commands.stages import told

NAME = "undo"


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """Which batch."""
    parser = add_command(subparsers, NAME, lang, "loaders")
    parser.add_argument("batch", metavar="BATCH", help=texts_of("loaders").say("cli.undo.batch", lang))


def run(args: argparse.Namespace, context: Context) -> int:
    """Take it back; the base is as it was before that load."""
    with opened(context) as store:
        gone = undo(store, context.settings, args.batch, progress=told(context))
    context.print(context.say("cli.undo.done", "loaders", id=gone.id))
    return 0
