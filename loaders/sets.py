"""What there is to read: shipped datasets, folders of tables, single tables. Which file is which table."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from kb.errors import DataError, UnknownId
from loaders.dataset import DESCRIBED_IN, Dataset
from loaders.description import read_dataset
from loaders.problems import Problem, warning
from loaders.tables import TABLES, Shape

_SHIPPED = Path(str(files("loaders"))) / "datasets"
_ROOT = Path(str(files("kb"))).parent
DATA = "data"


@dataclass(frozen=True, slots=True)
class Input:
    """One table in one file; ``named`` is what its rows are called by, as in ``persons.csv:17``."""

    shape: Shape
    path: Path
    named: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a reading has before it.

    ``beside`` are tables that are only looked into, for the keys that ``tables`` refer to; ``absent`` tables are not
    there at all, and what refers to them cannot be checked. ``part`` is empty for a whole folder, else the table that
    was asked for.
    """

    name: str
    dataset: Dataset
    tables: Sequence[Input]
    beside: Sequence[Input]
    absent: frozenset[str]
    part: str
    remarks: Sequence[Problem]


def shipped() -> Iterator[Dataset]:
    """The datasets that come with the program, by name."""
    for folder in sorted(_SHIPPED.iterdir()):
        if (folder / DESCRIBED_IN).is_file():
            yield read_dataset(folder)


def find(target: str | Path, id: str | None = None) -> Found:
    """What ``target`` is: the name of a shipped dataset, a folder, a file. UnknownId where it is none; DataError."""
    path = Path(target)
    if path.is_file():
        return _one_table(path, id)
    folder = path if path.is_dir() else _SHIPPED / str(target)
    if not path.is_dir() and not (folder / DESCRIBED_IN).is_file():
        raise UnknownId("unknown_dataset", id=str(target), known=", ".join(each.id for each in shipped()))
    dataset = read_dataset(folder, id)
    tables, remarks = _tables(folder, dataset)
    if not tables:
        raise DataError("no_tables", file=str(target), known=", ".join(shape.file for shape in TABLES.values()))
    absent = _absent(tables)
    return Found(folder.resolve().name, dataset, tables, (), absent, "", [*remarks, *_unchecked(tables, absent)])


def _one_table(path: Path, id: str | None) -> Found:
    asked = Input(_shape_of(path), path, path.name)
    dataset = read_dataset(path.parent, id)
    tables, _ = _tables(path.parent, dataset)
    beside = [each for each in tables if each.shape is not asked.shape]
    absent = _absent([asked, *beside])
    return Found(path.name, dataset, [asked], beside, absent, asked.shape.name, _unchecked([asked], absent))


def _shape_of(path: Path) -> Shape:
    """By its name, else by its header; DataError ``unknown_table``."""
    named = TABLES.get(path.stem)
    if named is not None:
        return named
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            header = {column.strip() for column in next(csv.reader(file), [])}
    except UnicodeDecodeError:
        header = set()
    fit = [shape for shape in TABLES.values() if header.issuperset(shape.required)]
    if len(fit) != 1:
        raise DataError("unknown_table", file=path.name, known=", ".join(shape.file for shape in TABLES.values()))
    return fit[0]


def _tables(folder: Path, dataset: Dataset) -> tuple[list[Input], list[Problem]]:
    inside = folder / DATA if (folder / DATA).is_dir() else folder
    there = {path.name: path for path in sorted(inside.glob("*.csv"))}
    there.update({name: _ROOT / where for name, where in dataset.with_readers.items()})
    tables = [Input(shape, there[shape.file], shape.file) for shape in TABLES.values() if shape.file in there]
    known = {each.named for each in tables} | set(dataset.ignored_tables)
    return tables, [warning("unused_table", f"{name}:1") for name in sorted(set(there) - known)]


def _absent(tables: Iterable[Input]) -> frozenset[str]:
    return frozenset(TABLES) - {each.shape.name for each in tables}


def _unchecked(tables: Iterable[Input], absent: frozenset[str]) -> list[Problem]:
    """A remark for each table that is not there although others refer to it."""
    wanted = {name for each in tables for name in each.shape.refers_to}
    return [warning("unchecked", f"{name}.csv", "", "") for name in sorted(wanted & absent)]
