"""``kb queries``: what can be asked."""

from __future__ import annotations

import argparse

from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command, add_json
from kb.i18n import Lang
from queries.catalogue import Catalogue, catalogue

NAME = "queries"


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """``--json`` only."""
    add_json(add_command(subparsers, NAME, lang, "queries"))


def run(args: argparse.Namespace, context: Context) -> int:
    """List the prepared queries by group; no base is needed."""
    if args.json:
        context.json(documents(catalogue(), context.lang))
        return 0
    for group, members in catalogue().groups().items():
        context.print(context.say(f"groups.{group}", "queries"))
        for query in members:
            names = " ".join(param.name if param.required else f"[{param.name}]" for param in query.params)
            context.print(f"  {query.id:<32} {query.title[context.lang]}" + (f" ({names})" if names else ""))
    return 0


def documents(queries: Catalogue, lang: Lang) -> list[dict[str, object]]:
    """``[{id, group, title, params}]``."""
    return [
        {
            "id": query.id,
            "group": query.group,
            "title": query.title[lang],
            "params": [
                {
                    "name": param.name,
                    "type": param.type,
                    "label": param.label[lang],
                    "required": param.required,
                    "default": param.default,
                    "many": param.many,
                    "choices": [choice.value for choice in param.choices],
                }
                for param in query.params
            ],
        }
        for query in queries.values()
    ]
