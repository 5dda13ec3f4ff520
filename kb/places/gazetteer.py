"""The gazetteer: places by any of their names in any language, at a date, with their parents then.

Rows of the data file are what one source says of one name; where rows disagree, all are kept and shown.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from kb.dates import Bounds, bounds
from kb.i18n import Lang
from kb.places.rows import A_YEAR, ALWAYS, NameRow, beginning, same_kind
from kb.places.succession import with_successors
from kb.places.words import core, folded, is_adjective, kind_in, sound, stem, without_case, without_prepositions

Why = Literal["name", "part", "sound", "stem", "consonants"]
_ENOUGH = 4  # consonants that tell one place of a kind from another
_WORTH: dict[Why, int] = {"name": 0, "part": 1, "sound": 2, "stem": 3, "consonants": 4}


@dataclass(frozen=True, slots=True)
class HistoricPlace:
    """A place: its rows, today's names by language, and where it lies (degrees) where a source says so."""

    key: str
    rows: tuple[NameRow, ...]
    today: Mapping[str, str]
    latitude: float | None
    longitude: float | None
    coordinates_from: str


@dataclass(frozen=True, slots=True)
class Parent:
    """A parent as written, its key if the gazetteer has it, and the rows that say so."""

    name: str
    key: str | None
    rows: tuple[NameRow, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A place that answers to a name.

    ``why``: ``name`` letter for letter, ``part`` without the word for its kind, ``sound`` in another spelling or
    alphabet, ``stem`` named after it, ``consonants`` the same but for its vowels (only where the kind is said:
    Қостанай округі, Кустанайский округ). ``parents`` are those at the date; more than one means that sources disagree
    or that it changed within the date.
    """

    place: HistoricPlace
    why: Why
    rows: tuple[NameRow, ...]
    parents: tuple[Parent, ...]
    in_force: bool  # the name was, or may have been, in force at the date; else ``rows`` are those of other times


class Gazetteer:
    """Places of one or more tables with the columns of ``historic_places.csv``."""

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        by_place: dict[str, list[Mapping[str, str]]] = defaultdict(list)
        for row in rows:
            by_place[row["place_key"]].append(row)
        self.places = {key: _place(key, found) for key, found in by_place.items()}
        self._index: dict[Why, dict[str, list[NameRow]]] = {why: defaultdict(list) for why in _WORTH}
        for place in self.places.values():
            for named in [*place.rows, *_today_rows(place)]:
                for why, key in _keys(named.name).items():
                    if key:
                        self._index[why][key].append(named)

    def find(self, name: str, *, at: str | None = None, kind: str | None = None) -> list[Found]:
        """The places of this name, best first; ``at`` is EDTF, ``kind`` one of the kinds of the table.

        A name in force at the date comes before one of another time; an undated name is taken as always possible.
        The name may stand in any case of Russian or Kazakh, with its preposition: «в Созакском районе».
        """
        name = without_prepositions(name)
        when = (bounds(at) if at else None) or ALWAYS
        wanted = kind or kind_in(name)
        best: dict[str, tuple[Why, list[NameRow]]] = {}
        for why, key in _asked(name):
            if why == "consonants" and not wanted:
                continue
            for row in self._index[why].get(key, ()) if key else ():
                known = best.setdefault(row.place, (why, []))
                if row not in known[1]:
                    known[1].append(row)
        found = [self._found(key, why, rows, when) for key, (why, rows) in best.items()]
        found = [one for one in found if not wanted or _has_kind(one, wanted)] or ([] if kind else found)
        adjective = is_adjective(name)  # «в Павлодаре» is the town, «Павлодарского» the district named after it
        return sorted(
            found,
            key=lambda one: (
                _WORTH[one.why],
                not one.in_force,
                _is_settlement(one.place) == adjective,
                not any(row.dated() for row in one.rows),
                one.place.key,
            ),
        )

    def _found(self, key: str, why: Why, rows: list[NameRow], when: Bounds) -> Found:
        in_force = tuple(row for row in rows if row.valid(when))
        return Found(self.places[key], why, in_force or tuple(rows), self._parents(key, when), bool(in_force))

    def label(self, key: str, lang: Lang) -> str:
        """Today's name in a language, else the first that any source gives in it, else the first of all."""
        place = self.places[key]
        return place.today.get(lang) or next(
            (row.name for row in place.rows if row.language == lang), place.rows[0].name
        )

    def names_at(self, key: str, at: str | None = None) -> tuple[NameRow, ...]:
        """The rows of a place that were in force at a date, the latest to begin first, undated ones last."""
        when = (bounds(at) if at else None) or ALWAYS
        rows = (row for row in self.places[key].rows if row.valid(when))
        return tuple(sorted(rows, key=lambda row: (not row.dated(), -(beginning(row) or 0))))

    def parents_at(self, key: str, at: str | None = None) -> tuple[Parent, ...]:
        """The parents of a place at a date; several where sources disagree or it changed."""
        return self._parents(key, (bounds(at) if at else None) or ALWAYS)

    def _parents(self, key: str, when: Bounds) -> tuple[Parent, ...]:
        said: dict[str, list[tuple[str, NameRow]]] = defaultdict(list)
        rows = self.places[key].rows
        later = {sound(row.name) for row in rows if when.latest and (beginning(row) or 0) > when.latest}
        for row in _in_force([row for row in rows if row.parent and row.valid(when)], later):
            for name in row.parent.split(";"):
                said[self._key_of_parent(name) or sound(name)].append((name.strip(), row))
        return tuple(
            Parent(rows[0][0], parent if parent in self.places else None, tuple(row for _, row in rows))
            for parent, rows in said.items()
        )

    def _key_of_parent(self, name: str) -> str | None:
        kind = kind_in(name)
        for why, key in _keys(name).items():
            for row in self._index[why].get(key, ()) if key else ():
                if (not kind and why == "name") or row.kind == kind:
                    return row.place
        return None

    def chain(self, key: str, at: str | None = None) -> tuple[tuple[Parent, ...], ...]:
        """Parents, their parents, and so on up, at a date; each step holds all that sources say."""
        steps: list[tuple[Parent, ...]] = []
        seen, level = {key}, [key]
        while level:
            parents = [parent for one in level for parent in self.parents_at(one, at) if parent.key not in seen]
            if not parents:
                break
            steps.append(tuple({parent.key or parent.name: parent for parent in parents}.values()))
            level = [parent.key for parent in parents if parent.key]
            seen.update(level)
        return tuple(steps)


def _in_force(rows: list[NameRow], later: Collection[str]) -> list[NameRow]:
    """Without rows that only go on because nobody said when they ended, where a later one began; latest first.

    Rows that begin within a year of each other disagree about one beginning and all stay. An undated row counts where
    no row is dated, and then not with a name that others say began ``later``.
    """
    begun = {row: began for row in rows if (began := beginning(row)) is not None}
    if not begun:
        return [row for row in rows if sound(row.name) not in later] or rows
    latest = max(begun.values())
    kept = [row for row in begun if row.valid_to or begun[row] + A_YEAR > latest]
    return sorted(kept, key=lambda row: -begun[row])


def _keys(name: str) -> dict[Why, str]:
    bare = stem(name)
    letters = "".join(letter for letter in bare if letter not in "aeiouy")
    keys: dict[Why, str] = {"name": folded(name), "part": core(name), "sound": sound(name), "stem": bare}
    return {**keys, "consonants": letters if len(letters) >= _ENOUGH else ""}


def _asked(name: str) -> Iterator[tuple[Why, str]]:
    """The keys under which a name is looked for, also without the ending of a Kazakh case."""
    yield from _keys(name).items()
    bare = without_case(core(name))
    if bare:
        yield "part", bare
        yield "sound", sound(bare)
        yield "stem", stem(bare)


def _has_kind(found: Found, kind: str) -> bool:
    wanted = same_kind(kind)
    return any(same_kind(row.kind) == wanted for row in found.place.rows)


def _is_settlement(place: HistoricPlace) -> bool:
    return any(same_kind(row.kind) in {"city", "village"} for row in place.rows)


def _place(key: str, rows: list[Mapping[str, str]]) -> HistoricPlace:
    today = {lang: name for lang in ("ru", "kk", "en") for row in rows if (name := row[f"modern_name_{lang}"])}
    located = next((row for row in rows if row["lat"] and row["lon"]), None)
    return HistoricPlace(
        key,
        with_successors([_row(row) for row in rows]),
        today,
        float(located["lat"]) if located else None,
        float(located["lon"]) if located else None,
        located["coord_source"] if located else "",
    )


def _row(row: Mapping[str, str]) -> NameRow:
    return NameRow(
        place=row["place_key"],
        name=row["name"],
        language=row["language"],
        kind=row["kind"],
        valid_from=row["valid_from"],
        valid_to=row["valid_to"],
        parent=row["parent_at_that_time"],
        source=row["source"],
        note=row["note"],
    )


def _today_rows(place: HistoricPlace) -> list[NameRow]:
    """Today's names, so that a place is found by them too."""
    first = place.rows[0]
    written = {row.name for row in place.rows}
    return [
        NameRow(place.key, name, lang, first.kind, "", "", "", first.source, "")
        for lang, name in place.today.items()
        if name not in written
    ]


@cache
def gazetteer(extra: Path | None = None) -> Gazetteer:
    """The shipped gazetteer, with the rows of a CSV of one's own that has the same columns."""
    text = files(__package__).joinpath("data/historic_places.csv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    if extra is not None:
        rows += csv.DictReader(extra.read_text("utf-8-sig").splitlines())
    return Gazetteer(rows)
