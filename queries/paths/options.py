"""What a search for paths may walk over."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, get_args

from kb.errors import ParameterError
from kb.model import SCHEMA

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

CERTAINTY: Final = {code: int(term.says["rank"]) for code, term in SCHEMA.vocabularies["certainty"].items()}
MOST_HOPS: Final = 10
_YEARS = re.compile(r"(\d{4})?\s*[-–]\s*(\d{4})?|(\d{4})")


@dataclass(frozen=True, slots=True)
class PathOptions:
    """``k`` paths of at most ``max_hops`` ties, the ``by`` fewest hops or best evidence first.

    ``without``: types of tie that are not walked; ``through``: what may be passed although it connects nobody by
    itself; ``years``: first and last year in which a dated tie must lie, undated ones stay; ``certainty``: the least
    one of a tie; ``documented``: only ties that an archival document, a paper of a case or an edition says.
    """

    k: int = 5
    by: By = "hops"
    max_hops: int = 6
    without: frozenset[str] = frozenset()
    through: frozenset[str] = frozenset()
    years: tuple[int | None, int | None] = (None, None)
    certainty: str | None = None
    documented: bool = False

    @property
    def ties(self) -> tuple[str, ...]:
        """The types of tie that are walked."""
        asked = [tie for through in sorted(self.through) for tie in _ASKED[through]]
        return tuple(tie for tie in dict.fromkeys((*_ALWAYS, *asked)) if tie not in self.without)


def options_of(
    k: int = 5,
    by: str = "hops",
    max_hops: int = 6,
    without: Iterable[str] = (),
    through: Iterable[str] = (),
    years: str | None = None,
    certainty: str | None = None,
    documented: bool = False,
) -> PathOptions:
    """Options from what a person wrote; ``years`` as ``1929-1931``, ``1930-``, ``1930``. ParameterError when wrong."""
    chosen_by: By = "evidence" if _chosen("by", by, BY) == "evidence" else "hops"
    return PathOptions(
        k=_within("k", k, 1, 100),
        by=chosen_by,
        max_hops=_within("max_hops", max_hops, 1, MOST_HOPS),
        without=frozenset(_chosen("without", tie, PATH_TIES) for tie in without),
        through=frozenset(_chosen("through", what, THROUGH) for what in through),
        years=_years(years),
        certainty=None if certainty is None else _chosen("certainty", certainty, tuple(CERTAINTY)),
        documented=documented,
    )


def _within(param: str, value: int, least: int, greatest: int) -> int:
    if not least <= value <= greatest:
        raise ParameterError("param_out_of_range", param=param, value=value, least=least, greatest=greatest)
    return value


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
