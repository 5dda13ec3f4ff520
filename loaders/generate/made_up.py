"""Writes a whole made-up set into a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kb.errors import ConflictError
from loaders.generate import people, world
from loaders.generate.tables import COLUMNS, tables_in

DESCRIBED_IN = "dataset.yml"
DESCRIPTION = """\
# Made up by `kb generate --persons {persons} --seed {seed}`. Nobody in it ever lived.
id: made_up/{seed}
made_up: true
"""


def dataset_id(seed: int) -> str:
    """The id of the dataset of ``seed``."""
    return f"made_up/{seed}"


def generate(folder: Path, persons: int, seed: int, told: Callable[[int], None] = lambda done: None) -> dict[str, int]:
    """Write the set of ``persons`` and ``seed`` into ``folder`` (made where missing); the number of rows by table.

    The same numbers give the same bytes on every system. ``told`` hears how many persons are written. Memory does not
    grow with ``persons``. Raises ConflictError where the folder holds anything but a made-up set, OSError where it
    cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()) and not _is_made_up(folder):
        raise ConflictError("folder_of_others", folder=folder)
    (folder / DESCRIBED_IN).write_text(DESCRIPTION.format(persons=persons, seed=seed), encoding="utf-8", newline="\n")
    with tables_in(folder) as tables:
        world.write_sources(tables, seed, persons)
        world.write_places(tables)
        world.write_risings(tables, seed, world.risings(seed, persons), persons)
        for done in people.write_people(tables, seed, persons):
            told(done)
    return {table: tables.rows[table] for table in COLUMNS}


def _is_made_up(folder: Path) -> bool:
    described = folder / DESCRIBED_IN
    return described.is_file() and described.read_text("utf-8").startswith(DESCRIPTION[:12])
