"""Questions from a notebook: an answer as a pandas DataFrame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.runner import LIMIT, run

if TYPE_CHECKING:
    import pandas  # type: ignore[import-untyped]  # it brings no types


def ask(query: str, *, limit: int = LIMIT, **params: object) -> pandas.DataFrame:
    """The answer to a prepared query, a row a row; entities as label and id.

        from queries import ask
        table = ask("participants_of_uprising", uprising="uprisings_372:u003")

    ``table.attrs`` tells the query's version, the version of the data and whether rows were left out.
    Raises UnknownId, ParameterError and what the store raises.
    """
    import pandas  # these imports take a while and belong to whoever asks: every kb command imports this package

    from kb.store import connect
    from queries.exports.flat import flatten

    with connect() as store:
        answer = run(store, query, params, limit=limit)
    table = flatten(answer)
    frame = pandas.DataFrame.from_records(list(table.rows), columns=list(table.columns))
    frame.attrs = {
        "query": answer.query.id,
        "version": answer.query.version,
        "params": dict(answer.params),
        "data_version": answer.data_version,
        "cut": answer.cut,
    }
    return frame
