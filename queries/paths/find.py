"""Paths over the snapshot, each hop with the evidence of its claims."""

from __future__ import annotations

from kb import connections
from kb.connections import PathOptions, ends, open_snapshot, search
from kb.connections.build import Progress, silent
from kb.i18n import DEFAULT_LANG, Lang
from kb.settings import Settings
from kb.store import Store
from queries.evidence import Evidence, evidence
from queries.paths.found import Hop, Path, Paths

DEFAULTS = PathOptions()


def paths(
    store: Store,
    settings: Settings,
    one: str,
    other: str,
    options: PathOptions = DEFAULTS,
    lang: Lang = DEFAULT_LANG,
    progress: Progress = silent,
) -> Paths:
    """Up to ``options.k`` paths between two entities or groups, as :func:`kb.connections.ends` reads them. Labels of
    sources are in ``lang``.

    The same entity twice gives one path without hops. Raises UnknownId, ParameterError, and what
    :func:`kb.connections.open_snapshot` does.
    """
    while True:
        snapshot = open_snapshot(store, settings, progress)
        found = search(snapshot, ends(store, snapshot, one), ends(store, snapshot, other), options)
        known = _evidence(store, found, lang)
        whole = all(claim in known for path in found.paths for hop in path.hops for claim in hop.claims)
        if whole or open_snapshot(store, settings, progress) is snapshot:
            return Paths(tuple(_path(path, known) for path in found.paths), found.searched, found.cut, found.version)
        # claims were taken back while the path was sought: it is sought again in what is there now


def _evidence(store: Store, found: connections.Paths, lang: Lang) -> dict[str, list[Evidence]]:
    claims = (claim for path in found.paths for hop in path.hops for claim in hop.claims)
    known: dict[str, list[Evidence]] = {}
    for item in evidence(store, claims, lang):
        known.setdefault(item.claim, []).append(item)
    return known


def _path(path: connections.Path, known: dict[str, list[Evidence]]) -> Path:
    hops = tuple(Hop(hop, tuple(item for claim in hop.claims for item in known.get(claim, ()))) for hop in path.hops)
    return Path(path, hops)
