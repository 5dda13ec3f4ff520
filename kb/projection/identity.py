"""Identity: which records are one entity, by the judgements of people. Pure; the order of judgements does not
matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kb.model import Judgement


@dataclass(frozen=True, slots=True)
class Identity:
    """``component`` of each judged record (all its records, sorted); pairs ``refused`` although judged same;
    ``contradicted`` pairs.
    """

    component: Mapping[str, tuple[str, ...]]
    refused: tuple[Judgement, ...]
    contradicted: frozenset[tuple[str, str]]

    def records_with(self, record: str) -> tuple[str, ...]:
        """All records of the entity of ``record``, sorted."""
        return self.component.get(record, (record,))


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that no judgement in force replaces, by id; withdrawals themselves are left out."""
    known = {each.id: each for each in judgements}
    replacers: dict[str, list[str]] = defaultdict(list)
    for each in known.values():
        if each.replaces:
            replacers[each.replaces].append(each.id)
    stands: dict[str, bool] = {}

    def standing(name: str) -> bool:
        # a judgement names what it replaces inside its hash, so this cannot run in a circle
        if name not in stands:
            stands[name] = not any(standing(later) for later in replacers.get(name, ()))
        return stands[name]

    return [each for name, each in sorted(known.items()) if each.verdict != "withdrawn" and standing(name)]


def identify(judgements: Iterable[Judgement], kinds: Mapping[str, str]) -> Identity:
    """Join records judged ``same``, the best score first, never across a ``different`` and never across kinds.

    A pair that is judged same and different by judgements in force counts as unsure.
    """
    verdicts: dict[tuple[str, str], dict[str, Judgement]] = defaultdict(dict)
    for judgement in in_force(judgements):
        if judgement.a and judgement.b:
            pair = (judgement.a, judgement.b)
            before = verdicts[pair].get(judgement.verdict)
            if before is None or _order(judgement) < _order(before):
                verdicts[pair][judgement.verdict] = judgement
    contradicted = frozenset(pair for pair, said in verdicts.items() if "same" in said and "different" in said)
    apart = [pair for pair, said in verdicts.items() if "different" in said and pair not in contradicted]
    same = [said["same"] for pair, said in verdicts.items() if set(said) & {"same"} and pair not in contradicted]
    groups: dict[str, set[str]] = {}
    apart_of: dict[str, set[str]] = defaultdict(set)
    for one, other in apart:
        apart_of[one].add(other)
        apart_of[other].add(one)
    refused = []
    for judgement in sorted(same, key=_order):
        a, b = str(judgement.a), str(judgement.b)
        left, right = groups.get(a, {a}), groups.get(b, {b})
        if left is right:
            continue
        crosses = any(apart_of.get(record, set()) & right for record in left)
        if crosses or len({kinds[record] for record in left | right if record in kinds}) > 1:
            refused.append(judgement)
            continue
        joined = left | right
        for record in joined:
            groups[record] = joined
    component = {record: tuple(sorted(group)) for record, group in groups.items()}
    return Identity(component, tuple(refused), contradicted)


def _order(judgement: Judgement) -> tuple[float, str]:
    return (-(1.0 if judgement.score is None else judgement.score), judgement.id)
