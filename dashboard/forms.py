"""Form fields for the parameters of questions: each starts from the address, and its key changes with it.

A widget whose key changes is a new widget: going back in the browser shows what was asked then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard.data import base
from dashboard.words import Words
from queries.spec import Param

PICK_LIMIT = 3000  # beyond so many a list is no help: the id is asked for instead


def pick(cypher: str) -> dict[str, str] | None:
    """What can be picked, label by value, in the order of the list; None when there is too much of it."""
    found = base().read(cypher, {}, limit=PICK_LIMIT)
    if found.cut:
        return None
    same = Counter(str(row[1]) for row in found.rows)
    return {str(id_): _told_apart(str(id_), str(label), same) for id_, label, *_ in found.rows}


def _told_apart(id_: str, label: str, same: Mapping[str, int]) -> str:
    """Namesakes are told apart by the end of their ids."""
    return label if same[label] == 1 else f"{label} · {id_.rsplit(':', 1)[-1]}"


def field(param: Param, given: Sequence[str], where: str, say: Words) -> list[str]:
    """The field of ``param`` with the values of the address; what stands in it now, as texts."""
    label = param.label[say.lang] + ("" if param.required else f" {say('forms.optional')}")
    help_ = param.help[say.lang] if param.help else None
    key = f"{where}:{param.name}:{'|'.join(given)}"
    if param.type == "boolean":
        return ["true" if st.checkbox(label, value=given[:1] == ["true"], key=key, help=help_) else "false"]
    options = _options(param, say)
    if options is None:
        return _typed(param, label, help_, key, given, say)
    known = [value for value in given if value in options]
    if param.many:
        return st.multiselect(label, list(options), known, format_func=options.__getitem__, key=key, help=help_)
    return chosen(label, options, known[0] if known else "", key, say, help_)


def chosen(
    label: str, options: dict[str, str], given: str, key: str, say: Words, help_: str | None = None
) -> list[str]:
    """A list to choose one of, with a search in it; empty while nothing is chosen."""
    values: list[str] = list(options)
    one: str | None = st.selectbox(
        label,
        values,
        values.index(given) if given in options else None,
        format_func=options.__getitem__,
        key=key,
        help=help_,
        placeholder=say("forms.choose"),
    )
    return [one] if one else []


def _options(param: Param, say: Words) -> dict[str, str] | None:
    if param.choices:
        return {choice.value: choice.label[say.lang] for choice in param.choices}
    return pick(param.pick) if param.pick else None


def _typed(param: Param, label: str, help_: str | None, key: str, given: Sequence[str], say: Words) -> list[str]:
    """A line of text: numbers and days too, so that what is wrong can be said in words."""
    bounds = [str(bound) for bound in (param.least, param.greatest) if bound is not None]
    hint = say("forms.id") if param.kind else "–".join(bounds)
    written = st.text_input(label, value=", ".join(given), key=key, help=help_, placeholder=hint)
    parts = written.split(",") if param.many else [written]
    return [part.strip() for part in parts if part.strip()]
