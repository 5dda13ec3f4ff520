"""Claims of an entry as the sheet that made them: the way back of ``claims.py``, to look at and correct."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kb.model import SCHEMA, Claim
from loaders.hand.claims import MARK
from loaders.hand.filled import DOCUMENT, Filled, Row
from loaders.hand.sheet import ANY, NEW, PICKED, SEARCH, Block, Event, Sheet, Tie, sheets

_KIND_OF_SOURCE = {"source_kind": "case_document"}


def filled_of(claims: Sequence[Claim], sheet: str, same: Mapping[str, str] | None = None) -> Filled:
    """The sheet that ``claims`` were made of, in the order in which they stand; ``same``: record → person picked."""
    return _Reading(claims, sheets()[sheet], same or {}).filled()


class _Reading:
    def __init__(self, claims: Sequence[Claim], sheet: Sheet, same: Mapping[str, str]) -> None:
        self._sheet = sheet
        self._same = same
        self._source = next(claim for claim in claims if claim.kind == "source")
        self._about: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            self._about[claim.about].append(claim)
        self._claims = claims
        self._rows: dict[str, tuple[Row, ...]] = {}
        self._picks: dict[tuple[str, int, str], str] = {}
        self._voices: dict[tuple[str, str], str] = {}
        self._keys: dict[tuple[str, int], str] = {DOCUMENT: self._source.about}
        self._whole = list(self._of_all())
        self._plain = next((claim for claim in claims if claim.cites), self._source)
        self._voice = self._voice_of_all()
        self._quote = next((claim.quote or "" for claim in self._whole), "")
        self._stance = next((claim.stance for claim in self._whole), "asserts")

    def filled(self) -> Filled:
        """The whole of it."""
        for block in self._sheet.blocks.values():
            rows: list[Row]
            if block.claim == ANY:
                rows = [self._any(claim) for claim in self._claims if claim.cites]
            elif block.claim == SEARCH:
                rows = [dict(claim.values) for claim in self._about[self._source.about] if claim.kind == "search"]
            elif block.common:
                continue
            else:
                rows = [self._row(block, place, record) for place, record in enumerate(self._records(block))]
            if rows:
                self._rows[block.name] = tuple(rows)
        self._common()
        plain, quote, stance = self._plain, self._quote, self._stance
        source = {k: v for k, v in self._source.values.items() if _KIND_OF_SOURCE.get(k) != v}
        return Filled(
            sheet=self._sheet.name,
            source=source,
            rows=self._rows,
            picks=self._picks,
            voices=self._voices,
            keys=self._keys,
            uprising=next((c.to for c in self._claims if c.to_kind == "Uprising" and c.to), ""),
            locator=plain.locator or "",
            quote=quote,
            access=plain.access or "original",
            voice=self._voice if self._voice != self._sheet.voice else "",
            stance=stance,
            certainty=plain.certainty,
            level=self._source.level,
        )

    def _voice_of_all(self) -> str:
        """The voice of what nobody said apart: of a claim that has more in it than own words."""
        own = {name for block in self._sheet.blocks.values() for name in block.own_words}
        cited = (claim for claim in self._claims if claim.cites)
        plain = (claim for claim in cited if not _fields_of(claim) or _fields_of(claim) - own)
        return next((claim.voice for claim in plain if claim.voice), self._sheet.voice)

    def _of_all(self) -> Iterator[Claim]:
        """Claims that carry the quote and the stance of the whole sheet: none of rows that have their own."""
        apart = {record for block in self._sheet.blocks.values() if block.said for record in self._records(block)}
        return (claim for claim in self._claims if claim.cites and not apart.intersection((claim.about, claim.to)))

    def _records(self, block: Block) -> list[str]:
        """The records of a block, in the order in which claims name them."""
        start = f"{block.name}." if block.shared else f"{self._source.about}.{block.name}."
        named = dict.fromkeys(record for claim in self._claims for record, _ in claim.records)
        wanted = (
            record for record in named if (record.partition(":")[2] if block.shared else record).startswith(start)
        )
        events = tuple(f".{event.name}" for event in block.events)
        return [record for record in wanted if not (events and record.endswith(events))]

    def _row(self, block: Block, place: int, record: str) -> Row:
        found: dict[str, str] = {}
        self._keys[block.name, place] = record
        # a claim with the second value of a property has nothing else in it; a corrected first one comes later
        for claim in sorted(self._about[record], key=lambda claim: -len(claim.values)):
            if claim.kind == block.claim:
                for name, text in claim.values.items():
                    if block.values.get(name) != text or name in block.own:
                        self._put(block, found, name, text, claim)
            self._pick(block.kind, block.name, place, claim)
        for tie in block.ties:
            self._tie(block, tie, record, found)
        for event in block.events:
            for claim in self._about[f"{record}.{event.name}"]:
                found.update({name: text for name, text in claim.values.items() if name in event.fields})
        self._said(block, record, found)
        if record in self._same:
            self._picks[block.name, place, ""] = self._same[record]
        return found

    @staticmethod
    def _any(claim: Claim) -> Row:
        """What is said of something in the base."""
        ((name, text),) = claim.values.items()
        return {"about": claim.about, "kind": claim.about_kind, "property": name, "value": text}

    def _put(self, block: Block, found: dict[str, str], name: str, text: str, claim: Claim) -> None:
        found[name] = f"{found[name]}{MARK} {text}" if name in found else text
        if name in block.own_words and claim.voice and claim.voice != self._voice:
            self._voices[block.name, name] = claim.voice

    def _pick(self, kind: str, block: str, place: int, claim: Claim) -> None:
        for (of_kind, name), (says, _) in PICKED.items():
            if of_kind == kind and claim.kind == says and claim.to:
                self._picks[block, place, name] = NEW if claim.to in self._about else claim.to

    def _tie(self, block: Block, tie: Tie, record: str, found: dict[str, str]) -> None:
        for claim in self._about[record]:
            if claim.kind == tie.claim:
                said = {name: text for name, text in claim.values.items() if name in tie.fields}
            elif claim.kind == "statement" and claim.values["property"] in tie.fields:
                said = {claim.values["property"]: claim.values["value"]}
            else:
                continue
            for name, text in said.items():
                self._put(block, found, name, text, claim)

    def _said(self, block: Block, record: str, found: dict[str, str]) -> None:
        """What is said of a row apart from the whole sheet."""
        whole = {"quote": self._quote, "stance": self._stance}
        for name in block.said:
            value = getattr(self._about[record][0], name) if self._about[record] else None
            if value and value != whole[name]:
                found[name] = value

    def _common(self) -> None:
        """What events of all rows have in common, typed once."""
        for event in (event for block in self._sheet.blocks.values() for event in block.events if event.common):
            values = self._values_of(event)
            if values:
                self._rows[event.common] = (values,)

    def _values_of(self, event: Event) -> Row:
        names = self._sheet.blocks[event.common].own
        claim_kind = SCHEMA.kinds[event.kind].claim
        for claim in self._claims:
            if claim.kind == claim_kind and claim.about.endswith(f".{event.name}"):
                for other in self._about[claim.about]:
                    self._pick(event.kind, event.common, 0, other)
                return {name: claim.values[name] for name in names if name in claim.values}
        return {}


def _fields_of(claim: Claim) -> set[str]:
    return {claim.values["property"]} if claim.kind == "statement" else set(claim.values)
