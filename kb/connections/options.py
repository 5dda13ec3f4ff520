"""What a search for paths may walk over."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, get_args

from kb.connections.codes import CERTAINTY, VOICES
from kb.errors import ParameterError

By = Literal["hops", "evidence"]
BY: Final[tuple[By, ...]] = get_args(By)

Through = Literal["umbrella", "lineage", "district", "organ"]
THROUGH: Final[tuple[Through, ...]] = get_args(Through)
"""What connects nobody unless asked for: umbrellas and aggregates of risings; lineages; districts and wider places;
the bodies that decided measures."""

_ALWAYS: Final = (
    "TOOK_PART_IN", "ACCUSED_OVER", "CHILD_OF", "SPOUSE_OF", "SIBLING_OF", "KIN_OF", "ASSOCIATED_WITH",
    "NAMED_IN_TESTIMONY", "MEMBER_OF", "INVOLVED_IN", "SUBJECT_OF", "BORN_IN", "DIED_IN", "LIVED_IN", "TOOK_PLACE_IN",
    "PART_OF", "CONCERNS", "UNDER",
)  # fmt: skip
_ASKED: Final = {"district": ("WITHIN",), "lineage": ("WITHIN",), "organ": ("DECIDED_BY", "WITHIN"), "umbrella": ()}
PATH_TIES: Final[tuple[str, ...]] = (*_ALWAYS, "DECIDED_BY", "WITHIN")

RULES: Final = {
    "Uprising": "same_rising", "Episode": "same_episode", "Case": "same_case", "Measure": "same_measure",
    "Review": "same_review", "Place": "same_place", "Lineage": "same_lineage", "Organisation": "same_organisation",
}  # fmt: skip
"""What two people have in common who are tied to the same entity of a kind; each rule can be switched off."""

MOST_HOPS: Final = 10
MOST_WITNESSES: Final = 20
_YEARS = re.compile(r"(\d{4})?\s*[-–]\s*(\d{4})?|(\d{4})")


@dataclass(frozen=True, slots=True)
class PathOptions:
    """``k`` paths of at most ``max_hops`` ties, the ``by`` fewest hops or best evidence first.

    ``closed``: rules by which nobody is connected; ``without``: types of tie that are not walked, ``only``: the types
    that are, where it is not empty; ``through``: what may be passed although it connects nobody by itself;
    ``years``: first and last year in which a dated tie must lie, undated ones stay; ``certainty``: the least one
    of a tie; ``voices``: one of these must say it; ``avoid``: ids of entities that are not passed; ``documented``:
    only ties that an archival document, a paper of a case or an edition says, seen and not cited by another;
    ``not_investigation``: none that only the prosecution says; ``witnesses``: the least number of them.
    """

    k: int = 5
    by: By = "hops"
    max_hops: int = 6
    closed: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    through: frozenset[str] = frozenset()
    years: tuple[int | None, int | None] = (None, None)
    certainty: str | None = None
    voices: frozenset[str] = frozenset()
    avoid: frozenset[str] = frozenset()
    documented: bool = False
    not_investigation: bool = False
    witnesses: int = 1

    @property
    def ties(self) -> tuple[str, ...]:
        """The types of tie that are walked."""
        asked = [tie for through in sorted(self.through) for tie in _ASKED[through]]
        walked = self.only or frozenset((*_ALWAYS, *asked))
        return tuple(tie for tie in PATH_TIES if tie in walked and tie not in self.without)


def options_of(
    k: int = 5,
    by: str = "hops",
    max_hops: int = 6,
    without: Iterable[str] = (),
    through: Iterable[str] = (),
    years: str | None = None,
    certainty: str | None = None,
    documented: bool = False,
    *,
    only: Iterable[str] = (),
    voices: Iterable[str] = (),
    avoid: Iterable[str] = (),
    not_investigation: bool = False,
    witnesses: int = 1,
) -> PathOptions:
    """Options from what a person wrote; ``without`` names types of tie and rules, ``years`` are as ``1929-1931``,
    ``1930-``, ``1930``. ParameterError when wrong.
    """
    left_out = _all_of("without", without, (*PATH_TIES, *RULES.values()))
    chosen_by: By = "evidence" if _chosen("by", by, BY) == "evidence" else "hops"
    return PathOptions(
        k=_within("k", k, 1, 100),
        by=chosen_by,
        max_hops=_within("max_hops", max_hops, 1, MOST_HOPS),
        closed=left_out & frozenset(RULES.values()),
        without=left_out & frozenset(PATH_TIES),
        only=_all_of("only", only, PATH_TIES),
        through=_all_of("through", through, THROUGH),
        years=_years(years),
        certainty=None if certainty is None else _chosen("certainty", certainty, tuple(CERTAINTY)),
        voices=_all_of("voice", voices, VOICES),
        avoid=frozenset(avoid),
        documented=documented,
        not_investigation=not_investigation,
        witnesses=_within("witnesses", witnesses, 1, MOST_WITNESSES),
    )


def _within(param: str, value: int, least: int, greatest: int) -> int:
    if not least <= value <= greatest:
        raise ParameterError("param_out_of_range", param=param, value=value, least=least, greatest=greatest)
    return value


def _all_of(param: str, values: Iterable[str], known: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_chosen(param, value, known) for value in values)


def _chosen(param: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise ParameterError("param_not_a_choice", param=param, value=value, choices=", ".join(known))
    return value


def _years(said: str | None) -> tuple[int | None, int | None]:
    if not said:
        return None, None
    found = _YEARS.fullmatch(said.strip())
    if not found:
        raise ParameterError("param_not_year", param="years", value=said)
    first, last, only = (int(year) if year else None for year in found.groups())
    if only:
        return only, only
    if first and last and first > last:
        raise ParameterError("param_not_year", param="years", value=said)
    return first, last
