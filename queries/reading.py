"""Reads a query file into a ``Query``, or says with file and line what is wrong in it."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import cast

from kb.errors import DataError, ParameterError
from kb.i18n import Text, texts_of
from kb.store.tokens import UnreadableError
from queries.cypher import line_of, parameters, returned
from queries.header import Part, split
from queries.params import read_value
from queries.spec import (
    COLUMN_TYPES,
    GROUPS,
    PARAM_TYPES,
    VIEW_PARTS,
    Choice,
    Column,
    ColumnType,
    Expect,
    Param,
    ParamType,
    Query,
    Value,
    View,
    ViewKind,
    plain_names,
)

_PICKED = ("value", "label", "count")
_NUMBERS = frozenset({"integer", "number", "year"})


def read_query(text: str, file: str) -> Query:
    """The query of ``text``; ``file`` is its path below the package, ``library/<group>/<id>.cypher``.

    Raises DataError with file and line for anything missing, unknown, of the wrong type, or not in agreement.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    header, cypher, before = split(text, file)
    *_, folder, name = file.split("/")
    parts = header.fields(
        ("id", "title", "help", "columns", "example", "expect"), ("params", "view", "network", "note")
    )
    if parts["id"].string() != name.removesuffix(".cypher"):
        parts["id"].fail("query_id_differs", id=parts["id"].string())
    if folder not in GROUPS:
        parts["id"].fail("query_value", expected=", ".join(GROUPS))
    params = tuple(_param(part) for part in parts["params"].items()) if "params" in parts else ()
    columns = tuple(_column(part) for part in parts["columns"].items())
    try:
        _agree_on_params(parts.get("params", header), params, cypher, before)
        _agree_on_columns(parts["columns"], columns, cypher, before)
    except UnreadableError as error:
        raise DataError("query_unreadable", file=file, line=before + line_of(cypher, error.start)) from None
    view, network = _views(parts, columns)
    return Query(
        id=parts["id"].string(),
        group=folder,
        title=parts["title"].text(),
        help=parts["help"].text(),
        params=params,
        columns=columns,
        view=view,
        network=network,
        example=_example(parts["example"], params),
        expect=_expect(parts["expect"], columns),
        cypher=cypher.strip(),
        version=hashlib.sha256(cypher.strip().encode()).hexdigest()[:12],
        file=file,
        text=text,
        note=parts["note"].text() if "note" in parts else None,
    )


def _label(parts: Mapping[str, Part], area: str) -> Text:
    """The label written here, else the usual one of this name (``queries/texts/<area>.toml``)."""
    if "label" in parts:
        return parts["label"].text()
    name = parts["name"].string()
    usual = texts_of("queries").get(f"{area}.{name}")
    if usual is None:
        parts["name"].fail("query_key_missing", missing="label")
    return usual


@cache
def usual_pick(type_: str) -> str | None:
    """The pick list of all parameters of this type that declare none of their own."""
    file = files("queries").joinpath("picks", f"{type_}.cypher")
    return file.read_text("utf-8").strip() if file.is_file() else None


def _param(part: Part) -> Param:
    fields = part.fields(
        ("name", "type"),
        ("label", "help", "required", "default", "many", "choices", "pick", "least", "greatest"),
    )
    type_ = cast(ParamType, fields["type"].one_of(PARAM_TYPES))
    pick = fields["pick"].string() if "pick" in fields else usual_pick(type_)
    if "pick" in fields:
        _check_pick(fields["pick"], fields["pick"].string())
    for bound in ("least", "greatest"):
        if bound in fields and type_ not in _NUMBERS:
            fields[bound].fail("query_key_unknown", known=", ".join(sorted(_NUMBERS)))
    if ("choices" in fields) != (type_ == "choice"):
        fields["type"].fail("query_key_missing", missing="choices")
    param = Param(
        name=fields["name"].string(),
        type=type_,
        label=_label(fields, "params"),
        help=fields["help"].text() if "help" in fields else None,
        required="required" in fields and fields["required"].boolean(),
        many="many" in fields and fields["many"].boolean(),
        choices=tuple(_choice(choice) for choice in fields["choices"].items()) if "choices" in fields else (),
        pick=pick,
        least=fields["least"].integer() if "least" in fields else None,
        greatest=fields["greatest"].integer() if "greatest" in fields else None,
    )
    if "default" not in fields:
        return param
    return _with_default(param, fields["default"])


def _with_default(param: Param, part: Part) -> Param:
    return replace(param, default=_value(part, param))


def _value(part: Part, param: Param) -> Value:
    try:
        return read_value(param, part.plain())
    except ParameterError as error:
        part.fail("query_bad_value", problem=error.say("en"))


def _choice(part: Part) -> Choice:
    fields = part.fields(("value", "label"))
    return Choice(fields["value"].string(), fields["label"].text())


def _check_pick(part: Part, pick: str) -> None:
    if parameters(pick):
        part.fail("query_param_undeclared", param=", ".join(parameters(pick)))
    for branch in returned(pick) or ((),):
        if tuple(column.name for column in branch) != _PICKED:
            part.fail("query_columns_differ", declared=", ".join(_PICKED), returned=_names(branch_names(branch)))


def branch_names(branch: Sequence[object]) -> list[str]:
    """The names of the columns of one branch; an unnamed one is shown as ?."""
    return [getattr(column, "name", None) or "?" for column in branch]


def _names(names: Sequence[str]) -> str:
    return ", ".join(names) or "–"


def _column(part: Part) -> Column:
    fields = part.fields(("name", "type"), ("label", "of"))
    type_ = cast(ColumnType, fields["type"].one_of(COLUMN_TYPES))
    if ("of" in fields) != (type_ in ("word", "words")):
        fields["type"].fail("query_key_missing", missing="of")
    of = fields["of"].string() if "of" in fields else None
    return Column(fields["name"].string(), type_, _label(fields, "columns"), of)


def _agree_on_params(part: Part, params: Sequence[Param], cypher: str, before: int) -> None:
    used = parameters(cypher)
    declared = [param.name for param in params]
    for name in declared:
        if declared.count(name) > 1:
            part.fail("query_key_twice")
        if name not in used:
            part.fail("query_param_unused", param=name)
    for name, line in used.items():
        if name not in declared:
            raise DataError("query_param_undeclared", file=part.file, line=before + line, name="", param=name)


def _agree_on_columns(part: Part, columns: Sequence[Column], cypher: str, before: int) -> None:
    branches = returned(cypher)
    declared = [column.name for column in columns]
    if not branches:
        raise DataError("query_no_return", file=part.file, line=before + 1)
    for branch in branches:
        names = branch_names(branch)
        if names != declared:
            line = before + (branch[0].line if branch else 1)
            raise DataError(
                "query_columns_differ",
                file=part.file, line=line, name="columns", declared=_names(declared), returned=_names(names),
            )  # fmt: skip


def _views(parts: Mapping[str, Part], columns: Sequence[Column]) -> tuple[View, View | None]:
    view = _view(parts["view"], columns) if "view" in parts else View("table")
    network = _parts_of_view("network", parts["network"], columns) if "network" in parts else None
    return view, view if view.kind == "network" else network


def _view(part: Part, columns: Sequence[Column]) -> View:
    if part.plain() == "table":
        return View("table")
    kinds = part.fields(optional=tuple(VIEW_PARTS))
    if len(kinds) != 1:
        part.fail("query_value", expected=", ".join(VIEW_PARTS))
    kind, inner = next(iter(kinds.items()))
    return _parts_of_view(cast(ViewKind, kind), inner, columns)


def _parts_of_view(kind: ViewKind, part: Part, columns: Sequence[Column]) -> View:
    required, optional = VIEW_PARTS[kind]
    fields = part.fields(required, optional)
    names = [column.name for column in columns]
    return View(kind, {role: inner.one_of(names) for role, inner in fields.items()})


def _example(part: Part, params: Sequence[Param]) -> dict[str, Value]:
    given = part.fields(optional=[param.name for param in params])
    for param in params:
        if param.required and param.name not in given:
            part.fail("query_key_missing", missing=param.name)
    return {param.name: _value(given[param.name], param) for param in params if param.name in given}


def _expect(part: Part, columns: Sequence[Column]) -> Expect:
    fields = part.fields(optional=("rows", "at_least", "contains", "exact"))
    if not fields:
        part.fail("query_key_missing", missing="rows")
    names = [name for column in columns for name in plain_names(column.name, column.type)]
    return Expect(
        rows=fields["rows"].integer() if "rows" in fields else None,
        at_least=fields["at_least"].integer() if "at_least" in fields else None,
        contains=_rows(fields.get("contains"), names),
        exact=_rows(fields.get("exact"), names),
    )


def _rows(part: Part | None, names: Sequence[str]) -> tuple[dict[str, str], ...]:
    if part is None:
        return ()
    rows = [row.fields(optional=names) for row in part.items()]
    return tuple({name: str(cell.node.value) for name, cell in row.items()} for row in rows)
