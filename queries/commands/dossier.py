"""``kb dossier ID [OTHER]``: a printable dossier of a person, or of what connects two."""

from __future__ import annotations

import argparse
from pathlib import Path

from kb.commands.base import opened
from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command
from kb.i18n import Lang, texts_of
from queries.dossier import dossier_of, written

NAME = "dossier"


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """Who, and where the file goes."""
    words = texts_of("queries")
    parser = add_command(subparsers, NAME, lang, "queries")
    parser.add_argument("id", metavar="ID", help=words.say("cli.dossier.id", lang))
    parser.add_argument("other", metavar="OTHER", nargs="?", help=words.say("cli.dossier.other", lang))
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=words.say("cli.dossier.output", lang))


def run(args: argparse.Namespace, context: Context) -> int:
    """Make it; the end of the file's name says which kind of file it is, without one it is text on standard output."""
    format_ = args.output.suffix.removeprefix(".").lower() if args.output else "txt"
    with opened(context) as store:
        found = dossier_of(store, context.settings, args.id, args.other, context.lang)
    made = written(found, format_)
    if args.output is None:
        context.bytes(made)
    else:
        args.output.write_bytes(made)
        context.remark(context.say("cli.dossier.written", "queries", file=args.output))
    return 0
