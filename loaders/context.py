"""What a row's transform knows beside the row: the dataset with its lookups, and the keys of the other tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kb.errors import DataError
from kb.model import SCHEMA, Claim, make_claim
from loaders.dataset import Dataset
from loaders.survey import Survey
from loaders.tabular import Row

Known = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Context:
    """Makes records and claims of one dataset."""

    dataset: Dataset
    survey: Survey
    id: str

    def record(self, local: str) -> str:
        """The id of a record."""
        return f"{self.id}:{local}"

    def known(self, row: Row, column: str, table: str) -> str:
        """The key of another table's row that a cell names; DataError ``unknown_reference`` where there is none."""
        return self._checked(row.key(column), column, table)

    def all_known(self, row: Row, column: str, table: str) -> list[str]:
        """The keys that a cell with several names, in its order."""
        return [self._checked(each, column, table) for each in dict.fromkeys(row.many(column))]

    def _checked(self, key: str, column: str, table: str) -> str:
        if key not in self.survey.keys[table] and table not in self.survey.absent:
            raise DataError("unknown_reference", column=column, value=key, table=f"{table}.csv")
        return key

    def listed(self, row: Row, column: str, mark: str, table: str) -> list[str]:
        """The sources whose addresses a cell names: those of ``sources.csv``, or those of the list ``table``."""
        found = []
        for address in row.many(column, mark):
            source = self.survey.addresses["sources"].get(address) or self.survey.addresses[table].get(address)
            if source is None:
                raise DataError("unknown_reference", column=column, value=address, table=f"{table}.csv")
            found.append(source)
        return found

    def voice(self, sources: Iterable[str], *, accusing: bool = False) -> str | None:
        """Who speaks in ``sources``: their common voice; None where they differ or nothing is told."""
        voices = {self.dataset.voice(source, self.survey.kinds.get(source), accusing=accusing) for source in sources}
        return voices.pop() if len(voices) == 1 else None

    @staticmethod
    def kind_of_claim(about: Known) -> str:
        """The kind of claim that says what such a record is."""
        return SCHEMA.kinds[about[1]].claim

    def claim(
        self,
        kind: str,
        about: Known,
        values: Mapping[str, str] | None = None,
        *,
        to: Known | None = None,
        cites: Iterable[str] = (),
        voice: str | None = None,
        access: str | None = None,
        locator: str | None = None,
        quote: str | None = None,
        certainty: str = "not_rated",
        why: str | None = None,
    ) -> Claim:
        """A claim about and to records given as (local id, kind), citing sources given by local id. Texts cited
        were read in print.
        """
        cited = [self.record(source) for source in cites]
        named = (about[0], to[0]) if to else (about[0],)
        return make_claim(
            kind,
            (self.record(about[0]), about[1]),
            values,
            to=(self.record(to[0]), to[1]) if to else None,
            cites=cited,
            locator=locator,
            quote=quote,
            access=access or ("edition" if cited else None),
            voice=voice,
            certainty=certainty,
            level=self.dataset.level_for(named),
            why=why,
        )
