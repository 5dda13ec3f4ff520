"""Reading files by a mapping: every column used or ignored by name, every row in or refused with its reason."""

from __future__ import annotations

import difflib
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast

from kb.base import Progress, Release
from kb.errors import DataError
from kb.model import Claim
from loaders.checks import unread
from loaders.mapping.model import FileMapping, columns_of
from loaders.mapping.row import Maker
from loaders.problems import Problem, rejected, warning
from loaders.read import Read, Refused, TableCount
from loaders.readers import Sheet, files_of, known_format, sheets
from loaders.tabular import Row, Table

_STEP = 5000
_TELLING = 3  # rows: fewer cannot show that keys are only numbers of rows


def read_mapped(target: Path, mapping: FileMapping, dataset: str | None, part: str | None, progress: Progress) -> Read:
    """Read a file, folder or zip by ``mapping``. DataError where the whole cannot be loaded as it is."""
    name = dataset or mapping.dataset
    if not name:
        raise DataError("mapping_dataset", file=mapping.file.name)
    return _Reading(target, mapping, name, mapping.part if part is None else part, progress).read()


class _Reading:
    """One reading, with what it gathers on the way."""

    def __init__(self, target: Path, mapping: FileMapping, dataset: str, part: str, progress: Progress) -> None:
        self._target = target
        self._mapping = mapping
        self._dataset = dataset
        self._part = part
        self._progress = progress
        self._maker = Maker(mapping, dataset)
        self._claims: list[tuple[Claim, str]] = []
        self._rejected: list[Problem] = []
        self._refused: list[Refused] = []
        self._warnings: list[Problem] = []
        self._counts: dict[str, TableCount] = {}
        self._keys: dict[str, int] = {}
        self._rows = 0
        self._numbered = 0

    def read(self) -> Read:
        mapping = self._mapping
        self._claims.extend((claim, mapping.file.name) for claim in self._maker.constants())
        digest = hashlib.sha256()
        with files_of(self._target, mapping.files) as found:
            if not found:
                raise DataError("no_files", file=self._target.name, value=mapping.files or "*")
            for named, path in self._known(found):
                _add(digest, path)
                with sheets(path, named, mapping.wanted) as there:
                    for sheet in there:
                        self._counts[sheet.named] = self._read_sheet(sheet)
        _add(digest, mapping.file)
        self._no_row_numbers()
        self._expectations()
        release = Release(
            dataset=self._dataset,
            claims=self._claims,
            file=self._target.name,
            checksum=digest.hexdigest(),
            rows=self._rows,
            part=self._part,
            mapping=mapping.name,
            counts={name: count.rows for name, count in self._counts.items()},
        )
        return Read(release, self._rejected, self._warnings, self._counts, self._refused, mapping.version)

    def _known(self, found: Iterable[tuple[str, Path]]) -> Iterator[tuple[str, Path]]:
        """The files that some reader reads; others of a folder or zip are told."""
        one = self._mapping.wanted.format or (self._target.is_file() and self._target.suffix.lower() != ".zip")
        for named, path in found:
            if one or known_format(path):
                yield named, path
            else:
                self._warnings.append(warning("unused_file", named))

    def _read_sheet(self, sheet: Sheet) -> TableCount:
        self._columns(sheet)
        table = Table(sheet.named, list(sheet.columns), sheet.lines, sheet.first)
        before = (len(self._claims), len(self._rejected), self._rows)
        silent = 0
        for row in table.rows():
            self._rows += 1
            silent += not self._take(row, sheet)
            if self._rows % _STEP == 0:
                self._progress("rows", self._rows, 0)
        claims, kept_out = len(self._claims) - before[0], len(self._rejected) - before[1]
        if self._rows == before[2]:
            self._warnings.append(warning("no_rows", f"{sheet.named}:{sheet.first}"))
        return TableCount(self._rows - before[2], claims, kept_out, silent - kept_out)

    def _columns(self, sheet: Sheet) -> None:
        """Refuse a sheet with columns that nobody handles, or without those that are needed."""
        for column, count in Counter(sheet.columns).items():
            if count > 1:
                raise DataError("double_column", file=sheet.named, column=column)
        needed = columns_of(self._mapping)
        unknown = [each for each in sheet.columns if each and each not in needed and each not in self._mapping.ignored]
        for column in needed:
            if column not in sheet.columns:
                near = difflib.get_close_matches(column, unknown, n=1, cutoff=0.5)
                key = "renamed_column" if near else "missing_column"
                raise DataError(key, file=sheet.named, row=f"{sheet.named}:1", column=column, value="".join(near))
        if unknown:
            known = ", ".join(f"«{each}»" for each in unknown)
            raise DataError("unknown_columns", file=sheet.named, column=known, mapping=self._mapping.file.name)

    def _take(self, row: Row | DataError, sheet: Sheet) -> bool:
        """Whether the row made claims."""
        if isinstance(row, DataError):
            self._rejected.append(rejected(row, str(row.data["row"])))
            line = cast("list[str]", row.data["line"])
            self._refused.append(Refused(sheet.named, tuple(sheet.columns), tuple(line)))
            return False
        try:
            self._once(row)
            made = list(self._maker.claims(row))
        except DataError as error:
            self._rejected.append(rejected(error, row.ref))
            self._refused.append(Refused(sheet.named, tuple(sheet.columns), tuple(row.cells.values())))
            self._maker.doubtful.clear()
            return False
        for claim in made:
            self._claims.append((claim, row.ref))
            self._warnings.extend(unread(claim, row))
        self._warnings.extend(warning("no_lookup", row.ref, *each) for each in self._maker.doubtful)
        self._maker.doubtful.clear()
        if not made:
            self._warnings.append(warning("row_says_nothing", row.ref))
        return bool(made)

    def _once(self, row: Row) -> None:
        """Note the row's own record; DataError ``duplicate_key`` where another row with other content had it."""
        spec = self._mapping.first
        key = self._maker.key(row)
        if key and key == f"{self._dataset}:{spec.prefix}{self._rows}":
            self._numbered += 1
        content = hash(row.content())
        before = self._keys.get(key)
        if not key or before is None:
            self._keys[key] = content
        elif before == content:
            self._warnings.append(warning("duplicate_row", row.ref))
        elif not spec.repeats:
            value = key.partition(":")[2].removeprefix(spec.prefix)
            raise DataError("duplicate_key", column=", ".join(spec.key or spec.hash or (spec.id,)), value=value)

    def _no_row_numbers(self) -> None:
        spec = self._mapping.first
        if spec.key and not spec.numbered and self._rows >= _TELLING and self._numbered == self._rows:
            raise DataError("key_is_row_number", column=", ".join(spec.key), file=self._mapping.file.name)

    def _expectations(self) -> None:
        records: dict[str, set[str]] = defaultdict(set)
        for claim, _ in self._claims:
            for record, kind in claim.records:
                records[kind].add(record)
        counted: dict[str, Mapping[str, int]] = {
            "rows": {"": self._rows},
            "rejected": {"": len(self._rejected)},
            "records": {name: len(records[each.kind]) for name, each in self._mapping.records.items()},
            "claims": Counter(claim.kind for claim, _ in self._claims),
        }
        for what, named in self._mapping.expect.items():
            for name, bounds in named.items():
                found = counted[what].get(name, 0)
                least, most = bounds.least, bounds.most
                if (least is not None and found < least) or (most is not None and found > most):
                    said = f"{'–' if least is None else least} … {'–' if most is None else most}"
                    raise DataError(
                        "expectation", file=self._mapping.file.name, column=".".join(filter(None, (what, name))),
                        value=found, known=said,
                    )  # fmt: skip


def _add(digest: hashlib._Hash, path: Path) -> None:
    with path.open("rb") as file:
        for piece in iter(lambda: file.read(1 << 20), b""):
            digest.update(piece)
