"""A mapping as it is read: which rows become which claims. Frozen; checked against its declaration and the schema."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from kb.errors import DataError, UnknownId
from kb.model import SCHEMA
from loaders.mapping.form import check
from loaders.mapping.values import Value, value_of
from loaders.readers import Wanted

_SHIPPED = Path(str(files("loaders"))) / "mappings"
ENDING = ".yml"
PIECE = "piece"


@dataclass(frozen=True, slots=True)
class Constant:
    """A record that is the same for all rows; one of another data set has a full ``id``, and nothing is said of it."""

    name: str
    kind: str
    key: str
    id: str
    values: Mapping[str, str]
    level: str


@dataclass(frozen=True, slots=True)
class RecordSpec:
    """A record that a row speaks of; its key is made of ``key`` columns as they are, or of the content of ``hash``."""

    name: str
    kind: str
    key: tuple[str, ...]
    hash: tuple[str, ...]
    id: str
    prefix: str
    optional: bool
    repeats: str
    numbered: str


@dataclass(frozen=True, slots=True)
class ClaimSpec:
    """A claim that a row makes."""

    claim: str
    about: str
    to: str
    values: Mapping[str, Value]
    cites: tuple[str, ...]
    locator: Value | None
    quote: Value | None
    voice: str | None
    stance: str
    certainty: str
    access: str | None
    level: str
    why: str | None
    when: Mapping[str, tuple[str, ...]]
    each: tuple[str, str] | None
    own: tuple[str, ...]  # values that cells give; where all are the mapping's own, those


@dataclass(frozen=True, slots=True)
class Lookup:
    """What is written → what it stands for; ``strict`` ones refuse other words."""

    values: Mapping[str, str]
    strict: bool


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many there must be."""

    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class FileMapping:
    """The whole mapping; ``file`` is where it was read."""

    name: str
    file: Path
    title: Mapping[str, str]
    dataset: str
    part: str
    version: int | None
    files: str
    wanted: Wanted
    level: str
    constants: Mapping[str, Constant]
    records: Mapping[str, RecordSpec]
    claims: tuple[ClaimSpec, ...]
    lookups: Mapping[str, Lookup]
    ignored: Mapping[str, str]
    expect: Mapping[str, Mapping[str, Bounds]] = field(default_factory=dict)

    def once(self, spec: ClaimSpec) -> bool:
        """Whether a claim is the same for all rows."""
        named = {spec.about, *([spec.to] if spec.to else ()), *spec.cites}
        values = (*spec.values.values(), *filter(None, (spec.locator, spec.quote)))
        return named <= set(self.constants) and not (spec.when or spec.each or any(value.columns for value in values))

    @property
    def first(self) -> RecordSpec:
        """The row's own record."""
        return next(iter(self.records.values()))


def shipped() -> Iterator[str]:
    """The names of the mappings that come with the program."""
    return (path.stem for path in sorted(_SHIPPED.glob(f"*{ENDING}")))


def find(target: str | Path) -> FileMapping:
    """The mapping in a file, or the shipped one of that name. UnknownId, DataError."""
    path = Path(target)
    if not path.is_file():
        path = _SHIPPED / f"{target}{ENDING}"
    if not path.is_file():
        raise UnknownId("unknown_mapping", id=str(target), known=", ".join(shipped()))
    return parse(path.read_bytes(), path)


def parse(text: bytes, path: Path) -> FileMapping:
    """The mapping in a text. DataError names the file, the place in it and what is wrong there."""
    try:
        said = yaml.safe_load(text.decode("utf-8-sig"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise DataError("mapping_yaml", file=path.name, said=" ".join(str(error).split())) from None
    try:
        check(said, "object:mapping")
        made = _mapping(said, path)
        _check_names(made)
    except DataError as error:
        raise DataError(error.key, **{**error.data, "file": path.name}) from None
    return made


def _mapping(said: Mapping[str, Any], path: Path) -> FileMapping:
    level = said.get("level", "team")
    form = said.get("format", {})
    try:
        codecs.lookup(form.get("encoding", "utf-8"))
    except LookupError:
        raise DataError(
            "mapping_word", column="format.encoding", value=form["encoding"], known="utf-8, cp1251"
        ) from None
    return FileMapping(
        name=path.stem,
        file=path,
        title=said.get("title", {}),
        dataset=said.get("dataset", ""),
        part=said.get("part", ""),
        version=said.get("version"),
        files=said.get("files", ""),
        wanted=Wanted(
            format=form.get("kind", ""),
            encoding=form.get("encoding", ""),
            separator=form.get("separator", ""),
            sheet=form.get("sheet", ""),
            header=tuple(form.get("header", ())),
            rows=form.get("rows", ""),
            cells=form.get("cells", {}),
            entries=form.get("entries", ""),
        ),
        level=level,
        constants={name: _constant(name, each, level) for name, each in said.get("constants", {}).items()},
        records={name: _record(name, each) for name, each in said["records"].items()},
        claims=tuple(_claim(each, level) for each in said["claims"]),
        lookups={
            name: Lookup({_folded(k): v for k, v in each["values"].items()}, each.get("strict", False))
            for name, each in said.get("lookups", {}).items()
        },
        ignored=said.get("ignored", {}),
        expect=_expect(said.get("expect", {})),
    )


def _folded(word: str) -> str:
    return " ".join(word.split()).casefold()


def _constant(name: str, said: Mapping[str, Any], level: str) -> Constant:
    kind = said.get("kind", "Source")
    key = said.get("key", name)
    return Constant(name, kind, key, said.get("id", ""), said.get("values", {}), said.get("level", level))


def _record(name: str, said: Mapping[str, Any]) -> RecordSpec:
    made = RecordSpec(
        name=name,
        kind=said["kind"],
        key=_strings(said.get("key")),
        hash=_strings(said.get("hash")),
        id=said.get("id", ""),
        prefix=said.get("prefix", ""),
        optional=said.get("optional", False),
        repeats=said.get("repeats", ""),
        numbered=said.get("numbered", ""),
    )
    if sum(map(bool, (made.key, made.hash, made.id))) != 1:
        raise DataError("mapping_key", column=f"records.{name}")
    return made


def _strings(said: Any) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said or ())


def _claim(said: Mapping[str, Any], level: str) -> ClaimSpec:
    each = said.get("each")
    values = {name: value_of(value) for name, value in said.get("values", {}).items()}
    return ClaimSpec(
        claim=said["claim"],
        about=said["about"],
        to=said.get("to", ""),
        values=values,
        cites=_strings(said.get("cites")),
        locator=value_of(said["locator"]) if "locator" in said else None,
        quote=value_of(said["quote"]) if "quote" in said else None,
        voice=said.get("voice"),
        stance=said.get("stance", "asserts"),
        certainty=said.get("certainty", "not_rated"),
        access=said.get("access"),
        level=said.get("level", level),
        why=said.get("why"),
        when={column: _strings(words) for column, words in said.get("when", {}).items()},
        each=(each["column"], each.get("mark", ";")) if each else None,
        own=tuple(name for name, value in values.items() if value.columns) or tuple(values),
    )


def _expect(said: Mapping[str, Any]) -> dict[str, dict[str, Bounds]]:
    """What is counted → its names → bounds; rows and rejected have the one name ``""``."""
    found: dict[str, dict[str, Bounds]] = {}
    for what, each in said.items():
        named = {"": each} if what in ("rows", "rejected") else each
        found[what] = {name: Bounds(bounds.get("min"), bounds.get("max")) for name, bounds in named.items()}
    return found


def _check_names(made: FileMapping) -> None:
    """Whether names lead somewhere and the schema has such claims. DataError."""
    kinds = {each.name: each.kind for each in made.constants.values()}
    kinds.update((each.name, each.kind) for each in made.records.values())
    for constant in made.constants.values():
        if unknown := set(constant.values) - set(SCHEMA.kinds[constant.kind].properties):
            raise DataError("mapping_word", column=f"constants.{constant.name}", value=", ".join(unknown), known="–")
    for number, spec in enumerate(made.claims, 1):
        at = f"claims[{number}]"
        for name in (spec.about, *([spec.to] if spec.to else ()), *spec.cites):
            if name not in kinds:
                raise DataError("mapping_word", column=at, value=name, known=", ".join(kinds))
        _check_shape(spec, at, kinds)
        for value in spec.values.values():
            if value.lookup and value.lookup not in made.lookups:
                raise DataError("mapping_word", column=at, value=value.lookup, known=", ".join(made.lookups) or "–")


def _check_shape(spec: ClaimSpec, at: str, kinds: Mapping[str, str]) -> None:
    shape = SCHEMA.shapes[spec.claim]
    if kinds[spec.about] not in shape.about:
        raise DataError(
            "mapping_word", column=f"{at}.about", value=kinds[spec.about], known=", ".join(sorted(shape.about))
        )
    if bool(spec.to) != bool(shape.to) or (spec.to and kinds[spec.to] not in shape.to):
        raise DataError("mapping_word", column=f"{at}.to", value=spec.to, known=", ".join(sorted(shape.to)) or "–")
    if unknown := sorted(set(spec.values) - shape.values):
        raise DataError(
            "mapping_word", column=f"{at}.values", value=", ".join(unknown), known=", ".join(sorted(shape.values))
        )
    if any(kinds[name] != "Source" for name in spec.cites):
        raise DataError("mapping_word", column=f"{at}.cites", value=", ".join(spec.cites), known="Source")


def columns_of(made: FileMapping) -> Sequence[str]:
    """The columns that the mapping reads, each once."""
    found: dict[str, None] = {}
    for record in made.records.values():
        found.update(dict.fromkeys((*record.key, *record.hash, *([record.id] if record.id else ()))))
    for spec in made.claims:
        for value in (*spec.values.values(), spec.locator, spec.quote):
            found.update(dict.fromkeys(value.columns if value else ()))
        found.update(dict.fromkeys(spec.when))
        if spec.each:
            found[spec.each[0]] = None
    found.pop(PIECE, None)
    return tuple(found)
