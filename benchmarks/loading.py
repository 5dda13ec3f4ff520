"""Loading files of others: tables by a mapping and family trees, reading alone and end to end, beside public readers.

``python -m benchmarks.loading`` prints the figures that need no database. The family tree is made up here.
"""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.figures import Figure
from loaders.gedcom.lines import Lines
from loaders.pipeline import read

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
SECTION = "Files of others"
WHERE = "one core"
ROUNDS = 3
ROW_US = 50.0  # 20,000 rows a second
PERSONS = 12_000
CHILDREN = 3
HALF, ALL = 2.0, 1.0


def main(folder: Path) -> int:
    """Measure and print; 1 when a figure is not kept."""
    found = list(figures(folder))
    for figure in found:
        print(figure.line, flush=True)
    return 0 if all(figure.kept for figure in found) else 1


def figures(folder: Path) -> Iterator[Figure]:
    """Reading alone. ``folder`` is for what is made up."""
    table = SHARED / "data/moscow/mos_persons.csv"
    if table.is_file():
        rows = read(table, mapping="moscow_csv").release.rows
        each = _best(lambda: read(table, mapping="moscow_csv")) / rows * 1e6
        note = f"{1e6 / each:,.0f} rows a second, {rows:,} rows"
        yield Figure(SECTION, "a table of the Moscow lists read and mapped to claims", WHERE, each, "µs", ROW_US, note)
    tree = folder / "tree.ged"
    records = family_tree(tree, PERSONS)
    ours = _best(lambda: sum(1 for _ in Lines(tree, tree.name).records()))
    note = f"{records / ours:,.0f} records a second, {records:,} records"
    yield Figure(SECTION, "records of GEDCOM read", WHERE, ours, "s", note=note)
    claims = _best(lambda: read(tree))
    note = f"{records / claims:,.0f} records a second"
    yield Figure(SECTION, "the same, to claims", WHERE, claims, "s", note=note)
    for name, peer, at_most in (("fastgedcom", _fastgedcom, HALF), ("ged4py", _ged4py, ALL)):
        try:
            taken = _best(lambda peer=peer: peer(tree))  # type: ignore[misc]
        except ModuleNotFoundError:
            print(f"not measured: {name} is not installed", flush=True)
            continue
        note = f"{records / taken:,.0f} records a second"
        yield Figure(SECTION, f"records of GEDCOM read by {name}", WHERE, taken, "s", note=note)
        yield Figure(SECTION, f"ours ÷ {name}", WHERE, ours / taken, "×", at_most)


def _best(work: Callable[[], object]) -> float:
    """Seconds of processor time, the best of several rounds."""
    rounds = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        rounds.append(time.process_time() - began)
    return min(rounds)


def _fastgedcom(tree: Path) -> int:
    parser = importlib.import_module("fastgedcom.parser")
    return len(list(parser.strict_parse(tree)))


def _ged4py(tree: Path) -> int:
    parser = importlib.import_module("ged4py.parser")
    with parser.GedcomReader(str(tree)) as reader:
        return sum(1 for _ in reader.records0())


def family_tree(path: Path, persons: int) -> int:
    """Write a made-up GEDCOM of ``persons`` in families of two parents and three children, with dates, places, a note
    and a citation each; the number of records in it.
    """
    lines = ["0 HEAD", "1 SOUR made_up", "1 GEDC", "2 VERS 5.5.1", "1 CHAR UTF-8", "0 @S1@ SOUR", "1 TITL Made up"]
    size = CHILDREN + 2
    families = persons // size
    for number in range(families):
        first = number * size
        for place in range(size):
            lines.extend(_person(first + place, number, parent=place < 2))
    for number in range(families):
        first = number * size
        members = [f"1 HUSB @I{first}@", f"1 WIFE @I{first + 1}@"]
        members += [f"1 CHIL @I{first + 2 + each}@" for each in range(CHILDREN)]
        lines.extend((f"0 @F{number}@ FAM", *members, "1 MARR", f"2 DATE ABT {1870 + number % 50}"))
    lines.append("0 TRLR")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return families * size + families + 3


def _person(ident: int, family: int, *, parent: bool) -> Iterator[str]:
    yield f"0 @I{ident}@ INDI"
    yield f"1 NAME Выдуманный {ident} /Семьянин {family}/"
    yield f"1 SEX {'MF'[ident % 2]}"
    yield from ("1 BIRT", f"2 DATE {ident % 28 + 1} MAR {1850 + family % 60}", "2 PLAC Made-up aul, Made-up district")
    yield from ("2 SOUR @S1@", f"3 PAGE {ident}")
    yield from ("1 NOTE made up for a benchmark", f"1 {'FAMS' if parent else 'FAMC'} @F{family}@")


if __name__ == "__main__":
    import sys

    raise SystemExit(main(Path(sys.argv[1])))
