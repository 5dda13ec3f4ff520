"""A base with the research set, and pages of the dashboard run in this process."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.data import base
from dashboard.serve import APP
from kb.base import load
from kb.settings import Settings, settings
from kb.store import connect, stop
from loaders.pipeline import read


@pytest.fixture(scope="session")
def research_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder that holds the research set, its engine stopped at the end."""
    home = tmp_path_factory.mktemp("dashboard")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KB_HOME", str(home))
        patch.delenv("KB_URI", raising=False)
        patch.setenv("KB_LANG", "ru")
        chosen = settings()
        with connect(chosen) as store:
            load(store, chosen, read("uprisings_372").release)
        yield home
        stop(chosen)


@pytest.fixture
def research(research_home: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The settings of the research set's base, in force for one test."""
    monkeypatch.setenv("KB_HOME", str(research_home))
    monkeypatch.delenv("KB_URI", raising=False)
    monkeypatch.setenv("KB_LANG", "ru")
    return settings()


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as it came out: all HTML of our component, as one string and without tags."""

    app: AppTest
    html: str

    @property
    def text(self) -> str:
        """What a reader sees, white space made one."""
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.html)).split())


Open = Callable[..., Shown]


def _blocks(block: Any) -> Iterator[Any]:
    for child in getattr(block, "children", {}).values():
        yield child
        yield from _blocks(child)


def html_of(app: AppTest) -> str:
    """All HTML that the page gave to our component."""
    parts = [one.proto for one in _blocks(app._tree) if getattr(one, "type", "") == "bidi_component"]
    return "\n".join(json.loads(part.json).get("html", "") for part in parts)


def drawings_of(app: AppTest) -> list[dict[str, Any]]:
    """The pictures that the page gave to the component of pictures, as it takes them."""
    parts = [one.proto for one in _blocks(app._tree) if getattr(one, "type", "") == "bidi_component"]
    given = [json.loads(part.json) for part in parts]
    return [one["drawing"] for one in given if "drawing" in one]


@pytest.fixture
def open_page() -> Open:
    """Run a page with these parameters in a language; the test fails where the page raises."""

    def run(name: str, lang: str = "ru", **params: Any) -> Shown:
        app = AppTest.from_file(str(APP), default_timeout=120)
        app.query_params["lang"] = lang
        for key, value in params.items():
            app.query_params[key] = value
        if name != "overview":
            app.switch_page(f"app_pages/{name}.py")
        app.run()
        assert not app.exception, app.exception
        return Shown(app, html_of(app))

    return run


@pytest.fixture
def ask(research: Settings) -> Callable[..., list[tuple[Any, ...]]]:
    """Rows of a Cypher text on the research set."""

    def run(cypher: str, **params: Any) -> list[tuple[Any, ...]]:
        return base().read(cypher, params).rows

    return run


@pytest.fixture(scope="session")
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder with nothing in it, its engine stopped at the end."""
    home = tmp_path_factory.mktemp("empty")
    yield home
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KB_HOME", str(home))
        patch.delenv("KB_URI", raising=False)
        stop(settings())
