"""Exports of an answer: csv, json, xlsx, graphml, gexf. Each carries its proof and can be run again from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Literal, get_args
from zipfile import BadZipFile

from kb.errors import QuestionError
from kb.i18n import DEFAULT_LANG, Lang
from queries.answer import Answer
from queries.exports.csv_file import read_csv, write_csv
from queries.exports.flat import FlatTable, as_text, checksum_of, flatten
from queries.exports.graph_file import network_of, read_graph_proof, write_gexf, write_graphml
from queries.exports.json_file import read_json, write_json
from queries.exports.proof import Proof, prove
from queries.exports.xlsx_file import read_xlsx, write_xlsx
from queries.runner import Reader, run

Format = Literal["csv", "json", "xlsx", "graphml", "gexf"]
FORMATS: Final[tuple[Format, ...]] = get_args(Format)

__all__ = [
    "FORMATS", "FlatTable", "Format", "Proof", "Rerun", "again", "export", "flatten", "is_whole", "network_of",
    "proof_of", "prove",
]  # fmt: skip


def export(answer: Answer, format_: str, lang: Lang = DEFAULT_LANG, made: date | None = None) -> bytes:
    """The file of ``answer`` in one of ``FORMATS``; ``made`` is the day it is made (today).

    Raises QuestionError for a format that is not known, or that cannot hold the answer.
    """
    proof = prove(answer, lang, made or date.today())
    match format_:
        case "csv":
            return write_csv(flatten(answer), proof, lang)
        case "json":
            return write_json(answer, proof)
        case "xlsx":
            return write_xlsx(answer, flatten(answer), proof, lang)
        case "graphml":
            return write_graphml(answer, proof)
        case "gexf":
            return write_gexf(answer, proof)
        case _:
            raise QuestionError("export_format_unknown", format=format_, known=", ".join(FORMATS))


def proof_of(file: Path) -> Proof:
    """The proof that an exported file carries; QuestionError when it carries none."""
    proof, _ = _read(file)
    return proof


def is_whole(file: Path) -> bool | None:
    """Do the rows in the file still give the checksum of its proof? None for the graph formats, which hold no rows."""
    proof, rows = _read(file)
    return None if rows is None else checksum_of(proof.columns, rows) == proof.checksum


def _read(file: Path) -> tuple[Proof, list[tuple[str, ...]] | None]:
    data = file.read_bytes()
    try:
        match file.suffix.lower():
            case ".csv":
                columns, rows, proof = read_csv(data)
                return proof, rows if columns == proof.columns else [columns, *rows]
            case ".json":
                table, proof = read_json(data)
                return proof, [tuple(map(as_text, row)) for row in table.rows]
            case ".xlsx":
                rows, proof = read_xlsx(data)
                return proof, rows
            case _:
                return read_graph_proof(data), None
    except (ValueError, KeyError, IndexError, TypeError, BadZipFile):
        raise QuestionError("export_no_proof", file=file.name) from None


@dataclass(frozen=True, slots=True)
class Rerun:
    """A query run again from a proof: the answer now, and what is the same as then."""

    answer: Answer
    same_query: bool
    same_data: bool
    same_rows: bool


def again(store: Reader, proof: Proof) -> Rerun:
    """Run the query of ``proof`` again with its parameters and its limit."""
    answer = run(store, proof.query, proof.params, limit=proof.limit)
    return Rerun(
        answer,
        same_query=answer.query.version == proof.version,
        same_data=answer.data_version == proof.data_version,
        same_rows=flatten(answer).checksum() == proof.checksum,
    )
