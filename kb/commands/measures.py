"""``kb measures``: a network measured, each rank with its range."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import islice

import numpy as np

from kb.analysis import (
    DEFAULT,
    MEASURES,
    PERSONAL,
    RULES,
    SHAPES,
    Broker,
    Definition,
    Join,
    Measures,
    Risings,
    brokers,
    doubts,
    measure,
    network,
    network_named,
)
from kb.analysis.document import document
from kb.analysis.engine import DELTA
from kb.analysis.measures import Progress
from kb.analysis.robustness import Measure
from kb.base.naming import full_id
from kb.commands.base import opened
from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command, add_json, positive, words
from kb.connections import open_snapshot
from kb.connections.layout import Array
from kb.i18n import Lang, number
from kb.model import SCHEMA
from kb.store import Store

NAME = "measures"
_SHOWN = 20
_LISTED = 5


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """The network, and what is to be other than it says."""
    parser = add_command(subparsers, NAME, lang)

    def said(name: str) -> str:
        return words(f"measures.{name}", lang)

    parser.add_argument("--network", default=DEFAULT, metavar="NAME|FILE", help=said("network"))
    parser.add_argument("--tie", action="append", choices=PERSONAL, metavar="TIE", help=said("tie"))
    parser.add_argument("--rule", action="append", choices=RULES, metavar="RULE", help=said("rule"))
    parser.add_argument("--shape", choices=SHAPES, help=said("shape"))
    parser.add_argument("--hub", type=positive, metavar="N", help=said("hub"))
    parser.add_argument("--rising", action="append", metavar="ID", help=said("rising"))
    parser.add_argument(
        "--role", action="append", choices=tuple(SCHEMA.vocabularies["role"]), metavar="ROLE", help=said("role")
    )
    parser.add_argument("--years", metavar="A-B", help=said("years"))
    parser.add_argument("--certainty", choices=tuple(SCHEMA.vocabularies["certainty"]), help=said("certainty"))
    parser.add_argument("--witnesses", type=positive, metavar="N", help=said("witnesses"))
    parser.add_argument("--documented", action="store_const", const=True, help=said("documented"))
    parser.add_argument("--not-investigation", action="store_const", const=True, help=said("not_investigation"))
    parser.add_argument("--by", choices=MEASURES, default="betweenness", help=said("by"))
    parser.add_argument("--limit", type=positive, metavar="N", help=said("limit"))
    add_json(parser)


def run(args: argparse.Namespace, context: Context) -> int:
    """Measure and print."""
    with opened(context) as store:
        definition = _definition(args, store)
        snapshot = open_snapshot(store, context.settings, _told(context, "connections"))
        made = network(snapshot, definition)
        found = measure(made, doubts(store, snapshot), _told(context, NAME))
    joining = brokers(snapshot, made.allowed)
    joins = made.joins() if isinstance(made, Risings) else []
    order = np.lexsort((np.arange(found.graph.size), found.ranked[args.by].rank))
    if args.json:
        context.json(document(found, joining, joins, order[: args.limit]))
    else:
        for line in _lines(found, joining, joins, order[: args.limit or _SHOWN], args.by, context):
            context.print(line)
    return 0


def _definition(args: argparse.Namespace, store: Store) -> Definition:
    given = ("shape", "hub", "years", "certainty", "witnesses", "documented", "not_investigation")
    return network_named(args.network).changed(
        ties=args.tie,
        rules=args.rule,
        roles=args.role,
        risings=[full_id(store, rising) for rising in args.rising] if args.rising else None,
        **{name: getattr(args, name) for name in given},
    )


def _told(context: Context, area: str) -> Progress:
    def progress(stage: str, done: int, total: int | None) -> None:
        context.progress(context.say(f"{area}.stages.{stage}"), done, total)

    return progress


def _lines(
    found: Measures, joining: list[Broker], joins: list[Join], order: Array, by: Measure, context: Context
) -> Iterator[str]:
    def say(key: str, **values: object) -> str:
        return context.say(f"cli.measures.{key}", **values)

    def count(value: int) -> str:
        return number(value, context.lang)

    def part(value: float) -> str:
        return number(value, context.lang, 4)

    graph, snapshot = found.graph, found.network.snapshot
    yield say(
        "head",
        title=found.network.definition.title[context.lang],
        nodes=count(graph.size),
        ties=count(graph.edges),
        density=part(graph.density),
        transitivity=part(found.transitivity),
    )
    yield say(
        "components",
        components=count(len(found.components)),
        largest=count(found.components[0]),
        diameter="–" if found.diameter is None else found.diameter,
        alone=count(found.alone),
    )
    if found.network.derived:
        yield say("derived")
    if found.left_out:
        named = [f"{snapshot.entity(each.event).label} ({count(each.people)})" for each in found.left_out]
        rest = [say("more", count=count(len(named) - _LISTED))] if len(named) > _LISTED else []
        yield say("left_out", events=", ".join([*named[:_LISTED], *rest]))
    for name, each in found.ranked.items():
        if each.bound:
            yield say("sampled", name=_name(name, context), bound=part(each.bound), sure=round(100 * (1 - DELTA)))
    for what, left in found.doubts.items():
        yield say("without", what=context.say(f"measures.without.{what}"), left=count(left))
    for node in order[found.ranked[by].values[order] > 0].tolist():
        yield _person(found, node, by, context)
    yield from _groups(found, context)
    for pair in islice(joins, _SHOWN):
        counts = (f"{context.say(f'measures.reasons.{reason}')} {count(n)}" for reason, n in pair.counts.items())
        ends = (snapshot.entity(place).label for place in (pair.one, pair.other))
        yield say("join", pair=" – ".join(ends), counts=", ".join(counts))
    for broker in islice(joining if _shows_risings(found) else (), _LISTED):
        person = snapshot.entity(broker.person)
        risings = ", ".join(snapshot.entity(rising).label for rising in broker.risings)
        yield say("broker", label=person.label, id=person.id, risings=risings, alone=count(broker.alone))


def _shows_risings(found: Measures) -> bool:
    definition = found.network.definition
    return definition.shape == "risings" or "same_rising" in definition.rules


def _name(measure: str, context: Context) -> str:
    return context.say(f"measures.names.{measure}")


def _person(found: Measures, node: int, by: Measure, context: Context) -> str:
    entity = found.network.snapshot.entity(int(found.network.nodes[node]))
    each = found.ranked[by]
    community = int(found.community_of[node])
    value = float(each.values[node])
    return "  " + "; ".join(
        (
            context.say(
                "cli.measures.one",
                label=entity.label,
                id=entity.id,
                name=_name(by, context),
                value=number(value, context.lang, 0 if by == "degree" else 4),
                rank=int(each.rank[node]),
                least=int(each.least[node]),
                greatest=int(each.greatest[node]),
                sure=context.say(f"measures.sure.{each.word(node)}"),
            ),
            context.say(
                "cli.measures.also",
                degree=int(found.graph.degree[node]),
                core=int(found.core[node]),
                community=community + 1 if community >= 0 else "–",
            ),
        )
    )


def _groups(found: Measures, context: Context) -> Iterator[str]:
    if found.communities is None:
        yield context.say("cli.measures.no_networkit")
        return
    stable = sum(each.word == "stable" for each in found.communities.found)
    yield context.say(
        "cli.measures.communities",
        count=len(found.communities.found),
        modularity=number(found.communities.modularity, context.lang, 3),
        stable=stable if found.communities.runs else "–",
    )
