"""From a folder, a file or the name of a shipped dataset to a release: claims, what was kept out and why, counts
table by table.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from kb.base import Progress, Release, silent
from kb.errors import DataError, UnknownId
from kb.model import Claim
from loaders import lookups
from loaders.checks import summaries, unread
from loaders.context import Context
from loaders.dataset import Dataset
from loaders.gedcom import ENDINGS, read_tree
from loaders.mapping import find_mapping, read_mapped
from loaders.problems import Problem, rejected, warning
from loaders.read import Read, TableCount
from loaders.sets import Found, Input, find
from loaders.survey import Survey
from loaders.tables import Shape
from loaders.tabular import Row, Table, reading

_STEP = 5000


def read(
    target: str | Path,
    dataset: str | None = None,
    *,
    mapping: str | Path | None = None,
    part: str | None = None,
    progress: Progress = silent,
) -> Read:
    """Read ``target``: the name of a shipped dataset, a folder of tables, one table, a family tree; or any file, folder
    or zip by a ``mapping`` (its file, or the name of a shipped one). ``dataset`` and ``part`` are what to call it.

    DataError where it cannot be read at all; UnknownId where there is no such thing.
    """
    if mapping is not None:
        path = Path(target)
        if not path.exists():
            raise UnknownId("unknown_file", id=str(target))
        return read_mapped(path, find_mapping(mapping), dataset, part, progress)
    path = Path(target)
    if path.suffix.lower() in ENDINGS and path.is_file():
        return read_tree(path, dataset, part, progress)
    return _Reading(find(target, dataset), progress).read()


class _Reading:
    """One reading, with what it gathers on the way."""

    def __init__(self, found: Found, progress: Progress) -> None:
        self._found = found
        self._progress = progress
        self._survey = Survey(absent=set(found.absent))
        self._at = Context(found.dataset, self._survey, found.dataset.id)
        self._claims: list[tuple[Claim, str]] = []
        self._rejected: list[Problem] = []
        self._warnings: list[Problem] = list(found.remarks)
        self._counts: dict[str, TableCount] = {}

    def read(self) -> Read:
        found = self._found
        referred = {name for each in found.tables for name in each.shape.refers_to}.union(lookups.REFERS_TO)
        for each in (*found.tables, *found.beside):
            if each.shape.name in referred or each.shape.surveyed:
                self._look_over(each)
        if not found.part:
            self._claims.extend(lookups.claims(self._at))
        for each in found.tables:
            self._counts[each.shape.name] = self._read_table(each)
        self._warnings.extend(summaries(self._claims))
        release = Release(
            dataset=found.dataset.id,
            claims=self._claims,
            file=found.name,
            checksum=_checksum([each.path for each in found.tables], found.dataset),
            rows=sum(count.rows for count in self._counts.values()),
            part=found.part,
            mapping=found.dataset.file.name if found.dataset.file else "",
            made_up=found.dataset.made_up,
            counts={name: count.rows for name, count in self._counts.items()},
        )
        return Read(release, self._rejected, self._warnings, self._counts)

    def _look_over(self, each: Input) -> None:
        """First pass: the keys, and what rows of other tables must know."""
        shape = each.shape
        keys = self._survey.keys[shape.name]
        with reading(each.path, each.named, shape.required) as table:
            for row in table.rows():
                if isinstance(row, Row):
                    if len(shape.key) == 1:
                        keys.add(row.cells[shape.key[0]].strip())
                    shape.survey(row.cells, self._survey)

    def _read_table(self, each: Input) -> TableCount:
        rows = ignored = 0
        claims_before, rejected_before = len(self._claims), len(self._rejected)
        known = _Known(each.shape)
        with reading(each.path, each.named, each.shape.required) as table:
            for row in table.rows():
                rows += 1
                ignored += not self._take(row, each.shape, known)
                if rows % _STEP == 0:
                    self._progress("rows", rows, 0)
            self._audit(table, each.shape, rows)
        kept_out = len(self._rejected) - rejected_before
        return TableCount(rows, len(self._claims) - claims_before, kept_out, ignored - kept_out)

    def _take(self, row: Row | DataError, shape: Shape, known: _Known) -> bool:
        """Whether the row made claims; one that did not is among the rejected, or ignored by name."""
        if isinstance(row, DataError):
            self._rejected.append(rejected(row, str(row.data["row"])))
            return False
        try:
            if known.again(row):
                self._warnings.append(warning("duplicate_row", row.ref))
            made = list(shape.claims(row, self._at))
        except DataError as error:
            self._rejected.append(rejected(error, row.ref))
            return False
        reference = f"{row.ref} {row.key(shape.key[0])}" if shape.key_in_reference else row.ref
        for claim in made:
            self._claims.append((claim, reference))
            self._warnings.extend(unread(claim, row))
        if not made and shape.name not in self._found.dataset.ignored_rows:
            self._warnings.append(warning("row_says_nothing", row.ref))
        return bool(made)

    def _audit(self, table: Table, shape: Shape, rows: int) -> None:
        ignored = self._found.dataset.ignored_columns.get(shape.file, ())
        for column, cells in table.unused(ignored):
            self._warnings.append(warning("unused_column", f"{table.file}:1", column, cells=cells))
        if not rows:
            self._warnings.append(warning("no_rows", f"{table.file}:1"))


class _Known:
    """The rows of one table that were seen: the same row again is told, the same key with other content is refused."""

    def __init__(self, shape: Shape) -> None:
        self._key = shape.key
        self._contents: set[int] = set()
        self._keys: set[tuple[str, ...]] = set()

    def again(self, row: Row) -> bool:
        """Whether the row was seen already; DataError ``duplicate_key`` where only its key was."""
        content = hash(row.content())
        seen = content in self._contents
        self._contents.add(content)
        if self._key and not seen:
            key = tuple(row.cells[column].strip() for column in self._key)
            if key in self._keys:
                raise DataError("duplicate_key", column=", ".join(self._key), value=", ".join(key))
            self._keys.add(key)
        return seen


def _checksum(paths: Iterable[Path], dataset: Dataset) -> str:
    """SHA-256 of the files that were read, one after the other."""
    digest = hashlib.sha256()
    for path in (*paths, *([dataset.file] if dataset.file else [])):
        with path.open("rb") as file:
            for piece in iter(lambda: file.read(1 << 20), b""):
                digest.update(piece)
    return digest.hexdigest()
