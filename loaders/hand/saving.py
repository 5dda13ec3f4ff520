"""Saving what was entered by hand: a batch for each entry, in a data set of the one who entered it. Nothing is edited:
a correction is new claims and withdrawals with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kb import base
from kb.base import Batch, Release, batches, state
from kb.base.stored import StoredBase
from kb.errors import DataError, UnknownId
from kb.model import Claim, Judgement, make_claim, make_judgement
from kb.projection.force import standing
from kb.settings import Settings
from kb.store import Store
from loaders.hand.claims import Made, claims_of
from loaders.hand.filled import Filled
from loaders.hand.sheet import sheets
from loaders.hand.unfill import filled_of
from loaders.mapping.draft import slug

_CLAIMS = (
    "MATCH (b:Batch)-[r:BROUGHT]->(c:Claim) WHERE b.dataset = $dataset AND b.id IN $batches "
    "RETURN properties(c) AS row, b.at AS at, r.row AS place ORDER BY at, place"
)
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry as lists show it: its id, its sheet, what it was read in, when, in how many batches."""

    id: str
    sheet: str
    read_in: str
    at: str
    batches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry with the claims that stand, and the judgements that somebody of it is a person of the base."""

    listed: Listed
    claims: tuple[Claim, ...]
    same: Mapping[str, Judgement]

    @property
    def filled(self) -> Filled:
        """The sheet as it now stands."""
        picked = {record: _other(judgement, record) for record, judgement in self.same.items()}
        return filled_of(self.claims, self.listed.sheet, picked)


@dataclass(frozen=True, slots=True)
class Saved:
    """What was saved: its batch, new claims, claims that were withdrawn."""

    batch: str
    claims: int
    withdrawn: int


def dataset_of(settings: Settings) -> str:
    """The data set of the one who enters."""
    return f"hand/{slug(settings.author)}"


def save(store: Store, settings: Settings, filled: Filled, *, correcting: Entry | None = None, why: str = "") -> Saved:
    """Save a sheet as claims of its own batch; ``correcting`` an earlier entry, whose claims that no longer hold are
    withdrawn. DataError: no document, nothing filled in, no reason; ConflictError, WriterBusy, StoreError.
    """
    made = claims_of(filled, dataset_of(settings))
    if not any(claim.cites or claim.kind == "search" for claim in made.claims):
        raise DataError("hand_nothing")
    before = correcting.claims if correcting else ()
    claims, gone = _difference(before, made.claims, _reason(why) if correcting else None)
    saved = _put(store, settings, filled, claims, gone, correcting.listed if correcting else None, why)
    _judge(store, settings, made, filled, correcting, why)
    return saved


def withdraw(store: Store, settings: Settings, entry: Entry, why: str) -> Saved:
    """Take back all that an entry says, with the reason; it stays as history, and so does that there is such a
    document. DataError ``hand_no_reason``.
    """
    reason = _reason(why)
    for judgement in entry.same.values():
        _take_back(store, settings, judgement, reason)
    gone = [claim for claim in entry.claims if claim.kind != "source"]
    return _put(store, settings, entry.filled, [], gone, entry.listed, reason)


def listed(store: Store, settings: Settings) -> Sequence[Listed]:
    """The entries of the one who asks, the latest first."""
    mine: dict[str, list[Batch]] = {}
    for batch in batches(store):
        if batch.dataset == dataset_of(settings) and batch.mapping in sheets():
            mine.setdefault(batch.part.partition(".")[0], []).append(batch)
    found = [
        Listed(name, each[0].mapping, each[0].file, each[-1].at, tuple(batch.id for batch in each))
        for name, each in mine.items()
    ]
    return sorted(found, key=lambda each: (each.at, each.id), reverse=True)


def entry(store: Store, settings: Settings, name: str) -> Entry:
    """An entry with what stands of it. UnknownId."""
    found = next((each for each in listed(store, settings) if each.id == name), None)
    if found is None:
        raise UnknownId("unknown_id", id=name)
    params = {"dataset": dataset_of(settings), "batches": list(found.batches)}
    rows = store.read(_CLAIMS, params, limit=None, seconds=_SECONDS).rows
    claims = [claim for claim in standing(Claim.from_row(row) for row, *_ in rows) if claim.kind != "withdrawal"]
    records = {claim.about for claim in claims}
    return Entry(found, tuple(claims), _same(StoredBase(store).judgements(), records))


def _same(judgements: Iterable[Judgement], records: set[str]) -> dict[str, Judgement]:
    """Standing judgements that one of ``records`` is somebody else."""
    every = list(judgements)
    replaced = {each.replaces for each in every if each.replaces}
    held = [each for each in every if each.verdict == "same" and each.id not in replaced]
    return {record: each for each in held for record in (each.a, each.b) if record in records and record is not None}


def _other(judgement: Judgement, record: str) -> str:
    return str(judgement.b if judgement.a == record else judgement.a)


def _reason(why: str) -> str:
    if not why.strip():
        raise DataError("hand_no_reason")
    return why.strip()


def _difference(before: Sequence[Claim], after: Sequence[Claim], why: str | None) -> tuple[list[Claim], list[Claim]]:
    """The claims that come, with the reason, and those that go; what says the same stays as it is."""
    there = {_content(claim): claim for claim in before}
    now = {_content(claim): claim for claim in after}
    come = [_because(claim, why) for content, claim in now.items() if content not in there]
    return come, [claim for content, claim in there.items() if content not in now]


def _content(claim: Claim) -> str:
    """What a claim says, whyever."""
    return _because(claim, None).id


def _because(claim: Claim, why: str | None) -> Claim:
    to = (claim.to, claim.to_kind) if claim.to is not None and claim.to_kind is not None else None
    return make_claim(
        claim.kind, (claim.about, claim.about_kind), claim.values, to=to, cites=claim.cites, locator=claim.locator,
        quote=claim.quote, access=claim.access, voice=claim.voice, stance=claim.stance, certainty=claim.certainty,
        level=claim.level, why=why,
    )  # fmt: skip


def _put(
    store: Store,
    settings: Settings,
    filled: Filled,
    claims: Sequence[Claim],
    gone: Sequence[Claim],
    of: Listed | None,
    why: str,
) -> Saved:
    # withdrawals are about the document: one about a person would keep somebody of whom nothing is said any more
    document = (claims_of(filled, dataset_of(settings)).source, "Source")
    taken_back = [
        make_claim("withdrawal", document, {"withdraws": claim.id}, why=why, level=claim.level) for claim in gone
    ]
    brought = [(claim, f"{place:04}") for place, claim in enumerate([*claims, *taken_back], 1)]
    if not brought:
        return Saved(of.batches[-1] if of else "", 0, 0)
    title = " · ".join(part for part in (filled.source.get("title", "").strip(), filled.locator.strip()) if part)
    release = Release(
        dataset_of(settings), brought, title, "", 1, mapping=filled.sheet, made_up=state(store).made_up, counts={}
    )
    part = f"{of.id}.{len(of.batches) + 1}" if of else f"{filled.sheet}-{release.digest[:8]}"
    done = base.load(store, settings, replace(release, part=part, checksum=release.digest))
    return Saved(done.batch.id, len(claims), len(taken_back))


def _judge(store: Store, settings: Settings, made: Made, filled: Filled, correcting: Entry | None, why: str) -> None:
    """That somebody of a sheet is a person of the base is a judgement of whoever picked them; it can be taken back."""
    before = correcting.same if correcting else {}
    for record, judgement in before.items():
        if made.same.get(record) != _other(judgement, record):
            _take_back(store, settings, judgement, why)
    for record, person in made.same.items():
        known = before.get(record)
        if known is None or _other(known, record) != person:
            words = " · ".join(part for part in (filled.source["title"].strip(), filled.locator.strip()) if part)
            base.judge(store, settings, make_judgement("same", record, person, why=words, by=settings.author,
                                                       at=base.now(), level=filled.level))  # fmt: skip


def _take_back(store: Store, settings: Settings, judgement: Judgement, why: str) -> None:
    said = make_judgement("withdrawn", why=why, by=settings.author, at=base.now(), replaces=judgement.id)
    base.judge(store, settings, said)
