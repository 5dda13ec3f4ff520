"""The tables that the research set is made of, each a pure transform from a row to claims, in the order in which
they are read.
"""

from __future__ import annotations

from collections.abc import Mapping

from loaders.tables import claims, participations, persons, places, short_labels, sources, uprisings
from loaders.tables.shape import Shape

TABLES: Mapping[str, Shape] = {
    module.SHAPE.name: module.SHAPE
    for module in (
        sources,
        short_labels,
        places,
        uprisings,
        persons,
        participations,
        claims,
    )
}

__all__ = ["TABLES", "Shape"]
