"""``kb judge``: say that two records are the same, are different, or that it is unsure; take a judgement back."""

from __future__ import annotations

import argparse

from kb.base import judge, now
from kb.base.naming import full_id
from kb.commands.base import opened
from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command, words
from kb.errors import ConflictError, DataError, UnknownId
from kb.i18n import Lang
from kb.model import Judgement, make_judgement
from kb.store import Store

NAME = "judge"

_RECORDS = "UNWIND $ids AS id MATCH (r:Record {id: id}) RETURN r.id AS id, r.kind AS kind"
_JUDGEMENT = "MATCH (j:Judgement {id: $id}) RETURN j.id AS id"
_TAKEN_BACK = "MATCH (j:Judgement {verdict: 'withdrawn', replaces: $id}) RETURN j.id AS id"


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """Two records, the verdict and its reason; or the judgement that is taken back."""
    parser = add_command(subparsers, NAME, lang)
    parser.add_argument("a", nargs="?", metavar="A", help=words("judge.a", lang))
    parser.add_argument("b", nargs="?", metavar="B", help=words("judge.b", lang))
    verdict = parser.add_mutually_exclusive_group(required=True)
    for name in ("same", "different", "unsure"):
        verdict.add_argument(
            f"--{name}", action="store_const", const=name, dest="verdict", help=words(f"judge.{name}", lang)
        )
    verdict.add_argument("--undo", metavar="ID", help=words("judge.undo", lang))
    parser.add_argument("--why", metavar="TEXT", default="", help=words("judge.why", lang))


def run(args: argparse.Namespace, context: Context) -> int:
    """Judge and print the judgement's id."""
    with opened(context) as store:
        made = _undoing(args, store, context) if args.undo else _judgement(args, store, context)
        judge(store, context.settings, made)
    context.print(context.say("cli.judge.undone" if args.undo else "cli.judge.done", id=args.undo or made.id))
    return 0


def _judgement(args: argparse.Namespace, store: Store, context: Context) -> Judgement:
    a, b = full_id(store, args.a), full_id(store, args.b)
    made = make_judgement(args.verdict, a, b, why=args.why, by=context.settings.author, at=now())
    kinds: dict[str, str] = dict(store.read(_RECORDS, {"ids": [a, b]}).rows)
    for record in (a, b):
        if record not in kinds:
            raise UnknownId("unknown_id", id=record)
    if kinds[a] != kinds[b]:
        raise DataError("judgement_kinds", a=a, kind_a=kinds[a], b=b, kind_b=kinds[b])
    return made


def _undoing(args: argparse.Namespace, store: Store, context: Context) -> Judgement:
    if not store.read(_JUDGEMENT, {"id": args.undo}).rows:
        raise UnknownId("unknown_judgement", id=args.undo)
    if store.read(_TAKEN_BACK, {"id": args.undo}).rows:
        raise ConflictError("judgement_taken_back", id=args.undo)
    why = args.why or context.say("cli.judge.undone_why")
    return make_judgement("withdrawn", why=why, by=context.settings.author, at=now(), replaces=args.undo)
