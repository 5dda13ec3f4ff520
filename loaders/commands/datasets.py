"""``kb datasets``: what the program brings along."""

from __future__ import annotations

import argparse

from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command, add_json
from kb.i18n import Lang
from loaders.sets import shipped

NAME = "datasets"


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """``--json`` only."""
    add_json(add_command(subparsers, NAME, lang, "loaders"))


def run(args: argparse.Namespace, context: Context) -> int:
    """List them; no base is needed."""
    found = [{"id": each.id, "title": each.title.get(context.lang, each.id)} for each in shipped()]
    if args.json:
        context.json(found)
    else:
        for each in found:
            context.print(f"{each['id']}  {each['title']}")
    return 0
