"""One direction of imports, files of readable length, nothing of any one machine (why: docs/explanation/design.md)."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("kb", "loaders", "queries", "dashboard")
LONGEST = 400

MAY_IMPORT = {
    "kb": {"kb"},
    "loaders": {"loaders", "kb"},
    "queries": {"queries", "kb"},
    "dashboard": {"dashboard", "queries", "loaders", "kb"},
}

GROUND = {"errors", "i18n"}
READERS = {"dates", "names", "archives", "places", "counts"}
MODEL = GROUND | READERS | {"entries", "model"}
INSIDE_KB = {
    "i18n": set(),
    "errors": {"i18n"},
    "settings": GROUND,
    **{reader: GROUND | {reader} for reader in READERS},
    "places": GROUND | {"places", "names", "dates"},  # a place is found by its name at a date
    "counts": GROUND | {"counts", "dates"},  # number words are those of dates
    "entries": GROUND | READERS | {"entries"},
    "model": MODEL,
    "derive": MODEL | {"derive"},
    "store": GROUND | {"settings", "store"},
    "projection": MODEL | {"projection"},
    "base": MODEL | {"settings", "derive", "store", "projection", "base"},
    "connections": MODEL | {"settings", "store", "projection", "base", "connections"},
    "analysis": MODEL | {"store", "projection", "connections", "analysis"},
    "kinship": MODEL | {"store", "connections", "kinship"},
    "search": MODEL | {"derive", "store", "projection", "base", "search"},
    "interop": GROUND | {"settings", "store", "interop"},
    "commands": MODEL
    | {"settings", "derive", "store", "projection", "base", "connections"}
    | {"analysis", "kinship", "search", "interop", "commands"},
    "cli": GROUND | {"settings", "commands"},
}
PURE = READERS | {"entries", "model", "derive", "projection", "i18n", "errors"}
OUTSIDE_WORLD = {"socket", "subprocess", "urllib", "http", "neo4j", "sqlite3", "shutil", "tempfile", "time", "random"}


def modules(package: str) -> Iterator[Path]:
    for file in sorted((ROOT / package).rglob("*.py")):
        if "__pycache__" not in file.parts:
            yield file


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are written in full"
            module = node.module or ""
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names if module in PACKAGES)


def area(file: Path) -> str:
    """``kb/dates/edtf.py`` → ``dates``, ``kb/cli.py`` → ``cli``."""
    return file.relative_to(ROOT / "kb").parts[0].removesuffix(".py")


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("package", PACKAGES)
def test_packages_import_in_one_direction(package: str) -> None:
    for file in modules(package):
        wrong = {name for name in imported(file) if name.split(".")[0] in PACKAGES} - {
            name for name in imported(file) if name.split(".")[0] in MAY_IMPORT[package]
        }
        assert not wrong, f"{file.relative_to(ROOT)} imports {sorted(wrong)}"


def test_nothing_imports_tests_benchmarks_or_docs() -> None:
    for package in PACKAGES:
        for file in modules(package):
            assert not {name.split(".")[0] for name in imported(file)} & {"tests", "benchmarks", "docs"}, file


def test_every_part_of_kb_has_its_place() -> None:
    parts = {area(file) for file in modules("kb")} - {"__init__"}
    assert parts <= set(INSIDE_KB), f"say in this test what {sorted(parts - set(INSIDE_KB))} may import"


@pytest.mark.parametrize("file", list(modules("kb")), ids=lambda file: str(file.relative_to(ROOT)))
def test_inside_kb_imports_go_downwards(file: Path) -> None:
    if area(file) == "__init__":
        assert not list(imported(file))
        return
    for name in imported(file):
        package, _, rest = name.partition(".")
        if package == "kb" and rest:
            assert rest.split(".")[0] in INSIDE_KB[area(file)], f"{file.relative_to(ROOT)} imports {name}"


def test_reading_and_projecting_do_not_touch_the_outside_world() -> None:
    for file in modules("kb"):
        if area(file) in PURE:
            touched = {name.split(".")[0] for name in imported(file)} & OUTSIDE_WORLD
            assert not touched, f"{file.relative_to(ROOT)} is to be pure and imports {sorted(touched)}"


def test_only_the_store_knows_the_driver() -> None:
    for package in PACKAGES:
        for file in modules(package):
            if any(name.split(".")[0] in {"neo4j", "arcadedb_embedded"} for name in imported(file)):
                assert file.relative_to(ROOT).parts[:2] == ("kb", "store"), file


def test_no_file_of_code_is_longer_than_a_person_reads() -> None:
    long = {
        str(file.relative_to(ROOT)): lines
        for file in tracked()
        if file.suffix in {".py", ".cypher"} and (lines := len(file.read_text("utf-8").splitlines())) > LONGEST
    }
    assert not long


# Put together from pieces, so that this file does not find itself.
OF_ONE_MACHINE = re.compile(
    "|".join(
        [
            "/wo" + "rk/",
            "/ro" + "ot/",
            "/ho" + r"me/\w",
            r"C:\\\\?Us" + "ers",
            "files.python" + "hosted",
            "pypi" + r"\.org/simple",
            "registry" + r"\.npmjs",
            "repo1" + r"\.maven",
        ]
    )
)


def test_no_file_names_a_path_of_one_machine_or_the_address_of_a_registry() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in tracked()
        if file.suffix not in {".csv", ".png", ".woff2", ".ttf", ".geojson", ".xlsx"}
        for number, line in enumerate(file.read_text("utf-8", errors="replace").splitlines(), 1)
        if OF_ONE_MACHINE.search(line)
    ]
    assert not found


def test_pages_that_read_cannot_write() -> None:
    """Only what brings things in reaches the functions that change a base."""
    changing = re.compile(
        r"import .*\b(?:load|undo|judge|renew|read)\b|loaders\.loading|\.(?:write|write_rows|ddl|wipe)\("
    )
    may = {"loading.py", "entry.py"}
    for file in modules("dashboard"):
        parts = file.relative_to(ROOT / "dashboard").parts
        if parts[0] in ("entering", "commands") or parts[-1] in may:
            continue
        for line in file.read_text("utf-8").splitlines():
            if line.startswith(("from kb.base", "from loaders")) or "store." in line:
                assert not changing.search(line), f"{file.relative_to(ROOT)}: {line}"
