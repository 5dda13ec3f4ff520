"""What is there is documented, what is documented is there, and generated pages are fresh."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.generate import PAGES, REFERENCE
from kb import cli
from queries.catalogue import catalogue

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES_OF_TEXT = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])

LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
FENCE = re.compile(r"```\w*\n(.*?)```", re.S)
COMMAND = re.compile(r"^(?:\$ )?(?:\S*[\\/])?kb ([a-z]+)\b", re.M)
VARIABLE = re.compile(r"""env\.get\(\s*"([A-Z_]+)\"""")


@pytest.mark.parametrize("name", list(PAGES))
def test_generated_pages_are_fresh(name: str) -> None:
    written = (REFERENCE / name).read_text("utf-8")
    assert written == PAGES[name](), f"docs/reference/{name} is stale: run make docs"


@pytest.mark.parametrize("page", PAGES_OF_TEXT, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        if not target.startswith(("http:", "https:", "mailto:")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.parametrize("page", PAGES_OF_TEXT, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_that_pages_show_exist(page: Path) -> None:
    known = set(cli.commands())
    shown = "\n".join(FENCE.findall(page.read_text("utf-8")))
    assert set(COMMAND.findall(shown)) <= known


@pytest.mark.parametrize("page", PAGES_OF_TEXT, ids=lambda page: str(page.relative_to(ROOT)))
def test_questions_that_pages_ask_exist(page: Path) -> None:
    asked = re.findall(r"kb query (\w+)", page.read_text("utf-8"))
    asked += re.findall(r"""\bask\("(\w+)\"""", page.read_text("utf-8"))
    assert set(asked) - {"ID"} <= set(catalogue())


def test_every_command_stands_on_the_reference_page() -> None:
    page = (REFERENCE / "commands.md").read_text("utf-8")
    assert re.findall(r"^## kb (\w+)$", page, re.M) == list(cli.commands())


def test_every_question_stands_on_the_reference_page() -> None:
    page = (REFERENCE / "queries.md").read_text("utf-8")
    for query in catalogue():
        assert f"### {query}\n" in page


def test_every_setting_is_documented() -> None:
    read = set(VARIABLE.findall((ROOT / "kb/settings.py").read_text("utf-8")))
    page = (REFERENCE / "commands.md").read_text("utf-8")
    system = {"LC_ALL", "LC_MESSAGES", "LANG"}
    for name in read - system:
        assert f"`{name}`" in page, name
    assert {"KB_HOME", "KB_URI", "PORT"} <= read


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_page_is_reached_from_the_index(page: Path) -> None:
    index = DOCS / "README.md"
    linked = {(index.parent / target).resolve() for target in LINK.findall(index.read_text("utf-8"))}
    assert page == index or page in linked


@pytest.mark.parametrize("other", ["README.ru.md", "README.kk.md"])
def test_the_three_readmes_show_the_same_commands(other: str) -> None:
    def commands(name: str) -> list[str]:
        shown = "\n".join(FENCE.findall((ROOT / name).read_text("utf-8")))
        return [re.sub(r"\s+#.*", "", line) for line in shown.splitlines() if line.strip()]

    assert commands(other) == commands("README.md")
