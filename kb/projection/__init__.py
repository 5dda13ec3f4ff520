"""Claims and judgements to entities and ties: pure, whole or in part, the same either way."""

from kb.projection.graph import Difference, EntityKey, Graph, ReadingKey, TieKey, apply, difference
from kb.projection.project import VERSION, Focus, kinds_of, project

__all__ = [
    "VERSION",
    "Difference",
    "EntityKey",
    "Focus",
    "Graph",
    "ReadingKey",
    "TieKey",
    "apply",
    "difference",
    "kinds_of",
    "project",
]
