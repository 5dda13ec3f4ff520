"""What connects two entities in the sources: fewest hops or best evidence, every hop with its claims.

The base is read frontier by frontier from both ends, with plain one-step patterns that every engine answers alike; a
path of n ties is looked for only when both sides together have been read n steps deep, so the paths that come are all
there are.
"""

from queries.paths.find import paths
from queries.paths.found import Hop, Path, Paths, Searched
from queries.paths.options import BY, PATH_TIES, THROUGH, PathOptions, options_of

__all__ = ["BY", "PATH_TIES", "THROUGH", "Hop", "Path", "PathOptions", "Paths", "Searched", "options_of", "paths"]
