"""``make notebooks``: runs the notebooks of ``notebooks/`` anew, on the research set in a base of its own.

A notebook is written here, cell by cell, so that what it shows can be tested: ``tests/test_notebooks.py`` runs it.
"""

from __future__ import annotations

import ast
import io
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import Any

from kb.settings import settings
from kb.store import connect, stop
from loaders.loading import load

FOLDER = Path(__file__).parent.parent / "notebooks"
ROWS = 12

TEXT, CODE = "markdown", "code"
Cell = tuple[str, str]

CONNECTIONS: Sequence[Cell] = (
    (
        TEXT,
        "# Who was connected with whom, in three lines\n\n"
        "Связи в трёх строках · Байланыстар үш жолда\n\n"
        "The base is the one that `kb load uprisings_372` made; with `KB_URI` it is your group's server. "
        "Every answer is a pandas table. This notebook was run by `make notebooks`.",
    ),
    (
        CODE,
        "from queries import ask, between, common, kin, measured\n\n"
        'table = ask("participants_of_uprising", uprising="uprisings_372:u003", side="insurgent")\n'
        'table[["person", "roles", "certainty", "person_id"]]',
    ),
    (
        TEXT,
        "An answer knows where it comes from: the version of the question and of the data, the parameters, whether "
        "rows were left out.",
    ),
    (CODE, "sorted(table.attrs)"),
    (
        TEXT,
        "## What connects two people?\n\nEach row is a tie with the sources that say it. `weakest` is where the path "
        "is weakest; the same options as `kb paths` narrow the search.",
    ),
    (CODE, 'between("p008", "p119", k=2)[["path", "step", "from", "tie", "to", "weakest", "sources"]]'),
    (TEXT, "No connection is an answer too: it says how far was looked, and what would connect them."),
    (
        CODE,
        'nothing = between("p008", "p119", max_hops=3)\n'
        'len(nothing), nothing.attrs["stopped"], nothing.attrs["misses"]',
    ),
    (TEXT, "Groups: the leaders of one rising, and everybody named in another."),
    (CODE, 'between("leaders@u003", "all@u024", k=3)[["path", "step", "from", "tie", "to"]]'),
    (TEXT, "## What do they have in common?"),
    (CODE, 'common("p008", "p009")[["rule", "what", "person", "ties"]]'),
    (TEXT, "## How are they kin?\n\nIn Russian, Kazakh and English, with what is doubtful."),
    (CODE, 'kin("p013", "p014")'),
    (
        TEXT,
        "## Who stands between others?\n\nA rank without its range says too little: the range is what it can be when "
        "doubtful ties, doubtful identities or single-witness ties are dropped, and by resampling the claims.",
    ),
    (
        CODE,
        'ranks = measured("people")\n'
        'ranks[["label", "degree", "betweenness", "betweenness_rank", "betweenness_range"]].head(5)',
    ),
    (TEXT, "## Questions of case files\n\nSixty-six questions are prepared; `kb queries` lists them."),
    (CODE, 'ask("suppressors_in_several")[["person", "number", "uprisings"]]'),
)  # fmt: skip

NOTEBOOKS: Mapping[str, Sequence[Cell]] = {"connections.ipynb": CONNECTIONS}


def main() -> None:
    """Write every notebook, run."""
    FOLDER.mkdir(exist_ok=True)
    with research_base():
        for name, cells in NOTEBOOKS.items():
            (FOLDER / name).write_text(as_json(executed(cells)), "utf-8")
            sys.stdout.write(f"written: notebooks/{name}\n")


@contextmanager
def research_base() -> Iterator[None]:
    """A base of its own with the research set, chosen by the environment, as a notebook chooses it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        before = {name: os.environ.pop(name, None) for name in ("KB_HOME", "KB_URI", "KB_LANG")}
        os.environ |= {"KB_HOME": home, "KB_LANG": "en"}
        try:
            with connect(settings()) as store:
                load(store, settings(), "uprisings_372")
            yield
        finally:
            stop(settings())
            for name, value in before.items():
                os.environ.pop(name, None)
                if value is not None:
                    os.environ[name] = value


def executed(cells: Sequence[Cell]) -> dict[str, Any]:
    """The notebook of ``cells`` with what each gives, in the format 4.5 of Jupyter."""
    space: dict[str, Any] = {}
    made = []
    number = 0
    for place, (kind, source) in enumerate(cells):
        cell: dict[str, Any] = {"cell_type": kind, "id": f"cell-{place}", "metadata": {}, "source": _lines(source)}
        if kind == CODE:
            number += 1
            cell |= {"execution_count": number, "outputs": list(_run(source, space, number))}
        made.append(cell)
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    about = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return {"cells": made, "metadata": about, "nbformat": 4, "nbformat_minor": 5}


def as_json(notebook: Mapping[str, Any]) -> str:
    """The file."""
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def _run(source: str, space: dict[str, Any], number: int) -> Iterator[dict[str, Any]]:
    """What a cell prints, and the value of its last expression."""
    body = ast.parse(source).body
    last = body.pop() if body and isinstance(body[-1], ast.Expr) else None
    printed = io.StringIO()
    value = None
    with redirect_stdout(printed):
        exec(compile(ast.Module(body, []), "<cell>", "exec"), space)  # noqa: S102 - our own cells
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), space)  # noqa: S307 - the same
    if printed.getvalue():
        yield {"name": "stdout", "output_type": "stream", "text": _lines(printed.getvalue())}
    if value is not None:
        yield {"data": _shown(value), "execution_count": number, "metadata": {}, "output_type": "execute_result"}


def _shown(value: Any) -> dict[str, list[str]]:
    if hasattr(value, "to_html"):
        html = value.to_html(max_rows=ROWS, border=0, float_format="{:.4g}".format)
        text = value.to_string(max_rows=ROWS, float_format="{:.4g}".format)
        return {"text/html": _lines(html), "text/plain": _lines(text)}
    return {"text/plain": _lines(repr(value))}


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


if __name__ == "__main__":
    main()
