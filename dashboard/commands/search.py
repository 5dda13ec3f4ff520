"""``kb search``: find by any spelling, as the dashboard's search box does."""

from __future__ import annotations

import argparse
from typing import Any

from dashboard.entities import label_of
from dashboard.finding import Hit, find, names, of_kind, reference_in
from dashboard.results import Parts, parts_of
from dashboard.results import context as told_apart
from dashboard.words import Words
from kb.archives import print_reference
from kb.base import state
from kb.commands.base import opened
from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command, add_json, positive
from kb.i18n import Lang, texts_of
from kb.model import SCHEMA

NAME = "search"
LIMIT = 20


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """What to look for."""
    words = texts_of("dashboard")
    parser = add_command(subparsers, NAME, lang, "dashboard")
    parser.add_argument("text", metavar="TEXT", help=words.say("cli.search.text", lang))
    parser.add_argument("--kind", choices=tuple(SCHEMA.kinds), metavar="K", help=words.say("cli.search.kind", lang))
    parser.add_argument("--limit", type=positive, default=LIMIT, metavar="N", help=words.say("cli.search.limit", lang))
    parser.add_argument("--explain", action="store_true", help=words.say("cli.search.explain", lang))
    add_json(parser)


def run(args: argparse.Namespace, context: Context) -> int:
    """Search; that nothing is found is an answer too."""
    with opened(context) as store:
        version = state(store).version
    read = reference_in(args.text)
    asked = print_reference(read) if read else args.text
    hits = find(asked, names(version, str(context.settings.home)), context.lang)
    shown = of_kind(hits, args.kind or "")[: args.limit]
    parts = parts_of(shown)
    say = Words(context.lang)
    found = [document(hit, parts, say) for hit in shown]
    if args.json:
        context.json(found)
        return 0
    for each in found:
        context.print(f"{each['score']:.2f}  {each['label']}  [{each['id']}]  {each['context']}")
        for reason in each["why"] if args.explain else ():
            context.print(f"      {reason}")
    if not found:
        context.print(f"{say('search.nothing')}. {say('search.silence')}")
    return 0


def document(hit: Hit, parts: Parts, say: Words) -> dict[str, Any]:
    """``{id, kind, label, score, why, context}``: ``why`` begins with the name that matched."""
    return {
        "id": hit.properties["id"],
        "kind": hit.kind,
        "label": label_of(hit.properties, say.lang),
        "score": round(hit.score, 4),
        "why": [f"{say('search.matched')} {hit.name}", *hit.why],
        "context": str(told_apart(hit, parts, say)),
    }
