"""``kb query ID``: ask a prepared query."""

from __future__ import annotations

import argparse
from pathlib import Path

from kb.commands.base import opened
from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command, positive
from kb.commands.plain import shown, table
from kb.errors import QuestionError
from kb.i18n import Lang, number, texts_of
from queries.answer import Answer, Cell
from queries.exports import FORMATS, export
from queries.params import pairs
from queries.runner import LIMIT, SECONDS
from queries.runner import run as ask
from queries.spec import Column
from queries.words import word

NAME = "query"


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """Which query, its parameters, and how the answer is wanted."""
    words = texts_of("queries")
    parser = add_command(subparsers, NAME, lang, "queries")
    parser.add_argument("id", metavar="ID", help=words.say("cli.query.id", lang))
    parser.add_argument(
        "--param", action="append", default=[], metavar="NAME=VALUE", help=words.say("cli.query.param", lang)
    )
    parser.add_argument(
        "--format", choices=("table", *FORMATS), default="table", help=words.say("cli.query.format", lang)
    )
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=words.say("cli.query.output", lang))
    parser.add_argument("--limit", type=positive, default=LIMIT, metavar="N", help=words.say("cli.query.limit", lang))
    parser.add_argument(
        "--seconds", type=positive, default=int(SECONDS), metavar="S", help=words.say("cli.query.seconds", lang)
    )


def run(args: argparse.Namespace, context: Context) -> int:
    """Ask; the answer goes to standard output or, with ``-o``, into a file."""
    if args.format == "xlsx" and args.output is None:
        raise QuestionError("export_needs_file", format=args.format)
    with opened(context) as store:
        answer = ask(store, args.id, pairs(args.param), limit=args.limit, seconds=args.seconds)
    made = (
        _as_table(answer, context.lang, context.width if args.output is None else None).encode()
        if args.format == "table"
        else export(answer, args.format, context.lang)
    )
    if args.output is None:
        context.bytes(made)
    else:
        args.output.write_bytes(made)
        context.remark(context.say("cli.query.written", "queries", file=args.output, rows=len(answer.rows)))
    if answer.cut:
        context.remark(context.say("cli.query.cut", "queries", rows=number(len(answer.rows), context.lang)))
    return 0


def _as_table(answer: Answer, lang: Lang, width: int | None) -> str:
    if not answer.rows:
        return texts_of("queries").say("cli.query.nothing", lang) + "\n"
    rows = [
        [_said(column, cell, lang) for column, cell in zip(answer.columns, row, strict=True)] for row in answer.rows
    ]
    lines = table([column.label[lang] for column in answer.columns], rows, lang, width)
    return "".join(f"{line}\n" for line in lines)


def _said(column: Column, cell: Cell, lang: Lang) -> Cell:
    """The cell in words: a code by its label, an entity by its label and id, a share in per cent, claims by number."""
    if cell is None:
        return None
    match column.type:
        case "word" | "words":
            codes = [cell] if column.type == "word" else cell
            return shown([word(column.of or "", code)[lang] for code in codes], lang)
        case "entity":
            return f"{shown(cell, lang)} [{cell['id']}]"
        case "claims":
            return number(len(cell), lang)
        case "share":
            return f"{number(cell * 100, lang)} %"
        case _:
            return shown(cell, lang)
