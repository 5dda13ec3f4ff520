"""An entity's properties from everything that is said of its records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kb.i18n import LANGS, Lang
from kb.model import SCHEMA, Claim, Kind, Property
from kb.model.types import TYPES, Reading
from kb.projection.accept import PropertyView, Said, negative, prosecution, values_of, view
from kb.projection.findable import findable
from kb.projection.graph import EntityKey, Graph, Props, ReadingKey

_SCOPE = SCHEMA.vocabularies["uprising_scope"]
_ATTESTATION = SCHEMA.vocabularies["attestation"]
_PLACES = SCHEMA.vocabularies["place_kind"]


Readings = Iterable[tuple[Property, Reading]]


def said_of(kind: Kind, claims: Iterable[Claim]) -> Iterator[tuple[Claim, Readings]]:
    """What each of ``claims`` says of an entity of ``kind``."""
    return ((claim, values_of(claim, kind.properties)) for claim in claims)


def property_views(
    kind: Kind, claims: Iterable[tuple[Claim, Readings]], rank: Mapping[str, int], preferred: Mapping[str, str]
) -> dict[str, PropertyView]:
    """Every property of ``kind`` that ``claims`` speak of, with all readings; ``preferred`` claim id by property."""
    said: dict[str, list[Said]] = defaultdict(list)
    for claim, readings in claims:
        for prop, reading in readings:
            said[prop.name].append(Said(claim, reading))
    return {
        name: view(prop, said[name], rank, preferred.get(name))
        for name, prop in kind.properties.items()
        if name in said
    }


def entity(
    key: EntityKey,
    said: Sequence[tuple[Claim, Readings]],
    rank: Mapping[str, int],
    preferred: Mapping[str, str],
    graph: Graph,
) -> None:
    """Put the entity ``key`` into ``graph`` with its accepted values, and the readings that are kept side by side."""
    kind = SCHEMA.kinds[key.kind]
    claims = [claim for claim, _ in said]
    views = property_views(kind, said, rank, preferred)
    props: Props = {"id": key.id, "claims": len(claims), "sources": len({s for claim in claims for s in claim.cites})}
    for name, seen in views.items():
        props.update(_stored(name, seen))
        if seen.property.readings:
            _keep_readings(key, name, seen, graph)
    conflicts = sorted(name for name, seen in views.items() if seen.conflict)
    if conflicts:
        props["conflicts"] = conflicts
    if key.kind == "Uprising":
        _uprising(props, claims)
    elif key.kind == "Lineage":
        props["connects"] = False
    elif key.kind == "Place":
        props["connects"] = bool(_PLACES.says(props.get("place_kind"), "connects", True))
    props.update(_labels(kind, props, key.id))
    props.update(findable(kind.name, views, props))
    graph.entities[key] = props


def _stored(name: str, seen: PropertyView) -> Props:
    prop = seen.property
    if prop.many:
        values = [
            each.reading.value for each in seen.said if not negative(each.claim) and not _only_alleged(prop, each)
        ]
        return {name: list(dict.fromkeys(values))} if values else {}
    if seen.accepted is None:
        return {}
    stored = {name + suffix: value for suffix, value in seen.accepted.reading.stored.items()}
    if prop.type == "count" and prop.readings:
        stored.update(_range(name, seen))
    return stored


def _only_alleged(prop: Property, each: Said) -> bool:
    return prop.prosecution_never and prosecution(each.claim)


def _range(name: str, seen: PropertyView) -> Props:
    """The least and the greatest number that any reading names, not only the accepted one.

    Of an open range («up to 400», «more than 380») the known end counts.
    """
    read = [each.reading.stored for each in seen.said if not negative(each.claim)]
    named = [stored[suffix] for stored in read for suffix in ("_least", "_greatest") if suffix in stored]
    return {f"{name}_least": min(named), f"{name}_greatest": max(named)} if named else {}


def _keep_readings(key: EntityKey, name: str, seen: PropertyView, graph: Graph) -> None:
    for each in seen.said:
        stored = each.reading.stored
        props: Props = {"property": name, "text": each.reading.text}
        if TYPES[seen.property.type].name == "date" and "" in stored:
            props["edtf"] = stored[""]
        props.update({suffix[1:]: stored[suffix] for suffix in _BOUNDS if suffix in stored})
        if seen.accepted is not None and each.claim.id == seen.accepted.claim.id:
            props["accepted"] = True
        graph.readings[ReadingKey(each.claim.id, name, key)] = props


_BOUNDS = ("_earliest", "_latest", "_least", "_greatest")


def _uprising(props: Props, claims: Sequence[Claim]) -> None:
    props.setdefault("scope", "rising")
    if "attestation" not in props:
        voices = [prosecution(claim) for claim in claims if claim.voice is not None]
        props["attestation"] = "alleged_only" if voices and all(voices) else "attested"
    props["connects"] = bool(_SCOPE.says(props["scope"], "connects", True))
    props["counted"] = props["scope"] == "rising" and bool(_ATTESTATION.says(props["attestation"], "counted", True))


def _labels(kind: Kind, props: Props, ident: str) -> Props:
    said = {lang: _label(kind, props, lang) or ident.rsplit(":", 1)[-1] for lang in LANGS}
    if kind.name == "Person":
        return {"label": said["ru"]}
    return {"label": said["ru"], **{f"label_{lang}": said[lang] for lang in LANGS}}


def _label(kind: Kind, props: Props, lang: Lang) -> str | None:
    for name in kind.printed[lang]:
        value: Any = props.get(name)
        if value is None:
            continue
        prop = kind.properties[name]
        if prop.vocabulary is not None:
            term = SCHEMA.vocabularies[prop.vocabulary].get(str(value))
            return ", ".join([term.label[lang] if term else str(value), *_dates(kind, props)[:1]])
        return str(value[0] if isinstance(value, list) else value)
    return None


def _dates(kind: Kind, props: Props) -> list[str]:
    """The dates of an entity as written; one that says nothing (``XXXX``) is none."""
    dated = [name for name, prop in kind.properties.items() if prop.type == "date"]
    return [str(props[f"{n}_text"]) for n in dated if f"{n}_earliest" in props or f"{n}_latest" in props]
