"""Every page of the dashboard on the research set: the median of warm runs by Streamlit's own test harness."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from statistics import median

from streamlit.testing.v1 import AppTest

from benchmarks.bases import Base
from benchmarks.figures import Figure
from dashboard.serve import APP

WARM, SHOWN = 3, 11
PAGE_MS = 300.0

VIEWS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "Overview": ("overview", {}),
    "Search": ("search", {"q": "Жумагазы"}),
    "Person": ("person", {"id": "uprisings_372:p008"}),
    "Uprising": ("uprising", {"id": "uprisings_372:u003"}),
    "Card of a source": ("card", {"id": "uprisings_372:s008"}),
    "Connection": ("connection", {"a": "uprisings_372:p012", "b": "uprisings_372:p014"}),
    "Questions": ("questions", {}),
    "A question": ("questions", {"ask": "size_by_source", "p_uprising": "uprisings_372:u003"}),
    "Sources": ("sources", {}),
    "Network": ("network", {}),
    "Network measures": ("measures", {}),
    "About": ("about", {}),
}
"""What is shown of each page: the name of its file and its parameters."""


def pages(base: Base) -> Iterator[Figure]:
    """The median of each page in Russian, engine included; the base holds the research set."""
    with _environment(base):
        for name, (page, params) in VIEWS.items():
            yield Figure("Pages", name, base.engine, median(_shown(page, params)), "ms", PAGE_MS)


def _shown(page: str, params: Mapping[str, str]) -> Iterator[float]:
    app = AppTest.from_file(str(APP), default_timeout=60)
    for key, value in {"lang": "ru", **params}.items():
        app.query_params[key] = value
    if page != "overview":
        app.switch_page(f"app_pages/{page}.py")
    for turn in range(WARM + SHOWN):
        began = time.perf_counter()
        app.run()
        if app.exception:
            raise RuntimeError(f"{page}: {app.exception[0].value}")
        if turn >= WARM:
            yield (time.perf_counter() - began) * 1000


@contextmanager
def _environment(base: Base) -> Iterator[None]:
    """The settings of ``base`` as those of this process, where the pages run."""
    said = base.settings
    wanted = {"KB_HOME": str(said.home), "KB_LANG": "ru"}
    if said.uri:
        wanted |= {"KB_URI": said.uri, "KB_USER": said.user, "KB_PASSWORD": said.password or ""}
    before = dict(os.environ)
    for name in [name for name in os.environ if name.startswith("KB_")]:
        del os.environ[name]
    os.environ.update(wanted)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
