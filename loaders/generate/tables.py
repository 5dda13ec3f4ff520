"""The tables of a made-up set: the columns of the research set, written row by row, the same bytes on every system."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

COLUMNS: dict[str, tuple[str, ...]] = {
    "sources": ("source_id", "title", "author", "year", "kind", "language", "url", "note"),
    "archival_refs": ("source_id", "archive", "fond", "opis", "delo", "list", "about", "seen_in_url"),
    "places": (
        *("place_id", "name_ru", "name_kk", "name_en", "kind"),
        *("parent_place_id", "lat", "lon", "coord_source", "note"),
    ),
    "uprisings": (
        *("uprising_id", "name_ru", "name_kk", "name_en", "start_date", "end_date", "place_ids"),
        *("participants_min", "participants_max", "description_own_words", "source_ids"),
    ),
    "persons": (
        *("person_id", "name_ru", "name_kk", "name_latin", "patronymic_or_father", "birth", "death"),
        *("social_status_occupation", "clan", "note", "source_ids", "scope"),
    ),
    "participations": ("person_id", "uprising_id", "role", "date", "source_id"),
    "repressions": ("person_id", "event", "date", "body", "article", "sentence", "place", "source_id"),
    "family_ties": ("person_a", "person_b", "tie", "source_id"),
    "claims": ("claim_id", "subject_id", "property", "value", "source_id", "locator"),
}


class Tables:
    """Open tables; ``write`` puts a row into one of them, missing columns are left empty."""

    def __init__(self, writers: dict[str, csv.DictWriter[str]]) -> None:
        self._writers = writers
        self.rows: Counter[str] = Counter()

    def write(self, table: str, **row: object) -> None:
        """One row; a column that the table does not have is a ValueError."""
        self._writers[table].writerow(row)
        self.rows[table] += 1

    def claim(self, subject: str, name: str, value: object, source: str, locator: str) -> None:
        """One row of ``claims``; its id is its number."""
        number = self.rows["claims"] + 1
        self.write(
            "claims",
            claim_id=f"made-up-c{number}",
            subject_id=subject,
            property=name,
            value=value,
            source_id=source,
            locator=locator,
        )


@contextmanager
def tables_in(folder: Path) -> Iterator[Tables]:
    """All tables of ``folder`` (which exists), opened anew with their headers, closed at the end."""
    with ExitStack() as open_files:
        writers = {}
        for table, columns in COLUMNS.items():
            file = open_files.enter_context((folder / f"{table}.csv").open("w", encoding="utf-8", newline=""))
            writers[table] = csv.DictWriter(file, columns, restval="", lineterminator="\n")
            writers[table].writeheader()
        yield Tables(writers)
