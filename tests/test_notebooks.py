"""The notebooks show what they would show if they were run now."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from docs.notebooks import CODE, FOLDER, NOTEBOOKS, as_json, executed, research_base

pytestmark = pytest.mark.local


@pytest.fixture(scope="module")
def research() -> Iterator[None]:
    with research_base():
        yield


@pytest.mark.parametrize("name", list(NOTEBOOKS))
def test_a_notebook_is_fresh(name: str, research: None) -> None:
    made = as_json(executed(NOTEBOOKS[name]))
    assert (FOLDER / name).read_text("utf-8") == made, f"notebooks/{name} is stale: run make notebooks"


def test_every_notebook_in_the_folder_is_made_by_the_script() -> None:
    assert {file.name for file in FOLDER.glob("*.ipynb")} == set(NOTEBOOKS)


def test_three_lines_are_enough() -> None:
    first = next(source for kind, source in NOTEBOOKS["connections.ipynb"] if kind == CODE)
    assert len([line for line in first.splitlines() if line.strip()]) == 3
    told = json.loads((FOLDER / "connections.ipynb").read_text("utf-8"))
    assert all(cell["outputs"] for cell in told["cells"] if cell["cell_type"] == CODE)
