"""A list of names against the base or against another list: for each name the most similar, with scores and reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kb.errors import DataError
from kb.i18n import Lang
from kb.names import SAME, Matcher, NameMatch, compare
from kb.search import find
from kb.store import Store
from loaders.tabular import Row, reading

COLUMNS = ("row", "text", "rank", "id", "label", "score", "why")
LIMIT = 10


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of those that a name may be: ``label`` as printed, ``match`` the comparison with the name that is like it."""

    id: str
    label: str
    score: float
    match: NameMatch

    @property
    def same(self) -> bool:
        """Is it so similar that it may be one name?"""
        return self.score >= SAME


@dataclass(frozen=True, slots=True)
class Asked:
    """A name of the list: the number of its row (the header is 1), the text."""

    row: int
    text: str


Known = Callable[[str], Sequence[Candidate]]
"""From a name to its candidates, best first."""


def asked_names(path: Path, column: str | None = None) -> list[Asked]:
    """The names of a table: of ``column``, else of the column ``name``, else of the first. DataError where it is not
    there.
    """
    with reading(path, path.name, [column] if column else []) as table:
        wanted = column or ("name" if "name" in table.columns else table.columns[0])
        return [Asked(row.number, text) for row in _rows(table.rows()) if (text := row.take(wanted).strip())]


def of_base(store: Store, limit: int = LIMIT) -> Known:
    """The persons of the base, as ``kb search`` finds them."""

    def known(text: str) -> Sequence[Candidate]:
        hits = [hit for hit in find(store, text, kinds=("Person",)).hits if hit.by == "name"]
        compared = [(hit, compare(text, hit.name)) for hit in hits]
        found = [Candidate(hit.id, str(hit.properties["label"]), match.score, match) for hit, match in compared]
        return sorted((each for each in found if each.score), key=lambda each: -each.score)[:limit]

    return known


def of_list(path: Path, limit: int = LIMIT) -> Known:
    """The names of another table, by its columns ``id`` and ``name``; a person may have several rows."""
    with reading(path, path.name, ["id", "name"]) as table:
        rows = [(row.take("id"), row.take("name")) for row in _rows(table.rows())]
    matcher = Matcher(name for _, name in rows)
    names_of_one = 4  # an id may stand for several names; as many are looked at

    def known(text: str) -> Sequence[Candidate]:
        best: dict[str, Candidate] = {}
        for found in matcher.find(text, limit * names_of_one):
            id_ = rows[found.place][0]
            if id_ not in best and len(best) < limit:
                best[id_] = Candidate(id_, found.text, found.score, matcher.explain(text, found))
        return list(best.values())

    return known


def lines(asked: Asked, candidates: Sequence[Candidate], lang: Lang) -> Iterator[tuple[str, ...]]:
    """The lines of a table of :data:`COLUMNS`; the reasons begin with the spelling, where it is not the label."""
    for rank, each in enumerate(candidates, 1):
        spelled = [each.match.b] if each.match.b != each.label else []
        why = "; ".join([*spelled, *(reason.say(lang) for reason in each.match.why)])
        yield str(asked.row), asked.text, str(rank), each.id, each.label, f"{each.score:.4f}", why


def _rows(rows: Iterable[Row | DataError]) -> Iterator[Row]:
    for row in rows:
        if isinstance(row, DataError):
            raise row
        yield row
