"""What a mapping may say, from its declaration ``form.toml``: the check, and the JSON schema for editors."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kb.errors import DataError
from kb.i18n import LANGS, Lang, Text
from kb.model import SCHEMA
from loaders.readers import FORMATS
from loaders.readers.lines import LINE, PARAGRAPH

TAKES = ("name", "date", "reference", "rest")
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True)
class Field:
    """One key of an object: its type (see ``form.toml``), and what it is for."""

    type: str
    help: Text
    required: bool = False


@cache
def objects() -> Mapping[str, Mapping[str, Field]]:
    """The objects of a mapping with their fields; ``mapping`` is the whole."""
    table = tomllib.loads(files("loaders.mapping").joinpath("form.toml").read_text("utf-8"))
    return {
        name: {key: Field(said["type"], Text.of(said["help"]), said.get("required", False)) for key, said in of.items()}
        for name, of in table.items()
    }


@cache
def choices(name: str) -> tuple[str, ...]:
    """The words of a closed list."""
    lists: dict[str, Iterable[str]] = {
        "format": FORMATS,
        "kind": SCHEMA.kinds,
        "claim": SCHEMA.shapes,
        "take": TAKES,
        "entries": (LINE, PARAGRAPH),
    }
    return tuple(lists[name] if name in lists else SCHEMA.vocabularies[name])


def check(said: Any, type_: str, at: str = "") -> None:
    """Whether ``said`` is of the type, all the way down. DataError ``mapping_field`` with the place and the reason."""
    outer, _, inner = type_.partition(":")
    if outer == "object":
        _check_object(said, inner, at)
    elif outer == "map":
        if not isinstance(said, dict):
            raise _wrong(at, "mapping_map")
        for key, each in said.items():
            check(key, "text", at)
            check(each, inner, f"{at}.{key}" if at else key)
    elif outer == "list":
        if not isinstance(said, list):
            raise _wrong(at, "mapping_list")
        for number, each in enumerate(said, 1):
            check(each, inner, f"{at}[{number}]")
    elif outer == "choice":
        if said not in choices(inner):
            raise _unknown(at, said, choices(inner))
    else:
        _check_plain(said, outer, at)


def _check_plain(said: Any, type_: str, at: str) -> None:
    if type_ == "value" and isinstance(said, dict):
        _check_object(said, "value", at)
    elif type_ == "strings" and isinstance(said, list):
        check(said, "list:text", at)
    elif type_ == "texts":
        if (
            not isinstance(said, dict)
            or set(said) != set(LANGS)
            or not all(isinstance(each, str) for each in said.values())
        ):
            raise _wrong(at, "mapping_texts")
    elif type_ == "whole":
        if not isinstance(said, int) or isinstance(said, bool) or said < 0:
            raise _wrong(at, "mapping_whole")
    elif type_ == "yes":
        if not isinstance(said, bool):
            raise _wrong(at, "mapping_yes")
    elif not isinstance(said, str):
        raise _wrong(at, "mapping_text")


def _check_object(said: Any, name: str, at: str) -> None:
    fields = objects()[name]
    if not isinstance(said, dict):
        raise _wrong(at, "mapping_map")
    for key, each in said.items():
        if key not in fields:
            raise _unknown(at, key, fields)
        check(each, fields[key].type, f"{at}.{key}" if at else key)
    for key, field in fields.items():
        if field.required and key not in said:
            raise DataError("mapping_missing", column=f"{at}.{key}" if at else key)


def _wrong(at: str, key: str) -> DataError:
    return DataError(key, column=at or "–")


def _unknown(at: str, said: Any, known: Iterable[str]) -> DataError:
    near = difflib.get_close_matches(str(said), list(known), n=1)
    return DataError("mapping_word", column=at or "–", value=said, known=", ".join(near or known))


def schema(lang: Lang) -> dict[str, Any]:
    """The JSON schema of mappings, with what each key is for in ``lang``."""
    definitions = {name: _object(fields, lang) for name, fields in objects().items()}
    return {"$schema": _DRAFT, **definitions.pop("mapping"), "$defs": definitions}


def _object(fields: Mapping[str, Field], lang: Lang) -> dict[str, Any]:
    said: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {key: {**_type(field.type), "description": field.help[lang]} for key, field in fields.items()},
    }
    required = [key for key, field in fields.items() if field.required]
    return {**said, "required": required} if required else said


def _type(type_: str) -> dict[str, Any]:
    outer, _, inner = type_.partition(":")
    plain: dict[str, dict[str, Any]] = {
        "text": {"type": "string"},
        "whole": {"type": "integer", "minimum": 0},
        "yes": {"type": "boolean"},
        "texts": {
            "type": "object",
            "properties": {lang: {"type": "string"} for lang in LANGS},
            "required": list(LANGS),
        },
        "strings": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
        "value": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/value"}]},
    }
    if outer in plain:
        return plain[outer]
    if outer == "object":
        return {"$ref": f"#/$defs/{inner}"}
    if outer == "map":
        return {"type": "object", "additionalProperties": _type(inner)}
    return {"type": "array", "items": _type(inner)} if outer == "list" else {"enum": list(choices(inner))}
