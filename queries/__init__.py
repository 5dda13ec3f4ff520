"""Prepared queries: one file, one question. A notebook needs only ``ask``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from queries.notebook import ask

__all__ = ["ask"]


def __getattr__(name: str) -> object:
    """``ask`` is imported when it is asked for: ``kb --help`` imports this package for its words alone."""
    if name == "ask":
        from queries.notebook import ask

        return ask
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
