"""``kb batches``: which loads are in the base."""

from __future__ import annotations

import argparse

from kb.base import Batch, batches
from kb.commands.base import opened
from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command, add_json
from kb.commands.plain import table
from kb.i18n import Lang

NAME = "batches"

COLUMNS = ("id", "dataset", "file", "loaded", "rows", "claims", "state")


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """``--json`` only."""
    add_json(add_command(subparsers, NAME, lang, "loaders"))


def run(args: argparse.Namespace, context: Context) -> int:
    """List them, the earliest first."""
    with opened(context) as store:
        found = [document(batch) for batch in batches(store)]
    if args.json:
        context.json(found)
    elif not found:
        context.print(context.say("cli.batches.none", "loaders"))
    else:
        for each in found:
            each["state"] = context.say(f"cli.batches.state_{each['state']}", "loaders")
        headings = [context.say(f"cli.batches.{column}", "loaders") for column in COLUMNS]
        for line in table(headings, [list(each.values()) for each in found], context.lang, context.width):
            context.print(line)
    return 0


def document(batch: Batch) -> dict[str, object]:
    """``{id, dataset, file, loaded, rows, claims, state}``; ``state`` of a complete batch: in_force or history."""
    complete = "in_force" if batch.in_force else "history"
    return {
        "id": batch.id,
        "dataset": batch.dataset,
        "file": batch.file,
        "loaded": batch.at,
        "rows": batch.rows,
        "claims": batch.claims,
        "state": complete if batch.state == "complete" else batch.state,
    }
