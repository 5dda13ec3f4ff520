"""Says what a path rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kb.connections.codes import CERTAINTY, KINDS, OPEN, PROSECUTION_ONLY, TIES
from kb.connections.found import Hop, Loss, Path, Shared, Why
from kb.connections.ground import Ground
from kb.connections.options import RULES
from kb.connections.snapshot import Snapshot

#: Two people of whom one body decided: on one day or on another.
_DECISION = ["Person", "Measure", "Organisation", "Measure", "Person"]
_HUB = 100  # ties from which it is said that many meet there


def describe(ground: Ground, found: Sequence[Sequence[int]]) -> tuple[Path, ...]:
    """The paths of ``found``, each a list of entities."""
    ties = [[ground.between(one, other) for one, other in pairwise(path)] for path in found]
    needs = [[_needed(ground.snapshot, hop) for hop in path] for path in ties]
    return tuple(
        _path(ground.snapshot, path, ties[place], _losses(ground.snapshot, ties[place], needs, place))
        for place, path in enumerate(found)
    )


def _path(snapshot: Snapshot, path: Sequence[int], ties: Sequence[Sequence[int]], losses: tuple[Loss, ...]) -> Path:
    refs = [snapshot.entity(place) for place in path]
    hops = tuple(
        Hop(
            start=refs[at],
            end=refs[at + 1],
            tie=TIES[snapshot.type[best]],
            forward=bool(snapshot.start[best] == path[at]),
            properties=snapshot.properties(best),
            claims=tuple(snapshot.claims(best)),
            also=tuple(sorted({TIES[snapshot.type[tie]] for tie in others})),
        )
        for at, (best, *others) in enumerate(ties)
    )
    weakest = min(range(len(ties)), key=lambda at: (*strength(snapshot, ties[at][0]), at), default=0)
    why = tuple(_why(snapshot, ties[weakest][0], path[weakest : weakest + 2])) if ties else ()
    cost = float(sum(snapshot.cost[best] for best, *_ in ties))
    return Path(refs[0], hops, weakest, why, tuple(_shared(snapshot, path)), losses, cost)


def strength(snapshot: Snapshot, tie: int) -> tuple[int, int, int]:
    """More is better: said by others than the prosecution, certainty, number of witnesses."""
    free = 0 if snapshot.flags[tie] & PROSECUTION_ONLY else 1
    return free, int(snapshot.certainty[tie]), int(snapshot.witnesses[tie])


def _why(snapshot: Snapshot, tie: int, ends: Sequence[int]) -> Iterator[Why]:
    free, certainty, witnesses = strength(snapshot, tie)
    if not free:
        yield "investigation"
    word: Why
    for word in ("doubtful", "not_rated", "possible"):
        if certainty == CERTAINTY[word]:
            yield word
    if witnesses < 2:
        yield "one_witness" if witnesses else "no_witness"
    if any(snapshot.degree[end] >= _HUB for end in ends):
        yield "hub"


def _shared(snapshot: Snapshot, path: Sequence[int]) -> Iterator[Shared]:
    person = KINDS.index("Person")
    for hop, (one, at, other) in enumerate(zip(path, path[1:], path[2:], strict=False)):
        if snapshot.kind[one] == snapshot.kind[other] == person and snapshot.kind[at] != person:
            rule = RULES.get(KINDS[snapshot.kind[at]], "same_thing")
            yield Shared(rule, snapshot.entity(one), snapshot.entity(other), snapshot.entity(at), hop)
    kinds = [KINDS[snapshot.kind[place]] for place in path]
    for hop in range(len(path) - len(_DECISION) + 1):
        if kinds[hop : hop + len(_DECISION)] == _DECISION:
            days = {int(snapshot.day[path[hop + 1]]), int(snapshot.day[path[hop + 3]])}
            rule = "same_decision" if len(days) == 1 and OPEN not in days else "same_body"
            ends = (snapshot.entity(path[hop]), snapshot.entity(path[hop + 4]))
            yield Shared(rule, *ends, snapshot.entity(path[hop + 2]), hop + 1)


def _needed(snapshot: Snapshot, ties: Sequence[int]) -> str | None:
    """The claim without which there is no tie left, where one alone carries them all."""
    claims = {claim for tie in ties for claim in snapshot.claims(tie)}
    return next(iter(claims)) if len(claims) == 1 else None


def _losses(
    snapshot: Snapshot, ties: Sequence[Sequence[int]], needs: Sequence[Sequence[str | None]], place: int
) -> tuple[Loss, ...]:
    found = []
    for hop, (best, *_) in enumerate(ties):
        claims = snapshot.claims(best)
        if len(claims) == 1:
            breaks = needs[place][hop] == claims[0]
            others = (other for other, needed in enumerate(needs) if other != place and claims[0] not in needed)
            found.append(Loss(claims[0], hop, "breaks" if breaks else "other_tie", next(others, None)))
    return tuple(found)
