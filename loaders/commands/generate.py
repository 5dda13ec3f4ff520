"""``kb generate``: write a made-up set."""

from __future__ import annotations

import argparse
from pathlib import Path

from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command, positive
from kb.i18n import Lang, number, texts_of
from loaders.generate.made_up import generate

NAME = "generate"


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """How many persons, of which seed, into which folder."""
    words = texts_of("loaders")
    parser = add_command(subparsers, NAME, lang, package="loaders")
    parser.add_argument(
        "--persons", type=positive, required=True, metavar="N", help=words.say("cli.generate.persons", lang)
    )
    parser.add_argument("--seed", type=int, default=1, metavar="S", help=words.say("cli.generate.seed", lang))
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="DIR", help=words.say("cli.generate.output", lang)
    )


def run(args: argparse.Namespace, context: Context) -> int:
    """Write it, showing progress."""
    stage = context.say("cli.generate.stage", "loaders")
    rows = generate(args.output, args.persons, args.seed, lambda done: context.progress(stage, done, args.persons))
    said = ", ".join(f"{table} {number(count, context.lang)}" for table, count in rows.items())
    context.print(context.say("cli.generate.done", "loaders", folder=args.output, rows=said))
    return 0
