"""``kb show ID``: everything that the base says of one entity."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from kb.base.card import Card, Evidence, Neighbour, card
from kb.base.naming import full_id
from kb.commands.base import opened
from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command, add_json, words
from kb.i18n import Lang, number
from kb.model import SCHEMA, Property
from kb.projection.accept import PropertyView, Said

NAME = "show"

_TIES_SHOWN = 20  # of one type, on a terminal; --json has all


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """Which entity."""
    parser = add_command(subparsers, NAME, lang)
    parser.add_argument("id", metavar="ID", help=words("show.id", lang))
    add_json(parser)


def run(args: argparse.Namespace, context: Context) -> int:
    """Show it."""
    with opened(context) as store:
        found = card(store, full_id(store, args.id))
    if args.json:
        context.json(document(found, context.lang))
    else:
        for line in _lines(found, context.lang):
            context.print(line)
    return 0


def document(found: Card, lang: Lang) -> dict[str, Any]:
    """``{id, kind, label, properties: {name: {value, claims, others}}, ties}``."""
    return {
        "id": found.key.id,
        "kind": found.key.kind,
        "label": found.label[lang],
        "records": list(found.records),
        "properties": {name: _property(found, seen, lang) for name, seen in found.views.items()},
        "ties": [_tie(found, tie, lang) for tie in found.ties],
    }


def _readings(seen: PropertyView) -> Iterator[tuple[Any, list[Said]]]:
    """Readings that mean the same, with those who say so; the accepted one, then the others in order of worth."""
    keys = list(dict.fromkeys(said.reading.key for said in seen.said))
    if seen.accepted is not None:
        keys.sort(key=lambda key: key != seen.accepted.reading.key)  # type: ignore[union-attr]
    for key in keys:
        yield key, [said for said in seen.said if said.reading.key == key]


def _property(found: Card, seen: PropertyView, lang: Lang) -> dict[str, Any]:
    groups: list[dict[str, Any]] = [
        {"value": group[0].reading.value, "text": group[0].reading.text, "claims": _claims(found, _ids(group), lang)}
        for _, group in _readings(seen)
    ]
    if seen.property.many:
        stored = found.properties.get(seen.property.name, [])
        claims = [claim for group in groups for claim in group["claims"]]
        return {"value": stored, "claims": claims, "others": [], "reason": seen.reason}
    nothing: dict[str, Any] = {"value": None, "text": None, "claims": []}
    accepted = groups.pop(0) if seen.accepted is not None else nothing
    return {**accepted, "others": groups, "conflict": seen.conflict, "reason": seen.reason}


def _tie(found: Card, tie: Neighbour, lang: Lang) -> dict[str, Any]:
    return {
        "tie": tie.tie,
        "forward": tie.forward,
        "id": tie.other.id,
        "kind": tie.other.kind,
        "label": tie.label[lang],
        "properties": {name: value for name, value in tie.properties.items() if name != "claims"},
        "claims": _claims(found, tie.properties.get("claims", ()), lang),
    }


def _ids(group: Iterable[Said]) -> list[str]:
    return [said.claim.id for said in group]


def _claims(found: Card, ids: Iterable[str], lang: Lang) -> list[dict[str, Any]]:
    return [
        {
            "id": each.id,
            "source": each.source,
            "source_label": each.label[lang] if each.label else None,
            "locator": each.locator,
            "voice": each.voice,
            "stance": each.stance,
            "certainty": each.certainty,
        }
        for name in ids
        for each in found.evidence.get(name, ())
    ]


def _lines(found: Card, lang: Lang) -> Iterator[str]:
    yield f"{found.label[lang]}  ({SCHEMA.kinds[found.key.kind].label[lang]}, {found.key.id})"
    for seen in found.views.values():
        yield ""
        yield seen.property.label[lang] + (f"  ≠ {words('show.differ', lang)}" if seen.conflict else "")
        for key, group in _readings(seen):
            accepted = seen.accepted is not None and key == seen.accepted.reading.key
            yield f"  {'●' if accepted or seen.property.many else '○'} {_value(seen.property, group[0], lang)}"
            yield from (f"      {line}" for name in _ids(group) for line in _who(found, name, lang))
    by_tie = groupby(found.ties, key=lambda tie: (tie.tie, tie.forward))
    for (name, forward), group_of_ties in by_tie:
        ties = list(group_of_ties)
        said = SCHEMA.ties[name]
        yield ""
        yield f"{said.label[lang] if forward else said.label_back[lang]}: {number(len(ties), lang)}"
        for tie in ties[:_TIES_SHOWN]:
            yield f"  {tie.label[lang]} [{tie.other.id}]{_own(tie, lang)}"
            ids = tie.properties.get("claims", ())
            yield from (f"      {line}" for name in ids for line in _who(found, name, lang))
        if len(ties) > _TIES_SHOWN:
            yield "  " + words("show.more", lang, count=number(len(ties) - _TIES_SHOWN, lang))


def _value(prop: Property, said: Said, lang: Lang) -> str:
    vocabulary = SCHEMA.vocabulary_of(prop)
    value = str(said.reading.value)
    if vocabulary is not None and value in vocabulary:
        return vocabulary[value].label[lang]
    return said.reading.text if value == said.reading.text else f"{said.reading.text}  → {value}"


def _own(tie: Neighbour, lang: Lang) -> str:
    said = []
    for name, prop in SCHEMA.ties[tie.tie].properties.items():
        value = tie.properties.get(name)
        vocabulary = SCHEMA.vocabulary_of(prop)
        for each in value if isinstance(value, list) else [value] * (value is not None):
            word = str(each)
            said.append(vocabulary[word].label[lang] if vocabulary is not None and word in vocabulary else word)
    return f"  {', '.join(said)}" if said else ""


def _who(found: Card, name: str, lang: Lang) -> Iterator[str]:
    for each in found.evidence.get(name, ()):
        yield _source(each, lang)


def _source(each: Evidence, lang: Lang) -> str:
    parts = [each.label[lang] if each.label else "–", each.locator or ""]
    for vocabulary, word, usual in (
        ("voice", each.voice, None),
        ("stance", each.stance, "asserts"),
        ("certainty", each.certainty, "not_rated"),
    ):
        if word and word != usual and word in SCHEMA.vocabularies[vocabulary]:
            parts.append(SCHEMA.vocabularies[vocabulary][word].label[lang])
    return ", ".join(part for part in parts if part) + f"  ({each.id})"
