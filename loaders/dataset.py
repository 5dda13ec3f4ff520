"""``dataset.yml``: what a folder of tables is, and the lookups that its tables need. Read once, checked, frozen.

A lookup says in words why it is so. What is general to the tables stands in ``loaders/defaults.yml`` in the same
form; a dataset's own entries come before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from kb.errors import DataError

DESCRIBED_IN = "dataset.yml"
_DEFAULTS = Path(str(files("loaders"))) / "defaults.yml"


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
    file: Path | None = None

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


def read_dataset(folder: Path, id: str | None = None) -> Dataset:
    """The dataset of ``folder``: its ``dataset.yml`` where it has one, else only defaults, and the folder's name for
    an id.

    ``id`` overrides. DataError: ``dataset_yaml``, ``dataset_key``.
    """
    path = folder / DESCRIBED_IN
    own = _yaml(path) if path.is_file() else {}
    name = id or str(own.get("id") or folder.resolve().name)
    return _dataset(name, own, path if own else None)


@cache
def _defaults() -> Mapping[str, Any]:
    return _yaml(_DEFAULTS)


def _yaml(path: Path) -> dict[str, Any]:
    try:
        read = yaml.safe_load(path.read_text("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        said = " ".join(str(error).split())
        raise DataError("dataset_yaml", file=path.name, said=said) from None
    if not isinstance(read, dict):
        raise DataError("dataset_yaml", file=path.name, said="–")
    return read


def _merged(own: Mapping[str, Any], key: str) -> dict[str, Any]:
    return {**(_defaults().get(key) or {}), **(own.get(key) or {})}


_KEYS = frozenset(
    (
        *("id", "title", "made_up", "with_readers", "ignored", "properties", "statements", "measure_dates"),
        *("associations", "kin_certainty", "voices", "works", "derived", "derived_by_note", "said", "parts"),
        *("episodes", "cases", "bodies", "places", "archives"),
    )
)


def _dataset(id: str, own: Mapping[str, Any], file: Path | None) -> Dataset:
    if unknown := sorted(set(own) - _KEYS):
        raise DataError("dataset_key", file=DESCRIBED_IN, column=", ".join(unknown))
    ignored = own.get("ignored") or {}
    voices = own.get("voices") or {}
    defaults = _defaults()
    try:
        return Dataset(
            id=id,
            title=own.get("title") or {},
            made_up=bool(own.get("made_up", False)),
            with_readers=own.get("with_readers") or {},
            ignored_tables=ignored.get("tables") or {},
            ignored_columns={**defaults["ignored"]["columns"], **(ignored.get("columns") or {})},
            ignored_rows=ignored.get("rows") or {},
            properties={
                kind: {**known, **((own.get("properties") or {}).get(kind) or {})}
                for kind, known in defaults["properties"].items()
            },
            statements={
                name: Reworded(said["property"], said["why"]) for name, said in (own.get("statements") or {}).items()
            },
            measure_dates=_merged(own, "measure_dates"),
            associations=tuple(defaults["associations"]),
            kin_certainty=_merged(own, "kin_certainty"),
            voices_by_kind={**defaults["voices"]["by_kind"], **(voices.get("by_kind") or {})},
            voices=_each(voices.get("by_source") or {}),
            accusing=_each(voices.get("accusing") or {}),
            works=tuple(_work(name, said) for name, said in (own.get("works") or {}).items()),
            derived=tuple(
                Derived(name, said["upon"], said.get("certainty", "not_rated"), said["why"])
                for name, said in (own.get("derived") or {}).items()
            ),
            derived_by_note=tuple(
                ByNote(each["note"], each.get("language"), each["upon"]) for each in own.get("derived_by_note") or ()
            ),
            said=tuple(_said(each) for each in own.get("said") or ()),
            parts=tuple(Part(each["part"], each["whole"], each["why"]) for each in own.get("parts") or ()),
            episodes=tuple(_episode(name, said) for name, said in (own.get("episodes") or {}).items()),
            cases=tuple(_case(name, said) for name, said in (own.get("cases") or {}).items()),
            bodies=own.get("bodies") or {},
            places=own.get("places") or {},
            archives=own.get("archives") or {},
            file=file,
        )
    except KeyError as missing:
        raise DataError("dataset_key", file=DESCRIBED_IN, column=str(missing.args[0])) from None
    except (AttributeError, TypeError, ValueError) as error:
        raise DataError("dataset_yaml", file=DESCRIBED_IN, said=str(error)) from None


def _each(grouped: Mapping[str, Any]) -> dict[str, str]:
    """Voice → its sources, turned to source → voice."""
    return {source: voice for voice, sources in grouped.items() for source in sources}


def _texts(said: Mapping[str, Any], but: frozenset[str]) -> dict[str, str]:
    return {name: str(value) for name, value in said.items() if name not in but}


_WORK = frozenset({"parts", "why"})
_CASE = frozenset({"cites", "accused", "measures", "concerns", "papers", "certainty", "why"})


def _work(name: str, said: Mapping[str, Any]) -> Work:
    parts = said["parts"]
    rated = parts if isinstance(parts, dict) else dict.fromkeys(parts, "not_rated")
    return Work(name, _texts(said, _WORK), rated, said["why"])


def _said(said: Mapping[str, Any]) -> Said:
    return Said(said["record"], said["property"], str(said["value"]), tuple(said.get("cites") or ()), said["why"])


def _episode(name: str, said: Mapping[str, Any]) -> Happening:
    return Happening(
        id=name,
        names=_texts(said["names"], frozenset()),
        values=_texts(said["values"], frozenset()),
        cites=tuple(said["cites"]),
        locator=said["locator"],
        part_of=said["part_of"],
        place=said.get("place"),
        why=said["why"],
    )


def _case(name: str, said: Mapping[str, Any]) -> CaseFile:
    return CaseFile(
        id=name,
        values=_texts(said, _CASE),
        cites=tuple(said["cites"]),
        accused=tuple(said.get("accused") or ()),
        measures=tuple(
            (person, event) for event, persons in (said.get("measures") or {}).items() for person in persons
        ),
        concerns=said.get("concerns") or {},
        papers=tuple(said.get("papers") or ()),
        certainty=said.get("certainty", "not_rated"),
        why=said["why"],
    )
