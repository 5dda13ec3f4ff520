"""The data files of this package: letters, endings, titles, given names, correspondences of sounds."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


def _text(name: str) -> str:
    return files("kb.names").joinpath("data", name).read_text("utf-8")


@cache
def toml(name: str) -> Mapping[str, Any]:
    """The tables of ``data/<name>.toml``."""
    return tomllib.loads(_text(f"{name}.toml"))


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of ``data/<name>.csv``; lines that begin with # are remarks."""
    lines = [line for line in _text(f"{name}.csv").splitlines() if line.strip() and not line.startswith("#")]
    return tuple(csv.DictReader(lines))
