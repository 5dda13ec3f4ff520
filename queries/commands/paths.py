"""``kb paths A B``: what connects two entities in the sources."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from kb.base.naming import full_id
from kb.commands.base import opened
from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command, add_json
from kb.i18n import Lang, texts_of
from kb.model import SCHEMA
from queries.evidence import Evidence
from queries.paths import BY, THROUGH, Hop, Paths, options_of, paths

NAME = "paths"


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """The two entities and what may connect them."""
    words = texts_of("queries")

    def said(name: str) -> str:
        return words.say(f"cli.paths.{name}", lang)

    parser = add_command(subparsers, NAME, lang, "queries")
    parser.add_argument("a", metavar="A", help=said("a"))
    parser.add_argument("b", metavar="B", help=said("b"))
    parser.add_argument("--k", type=int, default=5, metavar="N", help=said("k"))
    parser.add_argument("--by", choices=BY, default="hops", help=said("by"))
    parser.add_argument("--max-hops", type=int, default=6, metavar="N", help=said("max_hops"))
    parser.add_argument("--without", action="append", default=[], metavar="TIE", help=said("without"))
    parser.add_argument("--through", action="append", default=[], choices=THROUGH, help=said("through"))
    parser.add_argument("--years", metavar="A-B", help=said("years"))
    parser.add_argument("--certainty", choices=tuple(SCHEMA.vocabularies["certainty"]), help=said("certainty"))
    parser.add_argument("--documented", action="store_true", help=said("documented"))
    add_json(parser)


def run(args: argparse.Namespace, context: Context) -> int:
    """Search; that nothing connects the two is an answer too."""
    options = options_of(
        args.k, args.by, args.max_hops, args.without, args.through, args.years, args.certainty, args.documented
    )
    with opened(context) as store:
        found = paths(store, full_id(store, args.a), full_id(store, args.b), options, context.lang)
    if args.json:
        context.json(found.document())
    else:
        for line in _lines(found, context):
            context.print(line)
    return 0


def _lines(found: Paths, context: Context) -> Iterator[str]:
    def say(key: str, **values: object) -> str:
        return context.say(f"cli.paths.{key}", "queries", **values)

    for number, path in enumerate(found.paths, 1):
        yield say("path", number=number, length=path.length)
        for place, hop in enumerate(path.hops):
            weakest = say("weakest") if place == path.weakest and path.length > 1 else ""
            yield f"  {_hop(hop, context.lang)}{weakest}"
            yield from (f"      {_claim(item, context.lang)}" for item in hop.evidence)
    if not found.paths:
        yield say("none")
    yield say("searched", hops=found.searched.hops, entities=found.searched.entities)
    yield say(f"stopped_{found.searched.stopped}")


def _hop(hop: Hop, lang: Lang) -> str:
    tie = SCHEMA.ties[hop.tie]
    label = tie.label[lang] if hop.forward else tie.label_back[lang]
    return f"{hop.start['label']} – {label} – {hop.end['label']} [{hop.end['id']}]"


def _claim(item: Evidence, lang: Lang) -> str:
    parts = [item.source_label or item.source or "–", item.locator or ""]
    usual = {"asserts", "not_rated"}
    for vocabulary, word in (("voice", item.voice), ("stance", item.stance), ("certainty", item.certainty)):
        if word and word not in usual and word in SCHEMA.vocabularies[vocabulary]:
            parts.append(SCHEMA.vocabularies[vocabulary][word].label[lang])
    return ", ".join(part for part in parts if part) + f" ({item.claim})"
