"""Claims that ``dataset.yml`` itself makes, each with its reason, in the voice of the base."""

from __future__ import annotations

from collections.abc import Iterator

from kb.errors import DataError
from kb.model import Claim
from loaders.context import Context, Known
from loaders.dataset import DESCRIBED_IN

REFERS_TO = ("sources", "places", "uprisings", "persons")
_KINDS = {"uprisings": "Uprising", "persons": "Person", "sources": "Source", "places": "Place"}


def claims(at: Context) -> Iterator[tuple[Claim, str]]:
    """All of them, with the entry that says each. DataError ``dataset_lookup`` where an entry names what is not
    there.
    """
    yield from _works(at)
    yield from _derived(at)
    yield from _said(at)
    yield from _parts(at)
    yield from _episodes(at)
    yield from _cases(at)


def _here(at: Context, key: str, *tables: str) -> Known:
    for table in tables:
        if key in at.survey.keys[table]:
            return key, _KINDS[table]
    raise DataError("dataset_lookup", file=DESCRIBED_IN, value=key, table=", ".join(f"{table}.csv" for table in tables))


def _works(at: Context) -> Iterator[tuple[Claim, str]]:
    for work in at.dataset.works:
        entry = f"{DESCRIBED_IN} works.{work.id}"
        whole = (f"work.{work.id}", "Source")
        yield at.claim("source", whole, work.values, voice="base", why=work.why), entry
        for source, certainty in work.parts.items():
            part = _here(at, source, "sources")
            yield at.claim("part", part, to=whole, voice="base", certainty=certainty, why=work.why), entry


def _derived(at: Context) -> Iterator[tuple[Claim, str]]:
    works = {work.id for work in at.dataset.works}
    for each in at.dataset.derived:
        on = (f"work.{each.upon}", "Source") if each.upon in works else _here(at, each.upon, "sources")
        source = _here(at, each.source, "sources")
        claim = at.claim("derivation", source, to=on, voice="base", certainty=each.certainty, why=each.why)
        yield claim, f"{DESCRIBED_IN} derived.{each.source}"


def _said(at: Context) -> Iterator[tuple[Claim, str]]:
    for said in at.dataset.said:
        about = _here(at, said.record, "uprisings", "persons")
        cites = [_here(at, source, "sources")[0] for source in said.cites]
        claim = at.claim(
            at.kind_of_claim(about), about, {said.property: said.value}, cites=cites, voice="base", why=said.why
        )
        yield claim, f"{DESCRIBED_IN} said.{said.record}.{said.property}"


def _parts(at: Context) -> Iterator[tuple[Claim, str]]:
    for each in at.dataset.parts:
        part, whole = _here(at, each.part, "uprisings"), _here(at, each.whole, "uprisings")
        yield at.claim("part", part, to=whole, voice="base", why=each.why), f"{DESCRIBED_IN} parts.{each.part}"


def _episodes(at: Context) -> Iterator[tuple[Claim, str]]:
    for each in at.dataset.episodes:
        entry = f"{DESCRIBED_IN} episodes.{each.id}"
        cites = [_here(at, source, "sources")[0] for source in each.cites]
        about = (f"episode.{each.id}", "Episode")
        names = {f"name_{lang}": name for lang, name in each.names.items()}
        yield at.claim("episode", about, names, voice="base", why=each.why), entry
        voice = at.voice(cites)
        yield at.claim("episode", about, each.values, cites=cites, voice=voice, locator=each.locator), entry
        whole = _here(at, each.part_of, "uprisings")
        yield at.claim("part", about, to=whole, cites=cites, voice="base", why=each.why), entry
        if each.place is not None:
            place = _here(at, each.place, "places")
            yield at.claim("placement", about, to=place, cites=cites, voice="base", why=each.why), entry


def _cases(at: Context) -> Iterator[tuple[Claim, str]]:
    for case in at.dataset.cases:
        entry = f"{DESCRIBED_IN} cases.{case.id}"
        cites = [_here(at, source, "sources")[0] for source in case.cites]
        voice = at.voice(cites, accusing=True)
        about = (f"case.{case.id}", "Case")
        yield at.claim("case", about, case.values, cites=cites, voice=voice, why=case.why), entry
        for person in case.accused:
            accused = at.claim(
                "involvement",
                _here(at, person, "persons"),
                {"case_role": "accused"},
                to=about,
                cites=cites,
                voice=voice,
                certainty=case.certainty,
            )
            yield accused, entry
        for rising, certainty in case.concerns.items():
            over = _here(at, rising, "uprisings")
            claim = at.claim("concern", about, to=over, cites=cites, voice=voice, certainty=certainty, why=case.why)
            yield claim, entry
