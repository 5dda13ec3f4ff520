"""Which claims and judgements count: what is withdrawn does not, and what a level may not see is never looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kb.model import SCHEMA, Claim, Judgement

_RANK = {code: int(term.says["rank"]) for code, term in SCHEMA.vocabularies["level"].items()}


def standing(claims: Iterable[Claim]) -> list[Claim]:
    """The claims that no standing withdrawal takes back; a withdrawal can be withdrawn too."""
    every = list(claims)
    withdrawals: dict[str, list[str]] = defaultdict(list)
    for claim in every:
        if claim.kind == "withdrawal":
            withdrawals[claim.values["withdraws"]].append(claim.id)
    if not withdrawals:
        return every
    known: dict[str, bool] = {}

    def stands(name: str) -> bool:
        # a withdrawal holds the id of what it withdraws inside its own hash: no circles
        if name not in known:
            known[name] = not any(stands(later) for later in withdrawals.get(name, ()))
        return known[name]

    return [claim for claim in every if stands(claim.id)]


def visible(
    claims: Iterable[Claim], judgements: Iterable[Judgement], level: str
) -> tuple[list[Claim], list[Judgement]]:
    """What may be seen at ``level``: claims and judgements of that level or a wider one, and none that rests on
    a hidden source.

    A source is hidden when there are claims about it and none of them may be seen.
    """
    least = _RANK[level]
    every = list(claims)
    judged = [each for each in judgements if _RANK[each.level] >= least]
    if least == 0:
        return every, judged
    described = {claim.about for claim in every if claim.about_kind == "Source"}
    shown = {claim.about for claim in every if claim.about_kind == "Source" and _RANK[claim.level] >= least}
    hidden = described - shown
    return [
        claim for claim in every if _RANK[claim.level] >= least and not hidden.intersection(_sources(claim))
    ], judged


def _sources(claim: Claim) -> Sequence[str]:
    named = list(claim.cites)
    if claim.to is not None and claim.to_kind == "Source":
        named.append(claim.to)
    return named
