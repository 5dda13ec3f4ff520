"""``kb mapping``: propose a mapping for a file, list those that come along, print the schema for editors."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command, add_json
from kb.errors import UnknownId
from kb.i18n import Lang, texts_of
from loaders.mapping import find_mapping, shipped_mappings
from loaders.mapping.draft import draft, slug
from loaders.mapping.form import schema
from loaders.mapping.suggest import look_at

NAME = "mapping"
_SUGGEST, _LIST, _SCHEMA = "suggest", "list", "schema"


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """What to do, and with which file."""
    words = texts_of("loaders")
    parser = add_command(subparsers, NAME, lang, "loaders")
    parser.add_argument("what", choices=(_SUGGEST, _LIST, _SCHEMA), help=words.say("cli.mapping.what", lang))
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help=words.say("cli.mapping.file", lang))
    parser.add_argument("--dataset", metavar="ID", help=words.say("cli.load.dataset", lang))
    parser.add_argument("-o", dest="output", type=Path, metavar="FILE", help=words.say("cli.mapping.output", lang))
    add_json(parser)


def run(args: argparse.Namespace, context: Context) -> int:
    """Do it; no base is needed."""
    if args.what == _LIST:
        _list(args, context)
    elif args.what == _SCHEMA:
        _put(json.dumps(schema(context.lang), ensure_ascii=False, indent=2) + "\n", args, context)
    else:
        _suggest(args, context)
    return 0


def _list(args: argparse.Namespace, context: Context) -> None:
    found = [{"id": name, "title": find_mapping(name).title.get(context.lang, name)} for name in shipped_mappings()]
    if args.json:
        context.json(found)
    else:
        for each in found:
            context.print(f"{each['id']}  {each['title']}")


def _suggest(args: argparse.Namespace, context: Context) -> None:
    if args.file is None or not args.file.exists():
        raise UnknownId("unknown_file", id=str(args.file or ""))
    proposal = look_at(args.file)
    if args.json:
        context.json(
            {
                "file": proposal.file,
                "detected": dict(proposal.detected),
                "columns": [
                    {
                        "column": guess.column,
                        "holds": guess.holds or None,
                        "reasons": [
                            context.say(f"mapping.reasons.{reason.key}", "loaders", **reason.data)
                            for reason in guess.reasons
                        ],
                    }
                    for guess in proposal.guesses
                ],
            }
        )
        return
    _put(draft(proposal, args.dataset or slug(args.file.stem), context.lang), args, context)


def _put(text: str, args: argparse.Namespace, context: Context) -> None:
    if args.output is None:
        context.print(text.rstrip("\n"))
    else:
        args.output.write_text(text, encoding="utf-8", newline="\n")
        context.remark(context.say("cli.mapping.written", "loaders", file=args.output))
