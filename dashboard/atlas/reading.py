"""What stands on the map and on the axis of time, read from the base: places, risings, and what happened to people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from math import cos, hypot, radians
from typing import Any, Final, Literal, TypeAlias

from dashboard.atlas.spans import Span, of_course, of_moment
from dashboard.atlas.spots import Spot, spot
from dashboard.data import Row, rows, version
from dashboard.entities import Mentions, dated, label_of, reference, term
from dashboard.views.models import EntityRef
from kb.i18n import Lang
from kb.settings import settings
from queries.words import word

Layer: TypeAlias = Literal["people", "measures"]
#: The name of a place, and where it lies, if anybody says so.
Place: TypeAlias = tuple[str, Spot | None]

#: Beyond so many lines people are not named one by one but counted, place by place and date by date.
MOST_NAMED: Final = 4000
MOST_CROWDS: Final = 20_000
NO_RISINGS: Final = frozenset({"aggregate", "umbrella"})
_LETTERS_ALIKE: Final = 5
_KEPT: Final = 24
_CHRONICLE: Final = {"BORN_IN": "birth", "DIED_IN": "death", "LIVED_IN": "lived"}


@dataclass(frozen=True, slots=True)
class Episode:
    """An assembly, a seizure, a battle of a rising: when, and where if that is known."""

    ref: EntityRef
    span: Span
    place: str | None


@dataclass(frozen=True, slots=True)
class Rising:
    """A rising: its size (None where no source says it; ``readings`` of it), when, and where.

    ``main`` is the place that stands for it: the one it is named after, else the one nearest to all its others.
    ``places`` are all that have coordinates; ``nowhere`` are the names of the others.
    """

    ref: EntityRef
    least: int | None
    greatest: int | None
    readings: int
    span: Span
    dates: str
    alleged: bool
    main: str | None
    places: tuple[str, ...]
    nowhere: tuple[str, ...]
    episodes: tuple[Episode, ...] = ()


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened to a person (``who``), or to ``people`` of them where they are only counted."""

    layer: Layer
    who: str
    what: str
    place: str | None
    span: Span
    through: str = ""
    people: int = 1


@dataclass(frozen=True, slots=True)
class Atlas:
    """All of it. ``counted``: the layers of which there is too much to name each person."""

    spots: Mapping[str, Spot]
    risings: tuple[Rising, ...]
    happenings: tuple[Happening, ...]
    people: Mapping[str, EntityRef]
    counted: frozenset[Layer] = frozenset()


def atlas(lang: Lang, only: Sequence[str] = ()) -> Atlas:
    """The whole base, or only what concerns the entities ``only``; read once for each version of the data."""
    chosen = settings()
    return _atlas(f"{chosen.home} {chosen.uri} {version()}", lang, tuple(only))


@lru_cache(maxsize=_KEPT)
def _atlas(_data: str, lang: Lang, only: tuple[str, ...]) -> Atlas:
    asked: dict[str, Any] = {"all": not only, "only": list(only)}
    happened = _grouped(rows("map_happened", limit=MOST_CROWDS, **asked), "rising")
    episodes = _grouped(rows("map_episodes", limit=MOST_CROWDS, **asked), "rising")
    found, counted = _people(asked)
    lines = (row for group in (happened, episodes) for same in group.values() for row in same)
    wanted = {row["place"] for row in lines if row["place"]} | {one.place for one in found if one.place}
    places = _places(wanted, lang)
    risings = _ordered(
        _rising(row, happened.get(row["rising"]["id"], []), episodes.get(row["rising"]["id"], []), places, lang)
        for row in rows("map_risings", limit=MOST_CROWDS, **asked)
        if row["rising"].get("scope") not in NO_RISINGS
    )
    by_id = {rising.ref.id: rising for rising in risings}
    happenings = tuple(_placed(one, by_id) for one in found)
    mentions = Mentions(lang)
    cells = [{"id": one, "kind": "Person", "label": one} for one in sorted({one.who for one in happenings} - {""})]
    mentions.read(cells)
    people = {cell["id"]: mentions.of(cell) for cell in cells}
    return Atlas({id_: there for id_, (_, there) in places.items() if there}, risings, happenings, people, counted)


def _grouped(found: Iterable[Row], name: str) -> dict[str, list[Row]]:
    return {key: list(same) for key, same in groupby(found, key=lambda row: str(row[name]))}


def _places(ids: Iterable[str], lang: Lang) -> dict[str, Place]:
    """Names of places and where they lie."""
    found = (row["place"] for row in rows("map_places", ids=sorted(ids), limit=MOST_CROWDS))
    return {place["id"]: (label_of(place, lang), spot(place, label_of(place, lang))) for place in found}


def _rising(row: Row, happened: list[Row], episodes: list[Row], places: Mapping[str, Place], lang: Lang) -> Rising:
    properties = row["rising"]
    ref = reference("Uprising", properties, lang)
    by_weight = sorted(happened, key=lambda one: (-(one["sources"] or 0), one["place"]))
    there = [places[one["place"]] for one in by_weight]
    spots = [lies for _, lies in there if lies]
    return Rising(
        ref,
        properties.get("participants_least"),
        properties.get("participants_greatest"),
        row["readings"],
        of_course(properties, row["earliest"], row["latest"]),
        _dates(properties, lang),
        properties.get("attestation") == "alleged_only",
        main_spot([str(properties[name]) for name in ("name_ru", "name_kk", "name_en") if properties.get(name)], spots),
        tuple(lies.id for lies in spots),
        tuple(label for label, lies in there if not lies),
        tuple(_episode(one, places, lang) for one in episodes),
    )


def _dates(properties: Mapping[str, Any], lang: Lang) -> str:
    named = [str(properties[name]) for name in ("start", "end") if properties.get(name)]
    return " – ".join(dated(one, lang) for one in dict.fromkeys(named or [str(properties.get("dates") or "")]) if one)


def _episode(row: Row, places: Mapping[str, Place], lang: Lang) -> Episode:
    said = row["episode"]
    _, lies = places[row["place"]] if row["place"] else ("", None)
    span = of_moment(said.get("date_earliest"), said.get("date_latest"))
    return Episode(reference("Episode", said, lang), span, lies.id if lies else None)


def main_spot(names: Sequence[str], spots: Sequence[Spot]) -> str | None:
    """The one it is named after; else the nearest to the others; between equals the better attested, which is first."""
    if not spots:
        return None
    letters = _plain(" ".join(names))
    after = [one for one in spots if any(_plain(name)[:_LETTERS_ALIKE] in letters for name in one.names)]
    among = after or spots
    return min(among, key=lambda one: sum(_apart(one, other) for other in spots)).id


def _plain(name: str) -> str:
    return name.lower().replace("ё", "е")


def _apart(one: Spot, other: Spot) -> float:
    wide = cos(radians((one.latitude + other.latitude) / 2))
    return round(hypot((one.longitude - other.longitude) * wide, one.latitude - other.latitude), 3)


def _ordered(found: Iterable[Rising]) -> tuple[Rising, ...]:
    """By time: what is surely dated stands where it begins; then what is only known between years; then the undated."""
    never = 99999999

    def place(rising: Rising) -> tuple[bool, int, int, str]:
        span = rising.span
        sure = span.sure[0] if span.sure else span.earliest
        vague = span.sure is None
        return vague, sure or never, span.latest or never, rising.ref.id

    return tuple(sorted(found, key=place))


def _people(asked: Mapping[str, Any]) -> tuple[tuple[Happening, ...], frozenset[Layer]]:
    """What happened to people, and of which layers there is too much to name each of them."""
    named = {name: rows(name, limit=MOST_NAMED, **asked) for name in ("map_lives", "map_parts", "map_measures")}
    many = {name for name, found in named.items() if len(found) >= MOST_NAMED}
    found: list[Happening] = []
    if many & {"map_lives", "map_parts"}:
        found += [_life(row, row["people"]) for row in rows("map_crowds", limit=MOST_CROWDS) if asked["all"]]
        found += [_part(row, row["people"]) for row in rows("map_crowds_of_risings", limit=MOST_CROWDS, **asked)]
    else:
        found += [*map(_life, named["map_lives"]), *map(_part, named["map_parts"])]
    if "map_measures" in many and asked["all"]:
        found += [_measure(row, row, row["people"]) for row in rows("map_crowds_of_measures", limit=MOST_CROWDS)]
    else:
        found += [_measure(row, row["measure"]) for row in named["map_measures"]]
    layers: set[Layer] = {"people"} if many - {"map_measures"} else set()
    return tuple(found), frozenset(layers | ({"measures"} if "map_measures" in many else set()))


def _life(row: Row, people: int = 1) -> Happening:
    span = of_moment(row["earliest"], row["latest"])
    return Happening("people", row.get("person", ""), row["what"], row["place"], span, people=people)


def _part(row: Row, people: int = 1) -> Happening:
    span = of_moment(row["earliest"], row["latest"])
    return Happening("people", row.get("person", ""), row["what"], None, span, row["rising"], people)


def _measure(row: Row, said: Mapping[str, Any], people: int = 1) -> Happening:
    name = "carried_out" if said.get("carried_out_earliest") is not None else "decided"
    span = of_moment(said.get(f"{name}_earliest"), said.get(f"{name}_latest"))
    kind = str(said.get("measure_kind") or said.get("kind") or "")
    return Happening("measures", row.get("person", ""), kind, row["place"], span, said.get("id", ""), people)


def _placed(one: Happening, risings: Mapping[str, Rising]) -> Happening:
    """A part in a rising happened where and, unless it is dated itself, when the rising was."""
    rising = risings.get(one.through)
    if rising is None or one.layer != "people":
        return one
    span = one.span if one.span.dated else rising.span
    return Happening(one.layer, one.who, one.what, rising.main, span, one.through, one.people)


def in_words(one: Happening, lang: Lang) -> str:
    """What happened: «родился», «участие», «арест»."""
    if one.layer == "measures":
        return term("measure_kind", one.what, lang)
    return word("chronicle", {"BORN_IN": "birth", "DIED_IN": "death", "LIVED_IN": "lived"}.get(one.what, one.what))[
        lang
    ]
