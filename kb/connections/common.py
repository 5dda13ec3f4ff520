"""What two or more people have in common: events, cases, places, kin, lineages, organisations, decisions, sources.

All but decisions and sources is read from the snapshot: what is tied to two of them, directly or through the part of a
whole (an episode of a rising). Nobody is connected by this to anybody else: it is an answer about those asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final, Literal

from kb.connections.codes import KINDS, OPEN, TIES
from kb.connections.options import RULES
from kb.connections.snapshot import EntityRef, Snapshot
from kb.errors import ParameterError
from kb.store import Store

Overlap = Literal["yes", "no", "unknown"]
MOST_PEOPLE: Final = 100
KIN: Final = ("CHILD_OF", "SPOUSE_OF", "SIBLING_OF", "KIN_OF")
BETWEEN: Final = (*KIN, "ASSOCIATED_WITH", "NAMED_IN_TESTIMONY")
_TO_SHARED: Final = (
    "TOOK_PART_IN", "ACCUSED_OVER", "INVOLVED_IN", "MEMBER_OF", "BORN_IN", "LIVED_IN", "DIED_IN", *KIN,
)  # fmt: skip
_ORDER: Final = ("direct", "Case", "Episode", "Uprising", "Organisation", "Person", "Place", "Lineage")
_SECONDS = 10.0
_SOURCES = (
    "UNWIND $ids AS id MATCH (p:Person {id: id})<-[:IS]-(:Record)<-[:ABOUT|TO]-(c:Claim)-[:CITES]->(s:Source) "
    "WHERE c.past IS NULL WITH s, p, c ORDER BY p.id, c.id WITH s, p, collect(DISTINCT c.id) AS claims "
    "WITH s, collect({person: p.id, claims: claims}) AS shares WHERE size(shares) > 1 "
    "RETURN s.id AS id, s.label AS label, shares"
)


@dataclass(frozen=True, slots=True)
class Link:
    """How a person is tied to what is shared: the ``tie``, its properties and claims; ``via`` the part of the whole."""

    tie: str
    properties: Mapping[str, Any]
    claims: tuple[str, ...]
    via: EntityRef | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """One of those asked for, and how he is tied to what is shared."""

    person: EntityRef
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Common:
    """What some of them share, by a named ``rule``; ``at`` what it is.

    ``overlap``: whether they were at a place at overlapping times, None for what is no place. ``connects``: whether it
    connects people by itself (umbrellas, lineages and districts do not). ``day`` of a decision, YYYYMMDD.
    """

    rule: str
    at: EntityRef
    shares: tuple[Share, ...]
    overlap: Overlap | None = None
    connects: bool = True
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Direct:
    """A tie between two of those asked for."""

    one: EntityRef
    other: EntityRef
    link: Link


@dataclass(frozen=True, slots=True)
class CommonGround:
    """Everything that ``people`` have in common: ties between them, what is shared, and sources that name several.

    What more of them share comes first, then cases before risings, risings before places; a smaller circle first.
    """

    people: tuple[EntityRef, ...]
    direct: tuple[Direct, ...]
    shared: tuple[Common, ...]
    sources: tuple[Common, ...]
    version: str


def common_ground(store: Store, snapshot: Snapshot, people: Sequence[int]) -> CommonGround:
    """What the persons at ``people`` have in common. Raises ParameterError for fewer than two, or too many of them."""
    asked = tuple(dict.fromkeys(people))
    refs = {place: snapshot.entity(place) for place in asked}
    for ref in refs.values():
        if ref.kind != "Person":
            raise ParameterError("param_other_kind", param="common", value=ref.id, found=ref.kind, wanted="Person")
    if not 2 <= len(asked) <= MOST_PEOPLE:
        raise ParameterError("common_people", number=len(asked), most=MOST_PEOPLE)
    by_id = {ref.id: ref for ref in refs.values()}
    shared = [*shared_by(snapshot, refs), *decided_of(snapshot, refs)]
    sources = _sources(store, by_id)
    return CommonGround(
        tuple(refs.values()),
        tuple(_direct(snapshot, asked)),
        tuple(shared),
        tuple(sorted(sources, key=lambda each: (-len(each.shares), each.at.label, each.at.id))),
        snapshot.version,
    )


def _direct(snapshot: Snapshot, people: Sequence[int]) -> Iterator[Direct]:
    wanted = set(people)
    for place in sorted(wanted):
        for tie, other in snapshot.ties_at(place, BETWEEN):
            if other in wanted and snapshot.start[tie] == place and other != place:
                yield Direct(snapshot.entity(place), snapshot.entity(other), _link(snapshot, tie))


def shared_by(snapshot: Snapshot, people: Mapping[int, EntityRef]) -> list[Common]:
    """What two or more of ``people`` (by place) are tied to, in the order of :class:`CommonGround`."""
    found: dict[int, dict[int, list[tuple[int, int | None]]]] = defaultdict(lambda: defaultdict(list))
    for place in people:
        for tie, other in snapshot.ties_at(place, _TO_SHARED):
            if other not in people:
                found[other][place].append((tie, None))
                for whole in _wholes(snapshot, other):
                    found[whole][place].append((tie, other))
    common = [_common(snapshot, at, of, people) for at, of in found.items() if len(of) > 1]
    return sorted((each for each in common if each), key=lambda each: _rank(snapshot, each))


def _wholes(snapshot: Snapshot, place: int) -> Iterator[int]:
    """The risings that an episode or a part belongs to."""
    if KINDS[snapshot.kind[place]] in ("Episode", "Uprising"):
        for tie, other in snapshot.ties_at(place, ("PART_OF",)):
            if snapshot.start[tie] == place:
                yield other


def _common(
    snapshot: Snapshot, at: int, of: Mapping[int, Sequence[tuple[int, int | None]]], people: Mapping[int, EntityRef]
) -> Common:
    ref = snapshot.entity(at)
    shares = tuple(
        Share(people[place], tuple(_link(snapshot, tie, via) for tie, via in links))
        for place, links in sorted(of.items())
    )
    overlap = _overlap(snapshot, [[tie for tie, _ in links] for links in of.values()]) if ref.kind == "Place" else None
    rule = "same_kin" if ref.kind == "Person" else RULES.get(ref.kind, "same_thing")
    return Common(rule, ref, shares, overlap, bool(snapshot.connects[at]))


def _link(snapshot: Snapshot, tie: int, via: int | None = None) -> Link:
    through = None if via is None else snapshot.entity(via)
    return Link(TIES[snapshot.type[tie]], snapshot.properties(tie), tuple(snapshot.claims(tie)), through)


def _overlap(snapshot: Snapshot, ties: Iterable[Sequence[int]]) -> Overlap:
    """Whether two of them can have been there at one time; sure only where all dates are known."""
    spans = [[(int(snapshot.earliest[tie]), int(snapshot.latest[tie])) for tie in of] for of in ties]
    answers = {_cross(one, other) for first, second in combinations(spans, 2) for one in first for other in second}
    return "yes" if "yes" in answers else "unknown" if "unknown" in answers else "no"


def _cross(one: tuple[int, int], other: tuple[int, int]) -> Overlap:
    for (_, last), (first, _) in ((one, other), (other, one)):
        if OPEN not in (last, first) and last < first:
            return "no"
    return "unknown" if OPEN in (*one, *other) else "yes"


def _rank(snapshot: Snapshot, each: Common) -> tuple[bool, int, int, int, str]:
    order = _ORDER.index(each.at.kind) if each.at.kind in _ORDER else len(_ORDER)
    return not each.connects, -len(each.shares), order, int(snapshot.degree[snapshot.find(each.at.id)]), each.at.id


def decided_of(snapshot: Snapshot, people: Mapping[int, EntityRef]) -> list[Common]:
    """Decisions of one body on one day, known to the day, about two or more of ``people``."""
    found: dict[tuple[int, int], dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place in people:
        for tie, measure in snapshot.ties_at(place, ("SUBJECT_OF",)):
            day = int(snapshot.day[measure])
            for _, body in snapshot.ties_at(measure, ("DECIDED_BY",)) if day != OPEN else ():
                found[body, day][place].append(tie)
    return [
        Common(
            "same_decision",
            snapshot.entity(body),
            tuple(
                Share(people[place], tuple(_link(snapshot, tie) for tie in ties)) for place, ties in sorted(of.items())
            ),
            day=day,
        )
        for (body, day), of in sorted(found.items())
        if len(of) > 1
    ]


def _sources(store: Store, people: Mapping[str, EntityRef]) -> list[Common]:
    """Sources that name several, which only the base itself knows."""
    rows = store.read(_SOURCES, {"ids": sorted(people)}, limit=None, seconds=_SECONDS).rows
    return [
        Common(
            "same_source",
            EntityRef(ident, "Source", label),
            tuple(Share(people[each["person"]], (Link("", {}, tuple(each["claims"])),)) for each in shares),
        )
        for ident, label, shares in rows
    ]
