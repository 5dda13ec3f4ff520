"""What connects two entities: the graph as a snapshot of arrays, and the best paths over it with what they rest on."""

from kb.connections.ends import ends
from kb.connections.found import Hop, Loss, Miss, Path, Paths, Searched, Shared
from kb.connections.keep import open_snapshot
from kb.connections.options import BY, PATH_TIES, RULES, THROUGH, PathOptions, options_of
from kb.connections.search import search
from kb.connections.snapshot import EntityRef, Snapshot

__all__ = [
    "BY",
    "PATH_TIES",
    "RULES",
    "THROUGH",
    "EntityRef",
    "Hop",
    "Loss",
    "Miss",
    "Path",
    "PathOptions",
    "Paths",
    "Searched",
    "Shared",
    "Snapshot",
    "ends",
    "open_snapshot",
    "options_of",
    "search",
]
