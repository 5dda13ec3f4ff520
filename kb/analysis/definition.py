"""What a network is made of: whose, by which ties and rules, of which years and certainty."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, Literal, get_args

from kb.connections import PathOptions, options_of
from kb.errors import ParameterError, QuestionError
from kb.i18n import Text
from kb.model import SCHEMA

Rule = Literal["same_rising", "same_detachment", "same_case", "same_troika_day", "same_village", "same_lineage"]
RULES: Final[tuple[Rule, ...]] = get_args(Rule)
"""By which events people are tied who share one: each is applied when a network is made, never written to the base."""

Shape = Literal["people", "events", "risings"]
SHAPES: Final[tuple[Shape, ...]] = get_args(Shape)
"""``people``: who shares an event is tied (one mode, derived); ``events``: people are tied to the events (two modes);
``risings``: risings are tied by people, kin, places and cases that they share (derived)."""

#: Ties between two people.
PERSONAL: Final = tuple(
    name for name, tie in SCHEMA.ties.items() if tie.from_kinds == ("Person",) and tie.to_kinds == ("Person",)
)
#: An event of more people ties nobody to anybody, unless the network says otherwise.
HUB: Final = 60
MOST_HUB: Final = 1000
DEFAULT: Final = "people"

_EXPECTED = {"title", "help", "ties", "rules", "shape", "years", "certainty", "hub", "risings", "roles", "witnesses"}
_FLAGS = {"documented", "not_investigation"}


@dataclass(frozen=True, slots=True)
class Definition:
    """A network. ``filters`` says which ties count (years, certainty, witnesses, documents, voices).

    ``ties``: types of tie between two people; ``rules``: by which events people are tied; ``hub``: the most people of
    an event that still ties them; ``risings`` and ``roles``: only people who took part in one of these, as one of
    these; everybody where both are empty.
    """

    name: str
    title: Text
    help: Text
    ties: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    shape: Shape = "people"
    hub: int = HUB
    risings: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    filters: PathOptions = field(default_factory=PathOptions)

    def document(self) -> dict[str, Any]:
        """The definition as JSON."""
        first, last = self.filters.years
        return {
            "name": self.name,
            "ties": list(self.ties),
            "rules": list(self.rules),
            "shape": self.shape,
            "hub": self.hub,
            "risings": list(self.risings),
            "roles": list(self.roles),
            "years": [first, last],
            "certainty": self.filters.certainty,
            "witnesses": self.filters.witnesses,
            "documented": self.filters.documented,
            "not_investigation": self.filters.not_investigation,
        }

    def changed(self, **said: Any) -> Definition:
        """The network with what is ``said`` instead, as in a file. Raises ParameterError."""
        return define(self.name, {**_said(self), **{name: value for name, value in said.items() if value is not None}})


def define(name: str, said: Mapping[str, Any]) -> Definition:
    """A network from the table of a file. Raises ParameterError for what is not known."""
    if unknown := set(said) - _EXPECTED - _FLAGS:
        raise ParameterError(
            "param_not_a_choice", param=name, value=sorted(unknown)[0], choices=", ".join(sorted(_EXPECTED | _FLAGS))
        )
    title = Text.of(said["title"]) if "title" in said else Text(name, name, name)
    filters = options_of(
        years=said.get("years"),
        certainty=said.get("certainty"),
        witnesses=int(said.get("witnesses", 1)),
        documented=bool(said.get("documented", False)),
        not_investigation=bool(said.get("not_investigation", False)),
    )
    shape = _one("shape", said.get("shape", "people"), SHAPES)
    hub = int(said.get("hub", HUB))
    if not 2 <= hub <= MOST_HUB:
        raise ParameterError("param_out_of_range", param="hub", value=hub, least=2, greatest=MOST_HUB)
    return Definition(
        name=name,
        title=title,
        help=Text.of(said["help"]) if "help" in said else title,
        ties=_all("ties", said.get("ties", ()), PERSONAL),
        rules=_all("rules", said.get("rules", ()), RULES),  # type: ignore[arg-type]
        shape=shape,  # type: ignore[arg-type]
        hub=hub,
        risings=tuple(said.get("risings", ())),
        roles=_all("roles", said.get("roles", ()), tuple(SCHEMA.vocabularies["role"])),
        filters=filters,
    )


def network_named(name: str) -> Definition:
    """The network ``name``, or that of the file ``name``. Raises QuestionError."""
    if name in networks():
        return networks()[name]
    file = Path(name)
    if file.suffix != ".toml" or not file.is_file():
        raise QuestionError("unknown_network", name=name, known=", ".join(networks()))
    try:
        return define(file.stem, tomllib.loads(file.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValueError, TypeError) as wrong:
        raise QuestionError("network_file", file=name, problem=str(wrong)) from wrong


@cache
def networks() -> Mapping[str, Definition]:
    """The networks that come with the program."""
    found = sorted(files("kb.analysis").joinpath("networks").iterdir(), key=lambda each: each.name)
    names = [(file.name.removesuffix(".toml"), file) for file in found if file.name.endswith(".toml")]
    made = {name: define(name, tomllib.loads(file.read_text("utf-8"))) for name, file in names}
    return dict(sorted(made.items(), key=lambda item: item[0] != DEFAULT))


def _said(definition: Definition) -> dict[str, Any]:
    said = definition.document()
    first, last = definition.filters.years
    years = f"{first or ''}-{last or ''}" if first or last else None
    texts = {name: {lang: text[lang] for lang in ("ru", "kk", "en")} for name, text in _texts(definition).items()}
    return {**{name: value for name, value in said.items() if name != "name"}, "years": years, **texts}


def _texts(definition: Definition) -> dict[str, Text]:
    return {"title": definition.title, "help": definition.help}


def _all(param: str, values: Any, known: tuple[str, ...]) -> tuple[str, ...]:
    chosen = {_one(param, value, known) for value in values}
    return tuple(value for value in known if value in chosen)


def _one(param: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise ParameterError("param_not_a_choice", param=param, value=value, choices=", ".join(known))
    return value
