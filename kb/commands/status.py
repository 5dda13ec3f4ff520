"""``kb status``: what is in the base, and which database runs."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import asdict

from kb.base import BaseState, state
from kb.commands.base import opened
from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command, add_json, words
from kb.i18n import Lang, number
from kb.model import SCHEMA
from kb.store import EngineStatus, Store, status

NAME = "status"

_ON_RECORD = {"Claim": "claims", "Record": "records", "Batch": "batches", "Judgement": "judgements"}


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """``--json`` only."""
    add_json(add_command(subparsers, NAME, lang))


def run(args: argparse.Namespace, context: Context) -> int:
    """Say it without starting the engine."""
    engine = status(context.settings)
    held: Mapping[str, int] | None = None
    base: BaseState | None = None
    if engine.running:
        with opened(context) as store:
            held, base = contents(store), state(store)
    if args.json:
        said = {name: getattr(base, name) for name in ("version", "state", "made_up")} if base else None
        context.json({"engine": asdict(engine), "home": str(context.settings.home), "base": said, "contents": held})
    else:
        _print(engine, base, held, context)
    return 0


def contents(store: Store) -> dict[str, int]:
    """How many nodes the base has, by kind of entity, then claims and what belongs to them; none: left out."""
    parts = (f"MATCH (n:{kind}) RETURN '{kind}' AS kind, count(n) AS nodes" for kind in (*SCHEMA.kinds, *_ON_RECORD))
    rows = store.read(" UNION ALL ".join(parts), seconds=60).rows
    return {str(kind): int(nodes) for kind, nodes in rows if nodes}


def _print(engine: EngineStatus, base: BaseState | None, held: Mapping[str, int] | None, context: Context) -> None:
    runs = "running" if engine.running else "not_running"
    context.print(context.say(f"cli.status.{engine.kind}_{runs}", address=engine.address))
    if engine.kind == "local":
        context.print(context.say("cli.status.home", home=context.settings.home))
    if base is not None and base.empty:
        context.print(context.say("errors.base_empty"))
    elif base is not None:
        context.print(context.say("cli.status.version", version=base.version))
        if base.made_up:
            context.print(context.say("cli.status.made_up"))
    for kind, nodes in (held or {}).items():
        context.print(f"  {_words(kind, context.lang)}: {number(nodes, context.lang)}")


def _words(kind: str, lang: Lang) -> str:
    if kind in SCHEMA.kinds:
        return SCHEMA.kinds[kind].plural[lang]
    return words(f"status.{_ON_RECORD[kind]}", lang)
