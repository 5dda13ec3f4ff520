"""Networks in headless Chromium without a graphics card: ours, pyvis and st-link-analysis, on the same data.

The two others are measured where they are installed (``pip install pyvis st-link-analysis``); nothing else needs them.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright

from benchmarks.figures import Figure
from dashboard.drawing.data import Drawing
from tests.browser.alone import crowd, page_of

SECTION = "Pictures of networks"
SIZES = ((100, 300, None), (500, 2000, 2.0), (5000, 20_000, 5.0))
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--enable-precise-memory-info", "--disable-background-networking"]
PATIENCE_S = 60.0
_OURS = "() => performance.getEntriesByName('kb-painted').length > 0"
_VIS = """
const seek = setInterval(() => {
  if (typeof network === 'undefined' || !network) return;
  clearInterval(seek);
  network.once('stabilizationIterationsDone', () => performance.mark('stable'));
}, 2);
"""
_APP = """
import json, sys
import streamlit as st
from st_link_analysis import EdgeStyle, NodeStyle, st_link_analysis
elements = json.load(open({elements!r}, encoding="utf-8"))
st_link_analysis(elements, "cose", [NodeStyle("N", "#124C7E", "label")], [EdgeStyle("T")], key="k")
"""


def figures() -> Iterator[Figure]:
    """Time to a stable picture, memory of the page, and the size of the page as a file."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        print("pictures are not measured: no Chromium")
        return
    with sync_playwright() as playwright, tempfile.TemporaryDirectory(prefix="kb-pictures-") as folder:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        for people, ties, at_most in SIZES:
            drawing = crowd(people, ties)
            yield from _ours(browser, drawing, Path(folder), at_most)
            if find_spec("pyvis"):
                yield from _pyvis(browser, drawing, Path(folder))
            if find_spec("st_link_analysis"):
                yield from _link_analysis(browser, drawing, Path(folder))
        browser.close()


def _what(drawing: Drawing) -> str:
    return f"{len(drawing.nodes):,} entities, {len(drawing.ties):,} ties"


def _measured(drawing: Drawing, page: Page, by: str, seconds: float, size: int | None) -> Iterator[Figure]:
    """The figures of a page that has become stable, or has not while we waited."""
    note = "" if seconds < PATIENCE_S else "not stable yet"
    yield Figure(SECTION, f"{_what(drawing)}: stable", by, seconds, "s", note=note)
    memory = page.evaluate("performance.memory.usedJSHeapSize") / 1e6
    yield Figure(SECTION, f"{_what(drawing)}: memory of the page", by, memory, "MB")
    if size is not None:
        yield Figure(SECTION, f"{_what(drawing)}: as a file", by, size / 1000, "kB")


def _until(page: Page, ready: str, started: float) -> float:
    try:
        page.wait_for_function(ready, timeout=PATIENCE_S * 1000)
    except TimeoutError:
        return PATIENCE_S
    return time.monotonic() - started


def _ours(browser: Browser, drawing: Drawing, folder: Path, at_most: float | None) -> Iterator[Figure]:
    address = page_of(drawing, folder)
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    started = time.monotonic()
    page.goto(address)
    seconds = _until(page, _OURS, started)
    first, *others = _measured(drawing, page, "ours", seconds, (folder / "picture.html").stat().st_size)
    yield Figure(first.section, first.what, first.engine, first.value, first.unit, at_most, first.note)
    yield from others
    page.close()


def _pyvis(browser: Browser, drawing: Drawing, folder: Path) -> Iterator[Figure]:
    from pyvis.network import Network  # type: ignore[import-not-found]

    network = Network(height="700px", cdn_resources="in_line")
    for node in drawing.nodes:
        network.add_node(node.id, label=node.label)
    for tie in drawing.ties:
        network.add_edge(tie.a, tie.b)
    file = folder / "pyvis.html"
    file.write_text(network.generate_html(notebook=False), "utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.route("http*://**", lambda route: route.abort())
    page.add_init_script(_VIS)
    started = time.monotonic()
    page.goto(file.as_uri(), wait_until="commit")
    seconds = _until(page, "() => performance.getEntriesByName('stable').length > 0", started)
    yield from _measured(drawing, page, "pyvis", seconds, file.stat().st_size)
    page.close()


@contextmanager
def _served(drawing: Drawing, folder: Path) -> Iterator[str]:
    """A page of st-link-analysis on a server of its own."""
    elements = {
        "nodes": [{"data": {"id": node.id, "label": "N", "name": node.label}} for node in drawing.nodes],
        "edges": [{"data": {"id": tie.id, "label": "T", "source": tie.a, "target": tie.b}} for tie in drawing.ties],
    }
    data, app = folder / "elements.json", folder / "app.py"
    data.write_text(json.dumps(elements), "utf-8")
    app.write_text(_APP.format(elements=str(data)), "utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.headless=true", f"--server.port={port}"]
    command += ["--server.address=127.0.0.1", "--browser.gatherUsageStats=false"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(30)


def _link_analysis(browser: Browser, drawing: Drawing, folder: Path) -> Iterator[Figure]:
    with _served(drawing, folder) as address:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        started = time.monotonic()
        page.goto(address)
        try:
            page.frame_locator("iframe").locator("canvas").first.wait_for(timeout=PATIENCE_S * 1000)
            seconds = time.monotonic() - started
        except TimeoutError:
            seconds = PATIENCE_S
        first, *others = _measured(drawing, page, "st-link-analysis", seconds, None)
        yield Figure(first.section, first.what, first.engine, first.value, first.unit, note="first canvas; with server")
        yield from others
        page.close()
