"""``kb cypher``: free Cypher, for reading only."""

from __future__ import annotations

import argparse
import sys

from kb.commands.base import opened
from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command, add_json, positive, words
from kb.commands.plain import plain, table
from kb.i18n import Lang, number
from kb.store.guard import check
from kb.store.session import ROWS, SECONDS

NAME = "cypher"


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """The text, and how much the answer may cost."""
    parser = add_command(subparsers, NAME, lang)
    parser.add_argument("text", metavar="TEXT|-", help=words("cypher.text", lang))
    parser.add_argument("--limit", type=positive, default=ROWS, metavar="N", help=words("cypher.limit", lang))
    parser.add_argument(
        "--seconds", type=positive, default=int(SECONDS), metavar="S", help=words("cypher.seconds", lang)
    )
    add_json(parser)


def run(args: argparse.Namespace, context: Context) -> int:
    """Check the text against the allow-list, then ask through the reader that cannot write."""
    text = sys.stdin.read() if args.text == "-" else args.text
    check(text)
    with opened(context) as store:
        found = store.read(text, limit=args.limit, seconds=args.seconds)
    if args.json:
        rows = [[plain(value) for value in row] for row in found.rows]
        context.json({"columns": list(found.columns), "rows": rows, "cut": found.cut})
        return 0
    for line in table(found.columns, found.rows, context.lang, context.width):
        context.print(line)
    if found.cut:
        context.remark(context.say("cli.cypher.cut", rows=number(len(found.rows), context.lang)))
    return 0
