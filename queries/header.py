"""The YAML comment at the head of a query file, read with the line of every value.

Only the plain types of YAML's core schema are read (text, whole and decimal numbers, true/false, null), so that a day
such as 1930-02-07 stays the text that was written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

import yaml

from kb.errors import DataError
from kb.i18n import LANGS, Text

_HEADER = re.compile(r"\A\s*/\* ---[ \t]*\n(?P<yaml>.*?)\n--- \*/[ \t]*\n?", re.DOTALL)


class _CoreLoader(yaml.SafeLoader):
    """Reads only what YAML's core schema knows."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012  PyYAML's own attribute


for _tag, _pattern, _starts in (
    ("tag:yaml.org,2002:null", r"^(?:null|~|)$", [*"n~", ""]),
    ("tag:yaml.org,2002:bool", r"^(?:true|false)$", list("tf")),
    ("tag:yaml.org,2002:int", r"^[-+]?(?:0|[1-9][0-9]*)$", list("-+0123456789")),
    ("tag:yaml.org,2002:float", r"^[-+]?[0-9]+\.[0-9]+$", list("-+0123456789")),
):
    _CoreLoader.add_implicit_resolver(_tag, re.compile(_pattern), _starts)


@dataclass(frozen=True, slots=True)
class Part:
    """A value of the header: where it stands, and ways to take it as what it should be.

    Every way raises DataError with the file and the line when the value is something else.
    """

    node: yaml.Node
    file: str
    first_line: int
    name: str

    @property
    def line(self) -> int:
        """The line in the file, 1 being the first."""
        return self.first_line + int(self.node.start_mark.line)

    def fail(self, key: str, **data: object) -> NoReturn:
        """Say that something is wrong here."""
        raise DataError(key, file=self.file, line=self.line, name=self.name, **data)

    def plain(self) -> object:
        """The value as Python has it: dict, list, str, int, float, bool or None."""
        return _CoreLoader("").construct_object(self.node, deep=True)

    def fields(self, required: Sequence[str] = (), optional: Sequence[str] = ()) -> dict[str, Part]:
        """The parts of a mapping that has the required keys, maybe the optional ones, and no others."""
        if not isinstance(self.node, yaml.MappingNode):
            self.fail("query_value", expected="mapping")
        found: dict[str, Part] = {}
        for key_node, value_node in self.node.value:
            key = str(key_node.value)
            part = Part(value_node, self.file, self.first_line, f"{self.name}.{key}" if self.name else key)
            if key in found:
                part.fail("query_key_twice")
            if key not in required and key not in optional:
                part.fail("query_key_unknown", known=", ".join((*required, *optional)))
            found[key] = part
        for key in required:
            if key not in found:
                self.fail("query_key_missing", missing=key)
        return found

    def mapping(self) -> dict[str, Part]:
        """The parts of a mapping with any keys."""
        if not isinstance(self.node, yaml.MappingNode):
            self.fail("query_value", expected="mapping")
        return self.fields(optional=[str(key.value) for key, _ in self.node.value])

    def items(self) -> list[Part]:
        """The parts of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            self.fail("query_value", expected="list")
        return [Part(node, self.file, self.first_line, f"{self.name}[{at}]") for at, node in enumerate(self.node.value)]

    def string(self) -> str:
        """A text without spaces at its ends, not empty."""
        value = self.plain()
        if not isinstance(value, str) or not value.strip():
            self.fail("query_value", expected="text")
        return value.strip()

    def boolean(self) -> bool:
        """True or false."""
        value = self.plain()
        if not isinstance(value, bool):
            self.fail("query_value", expected="true, false")
        return value

    def integer(self) -> int:
        """A whole number."""
        value = self.plain()
        if not isinstance(value, int) or isinstance(value, bool):
            self.fail("query_value", expected="integer")
        return value

    def one_of(self, known: Sequence[str]) -> str:
        """One of these words."""
        value = self.string()
        if value not in known:
            self.fail("query_value", expected=", ".join(known))
        return value

    def text(self) -> Text:
        """A text in the three languages."""
        said = self.fields(required=LANGS)
        return Text(**{lang: " ".join(part.string().split()) for lang, part in said.items()})


def split(text: str, file: str) -> tuple[Part, str, int]:
    """The header of a query file, the Cypher after it, and the number of lines before that Cypher."""
    found = _HEADER.match(text)
    if found is None:
        raise DataError("query_no_header", file=file, line=1)
    first_line = text.count("\n", 0, found.start("yaml")) + 1
    try:
        node = yaml.compose(found["yaml"], Loader=_CoreLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = first_line + (mark.line if mark else 0)
        raise DataError("query_yaml", file=file, line=line, problem=error.problem or str(error)) from None
    if node is None:
        raise DataError("query_no_header", file=file, line=1)
    return Part(node, file, first_line, ""), text[found.end() :], text.count("\n", 0, found.end())
