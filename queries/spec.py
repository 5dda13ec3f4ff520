"""What a prepared query is: one file, one question, with its words, parameters, columns, view and example.

``queries/library/<group>/<id>.cypher`` begins with a comment ``/* --- … --- */`` that holds YAML; what follows it is
one Cypher text for every engine. The declaration and the text must agree: parameters declared are those used, columns
declared are those returned, in the same order. Reading is in ``queries.reading``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, get_args

from kb.i18n import Text

Group = Literal["people", "kinship", "connections", "uprisings", "places", "repressions", "sources", "quality"]
GROUPS: Final[tuple[Group, ...]] = get_args(Group)

ParamType = Literal[
    "text", "integer", "number", "boolean", "year", "date", "choice",
    "person", "uprising", "place", "source", "lineage", "case", "archival_unit", "organisation",
]  # fmt: skip
PARAM_TYPES: Final[tuple[ParamType, ...]] = get_args(ParamType)

KIND_OF: Final[Mapping[str, str]] = MappingProxyType(
    {
        "person": "Person", "uprising": "Uprising", "place": "Place", "source": "Source", "lineage": "Lineage",
        "case": "Case", "archival_unit": "ArchivalUnit", "organisation": "Organisation",
    }
)  # fmt: skip
"""The kind of entity that a parameter of this type names by its id."""

ColumnType = Literal[
    "text", "texts", "word", "words", "entity", "entities", "date", "year", "count", "number", "share", "boolean",
    "claims", "sources",
]  # fmt: skip
"""``word``: a word of the vocabulary ``of``; ``entity``: ``{id, kind, label}``; ``date``: EDTF; ``share``: 0 to 1;
``claims``: ids of claims; ``sources``: ``[{id, label, locator}]``. The plural types are lists."""
COLUMN_TYPES: Final[tuple[ColumnType, ...]] = get_args(ColumnType)

_WITH_IDS: Final = frozenset({"entity", "entities", "sources"})


def plain_names(name: str, type_: str) -> tuple[str, ...]:
    """The columns of a plain table that a column becomes: an entity is its label and ``<name>_id``."""
    return (name, f"{name}_id") if type_ in _WITH_IDS else (name,)


ViewKind = Literal["table", "bars", "range", "timeline", "network"]
VIEW_PARTS: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = MappingProxyType(
    {
        "table": ((), ()),
        "bars": (("label", "value"), ("of",)),
        "range": (("label", "least", "greatest"), ("text", "of")),
        "timeline": (("label", "earliest", "latest"), ("text",)),
        "network": (("from", "to"), ("tie",)),
    }
)
"""For each kind of view the columns it must name, and those it may."""

Given: TypeAlias = bool | int | float | str
Value: TypeAlias = Given | list[str] | list[int] | list[float] | None
"""What a parameter can be; entities by id, days as whole numbers YYYYMMDD."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values a parameter of type ``choice`` can have."""

    value: str
    label: Text


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter: its Cypher name, what it may be, how it is called in a form.

    ``pick`` is a Cypher text that returns ``value, label, count``; ``many`` takes a list; numbers may have bounds.
    """

    name: str
    type: ParamType
    label: Text
    help: Text | None = None
    required: bool = False
    default: Value = None
    many: bool = False
    choices: tuple[Choice, ...] = ()
    pick: str | None = None
    least: int | None = None
    greatest: int | None = None

    @property
    def kind(self) -> str | None:
        """The kind of entity it names, if it names one."""
        return KIND_OF.get(self.type)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer; ``of`` names the vocabulary of a ``word``."""

    name: str
    type: ColumnType
    label: Text
    of: str | None = None


@dataclass(frozen=True, slots=True)
class View:
    """How the answer is drawn: the kind of picture, and which column plays which part in it."""

    kind: ViewKind
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Expect:
    """What the example returns on the research set.

    ``rows`` is the exact number, ``at_least`` a least one; ``contains`` are rows that must be among the answer and
    ``exact`` the whole answer in order, both as ``{column: cell as text}`` for the columns that matter.
    """

    rows: int | None = None
    at_least: int | None = None
    contains: tuple[Mapping[str, str], ...] = ()
    exact: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """One prepared query. ``version`` is a hash of its Cypher: what is answered changes only with it."""

    id: str
    group: Group
    title: Text
    help: Text
    params: tuple[Param, ...]
    columns: tuple[Column, ...]
    view: View
    network: View | None
    example: Mapping[str, Value]
    expect: Expect
    cypher: str
    version: str
    file: str
    text: str
    note: Text | None = None

    def param(self, name: str) -> Param | None:
        """The parameter of this name."""
        return next((param for param in self.params if param.name == name), None)

    def column(self, name: str) -> Column:
        """The column of this name; KeyError when there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)
