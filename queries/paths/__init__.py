"""What connects two entities, or two groups, in the sources: fewest hops or best evidence, every hop with its claims.

The search is that of :mod:`kb.connections`, over a snapshot of the base; the evidence is read from the base itself.
"""

from kb.connections import BY, PATH_TIES, THROUGH, PathOptions, options_of
from queries.paths.common import CommonGround, common_ground
from queries.paths.find import paths
from queries.paths.found import Hop, Path, Paths

__all__ = [
    "BY",
    "PATH_TIES",
    "THROUGH",
    "CommonGround",
    "Hop",
    "Path",
    "PathOptions",
    "Paths",
    "common_ground",
    "options_of",
    "paths",
]
