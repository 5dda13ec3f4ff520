"""``kb compare``: are two written names one, and why."""

from __future__ import annotations

import argparse
import json
import sys

from kb.commands.context import Context, Subparsers
from kb.commands.parser import Parser, add_command, add_json, words
from kb.errors import DataError
from kb.i18n import Lang, number
from kb.names import NameMatch, Rule, compare

NAME = "compare"


class _TwoNames(argparse.Action):
    """Takes two names or a single dash."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: object, *_: object
    ) -> None:
        names = list(values) if isinstance(values, list) else []
        if len(names) != 2 and names != ["-"] and isinstance(parser, Parser):
            parser.error(words("compare.two", parser.lang))
        namespace.names = names


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """Two names, or many on standard input."""
    parser = add_command(subparsers, NAME, lang)
    parser.add_argument("names", nargs="+", metavar="NAME", action=_TwoNames, help=words("compare.names", lang))
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        choices=tuple(Rule),
        metavar="RULE",
        help=words("compare.without", lang, rules=", ".join(Rule)),
    )
    add_json(parser)


def run(args: argparse.Namespace, context: Context) -> int:
    """Compare; no base is needed."""
    without = frozenset(Rule(rule) for rule in args.without)
    if args.names == ["-"]:
        for row, line in enumerate(sys.stdin, 1):
            if line.strip():
                context.print(json.dumps(_of_line(line, row, without).as_json(), ensure_ascii=False))
        return 0
    match = compare(*args.names, without=without)
    if args.json:
        context.json(match.as_json())
    else:
        verdict = "compare.same" if match.same else "compare.different"
        context.print(words(verdict, context.lang, score=number(match.score, context.lang, 2)))
        for reason in match.why:
            context.print(f"  {reason.say(context.lang)}")
    return 0


def _of_line(line: str, row: int, without: frozenset[Rule]) -> NameMatch:
    names = line.rstrip("\r\n").split("\t")
    if len(names) != 2:
        raise DataError("two_names_a_line", row=row, value=line.strip())
    return compare(*names, without=without)
