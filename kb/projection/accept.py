"""Which value of a property is accepted: a stated preference, then certainty, then the rank of the source's kind.

The prosecution's word on role, motive or class is never accepted by itself; a denied value never; the others
stay visible.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kb.model import SCHEMA, Claim, Property
from kb.model.types import TYPES, Reading, read_value
from kb.projection.entries import Piece, is_entry, named, pieces

_CERTAINTY = {code: int(term.says["rank"]) for code, term in SCHEMA.vocabularies["certainty"].items()}
_PROSECUTION = frozenset(code for code, term in SCHEMA.vocabularies["voice"].items() if term.says.get("prosecution"))
_NEGATIVE = frozenset(code for code, term in SCHEMA.vocabularies["stance"].items() if term.says.get("negative"))


def certainty_rank(claim: Claim) -> int:
    """0 (doubtful) to 4 (certain); not rated lies between doubtful and possible."""
    return _CERTAINTY[claim.certainty]


def negative(claim: Claim) -> bool:
    """Whether the claim denies or retracts."""
    return claim.stance in _NEGATIVE


def prosecution(claim: Claim) -> bool:
    """Whether the investigation or the deciding body speaks."""
    return claim.voice in _PROSECUTION


@dataclass(frozen=True, slots=True)
class Said:
    """What one claim says of one property, as it is read."""

    claim: Claim
    reading: Reading


@dataclass(frozen=True, slots=True)
class PropertyView:
    """A property with everything said of it: ``said`` in order of worth, the ``accepted`` one or None, whether
    readings ``conflict``.

    ``reason`` why the accepted one stands: ``only``, ``agreed``, ``preferred``, ``certainty``, ``source``,
    ``order``, ``many``;
    or why none does: ``prosecution_only``, ``denied``.
    """

    property: Property
    said: tuple[Said, ...]
    accepted: Said | None
    conflict: bool
    reason: str


def values_of(claim: Claim, properties: Mapping[str, Property]) -> Iterator[tuple[Property, Reading]]:
    """What a claim says of the properties of an entity, as it is read: a statement of one of them, a line of free
    text of several.
    """
    if is_entry(claim):
        yield from readings(pieces(claim), properties)
    elif claim.kind == "statement":
        name, text = claim.values["property"], claim.values["value"]
        yield from readings([Piece(name, text, text)], properties)
    else:
        for name, text in claim.values.items():
            prop = properties.get(name)
            if prop is not None:
                yield prop, read_value(prop.type, text, SCHEMA.vocabulary_of(prop))
        if claim.kind == "person":
            yield from readings(named(claim), properties)


def readings(found: Iterable[Piece], properties: Mapping[str, Property]) -> Iterator[tuple[Property, Reading]]:
    """Pieces as the types of their properties read them; the text of a reading is the piece as it stands."""
    for piece in found:
        prop = properties.get(piece.property)
        if prop is not None:
            reading = read_value(prop.type, piece.value, SCHEMA.vocabulary_of(prop))
            yield prop, reading if piece.text == piece.value else _as_written(reading, piece.text)


def _as_written(reading: Reading, text: str) -> Reading:
    stored = {**reading.stored, "_text": text} if "_text" in reading.stored else reading.stored
    return replace(reading, text=text, stored=stored)


def view(prop: Property, said: Sequence[Said], rank: Mapping[str, int], preferred: str | None = None) -> PropertyView:
    """Everything said of ``prop``; ``rank`` of each claim's best source by claim id."""

    def worth(each: Said) -> tuple[bool, int, bool, int, str]:
        claim = each.claim
        # an inference of the base stands behind whatever a source says itself
        inferred = claim.voice == "base"
        return (claim.id != preferred, -certainty_rank(claim), inferred, -rank.get(claim.id, -1), claim.id)

    ordered = tuple(sorted(said, key=worth))
    positive = [each for each in ordered if not negative(each.claim)]
    fit = [each for each in positive if not (prop.prosecution_never and prosecution(each.claim))]
    if not fit:
        return PropertyView(prop, ordered, None, False, "prosecution_only" if positive else "denied")
    conflict = not prop.many and _conflict(prop, positive)
    return PropertyView(prop, ordered, fit[0], conflict, _reason(prop, fit, rank, preferred, conflict))


def _conflict(prop: Property, said: Sequence[Said]) -> bool:
    kind = TYPES[prop.type]
    different = list({each.reading.key: each.reading for each in said}.values())
    return any(not kind.agree(one, other) for i, one in enumerate(different) for other in different[i + 1 :])


def _reason(prop: Property, fit: Sequence[Said], rank: Mapping[str, int], preferred: str | None, conflict: bool) -> str:
    first = fit[0].claim
    if prop.many:
        return "many"
    if first.id == preferred:
        return "preferred"
    if len(fit) == 1:
        return "only"
    if not conflict:
        return "agreed"
    second = fit[1].claim
    if certainty_rank(first) != certainty_rank(second):
        return "certainty"
    if first.voice != "base" and second.voice == "base":
        return "said"
    return "source" if rank.get(first.id, -1) != rank.get(second.id, -1) else "order"
