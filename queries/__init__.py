"""Prepared queries: one file, one question. A notebook needs only ``ask``."""

from queries.notebook import ask

__all__ = ["ask"]
