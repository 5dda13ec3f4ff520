"""The proof that every export carries: what was asked, of which data, and a checksum of what came."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from kb.i18n import Lang, texts_of
from queries.answer import Answer
from queries.exports.flat import flatten
from queries.spec import Value

PROGRAM = "Köterilis KB"


@dataclass(frozen=True, slots=True)
class Proof:
    """Where a table came from. ``params`` are all of them, ``filters`` those set away from their defaults.

    ``rows`` is how many there are in the table, ``cut`` whether there were more, ``limit`` how many were asked for;
    ``columns`` are the names of the plain table; ``made`` is the day (ISO); ``checksum`` as in ``FlatTable``.
    """

    query: str
    version: str
    title: str
    params: Mapping[str, Value]
    filters: Mapping[str, Value]
    data_version: str
    columns: tuple[str, ...]
    rows: int
    cut: bool
    limit: int
    checksum: str
    made: str
    citation: str

    def json(self) -> str:
        """One line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def of_json(cls, text: str) -> Proof:
        """The proof of that line; ValueError when it is not one."""
        found = json.loads(text)
        if not isinstance(found, dict) or set(found) != {field.name for field in fields(cls)}:
            raise ValueError("not a proof")
        return cls(**{**found, "columns": tuple(found["columns"])})

    def lines(self, lang: Lang) -> list[tuple[str, str]]:
        """The proof for people: a name and a value a line, in ``lang``."""
        return [(texts_of("queries").say(f"exports.proof.{name}", lang), said) for name, said in self._said(lang)]

    def _said(self, lang: Lang) -> list[tuple[str, str]]:
        say = texts_of("queries").say
        return [
            ("title", self.title),
            ("query", f"{self.query} · {self.version}"),
            ("params", given(self.params)),
            ("filters", given(self.filters)),
            ("data_version", self.data_version),
            ("rows", str(self.rows)),
            ("cut", say("exports.cut_yes", lang, limit=self.limit) if self.cut else say("exports.cut_no", lang)),
            ("made", self.made),
            ("checksum", self.checksum),
            ("citation", self.citation),
        ]


def given(params: Mapping[str, Value]) -> str:
    """``year=1930, place=…``, a dash when there are none; parameters left empty are not named."""
    said = [f"{name}={_shown(value)}" for name, value in params.items() if value is not None]
    return ", ".join(said) or "–"


def _shown(value: Any) -> str:
    return ";".join(str(item) for item in value) if isinstance(value, list) else str(value)


def prove(answer: Answer, lang: Lang, made: date) -> Proof:
    """The proof of ``answer``, with its title and citation in ``lang``."""
    table = flatten(answer)
    title = answer.query.title[lang]
    checksum = table.checksum()
    return Proof(
        query=answer.query.id,
        version=answer.query.version,
        title=title,
        params=dict(answer.params),
        filters=answer.filters,
        data_version=answer.data_version,
        columns=table.columns,
        rows=len(table.rows),
        cut=answer.cut,
        limit=answer.limit,
        checksum=checksum,
        made=made.isoformat(),
        citation=texts_of("queries").say(
            "exports.citation",
            lang,
            program=PROGRAM,
            title=title,
            query=answer.query.id,
            version=answer.query.version,
            params=given(answer.params),
            data=answer.data_version,
            made=made.isoformat(),
            checksum=checksum[:12],
        ),
    )
