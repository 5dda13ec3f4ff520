"""The made-up persons, family by family: who they were, what they took part in, what was done to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.generate import names
from loaders.generate.draws import Draws, Weighted
from loaders.generate.tables import Tables
from loaders.generate.world import NOTE, Rising, choice_of, risings, source_id

_FAMILY_SIZES = (1, 2, 2, 3, 3, 3, 4, 4, 5, 7)
_CLANS = ("Ақжар", "Борте", "Домбай", "Есқара", "Жалғыз", "Қоңыр", "Мойынсары", "Тарғыл")
_OCCUPATIONS = ("herder", "farmer", "cleric", "bai", "hunter", "aul council member", "smith", "")
_ORGANS = ("OGPU", "OGPU troika", "Special board of the OGPU", "People's court")
_SENTENCES = ("ВМН", "10 лет ИТЛ", "5 лет ИТЛ", "3 года ссылки", "освобождён")
_ARTICLES = ("58-2", "58-2, 58-11", "58-7", "58-10", "59-3")
_STEPS = ("arrest", "sentence", "execution", "exile", "confiscation", "imprisonment")
_KIN = ("brother_of", "brother_of", "younger_brother_of", "father_of", "younger_kinsman_of", "possible_kin_of")


@dataclass(frozen=True, slots=True)
class Family:
    """Kinsmen: the father that most are named after, the clan, the rising that most took part in."""

    father: names.Name
    clan: str
    rising: Rising
    size: int


def write_people(tables: Tables, seed: int, persons: int) -> Iterator[int]:
    """All persons with what is said of them; yields after each family how many are written."""
    world = risings(seed, persons)
    by_size = choice_of(world)
    done = family_number = 0
    while done < persons:
        draws = Draws(seed, "family", family_number)
        family = Family(
            father=names.given(draws),
            clan=draws.one_of(_CLANS),
            rising=world[by_size.index(draws)],
            size=min(draws.one_of(_FAMILY_SIZES), persons - done),
        )
        for place in range(family.size):
            _write_person(tables, seed, done + place + 1, family, place, world, by_size)
        _write_kin(tables, draws, family, done + 1)
        done += family.size
        family_number += 1
        yield done


def person_id(number: int) -> str:
    """The id of person ``number``."""
    return f"made-up-p{number}"


def _sources(draws: Draws, rising: Rising) -> tuple[str, ...]:
    found = [draws.one_of(rising.sources)]
    if draws.percent(10):
        found.append(source_id(1))
    if draws.percent(3):
        found.append(draws.one_of(rising.sources))
    return tuple(dict.fromkeys(found))


def _birth(draws: Draws) -> str:
    year = draws.between(1865, 1912)
    notations = (
        str(year),
        f"{year}~",
        f"около {year} г.",
        f"{year}/{year + 2}",
        f"{draws.between(1, 28)}.{draws.between(1, 12):02}.{year}",
        f"{year} г.",
        "",
        "",
    )
    return draws.one_of(notations)


def _write_person(
    tables: Tables, seed: int, number: int, family: Family, place: int, world: list[Rising], by_size: Weighted
) -> None:
    draws = Draws(seed, "person", number)
    own = names.given(draws)
    surname = names.of_father(family.father)
    rising = family.rising if draws.percent(85) else world[by_size.index(draws)]
    sources = _sources(draws, rising)
    birth = _birth(draws)
    tables.write(
        "persons",
        person_id=person_id(number),
        name_ru=f"{own.ru} {surname.ru}",
        name_kk=f"{own.kk} {surname.kk}" if draws.percent(60) else "",
        name_latin=f"{own.latin} {surname.latin}" if draws.percent(10) else "",
        patronymic_or_father=family.father.kk if draws.percent(40) else "",
        birth=birth,
        death=draws.one_of(("", "", "", str(rising.year + draws.below(3)))),
        social_status_occupation=draws.one_of(_OCCUPATIONS),
        clan=family.clan if draws.percent(50) else "",
        note=NOTE,
        source_ids=";".join(sources),
        scope="in_scope",
    )
    if birth and draws.percent(8):
        tables.claim(person_id(number), "birth", _birth(draws) or "около 1890 г.", sources[-1], "list, made up")
    _write_part(tables, draws, number, place, rising, sources)
    if draws.percent(6):
        other = world[by_size.index(draws)]
        _write_part(tables, draws, number, place, other, (draws.one_of(other.sources),))
    if draws.percent(27):
        _write_measures(tables, draws, number, rising, sources)


def _write_part(
    tables: Tables, draws: Draws, number: int, place: int, rising: Rising, sources: tuple[str, ...]
) -> None:
    role = "leader" if place == 0 and draws.percent(4) else "participant"
    if draws.percent(12):
        role = draws.one_of(("organiser", "commander", "messenger", "accused", "killed_in_action", "vizier_or_judge"))
    for source in sources:
        exact = f"{rising.year}-{rising.month:02}-{rising.day:02}"
        date = draws.one_of((exact[:7], exact[:7], exact, f"{exact[:7]}~", str(rising.year)))
        tables.write(
            "participations",
            person_id=person_id(number),
            uprising_id=rising.id,
            role=role,
            date=date,
            source_id=source,
        )


def _write_measures(tables: Tables, draws: Draws, number: int, rising: Rising, sources: tuple[str, ...]) -> None:
    event = draws.one_of(_STEPS)
    decided = event in ("sentence", "execution", "exile", "imprisonment")
    year = rising.year + draws.below(2)
    tables.write(
        "repressions",
        person_id=person_id(number),
        event=event,
        date=draws.one_of((f"{year}-{draws.between(1, 12):02}", str(year), "XXXX")),
        body=draws.one_of(_ORGANS),
        article=draws.one_of(_ARTICLES) if decided else "",
        sentence=draws.one_of(_SENTENCES) if decided else "",
        source_id=sources[0],
    )


def _write_kin(tables: Tables, draws: Draws, family: Family, first: int) -> None:
    """Everyone with the first of the family, and most with the one before them."""
    for place in range(1, family.size):
        _write_tie(tables, draws, family, first, first + place)
        if place > 1 and draws.percent(80):
            _write_tie(tables, draws, family, first + place - 1, first + place)


def _write_tie(tables: Tables, draws: Draws, family: Family, one: int, other: int) -> None:
    tables.write(
        "family_ties",
        person_a=person_id(one),
        person_b=person_id(other),
        tie=draws.one_of(_KIN),
        source_id=draws.one_of(family.rising.sources),
    )
