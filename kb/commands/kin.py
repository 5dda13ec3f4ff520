"""``kb kin A B``: how two people are kin, and what they call each other in Russian, Kazakh and English."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from typing import Any

from kb.base.card import Evidence, evidence
from kb.commands.base import opened
from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command, add_json, words
from kb.connections import Hop, open_snapshot
from kb.connections.ends import place_of
from kb.errors import ParameterError
from kb.i18n import LANGS, Lang
from kb.kinship import FURTHEST, Case, Kin, Relation, kin
from kb.model import SCHEMA

NAME = "kin"
Known = Mapping[str, tuple[Evidence, ...]]


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """The two people."""
    parser = add_command(subparsers, NAME, lang)
    parser.add_argument("a", metavar="A", help=words("kin.a", lang))
    parser.add_argument("b", metavar="B", help=words("kin.b", lang))
    add_json(parser)


def run(args: argparse.Namespace, context: Context) -> int:
    """Say it; that no kinship is in the base is an answer too."""
    with opened(context) as store:
        snapshot = open_snapshot(store, context.settings)
        one, other = (place_of(store, snapshot, ident) for ident in (args.a, args.b))
        for place in (one, other):
            entity = snapshot.entity(place)
            if entity.kind != "Person":
                raise ParameterError(
                    "param_other_kind", param=NAME, value=entity.id, found=entity.kind, wanted="Person"
                )
        found = kin(store, snapshot, one, other)
        claims = {claim for relation in found.relations for hop in relation.path.hops for claim in hop.claims}
        known = evidence(store, claims)
    if args.json:
        context.json(_document(found, known))
    else:
        for line in _lines(found, known, context):
            context.print(line)
    return 0


def _document(found: Kin, known: Known) -> dict[str, Any]:
    return {
        "a": found.one.document(),
        "b": found.other.document(),
        "relations": [_relation(relation, known) for relation in found.relations],
        "within": FURTHEST,
    }


def _relation(relation: Relation, known: Known) -> dict[str, Any]:
    return {
        "relation": relation.relation,
        "degree": relation.degree,
        "terms": [
            {
                "if": [{"step": place, "is": what} for place, what in case.conditions],
                "kind": case.term.kind,
                **{lang: list(case.term.words[lang]) for lang in LANGS},
                "note": case.term.note,
                "sources": list(case.term.sources),
            }
            for case in relation.cases
        ],
        "words": dict(relation.words),
        "written": relation.written,
        "doubts": list(relation.doubts),
        "rivals": [{"child": each.child, "parents": list(each.parents)} for each in relation.rivals],
        "hops": [_hop(hop, known) for hop in relation.path.hops],
    }


def _hop(hop: Hop, known: Known) -> dict[str, Any]:
    said = [each for claim in hop.claims for each in known.get(claim, ())]
    return {
        "from": hop.start.id,
        "to": hop.end.id,
        "tie": hop.tie,
        "forward": hop.forward,
        "claims": [
            {
                "id": each.id,
                "source": each.source,
                "locator": each.locator,
                "voice": each.voice,
                "stance": each.stance,
                "certainty": each.certainty,
            }
            for each in said
        ],
    }


def _lines(found: Kin, known: Known, context: Context) -> Iterator[str]:
    def say(key: str, **values: object) -> str:
        return context.say(f"cli.kin.{key}", **values)

    names = {"a": f"{found.one.label} [{found.one.id}]", "b": f"{found.other.label} [{found.other.id}]"}
    if found.one == found.other:
        yield say("same")
    elif not found.relations:
        yield say("none", steps=FURTHEST, **names)
    for relation in found.relations:
        yield say("head", words=relation.words.get(context.lang) or relation.written or "–", **names)
        for case in relation.cases:
            yield f"  {_condition(case, context)}{_terms(case)}"
            if case.term.note and context.lang == "en":  # notes on the words are in English
                yield f"    {case.term.note}"
        yield from (f"  {say(f'doubts.{doubt}')}" for doubt in relation.doubts)
        for each in relation.rivals:
            yield "  " + say("rivals", child=each.child, parents=", ".join(each.parents))
        for hop in relation.path.hops:
            tie = SCHEMA.ties[hop.tie]
            label = (tie.label if hop.forward else tie.label_back)[context.lang]
            yield f"  {hop.start.label} – {label} – {hop.end.label}"
            for said in (each for claim in hop.claims for each in known.get(claim, ())):
                yield f"      {_source(said, context.lang)}"


def _terms(case: Case) -> str:
    return " · ".join(f"{lang}: {' / '.join(case.term.words[lang])}" for lang in LANGS if case.term.words[lang])


def _condition(case: Case, context: Context) -> str:
    if not case.conditions:
        return ""
    assumed = (
        context.say("cli.kin.assumed", step=place + 1, what=context.say(f"cli.kin.is.{what}"))
        for place, what in case.conditions
    )
    return f"({', '.join(assumed)}) "


def _source(said: Evidence, lang: Lang) -> str:
    source = said.label[lang] if said.label else said.source or "–"
    return f"{source}{', ' + said.locator if said.locator else ''} ({said.id})"
