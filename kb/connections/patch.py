"""A snapshot after a small change, made of the one before it: what did not change is copied, not read again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from kb.connections.build import COLUMN_NAMES, Collected, EntityRow, Ties, days_of, entity_arrays, finished, row_of
from kb.connections.codes import KINDS, OPEN, TIES
from kb.connections.layout import Array, Mapped
from kb.connections.snapshot import offsets
from kb.projection import Difference, TieKey

_Place = dict[bytes, int]


def patched(old: Mapped, version: str, change: Difference, papers: Collection[str]) -> Mapped:
    """The snapshot ``old`` with ``change`` made; ``papers``: of the claims of new and changed ties, those that a
    document says. It holds what :func:`kb.connections.build.build` would read from the base after the change.
    """
    before = list(_texts(old, "id"))
    rows = sorted(_rows(old, before, change))
    days = {ident.decode(): day for ident, day in zip(before, old.arrays["day"].tolist(), strict=True) if day != OPEN}
    for key in change.changed.entities:
        days.pop(key.id, None)
    days |= days_of({**change.fresh.entities, **change.changed.entities})
    places = {row[0].encode(): place for place, row in enumerate(rows)}
    ties = _joined(_kept(old, before, places, change), _added(places, change, papers))
    return Mapped({"version": version}, {**entity_arrays(rows, days), **finished(len(rows), ties)})


def _texts(old: Mapped, name: str) -> Iterator[bytes]:
    whole = old.arrays[f"{name}_text"].tobytes()
    ends = old.arrays[f"{name}_first"].tolist()
    return (whole[first:last] for first, last in pairwise(ends))


def _rows(old: Mapped, before: Sequence[bytes], change: Difference) -> Iterator[EntityRow]:
    new = {**change.fresh.entities, **change.changed.entities}
    left = {key.id.encode() for key in (*change.gone.entities, *new)}
    kinds, connects = old.arrays["kind"].tolist(), old.arrays["connects"].tolist()
    for ident, kind, joins, label in zip(before, kinds, connects, _texts(old, "label"), strict=True):
        if ident not in left:
            yield ident.decode(), KINDS[kind], bool(joins), label.decode()
    yield from map(row_of, new.items())


def _kept(old: Mapped, before: Sequence[bytes], places: _Place, change: Difference) -> Collected:
    """The ties of the old snapshot that are neither gone nor changed, their ends in their new places."""
    moved = np.array([places.get(ident, -1) for ident in before], dtype=np.int32)
    number = {ident: place for place, ident in enumerate(before)}
    start, end = old.arrays["start"], old.arrays["end"]
    dropped = _among(old, (*change.gone.ties, *change.changed.ties), number)
    kept = np.flatnonzero(~dropped & (moved[start] >= 0) & (moved[end] >= 0))
    columns = {name: old.arrays[name][kept] for name in (*COLUMN_NAMES, "rest")}
    columns["start"], columns["end"] = moved[start[kept]], moved[end[kept]]
    begins = old.arrays["claims_first"][kept]
    counts = old.arrays["claims_first"][kept + 1] - begins
    first = offsets(counts)
    into = np.arange(first[-1]) + np.repeat(begins - first[:-1], counts)
    rests = {name: old.arrays[name] for name in ("rest_text", "rest_first")}
    return Collected(columns, counts, old.arrays["claim"][into], rests)


def _among(old: Mapped, keys: Iterable[TieKey], number: _Place) -> Array:
    """Which ties of the old snapshot are among ``keys``; they stand in the order of start, end and type there."""
    found = np.zeros(len(old.arrays["type"]), dtype=np.bool_)
    start, end, types = old.arrays["start"], old.arrays["end"], old.arrays["type"]
    for key in keys:
        one, other = number.get(key.source.id.encode()), number.get(key.target.id.encode())
        if one is None or other is None:
            continue
        first, last = np.searchsorted(start, (one, one + 1))
        here = slice(first, last)
        found[here] |= (end[here] == other) & (types[here] == TIES.index(key.type))
    return found


def _added(places: _Place, change: Difference, papers: Collection[str]) -> Collected:
    ties = Ties(frozenset(papers))
    for key, properties in (*change.fresh.ties.items(), *change.changed.ties.items()):
        start, end = places.get(key.source.id.encode()), places.get(key.target.id.encode())
        if start is not None and end is not None:
            ties.add(start, TIES.index(key.type), end, properties)
    return ties.collected()


def _joined(one: Collected, other: Collected) -> Collected:
    known = len(one.rests["rest_first"]) - 1
    columns = {name: np.concatenate((column, other.columns[name])) for name, column in one.columns.items()}
    columns["rest"] = np.concatenate((one.columns["rest"], other.columns["rest"] + known)).astype(np.int32)
    text = np.concatenate((one.rests["rest_text"], other.rests["rest_text"]))
    later = other.rests["rest_first"][1:] + one.rests["rest_first"][-1]
    return Collected(
        columns,
        np.concatenate((one.counts, other.counts)),
        np.concatenate((one.claims, other.claims)),
        {"rest_text": text, "rest_first": np.concatenate((one.rests["rest_first"], later))},
    )
