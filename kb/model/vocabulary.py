"""Vocabularies: closed lists of terms with labels in three languages and the forms in which sources write them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from kb.i18n import Text


@dataclass(frozen=True, slots=True)
class Term:
    """One term: its code, its label, and what else its vocabulary says of it (``rank``, ``side``, ``mark`` …)."""

    code: str
    label: Text
    forms: tuple[str, ...]
    says: Mapping[str, Any]


class Vocabulary(Mapping[str, Term]):
    """Terms by code, in the order in which they are declared."""

    def __init__(self, name: str, label: Text, terms: Mapping[str, Term]) -> None:
        self.name = name
        self.label = label
        self._terms = dict(terms)
        self._forms: dict[str, str] = {}
        for code, term in self._terms.items():
            for form in (code, *term.forms):
                # the first declared wins: a later, special term may share a general word with an earlier one
                self._forms.setdefault(form.casefold(), code)

    def __getitem__(self, code: str) -> Term:
        return self._terms[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._terms)

    def __len__(self) -> int:
        return len(self._terms)

    def __hash__(self) -> int:
        return hash(self.name)

    def code_of(self, written: str) -> str | None:
        """The code of the term that a source writes as ``written``, or None."""
        return self._forms.get(written.strip().casefold())

    def says(self, code: str | None, what: str, default: Any = None) -> Any:
        """What the term ``code`` says of ``what``; the default for an unknown term."""
        term = self._terms.get(code or "")
        return default if term is None else term.says.get(what, default)


def load_vocabularies() -> dict[str, Vocabulary]:
    """All vocabularies of ``kb/model/vocab``; a term without a label in a language is a ValueError."""
    found: dict[str, Vocabulary] = {}
    for file in sorted(files("kb.model").joinpath("vocab").iterdir(), key=lambda each: each.name):
        if not file.name.endswith(".toml"):
            continue
        table = tomllib.loads(file.read_text("utf-8"))
        terms = {}
        for code, said in table["terms"].items():
            extra = {key: value for key, value in said.items() if key not in ("label", "forms")}
            terms[code] = Term(code, Text.of(said["label"]), tuple(said.get("forms", ())), extra)
        found[table["name"]] = Vocabulary(table["name"], Text.of(table["label"]), terms)
    return found
