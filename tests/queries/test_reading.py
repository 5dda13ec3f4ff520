from __future__ import annotations

import pytest

from kb.errors import DataError
from kb.i18n import LANGS
from queries.reading import read_query
from queries.spec import Query
from tests.queries.samples import FILE, TEXT, query


def line_of(text: str, piece: str) -> int:
    return text[: text.index(piece)].count("\n") + 1


def broken(old: str, new: str, file: str = FILE) -> DataError:
    text = TEXT.replace(old, new, 1)
    assert text != TEXT or file != FILE
    with pytest.raises(DataError) as found:
        read_query(text, file)
    return found.value


def test_a_query_file_is_read_whole() -> None:
    found = query()
    assert isinstance(found, Query)
    assert found.group == "people"
    assert [param.name for param in found.params] == ["person", "first_year"]
    assert found.params[1].default == 1928
    assert found.params[0].pick is not None and "AS value" in found.params[0].pick
    assert [column.name for column in found.columns][:2] == ["person", "roles"]
    assert found.column("person").label.kk == "Тұлға"
    assert found.example == {"person": "a:1"}
    assert found.cypher.startswith("MATCH")
    assert found.network is not None and found.network.parts["to"] == "other"


def test_the_version_follows_the_cypher_and_nothing_else() -> None:
    assert read_query(TEXT.replace("ru: Люди", "ru: Лица"), FILE).version == query().version
    assert read_query(TEXT.replace("0.5 AS share", "0.6 AS share"), FILE).version != query().version
    assert read_query(TEXT.replace("\n", "\r\n"), FILE).version == query().version


@pytest.mark.parametrize(
    ("old", "new", "key", "piece"),
    [
        ("id: named", "id: other", "query_id_differs", "id: "),
        ("title: {ru: Кто, kk: Кім, en: Who}", "title: {ru: Кто, en: Who}", "query_key_missing", "title:"),
        ("title: {ru: Кто, kk: Кім, en: Who}", 'title: {ru: Кто, kk: " ", en: Who}', "query_value", "title:"),
        ("example:", "exmaple:", "query_key_unknown", "exmaple:"),
        ("type: person, required", "type: human, required", "query_value", "- {name: person, type: human"),
        ("required: true", "required: perhaps", "query_value", "- {name: person, type: person"),
        ("default: 1928", "default: tomorrow", "query_bad_value", "- {name: first_year"),
        ("default: 1928", "default: 28", "query_bad_value", "- {name: first_year"),
        ("type: year, default: 1928", "type: choice", "query_key_missing", "- {name: first_year"),
        ("- {name: number, type: count}", "- {name: numer, type: count}", "query_key_missing", "- {name: numer"),
        ("type: words, of: role", "type: words", "query_key_missing", "- {name: roles"),
        ("type: words, of: role", "type: texts, of: role", "query_key_missing", "- {name: roles"),
        ("network: {from: person", "network: {from: nobody", "query_value", "network:"),
        ('example: {person: "a:1"}', "example: {}", "query_key_missing", "example:"),
        ('example: {person: "a:1"}', "example: {person: [a, b]}", "query_bad_value", "example:"),
        ("expect: {rows: 1}", "expect: {}", "query_key_missing", "expect:"),
        ("expect: {rows: 1}", "expect: {rows: one}", "query_value", "expect:"),
        ("expect: {rows: 1}", "expect: {rows: 1, rows: 2}", "query_key_twice", "expect:"),
        ("title: {ru", "title: {{ru", "query_yaml", "help:"),
        ("/* ---", "/* --", "query_no_header", "/* --"),
    ],
)
def test_what_is_wrong_in_the_header_is_said_with_file_and_line(old: str, new: str, key: str, piece: str) -> None:
    error = broken(old, new)
    assert error.key == key
    assert error.data["file"] == FILE
    assert error.data["line"] == line_of(TEXT.replace(old, new, 1), piece)
    for lang in LANGS:
        assert f"{FILE}:{error.data['line']}" in error.say(lang)


def test_a_parameter_used_but_not_declared_is_shown_where_it_is_used() -> None:
    error = broken("tie.earliest > $first_year", "tie.earliest > $first_yaer + $first_year")
    assert (error.key, error.data["param"]) == ("query_param_undeclared", "first_yaer")
    assert error.data["line"] == line_of(TEXT, "WHERE tie.earliest")


def test_a_parameter_declared_but_not_used_is_shown_where_it_is_declared() -> None:
    error = broken("$first_year * 10000", "1930 * 10000")
    assert (error.key, error.data["param"]) == ("query_param_unused", "first_year")
    assert error.data["line"] == line_of(TEXT, "  - {name: person, type: person, required")


def test_a_parameter_in_a_string_or_a_comment_is_not_used() -> None:
    error = broken("$first_year * 10000", "'$first_year' // $first_year")
    assert error.key == "query_param_unused"


def test_columns_must_be_those_returned_in_their_order() -> None:
    error = broken("1 AS number, 0.5 AS share", "0.5 AS share, 1 AS number")
    assert error.key == "query_columns_differ"
    assert error.data["line"] == line_of(TEXT, "RETURN")


def test_a_column_left_without_a_name_is_found() -> None:
    assert "?" in str(broken("1 AS number", "1 + 1").data["returned"])


def test_a_text_that_does_not_end_is_shown_where_it_begins() -> None:
    error = broken("'Person', label: person", "'Person, label: person")
    assert error.key == "query_unreadable"
    assert int(str(error.data["line"])) > line_of(TEXT, "--- */")


def test_a_query_without_return_is_refused() -> None:
    assert broken("RETURN {id", "WITH {id").key == "query_no_return"


def test_a_group_that_is_not_known_is_refused() -> None:
    assert broken("id: named", "id: named", "library/gossip/named.cypher").key == "query_value"


def test_a_pick_list_returns_value_label_and_count() -> None:
    pick = "pick: MATCH (p:Person) RETURN p.id AS value"
    error = broken("type: person, required: true", "type: person, required: true, " + pick)
    assert error.key == "query_columns_differ"


def test_a_day_in_the_header_stays_the_text_that_was_written() -> None:
    text = TEXT.replace("expect: {rows: 1}", "expect: {contains: [{text: 1930-02-07}]}")
    assert read_query(text, FILE).expect.contains == ({"text": "1930-02-07"},)
