"""Search as people use it: the right person among 11,788 others, and the time from a text to ranked, explained answers.

Needs ``../shared``. The base is filled as any other: the names of the Moscow lists with one spelling of each person of
``variants.csv`` first, then names made of their parts up to ``persons``; every other spelling is a question.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.bases import Base
from benchmarks.figures import Figure
from benchmarks.names import SEED, SHARED, Spelling, by_initials, others, share, spellings
from kb import base as changing
from kb.model import make_claim
from kb.search import find
from kb.store import Store, connect

PERSONS = 100_000
P95_MS = 100
WARM = 20
TOLD = 10


def figures(base: Base, persons: int = PERSONS) -> Iterator[Figure]:
    """The figures of one engine; none where ``../shared`` is not there."""
    if not Path(SHARED).is_dir():
        print("search is not measured: there is no ../shared", flush=True)
        return
    found = spellings()
    initials = by_initials(found)
    with connect(base.settings) as store:
        store.wipe()
        there = others()
        _fill(store, base, "b", [(each.group, each.text) for each in _first(found)])
        _fill(store, base, "i", [(each.group, each.text) for each in _first(initials)])
        _fill(store, base, "o", [(str(at), name) for at, name in enumerate(there)])
        yield from _finding(store, base, found, initials)
        more = _made_up(there, persons - len(there))
        began = time.perf_counter()
        _fill(store, base, "m", [(str(at), name) for at, name in enumerate(more)])
        note = f"{len(more):,} persons, indexed as they come"
        yield Figure("Search", "loading more", base.engine, time.perf_counter() - began, "s", note=note)
        yield _speed(store, base, found, persons)
        store.wipe()


def _first(found: Sequence[Spelling]) -> list[Spelling]:
    return list({each.group: each for each in reversed(found)}.values())


def _fill(store: Store, base: Base, dataset: str, names: Sequence[tuple[str, str]]) -> None:
    claims = [make_claim("person", (f"{dataset}:{local}", "Person"), {"name": name}) for local, name in names]
    rows = [(claim, str(at)) for at, claim in enumerate(claims)]
    changing.load(store, base.settings, changing.Release(dataset, rows, dataset, "", len(rows), "", made_up=True))


def _made_up(names: Sequence[str], count: int) -> list[str]:
    dice = random.Random(SEED)
    words = [name.split() for name in names]
    return [" ".join([dice.choice(words)[0], *dice.choice(words)[1:]]) for _ in range(count)]


def _finding(store: Store, base: Base, found: Sequence[Spelling], initials: Sequence[Spelling]) -> Iterator[Figure]:
    asked = [each for each in found if each not in _first(found)]
    placed = [(each, _place(store, each, "b")) for each in asked]
    section = "Search"
    yield Figure(section, "not in first place", base.engine, 100 - share(placed, 1), "%", 3)
    yield Figure(section, "not in the first ten", base.engine, 100 - share(placed, TOLD), "%", 0.5)
    for script in ("Cyrillic", "Latin", "Arabic"):
        part = [each for each in placed if each[0].script == script]
        what = f"not in the first ten, {script} questions"
        yield Figure(section, what, base.engine, 100 - share(part, TOLD), "%", None, f"{len(part)} questions")
    short = [(each, _place(store, each, "i")) for each in initials if each not in _first(initials)]
    what = "surname with initials not in the first ten"
    yield Figure(section, what, base.engine, 100 - share(short, TOLD), "%", 15, f"{len(short)} questions")
    for each, place in (*placed, *short):
        if not 0 < place <= TOLD:
            print(f"  not in ten: {each.group} {each.text} ({place or 'not found'})")


def _place(store: Store, asked: Spelling, dataset: str) -> int:
    """The place (from 1) of the person of the same group among the persons found; 0: not found."""
    hits = [hit.id for hit in find(store, asked.text).hits if hit.kind == "Person"]
    others_gone = [hit for hit in hits if hit.split(":")[0] in (dataset, "o", "m")]
    wanted = f"{dataset}:{asked.group}"
    return others_gone.index(wanted) + 1 if wanted in others_gone else 0


def _speed(store: Store, base: Base, found: Sequence[Spelling], persons: int) -> Figure:
    """From a text to ranked answers, ten of them explained."""
    for each in found[:WARM]:
        find(store, each.text)
    took = []
    for each in found:
        began = time.perf_counter()
        for hit in find(store, each.text).hits[:TOLD]:
            hit.reasons(each.text, "ru")
        took.append(1000 * (time.perf_counter() - began))
    p95 = sorted(took)[int(0.95 * len(took))]
    return Figure("Search", f"ten explained answers of {persons:,} persons, p95", base.engine, p95, "ms", P95_MS)
