"""The parts of the benchmark. Each measures one base and yields its figures."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import bare, prepared
from benchmarks.bases import Base
from benchmarks.figures import Figure
from benchmarks.loading import PERSONS, SECTION, family_tree
from kb.store import connect, stop
from loaders.generate.made_up import generate
from queries.catalogue import catalogue
from queries.runner import run

KB = Path(sys.executable).with_name("kb")
DATASET = "uprisings_372"
STARTS = 3
WARM, ASKED = 3, 11

START_SECONDS = 5.0
QUERY_MS = 50.0
LOAD_RATIO = 1.5
GROWTH = 4.6  # for four times the persons
UNDO_RATIO = 1.0
MEMORY_MB = 1024.0
TREE_SECONDS = 20.0


def start(base: Base) -> Iterator[Figure]:
    """The local engine, from nothing running to the first answer; a server is started by others."""
    if base.settings.uri:
        return
    seconds = []
    for _ in range(STARTS):
        stop(base.settings)
        began = time.perf_counter()
        with connect(base.settings) as store:
            store.read("RETURN 1 AS one")
        seconds.append(time.perf_counter() - began)
    yield Figure("Starting", "to the first answer", base.engine, median(seconds), "s", START_SECONDS)


def research_set(base: Base) -> Iterator[Figure]:
    """Loading the research set from nothing, and again."""
    section = "The research set"
    first = _kb(base, "load", DATASET, "--json")
    note = f"{first.document['claims']['new']:,} claims"
    yield Figure(section, "`kb load`, the whole command", base.engine, first.seconds, "s", note=note)
    again = _kb(base, "load", DATASET, "--json")
    note = f"{again.document['claims']['new']} new claims"
    yield Figure(section, "`kb load` again", base.engine, again.seconds, "s", note=note)


def queries(base: Base) -> Iterator[Figure]:
    """Every prepared question with its example, on the research set: the median of several answers of a warm base."""
    with connect(base.settings) as store:
        for _ in range(WARM):  # all of them first: both engines compile what is asked often
            for query in catalogue().values():
                run(store, query, query.example)
        for query in catalogue().values():
            taken = []
            for _ in range(ASKED):
                began = time.perf_counter()
                answer = run(store, query, query.example)
                taken.append((time.perf_counter() - began) * 1000)
            note = f"{len(answer.rows)} rows"
            yield Figure("Prepared questions", f"`{query.id}`", base.engine, median(taken), "ms", QUERY_MS, note)


def large(base: Base, folder: Path, persons: int) -> Iterator[Figure]:
    """Made-up persons loaded end to end, beside the bare driver that writes the same final nodes and ties."""
    section = f"{persons:,} made-up persons"
    quarter = _loaded(base, folder, persons // 4)
    loaded = _loaded(base, folder, persons)
    made = loaded.document
    note = f"{made['claims']['new']:,} claims, {sum(made['entities'].values()):,} entities"
    yield Figure(section, "`kb load`, the whole command", base.engine, loaded.seconds, "s", note=note)
    yield Figure(section, "most memory of the loader", base.engine, _most_memory(), "MB", MEMORY_MB)
    growth = loaded.seconds / quarter.seconds
    note = f"{quarter.seconds:,.2f} s for {persons // 4:,}"
    yield Figure(section, "a quarter of them → all", base.engine, growth, "×", GROWTH, note)
    file = folder / "prepared.pickle"
    with connect(base.settings) as store:
        nodes, ties = prepared.save(store, file)
    _, undone = _told(base, "undo", made["batch"])
    with connect(base.settings) as store:
        left = store.read("MATCH (n) RETURN count(n) AS n").scalar()
        note = f"{undone:,.2f} s, {left} nodes left"
        yield Figure(section, "`kb undo` ÷ `kb load`", base.engine, undone / loaded.seconds, "×", UNDO_RATIO, note)
        store.wipe()
    peer = float(_run([sys.executable, "-m", bare.__name__, str(file), *base.driver_arguments()], os.environ))
    note = f"{nodes:,} nodes, {ties:,} ties"
    yield Figure(section, "the bare driver, prepared rows", base.engine, peer, "s", note=note)
    yield Figure(section, "ours ÷ bare", base.engine, loaded.seconds / peer, "×", LOAD_RATIO)


def tree(base: Base, folder: Path) -> Iterator[Figure]:
    """A made-up family tree loaded end to end."""
    file = folder / "made-up.ged"
    family_tree(file, PERSONS)
    with connect(base.settings) as store:
        store.wipe()
    loaded = _kb(base, "load", str(file), "--json")
    note = f"{loaded.document['claims']['new']:,} claims"
    yield Figure(
        SECTION, f"`kb load` of a GEDCOM of {PERSONS:,} persons", base.engine, loaded.seconds, "s", TREE_SECONDS, note
    )
    with connect(base.settings) as store:
        store.wipe()


def _loaded(base: Base, folder: Path, persons: int) -> _Done:
    """Made-up persons in a base that held nothing."""
    tables = folder / f"made-up-{persons}"
    generate(tables, persons, 1)
    with connect(base.settings) as store:
        store.wipe()
    return _kb(base, "load", str(tables), "--json")


def _most_memory() -> float:
    """The most that a command of this run held, in MB; the engine is no part of it."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


class _Done:
    def __init__(self, document: Any, seconds: float) -> None:
        self.document = document
        self.seconds = seconds


def _kb(base: Base, *arguments: str) -> _Done:
    """A command with the document that it prints, and its seconds."""
    out, seconds = _told(base, *arguments)
    return _Done(json.loads(out), seconds)


def _told(base: Base, *arguments: str) -> tuple[str, float]:
    """A command as a person gives it, in a process of its own: what it prints, and its seconds."""
    said = base.settings
    env = {name: value for name, value in os.environ.items() if not name.startswith("KB_")}
    env |= {"KB_HOME": str(said.home), "KB_AUTHOR": said.author, "KB_LANG": "en"}
    if said.uri:
        env |= {"KB_URI": said.uri, "KB_USER": said.user, "KB_PASSWORD": said.password or ""}
    began = time.perf_counter()
    out = _run([str(KB), *arguments], env)
    return out, time.perf_counter() - began


def _run(command: list[str], env: Any) -> str:
    return subprocess.run(command, env=env, stdout=subprocess.PIPE, text=True, check=True).stdout
