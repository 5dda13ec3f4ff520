"""Reading ``dataset.yml``. What is general to the tables stands in ``loaders/defaults.yml`` in the same form; a
dataset's own entries come before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from kb.errors import DataError
from loaders.dataset import (
    DESCRIBED_IN,
    LEVELS,
    ByNote,
    CaseFile,
    Dataset,
    Derived,
    Happening,
    Part,
    Reworded,
    Said,
    Work,
)

_DEFAULTS = Path(str(files("loaders"))) / "defaults.yml"


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
        *("episodes", "cases", "bodies", "places", "archives", "levels"),
    )
)


def _dataset(id: str, own: Mapping[str, Any], file: Path | None) -> Dataset:
    if unknown := sorted(set(own) - _KEYS):
        raise DataError("dataset_key", file=DESCRIBED_IN, column=", ".join(unknown))
    ignored = own.get("ignored") or {}
    voices = own.get("voices") or {}
    levels = own.get("levels") or {}
    defaults = _defaults()
    try:
        return Dataset(
            id=id,
            title=own.get("title") or {},
            made_up=bool(own.get("made_up", False)),
            with_readers=own.get("with_readers") or {},
            ignored_tables=ignored.get("tables") or {},
            ignored_columns=_deeper(defaults["ignored"]["columns"], ignored.get("columns")),
            ignored_rows=ignored.get("rows") or {},
            properties=_deeper(defaults["properties"], own.get("properties")),
            statements={
                name: Reworded(said["property"], said["why"]) for name, said in (own.get("statements") or {}).items()
            },
            measure_dates=_merged(own, "measure_dates"),
            associations=(*defaults["associations"], *(own.get("associations") or ())),
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
            level=_level(levels.get("rest", "team")),
            level_of=_each(
                {_level(level): records for level, records in levels.items() if level not in ("rest", "why")}
            ),
            file=file,
        )
    except KeyError as missing:
        raise DataError("dataset_key", file=DESCRIBED_IN, column=str(missing.args[0])) from None
    except (AttributeError, TypeError, ValueError) as error:
        raise DataError("dataset_yaml", file=DESCRIBED_IN, said=str(error)) from None


def _level(said: str) -> str:
    if said not in LEVELS:
        raise DataError("dataset_yaml", file=DESCRIBED_IN, said=f"levels: {said}")
    return said


def _deeper(defaults: Mapping[str, Any], own: Mapping[str, Any] | None) -> dict[str, dict[str, str]]:
    """Two mappings of mappings in one; an entry of ``own`` comes before the same entry of ``defaults``."""
    said = own or {}
    return {name: {**(defaults.get(name) or {}), **(said.get(name) or {})} for name in {**defaults, **said}}


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
