"""What a person should look at although the claims are taken: values that no reader understands, summaries that do
not hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from kb.model import SCHEMA, Claim, Property
from kb.model.types import read_value
from loaders.problems import Problem, warning
from loaders.tabular import Row

#: What is said of values that stay as written although they were not understood, by the problem of their reading.
_UNREAD = frozenset({"unread_date", "unread_count", "unread_reference", "unread_number", "unknown_term"})


_KIN = SCHEMA.vocabularies["kin_term"]
_WORDS = frozenset({"text", "name", "place", "url"})


@cache
def properties_of(claim_kind: str, about_kind: str) -> Mapping[str, Property]:
    """The properties that a claim of this kind gives values for, as far as a reader has to understand them."""
    kind = SCHEMA.kinds[about_kind]
    owners = [kind] if claim_kind == kind.claim else [tie for tie in SCHEMA.ties.values() if tie.claim == claim_kind]
    return {name: prop for owner in owners for name, prop in owner.properties.items() if prop.type not in _WORDS}


def unread(claim: Claim, row: Row) -> Iterator[Problem]:
    """A remark for each value of ``claim`` that its type does not understand; it is kept as written."""
    if claim.kind == "kinship" and _KIN.code_of(claim.values["term"]) is None:
        # a word of kinship stays a text: it makes the tie, and an unknown one makes the widest
        yield warning("unknown_term", row.ref, row.column_of(claim.values["term"]), claim.values["term"])
    known = properties_of(claim.kind, claim.about_kind)
    for name, text in claim.values.items():
        prop = known.get(name)
        if prop is None:
            continue
        problem = read_value(prop.type, text, SCHEMA.vocabulary_of(prop)).problem
        if problem in _UNREAD:
            yield warning(problem, row.ref, row.column_of(text) or name, text)


def summaries(claims: Iterable[tuple[Claim, str]]) -> Iterator[Problem]:
    """A remark for each summary of participants that what the sources say does not bear out."""
    stated: dict[str, list[tuple[int | None, int | None]]] = defaultdict(list)
    summed: list[tuple[Claim, str]] = []
    for claim, row in claims:
        if claim.kind != "uprising":
            continue
        if "participants" in claim.values:
            stored = read_value("count", claim.values["participants"], None).stored
            least, greatest = stored.get("_least"), stored.get("_greatest")
            bounds = (int(least) if least is not None else None, int(greatest) if greatest is not None else None)
            stated[claim.about].append(bounds)
        if "summary_least" in claim.values or "summary_greatest" in claim.values:
            summed.append((claim, row))
    for claim, row in summed:
        yield from _compared(claim, row, stated.get(claim.about, []))


def _compared(claim: Claim, row: str, stated: Iterable[tuple[int | None, int | None]]) -> Iterator[Problem]:
    ends = [end for bounds in stated for end in bounds if end is not None]
    for name, found in (("summary_least", min(ends, default=None)), ("summary_greatest", max(ends, default=None))):
        written = claim.values.get(name)
        if written is None:
            continue
        if found is None:
            yield warning("summary_alone", row, name, written)
        elif written.strip() != str(found):
            yield warning("summary_differs", row, name, written, found=found)
