"""``kb load NAME|FILE|FOLDER``: load a dataset of the program, tables, a family tree, or anything by a mapping."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from kb.commands.base import opened
from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command, add_json, positive
from kb.i18n import Lang, number, texts_of
from kb.model import SCHEMA
from loaders.commands.stages import told
from loaders.loading import Outcome, load, rehearse
from loaders.problems import Problem
from loaders.refused import write_refused

NAME = "load"

_SHOWN = 20  # problems on a terminal; --json has all


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """What, and as what."""
    words = texts_of("loaders")
    parser = add_command(subparsers, NAME, lang, "loaders")
    parser.add_argument("target", metavar="NAME|FILE|FOLDER", help=words.say("cli.load.target", lang))
    parser.add_argument("--dataset", metavar="ID", help=words.say("cli.load.dataset", lang))
    parser.add_argument("--mapping", metavar="NAME|FILE", help=words.say("cli.load.mapping", lang))
    parser.add_argument("--part", metavar="PART", help=words.say("cli.load.part", lang))
    parser.add_argument("--rejected", type=Path, metavar="FILE.csv", help=words.say("cli.load.rejected_file", lang))
    parser.add_argument("--version", type=positive, metavar="V", help=words.say("cli.load.version", lang))
    parser.add_argument("--dry-run", action="store_true", help=words.say("cli.load.dry_run", lang))
    add_json(parser)


def run(args: argparse.Namespace, context: Context) -> int:
    """Load; rows that cannot be taken are listed and make the exit status 1, the others are loaded."""
    chosen = {
        "dataset": args.dataset,
        "version": args.version,
        "mapping": args.mapping,
        "part": args.part,
        "progress": told(context),
    }
    with opened(context) as store:
        done = (
            rehearse(store, args.target, **chosen)
            if args.dry_run
            else load(store, context.settings, args.target, **chosen)
        )
    if args.rejected:
        write_refused(args.rejected, done.read.refused)
    if args.json:
        context.json(done.as_json(context.lang))
    else:
        for line in _lines(done, context):
            context.print(line)
    return 1 if done.read.rejected else 0


def _lines(done: Outcome, context: Context) -> Iterator[str]:
    def say(key: str, **values: object) -> str:
        return context.say(f"cli.load.{key}", "loaders", **values)

    def count(value: int) -> str:
        return number(value, context.lang)

    rows = count(done.read.release.rows)
    if done.batch is None:
        yield say("rehearsed", rows=rows)
    elif done.new or done.changed:
        yield say("done", rows=rows, batch=done.batch, seconds=number(done.seconds, context.lang, 1))
    else:
        yield say("nothing_new", rows=rows, batch=done.batch)
    yield say("claims", new=count(done.new), same=count(done.same), changed=count(done.changed))
    if done.entities:
        said = (f"{SCHEMA.kinds[kind].plural[context.lang]} {count(made)}" for kind, made in done.entities.items())
        yield say("entities", entities=", ".join(said))
    for record, other in done.vanishing:
        yield say("vanishing", record=record, other=other or "–")
    yield from _problems(say("rejected", count=count(len(done.read.rejected))), done.read.rejected, context)
    yield from _problems(say("warnings", count=count(len(done.read.warnings))), done.read.warnings, context)


def _problems(heading: str, problems: Sequence[Problem], context: Context) -> Iterator[str]:
    if problems:
        yield heading
    for each in problems[:_SHOWN]:
        cell = f" {each.column}: «{each.value}»" if each.column else ""
        yield f"  {each.row}{cell}  {each.say(context.lang)}"
    if len(problems) > _SHOWN:
        left = number(len(problems) - _SHOWN, context.lang)
        yield "  " + context.say("cli.load.more", "loaders", count=left)
