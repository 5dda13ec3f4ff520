"""The readers of dates, references, counts and entries on real texts: speed on one core, and what is read right.

``python -m benchmarks.readers`` prints the figures. Speeds are by processor time, since other work on the machine
must not count, and without the cache of dates. What needs ``../shared`` is left out where that is absent.
"""

from __future__ import annotations

import csv
import re
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.figures import Figure
from kb.archives import read_references
from kb.counts import read_count
from kb.dates import bounds, fuzzy_bounds, is_edtf, iso, read_date, reading
from kb.entries import read_entry
from tests.dates.archivists import more_cases
from tests.dates.cases import cases
from tests.entries.moscow import score

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
SECTION = "Readers"
WHERE = "one core"
ROUNDS = 4
DATE_US, ENTRY_US = 50.0, 500.0
UNREAD, WRONG, MISSED, LEFT_OVER = 0.5, 2.0, 5.0, 5.0


def main() -> int:
    """Measure and print; 1 when a figure is not kept."""
    found = list(figures())
    for figure in found:
        print(figure.line, flush=True)
    return 0 if all(figure.kept for figure in found) else 1


def figures() -> Iterator[Figure]:
    """Every figure of the readers."""
    texts = [text for text, _ in [*cases(), *more_cases()]]
    yield _speed("hard dates, each another form", texts, read_date, DATE_US)
    if not SHARED.is_dir():
        return
    bios = [row["bio"] for row in _rows("data/moscow/mos_persons.csv")]
    yield from _dates(bios)
    yield _speed("entries of the Moscow lists", bios[:3000], read_entry, ENTRY_US)
    yield from _entries()
    yield from _edtf()
    yield from _research_set()


def _rows(name: str) -> list[dict[str, str]]:
    with (SHARED / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _speed(what: str, texts: Sequence[str], read: Callable[[str], object], at_most: float) -> Figure:
    """Microseconds a text, over different texts, in the best of several rounds."""
    different = list(dict.fromkeys(texts))
    rounds = []
    for _ in range(ROUNDS):
        reading._read.cache_clear()
        began = time.process_time()
        for text in different:
            read(text)
        rounds.append((time.process_time() - began) / len(different) * 1e6)
    each = min(rounds[1:])  # the first reads the vocabularies
    return Figure(SECTION, what, WHERE, each, "µs", at_most, f"{1e6 / each:,.0f} a second, {len(different):,} texts")


def _dates(bios: Sequence[str]) -> Iterator[Figure]:
    births = [found[1] for bio in bios for found in [re.search(r"род\. ([^,]*)", bio)] if found]
    deaths = [found[1] for bio in bios for found in [re.search(r"трелян[а]? (\d[\d.]*\d)", bio)] if found]
    written = births + deaths
    yield _speed("dates of the Moscow lists", written, read_date, DATE_US)
    unread = sum(read_date(text, notation="prose").edtf is None for text in written)
    share = 100 * unread / len(written)
    yield Figure(SECTION, "dates of the Moscow lists not read", WHERE, share, "%", UNREAD, f"{len(written):,} dates")
    narrower = sum(_narrower(text) for text in written)
    yield Figure(SECTION, "dates of the Moscow lists read more exactly than written", WHERE, narrower, "", 0)


def _narrower(text: str) -> bool:
    """Whether a day was read where only a month or year is written, or a month where only a year is."""
    read = read_date(text, notation="prose").edtf or ""
    figures_in = len(re.findall(r"\d+|[а-я]{3,}", re.sub(r"по другим данным|рожд\w*|около|год\w*", "", text.lower())))
    return max(part.count("-") + 1 for part in re.split(r"[\[\],/]", read)) > figures_in


def _entries() -> Iterator[Figure]:
    scores, left_over = score(SHARED / "data" / "moscow" / "mos_persons.csv")
    for name, one in sorted(scores.items()):
        note = f"precision {one.precision:.3f}, recall {one.recall:.3f}, {one.right + one.missed} labelled"
        yield Figure(SECTION, f"entries: {name} wrong", WHERE, 100 * (1 - one.precision), "%", WRONG, note)
        yield Figure(SECTION, f"entries: {name} missed", WHERE, 100 * (1 - one.recall), "%", MISSED)
    yield Figure(SECTION, "entries: letters left over", WHERE, 100 * left_over, "%", LEFT_OVER)


def _edtf() -> Iterator[Figure]:
    rows = _rows("data/edtf/edtf_cases.csv")
    bounded = [row for row in rows if row["lower_strict"]]
    wrong = sum(not _as_known(row) for row in bounded)
    yield Figure(SECTION, "EDTF texts with known bounds that got others", WHERE, wrong, "", 0, f"{len(bounded)} texts")
    invalid = [row for row in rows if row["verdict"] == "invalid" and "python-edtf" in row["source"]]
    taken = sum(is_edtf(row["edtf"]) for row in invalid)
    yield Figure(SECTION, "invalid EDTF texts that were taken", WHERE, taken, "", 0, f"{len(invalid)} texts")


def _as_known(row: dict[str, str]) -> bool:
    pairs = [(bounds(row["edtf"]), row["lower_strict"], row["upper_strict"])]
    if row["lower_fuzzy"]:
        pairs.append((fuzzy_bounds(row["edtf"]), row["lower_fuzzy"], row["upper_fuzzy"]))
    return all(
        found is not None
        and ((iso(found.earliest) or "-inf").removeprefix("Y"), (iso(found.latest) or "inf").removeprefix("Y")) == said
        for found, *ends in pairs
        for said in [tuple(ends)]
    )


def _research_set() -> Iterator[Figure]:
    numbered = [row for row in _rows("facts/archival_refs.csv") if row["fond"]]
    unread = sum(
        [one.fond for one in read_references(f"{row['archive']}, ф. {row['fond']}, оп. {row['opis']}")] != [row["fond"]]
        for row in numbered
    )
    yield Figure(
        SECTION, "references of the research set not read", WHERE, unread, "", 0, f"{len(numbered)} references"
    )
    sizes = [row["value"] for row in _rows("facts/claims.csv") if row["property"] == "participants"]
    unknown = sum(read_count(value).note is not None for value in sizes)
    yield Figure(SECTION, "sizes of risings not read", WHERE, unknown, "", 0, f"{len(sizes)} texts")


if __name__ == "__main__":
    raise SystemExit(main())
