"""The peer of our loader: the official driver alone, writing the same final nodes and ties from prepared rows.

``python -m benchmarks.bare FILE URI USER PASSWORD DATABASE`` writes what :func:`benchmarks.prepared.save` saved into an
empty base: constraints first, then CREATE by UNWIND in 5,000s. Prints the seconds. It knows nothing of claims, batches,
undo, readers or validation, which is what our loader is measured against.
"""

from __future__ import annotations

import pickle
import sys
import time
from pathlib import Path
from typing import Any

import neo4j

CHUNK = 5000


def write(driver: neo4j.Driver, database: str | None, prepared: dict[str, Any]) -> float:
    """Write everything; seconds from the first constraint to the last commit."""
    began = time.perf_counter()
    with driver.session(database=database) as session:
        for statement in prepared["constraints"]:
            session.run(statement).consume()
        for label, rows in prepared["nodes"].items():
            _write(session, f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", rows)
        for (source, tie, target), rows in prepared["ties"].items():
            text = (
                f"UNWIND $rows AS row MATCH (a:{source} {{id: row[0]}}), (b:{target} {{id: row[1]}}) "
                f"CREATE (a)-[t:{tie}]->(b) SET t = row[2]"
            )
            _write(session, text, rows)
    return time.perf_counter() - began


def _write(session: neo4j.Session, text: str, rows: list[Any]) -> None:
    for start in range(0, len(rows), CHUNK):
        chunk = rows[start : start + CHUNK]
        session.execute_write(lambda tx, chunk=chunk: tx.run(text, rows=chunk).consume())


def main(file: str, uri: str, user: str, password: str, database: str) -> None:
    """Read the prepared rows before the clock starts, then write them."""
    prepared = pickle.loads(Path(file).read_bytes())
    with neo4j.GraphDatabase.driver(uri, auth=(user, password)) as driver:
        driver.verify_connectivity()
        print(write(driver, database or None, prepared))


if __name__ == "__main__":
    main(*sys.argv[1:])
