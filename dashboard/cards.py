"""What the card of an entity shows, from what ``kb.base.card`` reads: matrix, names, ties, judgements, citation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Final
from urllib.parse import unquote

from dashboard.connections import KINSHIP
from dashboard.data import Row, base, rows, version
from dashboard.entities import Witnesses, dated, reference, term
from dashboard.totals import statement_word
from dashboard.views.models import Cell, EntityRef, Evidence, Matrix, MatrixRow, SourceRef, TieGroup, TieRow
from dashboard.words import Words
from kb.base.card import Card, card
from kb.model import SCHEMA
from kb.projection.accept import PropertyView, Said
from queries.words import tie_words

#: Ties of a card in this order; the rest of the schema's follow.
_FIRST: Final = ("TOOK_PART_IN", "ACCUSED_OVER", *sorted(KINSHIP), "ASSOCIATED_WITH", "INVOLVED_IN", "SUBJECT_OF")
#: What the compilers of a data set say themselves: no source's words.
COMPILED: Final = frozenset({"note", "scope", "summary", "summary_least", "summary_greatest"})
#: A source is the further left the more of its readings are accepted.
ACCEPTED: Final = 1000
_WHY: Final = frozenset({"preferred", "certainty", "source", "order"})


def card_of(ident: str) -> Card:
    """The card of an entity; UnknownId when there is none."""
    return base().ask(lambda store: card(store, ident))


def matrix_of(found: Card, known: Witnesses, say: Words) -> Matrix:
    """What each source says, the sources with most accepted readings first; ``silent``: what nobody says."""
    known.read(said.claim.id for seen in found.views.values() for said in seen.said)
    lines = [_row(seen, known, say) for name, seen in found.views.items() if name not in COMPILED]
    weight: Counter[tuple[SourceRef, ...]] = Counter()
    for cell in (cell for line in lines for cell in line.cells):
        weight[cell.evidence.sources] += ACCEPTED if cell.accepted else 1
    columns = sorted(weight, key=lambda column: (-weight[column], [source.id for source in column]))
    kind = SCHEMA.kinds[found.key.kind]
    silent = tuple(
        prop.label[say.lang] for name, prop in kind.properties.items() if prop.featured and name not in found.views
    )
    return Matrix(tuple(columns), tuple(lines), silent)


def _row(seen: PropertyView, known: Witnesses, say: Words) -> MatrixRow:
    cells = [cell for said in seen.said for cell in _cells(seen, said, known, say)]
    why = ""
    if seen.accepted is None or (seen.conflict and seen.reason in _WHY):
        why = say(f"matrix.why_{seen.reason}")
    return MatrixRow(seen.property.label[say.lang], tuple(cells), seen.conflict, why)


def _cells(seen: PropertyView, said: Said, known: Witnesses, say: Words) -> Iterable[Cell]:
    accepted = seen.property.many or (seen.accepted is not None and said.reading.key == seen.accepted.reading.key)
    for evidence in known.of([said.claim.id])[:1]:
        yield Cell(_shown(seen, said, say), evidence, literal=seen.property.type == "name", accepted=accepted)


def _shown(seen: PropertyView, said: Said, say: Words) -> str:
    """A reading in words: a term by its label, a date of EDTF in words, all else as written."""
    vocabulary = SCHEMA.vocabulary_of(seen.property)
    if vocabulary is not None and str(said.reading.value) in vocabulary:
        return vocabulary[str(said.reading.value)].label[say.lang]
    if seen.property.type == "url":
        return unquote(said.reading.text)
    return dated(said.reading.text, say.lang) if seen.property.type == "date" else said.reading.text


def compiled(found: Card, say: Words) -> list[tuple[str, str]]:
    """What the compilers of a data set say of the entity: label and words."""
    return [
        (seen.property.label[say.lang], _shown(seen, said, say))
        for name, seen in found.views.items()
        if name in COMPILED
        for said in seen.said
    ]


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said under a word of its input that the schema has no property for."""

    word: str
    value: str
    evidence: tuple[Evidence, ...]


def statements(found: Card, known: Witnesses, say: Words) -> list[Statement]:
    """What else is said of the entity."""
    if not found.records:
        return []
    schema = list(SCHEMA.kinds[found.key.kind].properties)
    said = rows("statements", kind=found.key.kind, id=found.key.id, known=schema)
    known.read(row["claim"] for row in said)
    return [
        Statement(statement_word(row["property"], say), str(row["value"]), known.of([row["claim"]])) for row in said
    ]


def names_of(found: Card) -> tuple[str, ...]:
    """The names as sources write them, without the one that is printed."""
    names = [said.reading.text for seen in found.views.values() if seen.property.type == "name" for said in seen.said]
    said = [name for name in names if name not in found.label.values()]
    return tuple(dict.fromkeys(said))


@dataclass(frozen=True, slots=True)
class Tied:
    """A tie read from one end: whether it goes out, its type and properties, the other end."""

    forward: bool
    type: str
    properties: Row
    other: EntityRef
    other_properties: Row


def ties_of(kind: str, id_: str, say: Words) -> list[Tied]:
    """All ties of an entity, out of it and into it."""
    types = list(SCHEMA.ties)
    found: list[Tied] = []
    for forward, name in ((True, "ties_out"), (False, "ties_in")):
        for row in rows(name, kind=kind, id=id_, types=types):
            other_kind = next(label for label in row["kinds"] if label in SCHEMA.kinds)
            other = reference(other_kind, row["other"], say.lang)
            found.append(Tied(forward, row["type"], row["tie"], other, row["other"]))
    order = {name: place for place, name in enumerate(dict.fromkeys((*_FIRST, *types)))}
    return sorted(found, key=lambda tied: (order[tied.type], not tied.forward))


def tie_row(tied: Tied, known: Witnesses, say: Words) -> TieRow:
    """A tie as it is listed."""
    properties = tied.properties
    certainty = str(properties.get("certainty") or "not_rated")
    return TieRow(
        words=tie_words(tied.type, properties, say.lang, forward=tied.forward),
        other=tied.other,
        certainty=certainty,
        certainty_word=term("certainty", certainty, say.lang),
        evidence=known.of(properties.get("claims") or ()),
        status=say("marks.by_investigation") if properties.get("prosecution_only") else "",
        when="; ".join(dated(str(one), say.lang) for one in properties.get("dates") or ()),
    )


def tie_groups(found: Iterable[Tied], known: Witnesses, say: Words) -> tuple[TieGroup, ...]:
    """Ties grouped by kind and direction, with their evidence."""
    listed = list(found)
    known.read(claim for tied in listed for claim in tied.properties.get("claims") or ())
    groups = groupby(listed, key=lambda tied: (tied.type, tied.forward))
    return tuple(
        TieGroup(_title(type_, forward, say), tuple(tie_row(tied, known, say) for tied in members))
        for (type_, forward), members in groups
    )


def _title(type_: str, forward: bool, say: Words) -> str:
    tie = SCHEMA.ties[type_]
    return (tie.label if forward else tie.label_back)[say.lang].capitalize()


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement about one of the entity's records: the verdict, the other end, why, by whom and when."""

    verdict: str
    other: EntityRef | None
    record: str
    why: str
    by: str
    at: str


def decisions(found: Card, say: Words) -> tuple[Decision, ...]:
    """Standing judgements of identity."""
    return tuple(_decision(row, say) for row in rows("judgements", records=list(found.records)))


def _decision(row: Mapping[str, Any], say: Words) -> Decision:
    kind = next((label for label in row["kinds"] or () if label in SCHEMA.kinds), None)
    other = reference(kind, row["other"], say.lang) if kind else None
    said = row["judgement"]
    return Decision(said["verdict"], other, str(row["far"]), said["why"], said["by"], said["at"][:10])


def claims_of(found: Card) -> list[str]:
    """The ids of the claims behind the card's properties."""
    return sorted({said.claim.id for seen in found.views.values() for said in seen.said})


def citation_of(found: Card, claims: int, sources: int, say: Words) -> str:
    """How to cite the card."""
    return say(
        "cite.line",
        label=found.label[say.lang],
        id=found.key.id,
        base=say("cite.base"),
        version=version(),
        claims=claims,
        sources=sources,
        day=date.today().isoformat(),
    )


def sources_of(matrix: Matrix) -> list[SourceRef]:
    """Every source behind a matrix, once."""
    return list({source.id: source for column in matrix.columns for source in column}.values())


def second_hand(sources: Iterable[SourceRef], say: Words) -> list[str]:
    """Archival references that stand behind a published source: cited through it, not seen."""
    return [
        say("cite.second_hand", ref=archival, source=source.label) for source in sources for archival in source.archival
    ]
