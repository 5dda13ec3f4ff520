"""The tables that the research set is made of, each a pure transform from a row to claims, in the order in which
they are read.
"""

from __future__ import annotations

from collections.abc import Mapping

from loaders.tables import (
    archival_refs,
    claims,
    family_ties,
    historic_places,
    lineages,
    organs,
    participations,
    persons,
    places,
    repressions,
    short_labels,
    source_lists,
    sources,
    uprisings,
)
from loaders.tables.shape import Shape

TABLES: Mapping[str, Shape] = {
    shape.name: shape
    for shape in (
        sources.SHAPE,
        short_labels.SHAPE,
        archival_refs.SHAPE,
        source_lists.PLACES,
        source_lists.LINEAGES,
        source_lists.ORGANS,
        places.SHAPE,
        historic_places.SHAPE,
        lineages.SHAPE,
        organs.SHAPE,
        uprisings.SHAPE,
        persons.SHAPE,
        participations.SHAPE,
        family_ties.SHAPE,
        repressions.SHAPE,
        claims.SHAPE,
    )
}

__all__ = ["TABLES", "Shape"]
