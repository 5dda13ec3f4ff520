"""One figure of a benchmark, and the page made of them."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version

_HEAD = """\
# Benchmarks

Written by `make bench`; the figures are from one run on one machine ({machine}). Parts that were not run are not in it.
What is asked of a figure stands beside it. Other work on the same machine makes figures worse, never better.

"""


@dataclass(frozen=True, slots=True)
class Figure:
    """``value`` in ``unit`` of ``what`` on ``engine``; ``at_most`` is what is asked, None where nothing is."""

    section: str
    what: str
    engine: str
    value: float
    unit: str
    at_most: float | None = None
    note: str = ""

    @property
    def kept(self) -> bool:
        """Whether it is as good as asked."""
        return self.at_most is None or self.value <= self.at_most

    @property
    def line(self) -> str:
        """A line for the terminal."""
        asked = "" if self.at_most is None else f" (at most {self.at_most:g}{'' if self.kept else ': NOT KEPT'})"
        return f"{self.section}: {self.what}, {self.engine}: {self.value:,.2f} {self.unit}{asked} {self.note}".rstrip()


def machine() -> str:
    """What the figures were measured on."""
    parts = (f"{os.cpu_count()} cores", platform.system(), f"Python {platform.python_version()}")
    packages = (f"{name} {version(name)}" for name in ("neo4j", "arcadedb-embedded", "streamlit"))
    return ", ".join((*parts, *packages))


def page(figures: Iterable[Figure]) -> str:
    """The page, a table for each section in the order of the figures."""
    found = list(figures)
    sections = dict.fromkeys(figure.section for figure in found)
    parts = [_HEAD.format(machine=machine())]
    parts += ["\n".join(_section(name, [each for each in found if each.section == name])) for name in sections]
    return "\n".join(parts)


def _section(name: str, figures: list[Figure]) -> Iterator[str]:
    yield f"## {name}"
    yield ""
    yield "| what | engine | measured | asked | kept | |"
    yield "| --- | --- | --: | --: | --- | --- |"
    for each in figures:
        asked = "" if each.at_most is None else f"≤ {each.at_most:g} {each.unit}"
        kept = "" if each.at_most is None else "yes" if each.kept else "**no**"
        yield f"| {each.what} | {each.engine} | {each.value:,.2f} {each.unit} | {asked} | {kept} | {each.note} |"
    yield ""
