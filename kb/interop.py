"""For notebooks written for py2neo, which has been at its end of life since May 2023: nothing of ours rests on it.

An optional extra: ``pip install 'koterilis-kb[py2neo]'``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.errors import QuestionError
from kb.settings import Settings, settings
from kb.store import endpoint

if TYPE_CHECKING:
    from py2neo import Graph


def py2neo_graph(wanted: Settings | None = None, *, writing: bool = False) -> Graph:
    """The base as a ``py2neo.Graph`` (default: the base that the settings name; starts the local engine if need be).

    On the local engine it cannot write unless ``writing``; a Neo4j server gives py2neo whatever the user may do.
    Raises QuestionError where py2neo is not installed, and what :func:`kb.store.connect` raises.
    """
    try:
        from py2neo import Graph
    except ImportError as error:
        raise QuestionError("py2neo_missing") from error
    found = endpoint(wanted or settings())
    return Graph(found.uri, auth=found.writer if writing else found.viewer, name=found.database)
