"""A family tree as both GEDCOM and Gramps tell it, before it becomes claims."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """Who says it: ``source`` is the key of a source; where in it, in which words, how certain (``not_rated`` …)."""

    source: str
    page: str = ""
    text: str = ""
    certainty: str = "not_rated"


@dataclass(frozen=True, slots=True)
class Said:
    """Something said, with the citations it rests on and remarks on it; ``line`` is where it stands."""

    line: int = 0
    citations: tuple[Citation, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written, the surname in it, and what kind of name it is where that is told."""

    text: str
    surname: str
    type: str
    said: Said


@dataclass(frozen=True, slots=True)
class Fact:
    """An event or attribute: ``tag`` of GEDCOM, its value, date and place as written; ``detail`` is all the rest."""

    tag: str
    value: str
    date: str
    place: str
    detail: str
    said: Said


@dataclass(frozen=True, slots=True)
class Link:
    """A tie to another person: ``term`` of kinship or of association; ``stance`` and certainty where they are told."""

    to: str
    term: str
    said: Said
    stance: str = "asserts"
    certainty: str = "not_rated"


@dataclass(frozen=True, slots=True)
class Individual:
    """A person of the tree; ``associations`` are ties to others that are no kinship."""

    key: str
    names: tuple[Name, ...]
    sex: str
    facts: tuple[Fact, ...]
    associations: tuple[Link, ...]
    said: Said


@dataclass(frozen=True, slots=True)
class Family:
    """Partners, and the children with the term of their tie to each parent: (child, parent or None for all, link)."""

    key: str
    partners: tuple[str, ...]
    children: tuple[tuple[str, str | None, Link], ...]
    facts: tuple[Fact, ...]
    said: Said


@dataclass(frozen=True, slots=True)
class Work:
    """A source that the tree cites."""

    key: str
    title: str
    author: str
    reference: str
    notes: tuple[str, ...]
    line: int


Entry = Individual | Family | Work
