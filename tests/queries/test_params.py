from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.errors import ParameterError
from kb.i18n import LANGS, Text
from queries.params import pairs, read_params, read_value
from queries.spec import Choice, Param, ParamType
from tests.queries.samples import query

WORD = Text("а", "ә", "a")


def param(type_: ParamType, **said: object) -> Param:
    return Param("x", type_, WORD, **said)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("type_", "given", "value"),
    [
        ("text", " Созақ ", "Созақ"),
        ("integer", "1 000", 1000),
        ("integer", "-3", -3),
        ("integer", 7, 7),
        ("number", "0,5", 0.5),
        ("number", "1e3", 1000.0),
        ("number", 2, 2.0),
        ("boolean", "да", True),
        ("boolean", "иә", True),
        ("boolean", "No", False),
        ("boolean", False, False),
        ("year", "1930", 1930),
        ("date", "1930-02-07", 19300207),
        ("date", "7.02.1930", 19300207),
        ("date", 19300207, 19300207),
        ("person", "uprisings_372:p008", "uprisings_372:p008"),
    ],
)
def test_values_are_read_as_their_type(type_: ParamType, given: object, value: object) -> None:
    found = read_value(param(type_), given)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("type_", "given", "key"),
    [
        ("integer", "many", "param_not_integer"),
        ("integer", "1.5", "param_not_integer"),
        ("integer", True, "param_not_integer"),
        ("number", "nan", "param_not_number"),
        ("number", "inf", "param_not_number"),
        ("number", "half", "param_not_number"),
        ("boolean", "maybe", "param_not_boolean"),
        ("year", "30", "param_not_year"),
        ("year", "1930 г.", "param_not_year"),
        ("date", "1930-02-30", "param_not_date"),
        ("date", "февраль", "param_not_date"),
        ("text", "   ", "param_not_text"),
        ("person", 8, "param_not_text"),
        ("text", ["a", "b"], "param_only_one"),
    ],
)
def test_what_is_not_of_the_type_is_refused_in_three_languages(type_: ParamType, given: object, key: str) -> None:
    with pytest.raises(ParameterError) as found:
        read_value(param(type_), given)
    assert found.value.key == key
    assert len({found.value.say(lang) for lang in LANGS}) == len(LANGS)


def test_choices_bounds_and_lists_hold() -> None:
    chosen = param("choice", choices=(Choice("a", WORD), Choice("b", WORD)), many=True)
    assert read_value(chosen, ["a", "b"]) == ["a", "b"]
    assert read_value(chosen, "a") == ["a"]
    with pytest.raises(ParameterError, match="not among: a, b"):
        read_value(chosen, ["a", "c"])
    with pytest.raises(ParameterError, match="outside 1 to 4"):
        read_value(param("integer", least=1, greatest=4), "5")
    with pytest.raises(ParameterError, match="outside 2 to …"):
        read_value(param("integer", least=2), "1")


def test_given_values_and_defaults_make_all_parameters() -> None:
    assert read_params(query(), {"person": "a:1"}) == {"person": "a:1", "first_year": 1928}
    assert read_params(query(), {"person": "a:1", "first_year": ""})["first_year"] == 1928


def test_a_missing_and_an_unknown_parameter_are_named() -> None:
    with pytest.raises(ParameterError) as missing:
        read_params(query(), {"first_year": "1930"})
    assert (missing.value.key, missing.value.data["param"]) == ("param_missing", "person")
    with pytest.raises(ParameterError, match="first_year"):
        read_params(query(), {"person": "a:1", "frist_year": "1930"})


def test_pairs_of_the_command_line_are_split_at_the_first_equals_sign() -> None:
    assert pairs(["a=b=c", "d=", "a=e"]) == {"a": ["b=c", "e"], "d": ""}
    for wrong in ("a", "=b"):
        with pytest.raises(ParameterError, match="NAME=VALUE"):
            pairs([wrong])


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_whole_numbers_survive_being_written(number: int) -> None:
    assert read_value(param("integer"), f"{number:,}".replace(",", "\u202f")) == number


@given(st.dates())
def test_days_survive_both_notations(day: object) -> None:
    iso = str(day)
    year, month, date = iso.split("-")
    assert read_value(param("date"), iso) == read_value(param("date"), f"{date}.{month}.{year}")
