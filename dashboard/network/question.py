"""The question of a network: where it starts, how far it goes, which ties count. All of it stands in the address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kb.connections import PATH_TIES, PathOptions, options_of
from kb.errors import ParameterError

KIN: Final = ("CHILD_OF", "SPOUSE_OF", "SIBLING_OF", "KIN_OF")
#: What people have in common, by the ties that each has to it.
RULES: Final[Mapping[str, tuple[str, ...]]] = {
    "same_rising": ("TOOK_PART_IN", "ACCUSED_OVER"),
    "same_case": ("INVOLVED_IN",),
    "same_organisation": ("MEMBER_OF",),
    "same_measure": ("SUBJECT_OF",),
    "same_place": ("BORN_IN", "LIVED_IN", "DIED_IN"),
}
#: Between people themselves.
DIRECT: Final = (*KIN, "ASSOCIATED_WITH", "NAMED_IN_TESTIMONY")
#: What the whole network is made of where the reader names no ties.
WHOLE: Final = ("TOOK_PART_IN", "ACCUSED_OVER", *KIN, "ASSOCIATED_WITH", "INVOLVED_IN", "CONCERNS", "PART_OF")
MOST_HOPS: Final = 4
MOST_STARTS: Final = 12


@dataclass(frozen=True, slots=True)
class Opened:
    """An entity that was expanded by something: by ``kin``, by ``co`` (co-participants), or by a kind of entity."""

    id: str
    by: str


@dataclass(frozen=True, slots=True)
class Question:
    """``start``: ids, none for the whole; ``hops`` from them; ``rules`` tie people directly by what they share, which
    is then not drawn; ``source``: only what this source says. The rest are the conditions of paths.
    """

    start: tuple[str, ...] = ()
    hops: int = 1
    ties: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    years: str = ""
    certainty: str = ""
    source: str = ""
    documented: bool = False
    opened: tuple[Opened, ...] = ()

    def options(self) -> PathOptions:
        """The conditions that ties must keep. ParameterError where one is wrong."""
        return options_of(
            only=self.walked,
            years=self.years or None,
            certainty=self.certainty or None,
            documented=self.documented,
        )

    @property
    def walked(self) -> tuple[str, ...]:
        """The types of tie that count."""
        if self.ties:
            return self.ties
        if self.rules:
            return (*(tie for rule in self.rules for tie in RULES[rule]), *DIRECT)
        asked = options_of().ties if self.start else WHOLE
        return tuple(tie for tie in PATH_TIES if tie in asked)

    def address(self) -> dict[str, str | list[str]]:
        """The parameters of its address, without what is as usual."""
        return {
            "start": list(self.start),
            "hops": str(self.hops) if self.hops != 1 else "",
            "tie": list(self.ties),
            "rule": list(self.rules),
            "years": self.years,
            "certainty": self.certainty,
            "source": self.source,
            "documented": "yes" if self.documented else "",
            "open": [f"{one.by} {one.id}" for one in self.opened],
        }


def question_of(given: Mapping[str, Sequence[str]]) -> Question:
    """The question of an address. ParameterError where a value is none that it can have."""
    hops = _one(given, "hops") or "1"
    if not hops.isdigit() or not 1 <= int(hops) <= MOST_HOPS:
        raise ParameterError("param_out_of_range", param="hops", value=hops, least=1, greatest=MOST_HOPS)
    return Question(
        start=tuple(dict.fromkeys(given.get("start", ())))[:MOST_STARTS],
        hops=int(hops),
        ties=_of("tie", given, PATH_TIES),
        rules=_of("rule", given, tuple(RULES)),
        years=_one(given, "years"),
        certainty=_one(given, "certainty"),
        source=_one(given, "source"),
        documented=_one(given, "documented") == "yes",
        opened=tuple(dict.fromkeys(_opened(one) for one in given.get("open", ()))),
    )


def _one(given: Mapping[str, Sequence[str]], name: str) -> str:
    return next(iter(given.get(name, ())), "")


def _of(name: str, given: Mapping[str, Sequence[str]], known: Sequence[str]) -> tuple[str, ...]:
    for value in given.get(name, ()):
        if value not in known:
            raise ParameterError("param_not_a_choice", param=name, value=value, choices=", ".join(known))
    return tuple(dict.fromkeys(given.get(name, ())))


def _opened(text: str) -> Opened:
    by, _, ident = text.partition(" ")
    return Opened(ident, by)
