"""Ties from claims: one per kind and pair, with the claims that carry it. Only denied: no tie."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kb.model import SCHEMA, Claim
from kb.model.types import read_value
from kb.projection.accept import certainty_rank, negative, prosecution
from kb.projection.graph import EntityKey, Graph, Props, TieKey
from kb.projection.sources import Sources

_ROLES = SCHEMA.vocabularies["role"]
_KIN = SCHEMA.vocabularies["kin_term"]
_SYMMETRIC = frozenset({"SIBLING_OF", "SPOUSE_OF", "ASSOCIATED_WITH"})
_TIES_OF = {claim: [tie.name for tie in SCHEMA.ties.values() if tie.claim == claim] for claim in SCHEMA.shapes}
_TIE_CLAIMS = frozenset(claim for claim, names in _TIES_OF.items() if names)


def says_tie(claim: Claim) -> bool:
    """Whether the claim says a tie between two records."""
    return claim.kind in _TIE_CLAIMS


def accusation(claim: Claim) -> bool:
    """Whether a participation is only what the prosecution says: by its voice, or by a role that is its word."""
    role = claim.values.get("role")
    return prosecution(claim) or bool(_ROLES.says(_ROLES.code_of(role) if role else None, "accusation", False))


def tie_of(claim: Claim, about: EntityKey, to: EntityKey) -> TieKey:
    """The tie that a claim says between the entities of its two records."""
    if claim.kind == "participation":
        return TieKey("ACCUSED_OVER" if accusation(claim) else "TOOK_PART_IN", about, to)
    if claim.kind == "kinship":
        code = _KIN.code_of(claim.values.get("term", ""))
        name = str(_KIN.says(code, "tie", "KIN_OF"))
        if _KIN.says(code, "reversed", False):
            about, to = to, about
        return _directed(name, about, to)
    return _directed(_TIES_OF[claim.kind][0], about, to)


def _directed(name: str, about: EntityKey, to: EntityKey) -> TieKey:
    return TieKey(name, to, about) if name in _SYMMETRIC and to < about else TieKey(name, about, to)


def ties(claims: Iterable[tuple[Claim, EntityKey, EntityKey]], sources: Sources, graph: Graph) -> None:
    """Put the ties of ``claims`` (with the entities of both ends) into ``graph``."""
    grouped: dict[TieKey, list[Claim]] = defaultdict(list)
    for claim, about, to in claims:
        if about != to:  # two records that were judged one person have no tie with themselves
            grouped[tie_of(claim, about, to)].append(claim)
    for key, said in grouped.items():
        positive = sorted((claim for claim in said if not negative(claim)), key=lambda claim: claim.id)
        if positive:
            graph.ties[key] = tie_props(key, positive, said, sources)


def tie_props(key: TieKey, positive: Sequence[Claim], said: Sequence[Claim], sources: Sources) -> Props:
    """The properties of a tie that the claims ``positive`` carry, of all those ``said`` of it."""
    cited = {source for claim in positive for source in claim.cites}
    best = max(positive, key=certainty_rank)
    props: Props = {
        "claims": [claim.id for claim in positive],
        "sources": len(cited),
        "witnesses": sources.witnesses(cited),
        "certainty": best.certainty,
        "prosecution_only": all(prosecution(claim) for claim in positive),
    }
    voices = sorted({claim.voice for claim in positive if claim.voice})
    if voices:
        props["voices"] = voices
    denied = sorted(claim.id for claim in said if negative(claim))
    if denied:
        props["denied"] = denied
    props.update(_values(key, positive))
    return props


def _values(key: TieKey, claims: Sequence[Claim]) -> Props:
    found: Props = {}
    for name, prop in SCHEMA.ties[key.type].properties.items():
        written = [claim.values[name] for claim in claims if name in claim.values]
        readings = [read_value(prop.type, text, SCHEMA.vocabulary_of(prop)) for text in written]
        if not readings:
            continue
        if prop.type == "date":
            found["dates"] = sorted(set(written))
            # an open end of any date leaves the whole span open on that side
            for suffix, choose in (("earliest", min), ("latest", max)):
                bounds = [reading.stored.get(f"_{suffix}") for reading in readings if not reading.problem]
                if bounds and None not in bounds:
                    found[suffix] = choose(bound for bound in bounds if bound is not None)
        else:
            found[f"{name}s" if not name.endswith("s") else name] = sorted({str(reading.value) for reading in readings})
    if "roles" in found and key.type in ("TOOK_PART_IN", "ACCUSED_OVER"):
        found["side"] = side_of(found["roles"])
    return found


def side_of(roles: Iterable[str]) -> str:
    """The side that roles tell: one that is more than a bystander's, or ``unknown`` where they differ."""
    sides = {str(_ROLES.says(role, "side", "unknown")) for role in roles} - {"unknown"}
    taking = sides - {"witness", "civilian"}
    found = taking or sides
    return next(iter(found)) if len(found) == 1 else "unknown"


def person_side(ties_of_person: Iterable[tuple[str, Props]]) -> str:
    """The side of a person by all roles in all risings; accused only where nothing else is said."""
    taken = [props for type_, props in ties_of_person if type_ == "TOOK_PART_IN"]
    if taken:
        return side_of({role for props in taken for role in props.get("roles", ())})
    return "accused"
