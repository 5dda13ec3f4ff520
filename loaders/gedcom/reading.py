"""A family tree, from the file to a release: claims, and a line in the report for all of which nothing was made."""

from __future__ import annotations

import hashlib
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kb.base import Progress, Release
from kb.errors import DataError
from kb.model import SCHEMA, Claim
from kb.model.types import read_value
from loaders.gedcom.claims import Maker
from loaders.gedcom.gedcom import Told
from loaders.gedcom.gramps import Gramps
from loaders.gedcom.lines import Lines, Node
from loaders.gedcom.tree import Entry, Family, Individual, Work
from loaders.mapping.draft import slug
from loaders.problems import Problem, rejected, warning
from loaders.read import Read, TableCount
from loaders.readers.packed import member, opened_zip

ENDINGS = (".ged", ".gdz", ".gramps")
_STEP = 1000
_DATED = ("birth", "death")
_TAGS = {Individual: "INDI", Family: "FAM", Work: "SOUR"}
#: Records that are no part of the past: who made the file, where things are kept; what other records point to.
_PASSED_OVER = frozenset({"HEAD", "TRLR", "SUBM", "SUBN", "REPO", "NOTE", "SNOTE"})


def read_tree(path: Path, dataset: str | None, part: str | None, progress: Progress) -> Read:
    """Read a family tree. DataError where it is none."""
    return _Reading(path, dataset or slug(path.stem), part or "", progress).read()


class _Reading:
    """One reading, with what it gathers on the way."""

    def __init__(self, path: Path, dataset: str, part: str, progress: Progress) -> None:
        self._path = path
        self._dataset = dataset
        self._part = part
        self._progress = progress
        self._maker = Maker(dataset)
        self._claims: list[tuple[Claim, str]] = []
        self._rejected: list[Problem] = []
        self._warnings: list[Problem] = []
        self._counts: Counter[str] = Counter()
        self._begun = False

    def read(self) -> Read:
        self._claims.extend((claim, self._path.name) for claim, _ in self._maker.file(self._path.name))
        if self._path.suffix.lower() == ".gramps":
            self._gramps()
        else:
            with _unpacked(self._path) as (named, file):
                self._gedcom(Lines(file, named))
        if not self._counts:
            if not self._begun:
                raise DataError("no_tree", file=self._path.name)
            self._warnings.append(warning("no_rows", self._path.name))
        release = Release(
            dataset=self._dataset,
            claims=self._claims,
            file=self._path.name,
            checksum=hashlib.sha256(self._path.read_bytes()).hexdigest(),
            rows=sum(self._counts.values()),
            part=self._part,
            mapping="",
            counts=dict(self._counts),
        )
        tables = {tag: TableCount(count, 0, 0, 0) for tag, count in self._counts.items()}
        return Read(release, self._rejected, self._warnings, tables)

    def _gedcom(self, lines: Lines) -> None:
        told = Told()
        for record in lines.records():
            told.first_pass(record)
        lines.problems.clear()
        for number, record in enumerate(lines.records(), 1):
            self._record(record, told, lines)
            if number % _STEP == 0:
                self._progress("rows", number, 0)
        for work in told.works():
            self._take(work, lines.named)
        self._warnings = [*lines.problems, *self._warnings]

    def _record(self, record: Node, told: Told, lines: Lines) -> None:
        row = f"{lines.named}:{record.line}"
        self._begun = self._begun or record.tag == "HEAD"
        if record.tag in ("INDI", "FAM", "SOUR") and not record.xref:
            self._rejected.append(rejected(DataError("record_without_key", column=record.tag, value=""), row))
            return
        entry = told.entry(record)
        if entry is not None:
            self._take(entry, lines.named)
            self._unused(record, lines.named)
        elif record.tag not in _PASSED_OVER:
            value = record.said or record.xref
            self._warnings.append(warning("gedcom_not_taken", row, record.tag, value[:200]))

    def _unused(self, record: Node, named: str) -> None:
        for node, path in record.unused():
            value = " ".join(filter(None, (node.value, *(part.value for part in node.parts))))
            self._warnings.append(warning("gedcom_not_taken", f"{named}:{node.line}", path, value[:200]))

    def _gramps(self) -> None:
        tree = Gramps(self._path, self._path.name)
        tree.look_over()
        self._begun = True
        for number, entry in enumerate(tree.entries(), 1):
            self._take(entry, self._path.name)
            if number % _STEP == 0:
                self._progress("rows", number, 0)

    def _take(self, entry: Entry, named: str) -> None:
        self._counts[_TAGS[type(entry)]] += 1
        for claim, line in self._maker.claims(entry):
            row = f"{named}:{line}"
            self._claims.append((claim, row))
            for name in _DATED:
                text = claim.values.get(name)
                if text and claim.about_kind == "Person":
                    prop = SCHEMA.kinds["Person"].properties[name]
                    problem = read_value(prop.type, text, None).problem
                    if problem:
                        self._warnings.append(warning(problem, row, name, text))


@contextmanager
def _unpacked(path: Path) -> Iterator[tuple[str, Path]]:
    """The GEDCOM of a file; of a GEDZIP it is ``gedcom.ged`` inside."""
    if path.suffix.lower() != ".gdz":
        yield path.name, path
        return
    with tempfile.TemporaryDirectory(prefix="kb-gedzip-") as folder, opened_zip(path, path.name) as packed:
        file = Path(folder) / "gedcom.ged"
        with member(packed, "gedcom.ged", path.name) as stream, file.open("wb") as out:
            while piece := stream.read(1 << 20):
                out.write(piece)
        yield f"{path.name}/gedcom.ged", file
