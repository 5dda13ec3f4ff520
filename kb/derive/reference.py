"""The reference page of the model, derived from the declaration (docs/reference/model.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb.derive.ddl import constraints, indexes
from kb.i18n import Text
from kb.model import SCHEMA, Kind, Property, Schema, TieKind
from kb.model.schema import CLAIM_FIELDS, ENTITY_FIELDS
from kb.model.types import TYPES

_HEAD = """<!-- Derived from kb/model/schema and kb/model/vocab by `make docs`. Do not edit. -->

# The model

Every kind, tie, property and vocabulary of the base, as declared. A *claim* is what a source says of a record;
entities and ties are computed from claims and judgements. Labels stand as Russian / Kazakh / English.
"""


def reference(schema: Schema = SCHEMA) -> str:
    """The whole page, Markdown."""
    return "\n".join([_HEAD, *_kinds(schema), *_ties(schema), *_claims(schema), *_vocabularies(schema), *_ddl(schema)])


def _said(text: Text) -> str:
    return " / ".join((text.ru, text.kk, text.en))


def _kinds(schema: Schema) -> Iterator[str]:
    yield "## Entities\n"
    yield f"Every entity has {_listed(ENTITY_FIELDS)}; the marks are those of the screens.\n"
    for kind in schema.kinds.values():
        yield f"### {kind.mark} {kind.name}\n"
        yield f"{_said(kind.label)}. {kind.description.en}. Claim: `{kind.claim}`. Printed as: {_printed(kind)}.\n"
        yield from _properties(kind.properties)


def _printed(kind: Kind) -> str:
    return "the first there is of " + ", ".join(f"`{name}`" for name in kind.printed["en"])


def _properties(properties: Mapping[str, Property]) -> Iterator[str]:
    if not properties:
        return
    yield "| property | type | label | meaning |\n| --- | --- | --- | --- |"
    for prop in properties.values():
        kind = f"{prop.type} ({prop.vocabulary})" if prop.vocabulary else prop.type
        flags = [flag for flag in ("many", "readings") if getattr(prop, flag)]
        if prop.prosecution_never:
            flags.append("never by the prosecution alone")
        meaning = prop.help.en if prop.help else ""
        yield f"| `{prop.name}` | {', '.join([kind, *flags])} | {_said(prop.label)} | {meaning} |"
    yield ""


def _ties(schema: Schema) -> Iterator[str]:
    yield "## Ties\n"
    yield (
        "One per kind and pair, with `claims` (ids), `sources`, `witnesses` (at most: independence is unknown until "
        "someone says so), `certainty`, `voices`, `earliest`, `latest`, `prosecution_only`, `denied`.\n"
    )
    for tie in schema.ties.values():
        yield f"### {tie.name}\n"
        yield f"{_ends(tie)}. {_said(tie.label)}; back: {_said(tie.label_back)}. {tie.description.en}."
        yield f"Claim: `{tie.claim}`.\n"
        yield from _properties(tie.properties)


def _ends(tie: TieKind) -> str:
    return f"{', '.join(tie.from_kinds)} → {', '.join(tie.to_kinds)}"


def _claims(schema: Schema) -> Iterator[str]:
    yield "## Claims\n"
    yield f"Every claim has {_listed(CLAIM_FIELDS)} where they apply, and the values of its kind as written.\n"
    yield "| claim | about | to | values |\n| --- | --- | --- | --- |"
    for shape in schema.shapes.values():
        about = "any" if len(shape.about) == len(schema.kinds) else ", ".join(sorted(shape.about))
        yield f"| `{shape.claim}` | {about} | {', '.join(sorted(shape.to))} | {_listed(shape.values)} |"
    yield ""


def _listed(names: frozenset[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))


def _vocabularies(schema: Schema) -> Iterator[str]:
    yield "## Vocabularies\n"
    for vocabulary in schema.vocabularies.values():
        yield f"### {vocabulary.name}\n"
        yield f"{_said(vocabulary.label)}.\n"
        yield "| code | label | says |\n| --- | --- | --- |"
        for term in vocabulary.values():
            said = ", ".join(f"{name}: {value}" for name, value in term.says.items())
            yield f"| `{term.code}` | {_said(term.label)} | {said} |"
        yield ""


def _ddl(schema: Schema) -> Iterator[str]:
    yield "## Types of properties\n"
    for name, kind in TYPES.items():
        stored = ", ".join(f"`{suffix or 'the property itself'}` {type_}" for suffix, type_ in kind.stores.items())
        yield f"- **{name}**: {stored}"
    yield "\n## Constraints and indexes\n\n```cypher"
    yield from (f"{text};" for text in (*constraints(schema), *indexes(schema)))
    yield "```"
