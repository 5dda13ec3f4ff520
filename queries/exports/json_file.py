"""JSON: the answer as the command line gives it; beside it the types of its columns and the proof."""

from __future__ import annotations

import json

from queries.answer import Answer
from queries.exports.flat import FlatTable, flatten_rows
from queries.exports.proof import Proof


def write_json(answer: Answer, proof: Proof) -> bytes:
    """The file of ``answer``."""
    types = {column.name: column.type for column in answer.columns}
    document = {**answer.document(), "types": types, "proof": json.loads(proof.json())}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def read_json(data: bytes) -> tuple[FlatTable, Proof]:
    """The rows as a plain table and the proof of such a file; ValueError when it carries none."""
    document = json.loads(data)
    if not isinstance(document, dict) or "proof" not in document:
        raise ValueError("no proof")
    table = flatten_rows(list(document["types"].items()), document["rows"])
    return table, Proof.of_json(json.dumps(document["proof"]))
