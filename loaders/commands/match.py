"""``kb match``: a list of names in, candidates with scores and reasons out."""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TextIO

from kb.commands.base import opened
from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command, positive
from kb.i18n import Lang, number, texts_of
from loaders.matching import COLUMNS, LIMIT, asked_names, lines, of_base, of_list

NAME = "match"


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """Which list, and against what."""
    words = texts_of("loaders")
    parser = add_command(subparsers, NAME, lang, "loaders")
    parser.add_argument("list", type=Path, metavar="LIST.csv", help=words.say("cli.match.list", lang))
    parser.add_argument("--column", metavar="C", help=words.say("cli.match.column", lang))
    parser.add_argument("--against", type=Path, metavar="NAMES.csv", help=words.say("cli.match.against", lang))
    parser.add_argument("-o", dest="output", type=Path, metavar="OUT.csv", help=words.say("cli.match.output", lang))
    parser.add_argument("--limit", type=positive, default=LIMIT, metavar="N", help=words.say("cli.match.limit", lang))


def run(args: argparse.Namespace, context: Context) -> int:
    """Match, showing progress; a base is needed only where no other list is given."""
    asked = asked_names(args.list, args.column)
    found = same = 0
    with ExitStack() as stack:
        if args.against:
            known = of_list(args.against, args.limit)
        else:
            known = of_base(stack.enter_context(opened(context)), args.limit)
        writer = csv.writer(stack.enter_context(_output(args.output, context)), lineterminator="\n")
        writer.writerow(COLUMNS)
        for done, name in enumerate(asked, 1):
            candidates = known(name.text)
            writer.writerows(lines(name, candidates, context.lang))
            found += bool(candidates)
            same += any(each.same for each in candidates)
            context.progress(context.say("cli.match.stage", "loaders"), done, len(asked))
    counts = {"names": len(asked), "found": found, "same": same}
    if args.output:
        said = {name: number(count, context.lang) for name, count in counts.items()}
        context.remark(context.say("cli.match.done", "loaders", **said))
    return 0


@contextmanager
def _output(path: Path | None, context: Context) -> Iterator[TextIO]:
    if path is None:
        yield context.out
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        yield file
