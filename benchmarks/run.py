"""``make bench``: measure, print every figure, write docs/reference/benchmarks.md. Status 1 when a figure is not kept.

``python -m benchmarks.run --only large --persons 2000 --engine local`` does a part and leaves the page alone.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path

from benchmarks import bases, connections, finding, loading, names, parts, pictures, readers
from benchmarks.figures import Figure, page
from benchmarks.pages import pages
from tests.support.neo4j_server import AbsentError

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "benchmarks.md"
PERSONS = 80_000
ENGINES = {"local": bases.local, "neo4j": bases.server}
PARTS = (
    "start",
    "research",
    "queries",
    "pages",
    "large",
    "search",
    "files",
    "readers",
    "names",
    "connections",
    "pictures",
)


def main() -> int:
    """Measure what was asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--only", choices=PARTS, action="append")
    asked.add_argument("--engine", choices=tuple(ENGINES))
    asked.add_argument("--persons", type=int, default=PERSONS)
    args = asked.parse_args()
    wanted = args.only or PARTS
    figures = []
    with tempfile.TemporaryDirectory(prefix="kb-bench-") as folder:
        for engine in [args.engine] if args.engine else list(ENGINES):
            for figure in on_engine(engine, wanted, Path(folder), args.persons):
                print(figure.line, flush=True)
                figures.append(figure)
        alone = {
            "files": lambda: loading.figures(Path(folder)),
            "readers": readers.figures,
            "names": names.figures,
            "connections": lambda: connections.in_memory(Path(folder), args.persons),
            "pictures": pictures.figures,
        }
        for part, of_part in alone.items():
            for figure in of_part() if part in wanted else ():
                print(figure.line, flush=True)
                figures.append(figure)
    if not args.only and not args.engine and args.persons == PERSONS:
        PAGE.write_text(page(figures), encoding="utf-8", newline="\n")
        print(f"written: docs/reference/{PAGE.name}")
    return 0 if all(figure.kept for figure in figures) else 1


def on_engine(engine: str, wanted: Collection[str], folder: Path, persons: int) -> Iterator[Figure]:
    """The figures of one engine; says so where it cannot be had."""
    try:
        with ENGINES[engine](folder) as base:
            yield from measured(base, wanted, folder, persons)
    except AbsentError as absent:
        print(f"not measured on {engine}: {absent}", flush=True)


def measured(base: bases.Base, wanted: Collection[str], folder: Path, persons: int) -> Iterator[Figure]:
    """The wanted parts, in the order in which each finds the base as it needs it."""
    if "start" in wanted:
        yield from parts.start(base)
    if {"research", "queries", "pages"} & set(wanted):
        yield from parts.research_set(base)
    if "queries" in wanted:
        yield from parts.queries(base)
    if "pages" in wanted:
        yield from pages(base)
    if "large" in wanted:
        yield from parts.large(base, folder, persons)
    if "search" in wanted:
        yield from finding.figures(base)
    if "files" in wanted:
        yield from parts.tree(base, folder)
    if "connections" in wanted:
        yield from connections.on_base(base, persons)


if __name__ == "__main__":
    raise SystemExit(main())
