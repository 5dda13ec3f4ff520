"""A base in memory: the same questions as the stored one, answered from a list of claims."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from kb.model import Claim, Judgement
from kb.projection import Graph, kinds_of, project
from kb.projection.force import standing


class MemoryBase:
    def __init__(self, claims: Iterable[Claim], judgements: Sequence[Judgement]) -> None:
        self.claims = standing(claims)
        self._judgements = list(judgements)

    def whole(self) -> Graph:
        return project({}, self.claims, self._judgements)

    def judgements(self) -> Sequence[Judgement]:
        return self._judgements

    def kinds(self, records: Collection[str]) -> Mapping[str, str]:
        return {record: kind for record, kind in kinds_of(self.claims).items() if record in records}

    def source_claims(self) -> Sequence[Claim]:
        return [claim for claim in self.claims if claim.about_kind == "Source"]

    def naming(self, records: Collection[str]) -> Iterable[Claim]:
        return [claim for claim in self.claims if claim.about in records or claim.to in records]

    def cited(self, sources: Collection[str]) -> Iterable[Claim]:
        return [claim for claim in self.claims if set(claim.cites) & set(sources)]

    def citing(self, sources: Collection[str]) -> Collection[str]:
        citing = [claim for claim in self.claims if set(claim.cites) & set(sources)]
        return {record for claim in citing for record in (claim.about, claim.to) if record}

    def entities(self, records: Collection[str]) -> Mapping[str, str]:
        return {record: key.id for record, key in self.whole().identity.items() if record in records}
