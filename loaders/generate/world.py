"""Where, when and according to whom: the made-up places, sources and risings that the persons are put into."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.generate import names
from loaders.generate.draws import Draws, Weighted
from loaders.generate.tables import Tables

RISINGS = 372
NOTE = "made up; nobody and nothing real is meant"

OKRUGS = 13
DISTRICTS_PER_OKRUG = 14
_DISTRICTS_END = 1 + OKRUGS + OKRUGS * DISTRICTS_PER_OKRUG
_SOURCE_KINDS = ("document", "document", "monograph", "article", "article", "memoir", "news", "encyclopedia", "web")
_CAUSES = (
    "grain levy above the harvest",
    "confiscation of livestock",
    "arrest of kinsmen",
    "closing of a mosque",
    "forced settling",
)


@dataclass(frozen=True, slots=True)
class Rising:
    """A made-up rising: its id, the day it began, its places, its sources and its weight among all."""

    id: str
    year: int
    month: int
    day: int
    aul: str
    district: str
    sources: tuple[str, ...]
    weight: int


def weight_of(rank: int) -> int:
    """The weight of the rising at ``rank`` (from 0) by size: the greatest has one person in eighteen, the smallest ten
    in 80,000, as the sizes of the known risings run from dozens to thousands."""
    return 10**8 // (rank + 18) ** 2


def place_id(number: int) -> str:
    """The id of place ``number``."""
    return f"made-up-pl{number}"


def source_id(number: int) -> str:
    """The id of source ``number``."""
    return f"made-up-s{number}"


def number_of_sources(persons: int) -> int:
    """How many sources a set of ``persons`` rests on."""
    return max(30, persons // 200)


def write_sources(tables: Tables, seed: int, persons: int) -> None:
    """The sources; source 1 is a list that names a tenth of all persons, a hub."""
    for number in range(1, number_of_sources(persons) + 1):
        draws = Draws(seed, "source", number)
        kind = "list" if number == 1 else draws.one_of(_SOURCE_KINDS)
        tables.write(
            "sources",
            source_id=source_id(number),
            title=f"Выдуманный источник № {number}",
            author=f"{names.of_father(names.given(draws)).ru} (выдуман)" if kind != "document" else "",
            year=draws.between(1929, 1934) if kind == "document" else draws.between(1990, 2024),
            kind=kind,
            language=draws.one_of(("ru", "ru", "kk")),
            note=NOTE,
        )
        if kind == "document":
            tables.write(
                "archival_refs",
                source_id=source_id(number),
                archive="Выдуманный архив",
                fond=draws.between(1, 40),
                opis=draws.between(1, 5),
                delo=draws.between(1, 900),
                list=draws.one_of(("12", "3 об.", "45-47", "8, 9", "")),
                about=NOTE,
            )


def write_places(tables: Tables) -> None:
    """The republic, its okrugs, districts, and as many auls as risings."""
    _write_place(tables, 1, "republic", "Выдуманная республика", None)
    for number in range(2, 2 + OKRUGS):
        _write_place(tables, number, "okrug", f"{names.place(number * 7).ru}ский округ", 1)
    for number in range(2 + OKRUGS, _DISTRICTS_END + 1):
        parent = 2 + (number - 2 - OKRUGS) // DISTRICTS_PER_OKRUG
        _write_place(tables, number, "district", f"{names.place(number).ru}ский район", parent)
    for rising in range(RISINGS):
        name = f"Аул № {1 + rising % 30} ({names.place(rising * 11).ru})"
        _write_place(tables, _aul_number(rising), "aul", name, _district_number(rising))


def _write_place(tables: Tables, number: int, kind: str, name: str, parent: int | None) -> None:
    tables.write(
        "places",
        place_id=place_id(number),
        name_ru=f"{name} (выдумано)",
        kind=kind,
        parent_place_id=place_id(parent) if parent else "",
        note=NOTE,
    )


def _aul_number(rising: int) -> int:
    return _DISTRICTS_END + 1 + rising


def _district_number(rising: int) -> int:
    return 2 + OKRUGS + (rising * 37) % (OKRUGS * DISTRICTS_PER_OKRUG)


def risings(seed: int, persons: int) -> list[Rising]:
    """All risings, the greatest first."""
    return [_rising(seed, rank, number_of_sources(persons)) for rank in range(RISINGS)]


def _rising(seed: int, rank: int, sources: int) -> Rising:
    draws = Draws(seed, "rising", rank)
    pool = {draws.between(2, sources) for _ in range(draws.between(3, 8))}
    return Rising(
        id=f"made-up-u{rank + 1}",
        year=(1928, 1929, 1929, 1930, 1930, 1930, 1931, 1931, 1932)[draws.below(9)],
        month=draws.between(1, 12),
        day=draws.between(1, 28),
        aul=place_id(_aul_number(rank)),
        district=place_id(_district_number(rank)),
        sources=tuple(source_id(number) for number in sorted(pool)),
        weight=weight_of(rank),
    )


def choice_of(all_risings: list[Rising]) -> Weighted:
    """A choice among the risings by their weight."""
    return Weighted([rising.weight for rising in all_risings])


def write_risings(tables: Tables, seed: int, all_risings: list[Rising], persons: int) -> None:
    """The risings and what their sources say of them, each source in its own words and with its own figures."""
    total = sum(rising.weight for rising in all_risings)
    for rank, rising in enumerate(all_risings):
        draws = Draws(seed, "size", rank)
        size = max(5, persons * rising.weight // total)
        said = [_size(draws, size * draws.between(60, 250) // 100 or 5) for _ in rising.sources[:3]]
        name = names.place(rank * 13).ru
        tables.write(
            "uprisings",
            uprising_id=rising.id,
            name_ru=f"{name}ское восстание (выдумано, № {rank + 1})",
            name_en=f"Made-up rising {rank + 1}",
            start_date=f"{rising.year}-{rising.month:02}",
            end_date=f"{rising.year}-{rising.month:02}~",
            place_ids=f"{rising.aul};{rising.district}",
            participants_min=min(least for _, least, _ in said),
            participants_max=max(greatest for _, _, greatest in said),
            description_own_words=NOTE,
            source_ids=";".join(rising.sources),
        )
        for source, (text, least, _) in zip(rising.sources, said, strict=False):
            _write_views(tables, draws, rising, source, text, least)


def _size(draws: Draws, size: int) -> tuple[str, int, int]:
    """A size in one of the notations of sources, with the least and the greatest number that it names."""
    more = size + size // 4 + 1
    notations = (
        (f"about {size}", size, size),
        (f"up to {size}", size, size),
        (str(size), size, size),
        (f"{size}-{more}", size, more),
    )
    return draws.one_of(notations)


def _write_views(tables: Tables, draws: Draws, rising: Rising, source: str, said: str, size: int) -> None:
    leaf = f"p. {draws.between(1, 400)}"
    tables.claim(rising.id, "participants", said, source, leaf)
    day = min(28, rising.day + draws.below(4))
    exact = f"{rising.year}-{rising.month:02}-{day:02}"
    dates = (exact, exact[:7], f"{day}.{rising.month:02}.{rising.year}", str(rising.year), f"около {rising.year} г.")
    tables.claim(rising.id, "start_date", draws.one_of(dates), source, leaf)
    if draws.percent(40):
        tables.claim(rising.id, "cause", draws.one_of(_CAUSES), source, leaf)
    if draws.percent(30):
        tables.claim(rising.id, "killed_rebels", f"about {1 + size // 20}", source, leaf)
