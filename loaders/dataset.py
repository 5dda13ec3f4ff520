"""What a folder of tables is, and the lookups that its tables need: ``dataset.yml`` as it is read. Frozen.

A lookup says in words why it is so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kb.model import SCHEMA

DESCRIBED_IN = "dataset.yml"
#: From the most guarded to the most open.
LEVELS = tuple(SCHEMA.vocabularies["level"])


@dataclass(frozen=True, slots=True)
class Work:
    """A book or article of which several sources are parts; ``parts`` source → certainty."""

    id: str
    values: Mapping[str, str]
    parts: Mapping[str, str]
    why: str


@dataclass(frozen=True, slots=True)
class Derived:
    """``source`` depends on ``upon`` (a source or a work)."""

    source: str
    upon: str
    certainty: str
    why: str


@dataclass(frozen=True, slots=True)
class ByNote:
    """Sources of a list whose note begins with ``note`` (and whose language is ``language``) depend on a work."""

    note: str
    language: str | None
    upon: str


@dataclass(frozen=True, slots=True)
class Said:
    """A value of one property of one record that the base gives itself, with the reason and the sources it rests on."""

    record: str
    property: str
    value: str
    cites: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Part:
    """A rising that is a part of another."""

    part: str
    whole: str
    why: str


@dataclass(frozen=True, slots=True)
class Happening:
    """An episode that a row of claims.csv tells of: its ``names`` are ours, its ``values`` are words of that row."""

    id: str
    names: Mapping[str, str]
    values: Mapping[str, str]
    cites: tuple[str, ...]
    locator: str
    part_of: str
    place: str | None
    why: str


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A criminal case that rows of several tables speak of: ``events`` (person, event) are measures under it.

    ``papers`` are sources whose archival references lead to papers of the case.
    """

    id: str
    values: Mapping[str, str]
    cites: tuple[str, ...]
    accused: tuple[str, ...]
    measures: tuple[tuple[str, str], ...]
    concerns: Mapping[str, str]
    papers: tuple[str, ...]
    certainty: str
    why: str


@dataclass(frozen=True, slots=True)
class Reworded:
    """A row of claims.csv whose value is not of the property that its word names: the word it stands under, and why."""

    property: str
    why: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset as its ``dataset.yml`` describes it, with the defaults behind."""

    id: str
    title: Mapping[str, str] = field(default_factory=dict)
    made_up: bool = False
    with_readers: Mapping[str, str] = field(default_factory=dict)
    ignored_tables: Mapping[str, str] = field(default_factory=dict)
    ignored_columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    ignored_rows: Mapping[str, str] = field(default_factory=dict)
    properties: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    statements: Mapping[str, Reworded] = field(default_factory=dict)
    measure_dates: Mapping[str, str] = field(default_factory=dict)
    associations: tuple[str, ...] = ()
    kin_certainty: Mapping[str, str] = field(default_factory=dict)
    voices_by_kind: Mapping[str, str] = field(default_factory=dict)
    voices: Mapping[str, str] = field(default_factory=dict)
    accusing: Mapping[str, str] = field(default_factory=dict)
    works: tuple[Work, ...] = ()
    derived: tuple[Derived, ...] = ()
    derived_by_note: tuple[ByNote, ...] = ()
    said: tuple[Said, ...] = ()
    parts: tuple[Part, ...] = ()
    episodes: tuple[Happening, ...] = ()
    cases: tuple[CaseFile, ...] = ()
    bodies: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    archives: Mapping[str, str] = field(default_factory=dict)
    level: str = "team"
    level_of: Mapping[str, str] = field(default_factory=dict)
    file: Path | None = None

    def level_for(self, records: Iterable[str]) -> str:
        """Who may see a claim that names ``records``: the level of the most guarded of them, else that of the set."""
        return min((self.level_of.get(record, self.level) for record in records), key=LEVELS.index, default=self.level)

    def voice(self, source: str, kind: str | None, *, accusing: bool = False) -> str | None:
        """Who speaks in ``source``, of the kind ``kind`` as written; where it ``accuses``, the voice of the
        accusation.
        """
        if accusing and source in self.accusing:
            return self.accusing[source]
        own = self.voices.get(source)
        if own is not None:
            return None if own == "none" else own
        return self.voices_by_kind.get((kind or "").strip())

    def depends_on(self, note: str, language: str) -> str | None:
        """The work that a listed source depends on, by its note."""
        fit = (
            each.upon
            for each in self.derived_by_note
            if note.startswith(each.note) and each.language in (None, language)
        )
        return next(fit, None)
