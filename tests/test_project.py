"""The files around the code agree with each other: versions, licences, exact dependencies, the two commands."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return found


@pytest.fixture(scope="module")
def pinned() -> dict[str, Version]:
    """What is pinned here: a line may be for some systems only, where no one version is there for all."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    found = [Requirement(line) for line in lines if line and not line.startswith("#")]
    here = [each for each in found if each.marker is None or each.marker.evaluate()]
    return {canonicalize_name(each.name): Version(str(each.specifier).removeprefix("==")) for each in here}


def test_every_dependency_is_pinned_to_a_version_that_it_allows(
    project: dict[str, Any], pinned: dict[str, Version]
) -> None:
    wanted = [
        *project["dependencies"],
        *(line for extra in project["optional-dependencies"].values() for line in extra),
    ]
    for line in wanted:
        requirement = Requirement(line)
        if requirement.marker and not requirement.marker.evaluate():
            continue
        assert pinned[canonicalize_name(requirement.name)] in requirement.specifier, line


def test_constraints_are_exact_versions_without_addresses() -> None:
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines():
        assert line.startswith("#") or re.fullmatch(r"[\w.-]+==[\w.]+(; [\w.' =()]+)?", line), line


def test_the_commands_installed_are_those_declared(project: dict[str, Any]) -> None:
    declared = project["entry-points"]["kb.commands"]
    assert {found.name: found.value for found in entry_points(group="kb.commands")} == declared, "run make install anew"
    assert list(declared) == sorted(declared)


def test_citation_changelog_and_project_have_one_version(project: dict[str, Any]) -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert cited["version"] == project["version"]
    assert f"## {project['version']}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_code_and_data_have_their_licences(project: dict[str, Any]) -> None:
    assert "Apache License" in (ROOT / "LICENSE").read_text("utf-8")
    assert "CC BY 4.0" in (ROOT / "LICENSE-DATA").read_text("utf-8")
    assert project["license-files"] == ["LICENSE", "LICENSE-DATA"]


@pytest.mark.parametrize("target", ["install", "demo", "test", "lint", "bench", "docs", "screenshots"])
def test_make_knows_its_commands_and_help_names_them(target: str) -> None:
    rules = (ROOT / "Makefile").read_text("utf-8")
    assert re.search(rf"^{target}:", rules, re.M)
    assert re.search(rf"make {target}\b", rules)


@pytest.mark.skipif(os.name == "nt", reason="make is not expected there")
def test_what_is_installed_is_not_installed_again(tmp_path: Path) -> None:
    for name in ("Makefile", "pyproject.toml", "constraints.txt"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    (tmp_path / ".venv/bin").mkdir(parents=True)
    for made in (".venv/bin/python", ".venv/installed"):
        (tmp_path / made).touch()
    asked = ["make", "--no-print-directory", "-n", "install"]
    done = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "pip" not in done.stdout
    (tmp_path / "constraints.txt").write_text("# newer\n")
    os.utime(tmp_path / "constraints.txt", (2**31, 2**31))
    done = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "pip" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="no modes of files there")
def test_ci_can_be_run() -> None:
    assert os.access(ROOT / ".ci/run", os.X_OK)
