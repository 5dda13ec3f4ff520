"""``kb paths A B``: what connects two entities in the sources."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from kb.base.naming import full_id
from kb.commands.base import opened
from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command, add_json
from kb.connections.build import Progress
from kb.connections.codes import VOICES
from kb.i18n import Lang, texts_of
from kb.model import SCHEMA
from queries.evidence import Evidence
from queries.paths import BY, THROUGH, Hop, Path, PathOptions, Paths, options_of, paths

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
    parser.add_argument("--without", action="append", default=[], metavar="TIE|RULE", help=said("without"))
    parser.add_argument("--through", action="append", default=[], choices=THROUGH, help=said("through"))
    parser.add_argument("--only", action="append", default=[], metavar="TIE", help=said("only"))
    parser.add_argument("--avoid", action="append", default=[], metavar="ID", help=said("avoid"))
    parser.add_argument("--voice", action="append", default=[], choices=VOICES, help=said("voice"))
    parser.add_argument("--witnesses", type=int, default=1, metavar="N", help=said("witnesses"))
    parser.add_argument("--not-investigation", action="store_true", help=said("not_investigation"))
    parser.add_argument("--years", metavar="A-B", help=said("years"))
    parser.add_argument("--certainty", choices=tuple(SCHEMA.vocabularies["certainty"]), help=said("certainty"))
    parser.add_argument("--documented", action="store_true", help=said("documented"))
    add_json(parser)


def run(args: argparse.Namespace, context: Context) -> int:
    """Search; that nothing connects the two is an answer too."""
    with opened(context) as store:
        options = _options(args, [full_id(store, ident) for ident in args.avoid])
        found = paths(store, context.settings, args.a, args.b, options, context.lang, _told(context))
    if args.json:
        context.json(found.document())
    else:
        for line in _lines(found, context):
            context.print(line)
    return 0


def _options(args: argparse.Namespace, avoid: list[str]) -> PathOptions:
    return options_of(
        args.k,
        args.by,
        args.max_hops,
        args.without,
        args.through,
        args.years,
        args.certainty,
        args.documented,
        only=args.only,
        voices=args.voice,
        avoid=avoid,
        not_investigation=args.not_investigation,
        witnesses=args.witnesses,
    )


def _told(context: Context) -> Progress:
    def progress(stage: str, done: int, total: int | None) -> None:
        context.progress(context.say(f"connections.stages.{stage}"), done, total)

    return progress


def _lines(found: Paths, context: Context) -> Iterator[str]:
    def say(key: str, **values: object) -> str:
        return context.say(f"cli.paths.{key}", "queries", **values)

    for number, path in enumerate(found.paths, 1):
        yield say("path", number=number, length=path.length)
        rules = {each.hop + 1: each.rule for each in path.found.shared}
        for place, hop in enumerate(path.hops):
            weakest = _weakest(path, context) if place == path.weakest and path.length > 1 else ""
            rule = f" ({context.say(f'connections.rules.{rules[place]}')})" if place in rules else ""
            yield f"  {_hop(hop, context.lang)}{rule}{weakest}"
            yield from (f"      {_claim(item, context.lang)}" for item in hop.evidence)
    if not found.paths:
        yield say("none")
        for miss in found.searched.misses:
            yield "  " + say("miss", what=context.say(f"connections.misses.{miss.what}"), length=miss.length)
    yield say("searched", hops=found.searched.hops, entities=found.searched.entities)
    yield say(f"stopped_{found.searched.stopped}")


def _weakest(path: Path, context: Context) -> str:
    """The mark of the weakest hop, why, and what is left where it rests on a single claim."""
    why = ", ".join(context.say(f"connections.why.{reason}") for reason in path.found.why)
    said = context.say("cli.paths.weakest", "queries") + (f": {why}" if why else "")
    for loss in path.found.losses:
        if loss.hop == path.weakest and loss.effect == "breaks":
            left = "left_none" if loss.instead is None else "left"
            said += "; " + context.say(f"cli.paths.{left}", "queries", number=(loss.instead or 0) + 1)
    return said


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
