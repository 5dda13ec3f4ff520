"""Prepared queries: one file, one question. A notebook needs only ``ask`` and its like."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from queries.notebook import ask, between, common, kin, measured

__all__ = ["ask", "between", "common", "kin", "measured"]


def __getattr__(name: str) -> object:
    """They are imported when asked for: ``kb --help`` imports this package for its words alone."""
    if name in __all__:
        return getattr(import_module("queries.notebook"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
