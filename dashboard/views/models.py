"""What the views show: frozen, already in the language of the reader, with nothing left to look up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EntityRef:
    """An entity as it is printed in a line: its kind, side (of a person), label and address."""

    id: str
    kind: str
    label: str
    href: str
    side: str | None = None


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A source as evidence shows it. ``described``: author · year · kind · language, in words."""

    id: str
    label: str
    title: str
    described: str
    href: str
    archival: tuple[str, ...] = ()
    others: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim behind something shown: its source, the place in it, who speaks and how, in words.

    ``status`` is the short word in a frame («по версии следствия»), empty where a source simply states. ``together``:
    the other sources that the same claim cites, where an input does not tell which of them says it.
    """

    claim: str
    source: SourceRef
    locator: str = ""
    quote: str = ""
    certainty: str = "not_rated"
    certainty_word: str = ""
    status: str = ""
    voice: str = ""
    access: str = ""
    note: str = ""
    together: tuple[SourceRef, ...] = ()

    @property
    def sources(self) -> tuple[SourceRef, ...]:
        """All sources of the claim."""
        return (self.source, *self.together)


@dataclass(frozen=True, slots=True)
class Cell:
    """One reading of one property. ``literal``: the words of the source itself, shown in serif."""

    text: str
    evidence: Evidence
    literal: bool = False
    accepted: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A property: its readings by the id of the source, in the order of the claims."""

    label: str
    cells: tuple[Cell, ...]
    conflict: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """What each source says: a column is a source, or several that a claim cites together; rows are properties.

    ``silent`` names what nobody says.
    """

    columns: tuple[tuple[SourceRef, ...], ...]
    rows: tuple[MatrixRow, ...]
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TieRow:
    """A tie seen from one end: the words for it, the other end, certainty, evidence."""

    words: str
    other: EntityRef
    certainty: str
    certainty_word: str
    evidence: tuple[Evidence, ...]
    status: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class TieGroup:
    """Ties of one kind under their heading."""

    title: str
    rows: tuple[TieRow, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A large number; ``of`` is its denominator in words, ``label`` says what is counted."""

    value: str
    of: str
    label: str


@dataclass(frozen=True, slots=True)
class KnownRow:
    """How many of ``of`` a source says this about."""

    label: str
    known: int
    of: int


@dataclass(frozen=True, slots=True)
class KnownGroup:
    """Rows of one kind of entity, drawn in its colour (``group`` of ``views.marks``)."""

    title: str
    total: int
    group: str
    rows: tuple[KnownRow, ...]


@dataclass(frozen=True, slots=True)
class SizeReading:
    """A number as a source gives it: bounds (None is open), whether about, the words, the evidence."""

    text: str
    least: int | None
    greatest: int | None
    about: bool
    evidence: Evidence
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class SizeGroup:
    """Readings of one measure; ``main`` ones get the band from least to greatest, others open circles."""

    title: str
    readings: tuple[SizeReading, ...]
    main: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something at a time: days as YYYYMMDD, None where open; ``inner_*`` is the span that all readings agree on."""

    label: str
    words: str
    earliest: int | None
    latest: int | None
    inner_earliest: int | None = None
    inner_latest: int | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class HopView:
    """A step of a path. ``double``: kinship; two or more ``sources``: a thick line; ``rule``: what two people share
    who meet at the start of this step, in words.
    """

    start: EntityRef
    end: EntityRef
    words: str
    certainty: str
    certainty_word: str
    evidence: tuple[Evidence, ...]
    sources: int
    weakest: bool = False
    double: bool = False
    status: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class PathView:
    """A way from one entity to another: the entities passed, and the steps between them."""

    nodes: tuple[EntityRef, ...]
    under: tuple[str, ...]
    hops: tuple[HopView, ...]
