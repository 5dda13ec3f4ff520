"""A filled sheet as claims. Pure: the same sheet always makes the same claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kb.errors import DataError
from kb.model import SCHEMA, Claim, make_claim
from loaders.hand.filled import DOCUMENT, Filled, Row, key_of
from loaders.hand.sheet import ANY, NEW, PICKED, ROLE, SEARCH, SELF, UPRISING, Block, Event, Sheet, Tie, sheets

Known = tuple[str, str]
MARK = ";"  # between several values of one field


@dataclass(frozen=True, slots=True)
class Made:
    """The claims of a sheet; its document; records that somebody picked a person of the base for (record → person)."""

    claims: tuple[Claim, ...]
    source: str
    same: Mapping[str, str]


def claims_of(filled: Filled, dataset: str) -> Made:
    """What ``filled`` says, in the data set of the one who fills it. DataError where nothing says which document."""
    return _Making(filled, dataset).made()


def source_key(source: Row) -> str:
    """The key of a document: what it is called, its date, where it is kept."""
    return key_of(source.get(name, "").strip() for name in ("title", "date", "reference"))


class _Making:
    def __init__(self, filled: Filled, dataset: str) -> None:
        if not filled.source.get("title", "").strip():
            raise DataError("hand_no_source")
        self._filled = filled
        self._sheet: Sheet = sheets()[filled.sheet]
        self._dataset = dataset
        self._source = filled.keys.get(DOCUMENT) or f"{dataset}:d{source_key(filled.source)}"
        self._records: dict[tuple[str, int], Known] = {}
        self._seen: Counter[str] = Counter()

    def made(self) -> Made:
        rows = [(block, place, row) for block in self._sheet.blocks.values() for place, row in self._rows(block)]
        for block, place, row in rows:
            if not block.common:
                known = self._filled.keys.get((block.name, place))
                self._records[block.name, place] = (known, block.kind) if known else self._record(block, row)
        claims = [self._of_source()]
        for block, place, row in rows:
            if not block.common:
                claims.extend(self._of_row(block, place, row))
        claims.extend(self._part())
        return Made(tuple({claim.id: claim for claim in claims}.values()), self._source, self._same())

    def _rows(self, block: Block) -> Iterator[tuple[int, Row]]:
        """The rows that say something, each with its place."""
        for place, row in enumerate(self._filled.rows.get(block.name, ())):
            said = {name: text.strip() for name, text in row.items() if text.strip()}
            if said or (block.name, place, "") in self._filled.picks:
                yield place, said

    def _record(self, block: Block, row: Row) -> Known:
        if block.claim == SEARCH:
            return self._source, "Source"
        if block.claim == ANY:
            return row.get("about", ""), row.get("kind", "")
        if block.shared:
            return f"{self._dataset}:{block.name}.{key_of(row.get(name, '') for name in block.own[:1])}", block.kind
        telling = ("name", "birth") if block.kind == "Person" else block.own
        name = f"{self._source}.{block.name}.{key_of(row.get(name, '') for name in telling)}"
        self._seen[name] += 1
        again = f"-{self._seen[name]}" if self._seen[name] > 1 else ""
        return f"{name}{again}", block.kind

    def _of_source(self) -> Claim:
        values = {"source_kind": "case_document", **_filled(self._filled.source)}
        return make_claim("source", (self._source, "Source"), values, level=self._filled.level)

    def _part(self) -> Iterator[Claim]:
        for block in self._sheet.blocks.values():
            if block.kind == "Case" and (block.name, 0) in self._records:
                yield make_claim("part", (self._source, "Source"), to=self._records[block.name, 0],
                                 level=self._filled.level)  # fmt: skip

    def _of_row(self, block: Block, place: int, row: Row) -> Iterator[Claim]:
        known = self._records[block.name, place]
        if block.claim == ANY:
            if all(row.get(name) for name in block.own):
                kind = SCHEMA.kinds[row["kind"]].claim
                yield self._claim(kind, known, {row["property"]: row["value"]}, row=row)
            return
        if block.claim == SEARCH:
            yield make_claim("search", known, {name: row[name] for name in block.own if name in row},
                             level=self._filled.level)  # fmt: skip
            return
        own = {name: row[name] for name in block.own if name in row}
        yield from self._values(block, known, {**own, **(block.values if own else {})}, row)
        for tie in block.ties:
            yield from self._tie(block, tie, known, row)
        for event in block.events:
            yield from self._event(block, event, known, row)
        yield from self._picked(block, place, known, row)

    def _values(self, block: Block, about: Known, values: Row, row: Row) -> Iterator[Claim]:
        """The claims of a record's own properties: those of one speaker together, a second value of one in another."""
        kind = SCHEMA.kinds[about[1]]
        first: dict[str, dict[str, str]] = {}
        more: list[tuple[str, str, str]] = []
        for name, text in values.items():
            voice = self._voice(block, name)
            several = kind.properties[name].many and name in block.own
            texts = [part.strip() for part in text.split(MARK) if part.strip()] if several else [text]
            for number, part in enumerate(texts):
                if number:
                    more.append((voice, name, part))
                else:
                    first.setdefault(voice, {})[name] = part
        for voice, said in first.items():
            yield self._claim(kind.claim, about, said, voice=voice, row=row)
        for voice, name, part in more:
            yield self._claim(kind.claim, about, {name: part}, voice=voice, row=row)

    def _voice(self, block: Block, field: str) -> str:
        return self._filled.voices.get((block.name, field), "") if field in block.own_words else ""

    def _tie(self, block: Block, tie: Tie, known: Known, row: Row) -> Iterator[Claim]:
        values = {name: row[name] for name in tie.fields if name in row}
        about, to = self._end(tie.about, known), self._end(tie.to, known)
        voice = self._voice(block, ROLE) if ROLE in tie.fields else ""
        if about is not None and to is not None:
            if not tie.fields or values or tie.claim != "participation":
                yield self._claim(tie.claim, about, {**tie.values, **values}, to=to, voice=voice, row=row)
            return
        # where the other end is not told, the words are kept as said of the person: nothing that is typed gets lost
        for name, text in values.items():
            yield self._claim("statement", known, {"property": name, "value": text}, voice=voice, row=row)

    def _end(self, name: str, known: Known) -> Known | None:
        if name == SELF:
            return known
        if name == UPRISING:
            return (self._filled.uprising, "Uprising") if self._filled.uprising else None
        return self._records.get((name, 0))

    def _event(self, block: Block, event: Event, known: Known, row: Row) -> Iterator[Claim]:
        common = _filled(self._filled.one(event.common)) if event.common else {}
        values = {**common, **{name: row[name] for name in event.fields if name in row}}
        if not values:
            return
        happened = (f"{known[0]}.{event.name}", event.kind)
        claim = SCHEMA.kinds[event.kind].claim
        yield self._claim(claim, happened, {**event.values, **values}, row=row)
        yield self._claim("subject", known, {}, to=happened, row=row)
        case = self._records.get((event.case, 0))
        if case is not None:
            yield self._claim("proceeding", happened, {}, to=case, row=row)
        for name in common:
            picked = self._filled.picks.get((event.common, 0, name))
            yield from self._place(event.kind, name, common[name], happened, picked, row)

    def _picked(self, block: Block, place: int, known: Known, row: Row) -> Iterator[Claim]:
        for name in block.own:
            if name in row:
                picked = self._filled.picks.get((block.name, place, name))
                yield from self._place(block.kind, name, row[name], known, picked, row)

    def _place(self, kind: str, name: str, written: str, known: Known, picked: str | None, row: Row) -> Iterator[Claim]:
        if picked and (kind, name) in PICKED:
            claim, leads = PICKED[kind, name]
            if picked == NEW:
                picked = f"{self._dataset}:{leads.lower()}.{key_of([written])}"
                of_kind = SCHEMA.kinds[leads].claim
                yield self._claim(of_kind, (picked, leads), {"name_ru": written}, row={})
            yield self._claim(claim, known, {}, to=(picked, leads), row=row)

    def _claim(
        self, kind: str, about: Known, values: Row, *, to: Known | None = None, voice: str = "", row: Row
    ) -> Claim:
        filled = self._filled
        return make_claim(
            kind,
            about,
            values,
            to=to,
            cites=[self._source],
            locator=filled.locator.strip(),
            quote=row.get("quote") or filled.quote.strip(),
            access=filled.access,
            voice=voice or filled.voice or self._sheet.voice,
            stance=row.get("stance") or filled.stance,
            certainty=filled.certainty,
            level=filled.level,
        )

    def _same(self) -> dict[str, str]:
        """Records of people that somebody picked from the base."""
        picked = ((block, place, id_) for (block, place, field), id_ in self._filled.picks.items() if not field)
        return {self._records[block, place][0]: id_ for block, place, id_ in picked if (block, place) in self._records}


def _filled(row: Row) -> dict[str, str]:
    return {name: text.strip() for name, text in row.items() if text.strip()}
