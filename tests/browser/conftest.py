"""The dashboard as it is served, driven by Chromium on the research set."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

KB = str(Path(sys.executable).with_name("kb"))
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
SECONDS_TO_START = 60

Visit = Callable[..., Page]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2):
            return True
    except OSError:
        return False


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; tests that need it are skipped where it is absent."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium: apt install chromium, or name it in CHROMIUM")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard served by ``kb serve`` from a folder that has nothing to do with the project."""
    elsewhere = tmp_path_factory.mktemp("served")
    env = {name: value for name, value in os.environ.items() if not name.startswith("KB_")}
    env |= {"KB_HOME": str(elsewhere / "home"), "KB_LANG": "ru"}
    subprocess.run([KB, "load", "uprisings_372"], env=env, cwd=elsewhere, check=True, stdout=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{_free_port()}"
    serve = [KB, "serve", "--port", url.rpartition(":")[2], "--no-browser"]
    server = subprocess.Popen(serve, env=env, cwd=elsewhere, stdout=subprocess.DEVNULL)
    until = time.monotonic() + SECONDS_TO_START
    while not _answers(url) and time.monotonic() < until:
        time.sleep(0.2)
    yield url
    server.terminate()
    assert server.wait(30) == 0
    subprocess.run([KB, "stop"], env=env, check=True, stdout=subprocess.DEVNULL)


@pytest.fixture
def requested() -> list[str]:
    """The addresses that the pages of a test asked for."""
    return []


@pytest.fixture
def visit(browser: Browser, address: str, requested: list[str]) -> Iterator[Visit]:
    """Open an address of the dashboard and wait until the page has run."""
    opened: list[Page] = []

    def open_(path: str, wait_for: str = ".kb h1", **context: Any) -> Page:
        page = browser.new_page(**{"viewport": {"width": 1280, "height": 800}, **context})
        opened.append(page)
        page.on("request", lambda request: requested.append(request.url))
        page.goto(f"{address}/{path}")
        page.locator(wait_for).first.wait_for(timeout=60_000)
        ran(page)
        return page

    yield open_
    for page in opened:
        page.close()


def ran(page: Page) -> None:
    """Wait until the script of the page has run."""
    page.wait_for_timeout(300)
    page.wait_for_function("!document.querySelector('[data-testid=stStatusWidget]')", timeout=60_000)
