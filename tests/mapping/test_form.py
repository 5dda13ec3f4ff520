"""What a mapping may say: checked in full, told with the place, and given to editors as a JSON schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from kb.errors import DataError, UnknownId
from kb.i18n import LANGS
from loaders.mapping import find_mapping, parse_mapping, shipped_mappings
from loaders.mapping.form import objects, schema

GOOD = """
dataset: d
records:
  person: { kind: Person, key: id }
claims:
  - { claim: person, about: person, values: { name_ru: name } }
"""


def parsed(text: str) -> Any:
    return parse_mapping(text.encode(), Path("m.yml"))


@pytest.mark.parametrize(
    ("old", "new", "key", "place"),
    [
        ("dataset: d", "datset: d", "mapping_word", "–"),
        ("dataset: d", "dataset: 7", "mapping_text", "dataset"),
        ("kind: Person", "kind: Human", "mapping_word", "records.person.kind"),
        ("key: id", "prefix: x", "mapping_key", "records.person"),
        ("about: person", "about: persn", "mapping_word", "claims[1]"),
        ("name_ru: name", "nam: name", "mapping_word", "claims[1].values"),
        ("claim: person,", "claim: participation,", "mapping_word", "claims[1].to"),
        ("dataset: d", "format: { encoding: klingon }", "mapping_word", "format.encoding"),
        ("claims:", "lookups: { x: { strict: true } }\nclaims:", "mapping_missing", "lookups.x.values"),
        ("claims:", "clams:", "mapping_word", "–"),
        ("- {", "{", "mapping_list", "claims"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(old: str, new: str, key: str, place: str) -> None:
    with pytest.raises(DataError) as told:
        parsed(GOOD.replace(old, new))
    assert (told.value.key, told.value.data["column"]) == (key, place)
    assert all("m.yml" in told.value.say(lang) for lang in LANGS)


def test_a_near_word_is_proposed() -> None:
    with pytest.raises(DataError) as told:
        parsed(GOOD.replace("kind: Person", "kind: Persn"))
    assert told.value.data["known"] == "Person"


def test_what_is_no_yaml_is_told() -> None:
    for text in ("a: [", "\x00", "- 1"):
        with pytest.raises(DataError):
            parsed(text)


def test_the_shipped_mappings_are_whole_and_titled() -> None:
    names = list(shipped_mappings())
    assert {"moscow_csv", "moscow_html", "moscow_geocoded"} <= set(names)
    for name in names:
        assert set(find_mapping(name).title) == set(LANGS)
    with pytest.raises(UnknownId):
        find_mapping("no_such")


@pytest.mark.parametrize("lang", LANGS)
def test_editors_and_the_check_agree(lang: Any) -> None:
    said = json.loads(json.dumps(schema(lang)))
    validator = jsonschema.Draft202012Validator(said)
    validator.check_schema(said)
    assert validator.is_valid(yaml.safe_load(GOOD))
    for name in shipped_mappings():
        validator.validate(yaml.safe_load(find_mapping(name).file.read_text("utf-8")))
    for old, new in (("dataset: d", "datset: d"), ("kind: Person", "kind: Human"), ("dataset: d", "dataset: 7")):
        assert not validator.is_valid(yaml.safe_load(GOOD.replace(old, new)))


def test_every_type_of_the_declaration_is_known_to_both() -> None:
    for fields in objects().values():
        for field in fields.values():
            assert all(field.help[lang] for lang in LANGS)
