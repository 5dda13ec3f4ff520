"""Reads the parameters of a query: ``NAME=VALUE`` of the command line, values of a form, values of a notebook."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, NoReturn, cast

from kb.errors import ParameterError
from queries.spec import Given, Param, Query, Value

_TRUE: Final = frozenset({"true", "yes", "1", "да", "иә", "ия"})
_FALSE: Final = frozenset({"false", "no", "0", "нет", "жоқ"})
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_WHOLE_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_FIRST_YEAR, _LAST_YEAR = 1000, 2999


def pairs(given: Iterable[str]) -> dict[str, str | list[str]]:
    """``["year=1930", "place=a", "place=b"]`` → ``{"year": "1930", "place": ["a", "b"]}``."""
    found: dict[str, list[str]] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip():
            raise ParameterError("param_not_a_pair", value=pair)
        found.setdefault(name.strip(), []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def read_params(query: Query, given: Mapping[str, object]) -> dict[str, Value]:
    """The value of every parameter of ``query``: as given, else its default.

    Raises ParameterError for one that is missing, unknown or not of its type.
    """
    for name in given:
        if query.param(name) is None:
            known = [param.name for param in query.params]
            near = difflib.get_close_matches(name, known, n=3) or known
            raise ParameterError("param_unknown", query=query.id, param=name, near=", ".join(near) or "–")
    return {param.name: _or_default(query, param, given.get(param.name)) for param in query.params}


def _or_default(query: Query, param: Param, given: object) -> Value:
    if _is_nothing(given):
        if param.required and param.default is None:
            raise ParameterError("param_missing", query=query.id, param=param.name)
        return param.default
    return read_value(param, given)


def _is_nothing(given: object) -> bool:
    return given is None or (isinstance(given, (str, list, tuple)) and not given)


def read_value(param: Param, given: object) -> Value:
    """One parameter's value from a text, or from a value that a form or a notebook gives already typed."""
    if _is_nothing(given):
        return None
    if param.many:
        several = given if isinstance(given, (list, tuple)) else [given]
        return cast(Value, [_one(param, value) for value in several])
    if isinstance(given, (list, tuple)):
        if len(given) > 1:
            raise ParameterError("param_only_one", param=param.name)
        given = given[0]
    return _one(param, given)


def _one(param: Param, given: object) -> Given:
    match param.type:
        case "boolean":
            return _boolean(param, given)
        case "integer":
            return _within(param, _integer(param, given, "param_not_integer"))
        case "year":
            return _year(param, given)
        case "number":
            return _within(param, _number(param, given))
        case "date":
            return _day(param, given)
        case "choice":
            return _chosen(param, given)
        case _:
            return _text(param, given)


def _refuse(key: str, param: Param, given: object, **data: object) -> NoReturn:
    raise ParameterError(key, param=param.name, value=given, **data)


def _text(param: Param, given: object) -> str:
    if not isinstance(given, str) or not given.strip():
        _refuse("param_not_text", param, given)
    return given.strip()


def _boolean(param: Param, given: object) -> bool:
    said = str(given).strip().lower()
    if said in _TRUE:
        return True
    if said in _FALSE:
        return False
    _refuse("param_not_boolean", param, given)


def _integer(param: Param, given: object, key: str) -> int:
    if isinstance(given, bool) or not isinstance(given, (int, str)):
        _refuse(key, param, given)
    try:
        return given if isinstance(given, int) else int(_SPACES.sub("", given))
    except ValueError:
        _refuse(key, param, given)


def _number(param: Param, given: object) -> float:
    if isinstance(given, bool) or not isinstance(given, (int, float, str)):
        _refuse("param_not_number", param, given)
    try:
        found = float(_SPACES.sub("", given).replace(",", ".")) if isinstance(given, str) else float(given)
    except ValueError:
        _refuse("param_not_number", param, given)
    if found != found or found in (float("inf"), float("-inf")):
        _refuse("param_not_number", param, given)
    return found


def _within(param: Param, value: Given) -> Given:
    least = float("-inf") if param.least is None else param.least
    greatest = float("inf") if param.greatest is None else param.greatest
    if not least <= float(value) <= greatest:
        _refuse("param_out_of_range", param, value, least=_bound(param.least), greatest=_bound(param.greatest))
    return value


def _bound(bound: int | None) -> str:
    return "…" if bound is None else str(bound)


def _year(param: Param, given: object) -> Given:
    year = _integer(param, given, "param_not_year")
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        _refuse("param_not_year", param, given)
    return _within(param, year)


def _day(param: Param, given: object) -> int:
    said = str(given).strip()
    if found := _ISO_DAY.fullmatch(said) or _WHOLE_DAY.fullmatch(said):
        year, month, day = found.groups()
    elif found := _DOTTED_DAY.fullmatch(said):
        day, month, year = found.groups()
    else:
        _refuse("param_not_date", param, given)
    try:
        known = date(int(year), int(month), int(day))
    except ValueError:
        _refuse("param_not_date", param, given)
    return known.year * 10000 + known.month * 100 + known.day


def _chosen(param: Param, given: object) -> str:
    known = [choice.value for choice in param.choices]
    if given not in known:
        _refuse("param_not_a_choice", param, given, choices=", ".join(known))
    return str(given)
