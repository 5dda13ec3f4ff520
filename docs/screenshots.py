"""``make screenshots``: takes the pictures of docs/screenshots anew, of the research set in a base of its own.

Every page in each language, at 1280 and 1920, goes into docs/screenshots/all: to be looked at, not to be kept.
``python docs/screenshots.py NAME …`` takes those alone.
Needs Chromium: its path in CHROMIUM, or ``chromium`` where programs are found.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from dashboard.pages import PAGES
from kb.i18n import LANGS

FOLDER = Path(__file__).with_name("screenshots")
KB = Path(sys.executable).with_name("kb")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
SECONDS_TO_START = 120
SETTLE_MS = 1500

PICTURES: dict[str, tuple[str, str, int, int, Any]] = {
    "overview-en": ("?lang=en", "light", 1280, 900, None),
    "overview-ru": ("?lang=ru", "light", 1280, 900, None),
    "overview-kk": ("?lang=kk", "light", 1280, 900, None),
    "search-ru": ("search?q=Жумагазы&lang=ru", "light", 1280, 720, None),
    "person-ru": ("person?id=uprisings_372:p012&lang=ru", "light", 1280, 900, None),
    "uprising-ru": ("uprising?id=uprisings_372:u009&lang=ru", "light", 1280, 900, None),
    "evidence-ru": ("uprising?id=uprisings_372:u009&lang=ru", "dark", 1280, 720, ".chart details.pop summary"),
    "connection-en": ("connection?a=uprisings_372:p012&b=uprisings_372:p014&lang=en", "light", 1280, 900, None),
    "network-ru": ("network?lang=ru", "light", 1920, 1400, None),
    "network-kk": ("network?start=uprisings_372:u006&hops=2&lang=kk", "dark", 1280, 1100, None),
    "question-en": ("questions?ask=size_by_source&lang=en", "light", 1280, 900, None),
    "map-ru": ("map?lang=ru", "light", 1920, 1080, None),
    "map-kk": ("map?lang=kk", "dark", 1280, 1000, None),
    "family-ru": ("family?id=uprisings_372:p014&lang=ru", "light", 1280, 900, None),
    "measures-en": ("measures?lang=en", "light", 1280, 900, None),
    "talk-kk": ("talk?story=sozak_1930&lang=kk", "light", 1280, 900, None),
    "sources-kk": ("sources?lang=kk", "dark", 1280, 900, None),
    "legend-ru": ("about?lang=ru", "light", 1280, 900, None),
}
"""Name → address, theme, width, height, and what is clicked before the picture is taken."""

OF_PAGES = {
    "search": "q=Жумагазы",
    "connection": "a=uprisings_372:p012&b=uprisings_372:p014",
    "family": "id=uprisings_372:p014",
    "questions": "ask=size_by_source",
    "person": "id=uprisings_372:p012",
    "uprising": "id=uprisings_372:u009",
    "card": "id=uprisings_372:s030",
    "talk": "story=sozak_1930",
}
"""What a page is asked for where it shows little by itself."""
WIDTHS = {"light": (1280, 900), "dark": (1920, 1080)}


def every_page() -> dict[str, tuple[str, str, int, int, Any]]:
    """All pages in all languages, small and light, large and dark."""
    return {
        f"all/{page.name}-{lang}-{width}": (
            f"{page.address}?{OF_PAGES.get(page.name, '')}&lang={lang}",
            theme,
            width,
            height,
            None,
        )
        for page in PAGES
        for lang in LANGS
        for theme, (width, height) in WIDTHS.items()
    }


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(url: str) -> bool:
    """Whether something answers there."""
    try:
        with urllib.request.urlopen(url, timeout=2):  # noqa: S310 - our own server
            return True
    except (urllib.error.URLError, OSError):
        return False


def command(env: Mapping[str, str], *arguments: str) -> subprocess.Popen[bytes]:
    """``kb`` with these arguments, its output thrown away."""
    return subprocess.Popen([KB, *arguments], env=env, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command


@contextmanager
def served() -> Iterator[str]:
    """The dashboard with the research set; its address."""
    with tempfile.TemporaryDirectory(prefix="kb-pictures-") as home:
        env = {**os.environ, "KB_HOME": home, "KB_AUTHOR": "demo"}
        command(env, "load", "uprisings_372").wait()
        port = free_port()
        server = command(env, "serve", "--port", str(port), "--no-browser")
        try:
            url = f"http://127.0.0.1:{port}/"
            until = time.monotonic() + SECONDS_TO_START
            while not answers(url) and time.monotonic() < until:
                time.sleep(0.3)
            yield url
        finally:
            server.terminate()
            server.wait(30)
            command(env, "stop").wait()


def settle(page: Page) -> None:
    """Wait until the page has run and its fonts are there."""
    page.wait_for_selector("h1", timeout=60_000)
    page.wait_for_function("!document.querySelector('[data-testid=stStatusWidget]')", timeout=60_000)
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(SETTLE_MS)


def main() -> int:
    """Take all pictures, or those named."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("Chromium is needed: install it, or name it in CHROMIUM", file=sys.stderr)  # noqa: T201
        return 1
    (FOLDER / "all").mkdir(parents=True, exist_ok=True)
    wanted = {name: PICTURES[name] for name in sys.argv[1:]} or PICTURES | every_page()
    with served() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for name, (address, theme, width, height, click) in wanted.items():
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=theme)  # type: ignore[arg-type]
            page.goto(url + address)
            settle(page)
            if click:
                page.locator(click).first.click()
            page.screenshot(path=FOLDER / f"{name}.png")
            page.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
