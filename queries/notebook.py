"""For a notebook: every answer as a pandas DataFrame, entities as label and id.

from queries import ask, between, common, kin, measured
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from queries.runner import LIMIT, run

if TYPE_CHECKING:
    import pandas  # type: ignore[import-untyped]  # it brings no types

# Imports inside take a while and belong to whoever asks: every kb command imports this package.


def ask(query: str, *, limit: int = LIMIT, **params: object) -> pandas.DataFrame:
    """The answer to a prepared query, a row a row.

        from queries import ask
        table = ask("participants_of_uprising", uprising="uprisings_372:u003")

    ``table.attrs`` tells the query's version, the version of the data and whether rows were left out.
    Raises UnknownId, ParameterError and what the store raises.
    """
    from kb.store import connect
    from queries.exports.flat import flatten

    with connect() as store:
        answer = run(store, query, params, limit=limit)
    table = flatten(answer)
    about = {
        "query": answer.query.id,
        "version": answer.query.version,
        "params": dict(answer.params),
        "data_version": answer.data_version,
        "cut": answer.cut,
    }
    return _frame([dict(zip(table.columns, row, strict=True)) for row in table.rows], table.columns, about)


def between(one: str, other: str, **options: Any) -> pandas.DataFrame:
    """What connects two people or groups, a tie a row; ``options`` are those of :func:`queries.paths.options_of`.

    ``table.attrs`` is what was searched; without a row nothing connects them, and ``attrs["misses"]`` says what would.
    """
    from kb.settings import settings
    from kb.store import connect
    from queries.paths import options_of, paths

    with connect() as store:
        found = paths(store, settings(), one, other, options_of(**options)).document()
    rows = [
        {
            "path": number,
            "step": step,
            "from": hop["from_label"],
            "tie": hop["tie"],
            "to": hop["to_label"],
            "certainty": hop["properties"].get("certainty"),
            "weakest": step == path["weakest"] + 1,
            "sources": "; ".join(dict.fromkeys(_place(claim) for claim in hop["claims"])),
            "from_id": hop["from"],
            "to_id": hop["to"],
        }
        for number, path in enumerate(found["paths"], 1)
        for step, hop in enumerate(path["hops"], 1)
    ]
    columns = ("path", "step", "from", "tie", "to", "certainty", "weakest", "sources", "from_id", "to_id")
    return _frame(rows, columns, {**found["searched"], "cut": found["cut"]})


def common(*people: str) -> pandas.DataFrame:
    """What two or more people have in common, a row for each of them and each thing shared."""
    from kb.settings import settings
    from kb.store import connect
    from queries.paths import common_ground

    with connect() as store:
        found = common_ground(store, settings(), people).document()
    names = {ref["id"]: ref["label"] for ref in found["people"]}
    rows = [
        _shared("direct", each["other"], each["one"]["label"], [each["tie"]], each["claims"])
        for each in found["direct"]
    ]
    for each in found["shared"]:
        for share in each["shares"]:
            claims = [claim for tie in share["ties"] for claim in tie["claims"]]
            ties = [tie["tie"] for tie in share["ties"]]
            rows.append(_shared(each["rule"], each["at"], names[share["person"]], ties, claims))
    for each in found["sources"]:
        rows += [_shared("same_source", each, names[person], [], []) for person in each["people"]]
    return _frame(rows, ("rule", "what", "person", "ties", "sources", "what_id"), {"data_version": found["version"]})


def kin(one: str, other: str) -> pandas.DataFrame:
    """What ``other`` is to ``one``, a relation a row, in three languages; no row: no kinship in the base."""
    from kb.connections import open_snapshot
    from kb.connections.ends import place_of
    from kb.i18n import LANGS
    from kb.kinship import kin as kinship
    from kb.settings import settings
    from kb.store import connect

    with connect() as store:
        snapshot = open_snapshot(store, settings())
        found = kinship(store, snapshot, place_of(store, snapshot, one), place_of(store, snapshot, other))
    rows = [
        {
            "relation": each.relation or each.written,
            "degree": each.degree,
            **{lang: " / ".join(word for case in each.cases for word in case.term.words[lang]) for lang in LANGS},
            "in_words": each.words.get("en", each.written),
            "doubts": "; ".join(each.doubts),
        }
        for each in found.relations
    ]
    return _frame(rows, ("relation", "degree", *LANGS, "in_words", "doubts"), {"data_version": snapshot.version})


def measured(network: str = "people", **changes: Any) -> pandas.DataFrame:
    """A network measured, a node a row, the most between others first; every rank with the range it can have.

    ``changes`` are those of :meth:`kb.analysis.Definition.changed`. ``table.attrs`` has the figures of the whole.
    """
    import numpy as np

    from kb.analysis import doubts, measure, network_named
    from kb.analysis import network as made
    from kb.analysis.document import document
    from kb.connections import open_snapshot
    from kb.settings import settings
    from kb.store import connect

    with connect() as store:
        snapshot = open_snapshot(store, settings())
        found = measure(made(snapshot, network_named(network).changed(**changes)), doubts(store, snapshot))
    order = np.lexsort((np.arange(found.graph.size), found.ranked["betweenness"].rank))
    said = document(found, [], [], order)
    rows = [_ranked(node, said["measures"]) for node in said["nodes_measured"]]
    about = {name: said[name] for name in ("version", "nodes", "ties", "density", "components", "largest", "engines")}
    return _frame(rows, tuple(rows[0]) if rows else ("label", "id"), about)


def _ranked(node: Mapping[str, Any], measures: Iterable[str]) -> dict[str, Any]:
    row: dict[str, Any] = {"label": node["label"]}
    for name in measures:
        least, greatest = node[name]["range"]
        row |= {name: node[name]["value"], f"{name}_rank": node[name]["rank"], f"{name}_range": f"{least}–{greatest}"}
    return {**row, "id": node["id"]}


def _shared(
    rule: str, what: Mapping[str, str], person: str, ties: Sequence[str], claims: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    sources = dict.fromkeys(str(claim["source"]) for claim in claims if claim["source"])
    return {
        "rule": rule,
        "what": what["label"],
        "person": person,
        "ties": "; ".join(dict.fromkeys(ties)),
        "sources": "; ".join(sources),
        "what_id": what["id"],
    }


def _place(claim: Mapping[str, Any]) -> str:
    return ", ".join(part for part in (claim["source_label"], claim["locator"]) if part)


def _frame(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], about: Mapping[str, Any]) -> pandas.DataFrame:
    import pandas

    frame = pandas.DataFrame.from_records([dict(row) for row in rows], columns=list(columns))
    frame.attrs = dict(about)
    return frame
