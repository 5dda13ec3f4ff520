"""A whole base as prepared rows: what the bare driver script writes."""

from __future__ import annotations

import pickle
from collections import defaultdict
from pathlib import Path
from typing import Any

from kb.derive.ddl import BOOKKEEPING, constraints
from kb.model import SCHEMA
from kb.store import Store

SECONDS = 3600.0


def save(store: Store, file: Path) -> tuple[int, int]:
    """Save every node and tie of ``store`` into ``file``; their numbers."""
    labels = (*BOOKKEEPING, *SCHEMA.kinds)
    nodes = {label: _nodes(store, label) for label in labels}
    ties: dict[tuple[str, str, str], list[Any]] = defaultdict(list)
    for label in labels:
        text = (
            f"MATCH (a:{label})-[t]->(b) "
            "RETURN a.id AS a, type(t) AS tie, labels(b) AS label, b.id AS b, properties(t) AS properties"
        )
        for a, tie, (target,), b, properties in store.read(text, limit=None, seconds=SECONDS).rows:
            ties[label, tie, target].append([a, b, properties])
    prepared = {
        "constraints": constraints(),
        "nodes": {label: rows for label, rows in nodes.items() if rows},
        "ties": dict(ties),
    }
    file.write_bytes(pickle.dumps(prepared))
    return sum(map(len, nodes.values())), sum(map(len, ties.values()))


def _nodes(store: Store, label: str) -> list[dict[str, Any]]:
    rows = store.read(f"MATCH (n:{label}) RETURN properties(n) AS properties", limit=None, seconds=SECONDS).rows
    return [properties for (properties,) in rows]
