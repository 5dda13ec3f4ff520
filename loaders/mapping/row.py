"""One row of a mapped file: its cells, the records it speaks of, its claims."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Iterator, Mapping

from kb.errors import DataError
from kb.model import SCHEMA, Claim, make_claim
from loaders.mapping.model import PIECE, ClaimSpec, FileMapping, RecordSpec
from loaders.mapping.values import Value
from loaders.tabular import Row

Known = tuple[str, str]
Cell = Callable[[str], str]
_BETWEEN = "/"
_ANY = "*"
_DIGITS = 5  # bytes of a key that is made of content: 40 bits, one double in a million rows at most
_LONGEST = 1_000_000  # letters of a cell


class Maker:
    """Makes the claims of rows of one mapping in one data set; ``doubtful`` gathers words that no lookup has."""

    def __init__(self, mapping: FileMapping, dataset: str) -> None:
        self._mapping = mapping
        self._dataset = dataset
        self._constants = {
            name: (each.id or f"{dataset}:{each.key}", each.kind) for name, each in mapping.constants.items()
        }
        self._row: Row | None = None
        self._here: dict[str, Known | None] = {}
        of_rows = [spec for spec in mapping.claims if not mapping.once(spec)]
        self._of_rows = sorted(of_rows, key=lambda spec: bool(spec.to))
        self._told = {spec.about for spec in of_rows if not spec.to}
        self.doubtful: list[tuple[str, str]] = []

    def constants(self) -> Iterator[Claim]:
        """What the mapping itself says of its constants."""
        for each in self._mapping.constants.values():
            if each.values and not each.id:
                kind = SCHEMA.kinds[each.kind].claim
                yield make_claim(kind, self._constants[each.name], each.values, level=each.level)
        for spec in self._mapping.claims:
            claim = self._claim(spec, _no_cell) if self._mapping.once(spec) else None
            if claim is not None:
                yield claim

    def key(self, row: Row) -> str:
        """The id of the row's own record. DataError ``empty_key``."""
        self._row, self._here = row, {}
        found = self._named(self._mapping.first.name, row.take)
        return found[0] if found else ""

    def claims(self, row: Row) -> Iterator[Claim]:
        """The claims of a row. DataError keeps it out: ``empty_key``, ``unknown_word``, ``cell_too_long``."""
        if self._row is not row:
            self._row, self._here = row, {}
        for column, text in row.cells.items():
            if len(text) > _LONGEST:
                raise DataError("cell_too_long", column=column, value=f"{text[:40]}…", most=_LONGEST)
        said: set[str] = set()
        for spec in self._of_rows:
            for cell in _cells(spec, row):
                claim = self._claim(spec, cell)
                # a tie to something that this row says nothing of leads nowhere
                if claim is not None and not (spec.to in self._told and claim.to not in said):
                    said.add(claim.about)
                    yield claim

    def _claim(self, spec: ClaimSpec, cell: Cell) -> Claim | None:
        """The claim, or None where it is not said, no cell says anything, or one of its records is not there."""
        if spec.when and not all(_fits(cell(column), words) for column, words in spec.when.items()):
            return None
        about = self._named(spec.about, cell)
        to = self._named(spec.to, cell) if spec.to else None
        if about is None or (spec.to and to is None):
            return None
        cites = [source[0] for name in spec.cites if (source := self._named(name, cell)) is not None]
        values = {name: text for name, value in spec.values.items() if (text := self._value(value, cell)).strip()}
        if spec.values and not any(name in values for name in spec.own):
            return None
        return make_claim(
            spec.claim,
            about,
            values,
            to=to,
            cites=cites,
            locator=self._value(spec.locator, cell) if spec.locator else None,
            quote=self._value(spec.quote, cell) if spec.quote else None,
            access=spec.access,
            voice=spec.voice,
            stance=spec.stance,
            certainty=spec.certainty,
            level=spec.level,
            why=spec.why,
        )

    def _named(self, name: str, cell: Cell) -> Known | None:
        if name in self._constants:
            return self._constants[name]
        if self._row is None or cell != self._row.take:  # a piece makes a record of its own
            return self._record(self._mapping.records[name], cell)
        if name not in self._here:
            self._here[name] = self._record(self._mapping.records[name], cell)
        return self._here[name]

    def _record(self, spec: RecordSpec, cell: Cell) -> Known | None:
        columns = spec.key or spec.hash or (spec.id,)
        cells = [" ".join(unicodedata.normalize("NFC", cell(column)).split()) for column in columns]
        missing = not any(cells) if spec.hash else not all(cells)
        if missing:
            if spec.optional:
                return None
            raise DataError("empty_key", column=", ".join(columns), value="")
        if spec.id:
            return cells[0], spec.kind
        local = content_key(cells) if spec.hash else _BETWEEN.join(cells)
        return f"{self._dataset}:{spec.prefix}{local}", spec.kind

    def _value(self, value: Value, cell: Cell) -> str:
        return value.of(cell, self._look)

    def _look(self, name: str, column: str, word: str) -> str:
        lookup = self._mapping.lookups[name]
        found = lookup.values.get(" ".join(word.split()).casefold())
        if found is not None:
            return found
        if lookup.strict:
            raise DataError("unknown_word", column=column, value=word, known=", ".join(list(lookup.values)[:8]))
        self.doubtful.append((column, word))
        return word


def content_key(cells: list[str]) -> str:
    """A short key made of what stands in cells: the same content, the same key, wherever its row stands."""
    return hashlib.blake2b("\x1f".join(cells).encode(), digest_size=_DIGITS).hexdigest()


def _no_cell(column: str) -> str:
    """What is the same for all rows reads none."""
    raise AssertionError(column)


def _cells(spec: ClaimSpec, row: Row) -> Iterator[Cell]:
    """The cells that a claim is made of: those of the row, once for each piece where one of them is divided."""
    if spec.each is None:
        yield row.take
        return
    column, mark = spec.each
    for piece in dict.fromkeys(row.many(column, mark)):
        yield _with(row, {PIECE: piece})


def _with(row: Row, more: Mapping[str, str]) -> Cell:
    def cell(column: str) -> str:
        return more[column] if column in more else row.take(column)

    return cell


def _fits(cell: str, words: tuple[str, ...]) -> bool:
    said = " ".join(cell.split()).casefold()
    return any((word == _ANY and said != "") or word.casefold() == said for word in words)
