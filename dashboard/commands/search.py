"""``kb search``: find by any spelling, as the dashboard's search box does."""

from __future__ import annotations

import argparse
from typing import Any

from dashboard.entities import label_of
from dashboard.results import Parts, parts_of
from dashboard.results import context as told_apart
from dashboard.words import Words
from kb.commands.base import opened
from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command, add_json, positive
from kb.i18n import Lang, texts_of
from kb.search import MOST, SEARCHED, Answer, Hit, find

NAME = "search"
LIMIT = 20


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """What to look for."""
    words = texts_of("dashboard")
    parser = add_command(subparsers, NAME, lang, "dashboard")
    parser.add_argument("text", metavar="TEXT", help=words.say("cli.search.text", lang))
    parser.add_argument("--kind", choices=SEARCHED, metavar="K", help=words.say("cli.search.kind", lang))
    parser.add_argument("--limit", type=positive, default=LIMIT, metavar="N", help=words.say("cli.search.limit", lang))
    parser.add_argument("--explain", action="store_true", help=words.say("cli.search.explain", lang))
    add_json(parser)


def run(args: argparse.Namespace, context: Context) -> int:
    """Search; that nothing is found is an answer too."""
    kinds = (args.kind,) if args.kind else SEARCHED
    with opened(context) as store:
        answer = find(store, args.text, kinds=kinds, most=max(args.limit, MOST))
    shown = answer.hits[: args.limit]
    parts = parts_of(shown)
    say = Words(context.lang)
    found = [document(hit, answer, parts, say) for hit in shown]
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


def document(hit: Hit, answer: Answer, parts: Parts, say: Words) -> dict[str, Any]:
    """``{id, kind, label, score, why, context}``: ``why`` begins with what matched, as written."""
    return {
        "id": hit.id,
        "kind": hit.kind,
        "label": label_of(hit.properties, say.lang),
        "score": round(hit.score, 4),
        "why": [f"{say(f'search.by_{hit.by}')} {hit.name}", *hit.reasons(answer.question.text, say.lang)],
        "context": str(told_apart(hit, parts, say)),
    }
