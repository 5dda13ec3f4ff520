"""The dossier of a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from kb.base.card import Card, Neighbour, card
from kb.base.naming import full_id
from kb.dates import format_date, is_edtf
from kb.errors import ParameterError
from kb.i18n import Lang
from kb.model import SCHEMA, Property
from kb.projection.accept import PropertyView, Said, negative, prosecution
from kb.store import Store
from queries.dossier.model import Block, Dossier, Paragraph, Section, Table
from queries.dossier.notes import Notes
from queries.runner import data_version
from queries.words import tie_words, word

#: What the compilers say themselves, and what stands in sections of its own.
_LEFT_OUT: Final = frozenset({"scope", "left_over"})
_KIN: Final = ("CHILD_OF", "SPOUSE_OF", "SIBLING_OF", "KIN_OF")
_SECTIONS: Final = (
    ("risings", ("TOOK_PART_IN",)),
    ("accused", ("ACCUSED_OVER",)),
    ("cases", ("INVOLVED_IN",)),
    ("kin", _KIN),
    ("others", ("ASSOCIATED_WITH", "MEMBER_OF", "BORN_IN", "LIVED_IN", "DIED_IN")),
    ("testimony", ("NAMED_IN_TESTIMONY",)),
)
_SEARCHES = """
MATCH (:Person {id: $id})<-[:IS]-(:Record)<-[:ABOUT]-(claim:Claim {kind: 'search'})
WHERE claim.past IS NULL
RETURN claim.id AS id, properties(claim) AS said ORDER BY coalesce(claim.when, ''), id
"""
_JUDGED = """
MATCH (judgement:Judgement)
WHERE (judgement.a IN $records OR judgement.b IN $records) AND judgement.verdict IN ['same', 'different', 'unsure']
  AND NOT EXISTS { MATCH (later:Judgement) WHERE later.replaces = judgement.id }
RETURN judgement.verdict AS verdict, judgement.a AS a, judgement.b AS b, judgement.why AS why, judgement.by AS by,
       judgement.at AS at ORDER BY at, a, b
"""


def person_dossier(store: Store, ident: str, lang: Lang, made: date) -> Dossier:
    """All that the base says of a person. Raises UnknownId, ParameterError where ``ident`` is no person."""
    found = card(store, full_id(store, ident))
    if found.key.kind != "Person":
        raise ParameterError(
            "param_other_kind", param="dossier", value=found.key.id, found=found.key.kind, wanted="Person"
        )
    notes = Notes(store, lang)
    notes.read(claim for tie in found.ties for claim in tie.properties.get("claims", ()))
    sections = [Section(notes.say("known"), tuple(_known(found, notes)))]
    sections += [section for name, types in _SECTIONS if (section := _ties(name, types, found, notes))]
    sections += _events(store, found, notes)
    sections += [_identity(store, found, notes), _searched(store, found, notes)]
    sections.append(sources_section(notes))
    return Dossier(
        found.label[lang],
        notes.say("person", id=found.key.id),
        tuple(sections),
        citation(notes, found.label[lang], found.key.id, data_version(store), made),
        lang,
    )


def sources_section(notes: Notes) -> Section:
    """The numbered sources; made last, when all of them have numbers. What is not to be published is counted."""
    columns = ("№", notes.say("source"), notes.say("kept"))
    blocks: list[Block] = [Table(columns, tuple(notes.rows()))]
    if inside := notes.not_public():
        blocks.append(Paragraph(notes.say("not_public", n=inside), "strong"))
    return Section(notes.say("sources"), tuple(blocks))


def citation(notes: Notes, label: str, ident: str, version: str, made: date) -> str:
    """How to cite the dossier, and what it rests on."""
    return notes.say("citation", label=label, id=ident, version=version, day=made.isoformat(), n=len(notes.claims))


def _known(found: Card, notes: Notes) -> Iterator[Block]:
    rows = [row for name, seen in found.views.items() if name not in _LEFT_OUT for row in _view(seen, notes)]
    yield Paragraph(notes.say("known_note"), "soft")
    yield Table((notes.say("what"), notes.say("said"), notes.say("by_whose_word"), notes.say("where")), tuple(rows))
    silent = [
        prop.label[notes.lang]
        for name, prop in SCHEMA.kinds["Person"].properties.items()
        if prop.featured and name not in found.views
    ]
    if silent:
        yield Paragraph(notes.say("silent", what=", ".join(silent)), "soft")


def _view(seen: PropertyView, notes: Notes) -> Iterator[tuple[str, ...]]:
    """The readings of a property, the accepted one first; the same reading of several claims is one row."""
    grouped: dict[tuple[str, bool], list[Said]] = {}
    for said in seen.said:
        grouped.setdefault((shown(seen.property, said, notes.lang), _prosecuted(said)), []).append(said)
    for place, ((text, _), same) in enumerate(grouped.items()):
        claims = [said.claim.id for said in same]
        label = seen.property.label[notes.lang] if place == 0 else ""
        mark = f" ({notes.say('contradicted')})" if place == 0 and seen.conflict else ""
        yield (label + mark, _worded(seen.property, text, same, notes), notes.whose(claims), notes.cite(claims))


def _worded(prop: Property, text: str, same: Sequence[Said], notes: Notes) -> str:
    """A reading with what it is not: denied, or on a man's class, role or deeds by the prosecution alone."""
    if all(negative(said.claim) for said in same):
        return notes.say("denied", text=text)
    alleged = prop.prosecution_never and all(map(_prosecuted, same))
    return notes.say("alleged", text=text) if alleged else text


def _prosecuted(said: Said) -> bool:
    return prosecution(said.claim)


def shown(prop: Property, said: Said, lang: Lang) -> str:
    """A reading in words: terms by their labels, dates of EDTF in words, all else as written."""
    vocabulary = SCHEMA.vocabulary_of(prop)
    if vocabulary is not None and str(said.reading.value) in vocabulary:
        return vocabulary[str(said.reading.value)].label[lang]
    text = said.reading.text
    return format_date(text, lang) if prop.type == "date" and is_edtf(text) else text


def _ties(name: str, types: Sequence[str], found: Card, notes: Notes) -> Section | None:
    rows = [_tie(tie, found, notes) for tie in found.ties if tie.tie in types]
    if not rows:
        return None
    columns = (notes.say("what"), notes.say("with"), notes.say("by_whose_word"), notes.say("where"))
    blocks: list[Block] = [Table(columns, tuple(rows))]
    if name in ("accused", "testimony"):
        blocks.insert(0, Paragraph(notes.say(f"{name}_note"), "strong"))
    return Section(notes.say(f"sections.{name}"), tuple(blocks))


def _tie(tie: Neighbour, found: Card, notes: Notes) -> tuple[str, ...]:
    claims = list(tie.properties.get("claims", ()))
    words = _kin(tie, found, notes) if tie.tie in _KIN else ""
    words = words or tie_words(tie.tie, tie.properties, notes.lang, forward=tie.forward)
    if tie.tie == "ACCUSED_OVER":
        words = notes.say("alleged", text=words)
    dates = ", ".join(dated(text, notes.lang) for text in tie.properties.get("dates", ()))
    return (f"{words}{', ' + dates if dates else ''}", tie.label[notes.lang], notes.whose(claims), notes.cite(claims))


def _kin(tie: Neighbour, found: Card, notes: Notes) -> str:
    """What the other is to this person, or this one to the other, by the word of each claim."""
    words: dict[str, None] = {}
    for said in notes.kinship(tie.properties.get("claims", ())):
        term = word("kin_term", said.term)[notes.lang] if said.term else said.written
        if said.about == tie.other.id:
            words[term] = None
        elif said.about == found.key.id:
            words[notes.say("is_to_other", term=term)] = None
    return "; ".join(words)


def dated(text: str, lang: Lang) -> str:
    """A date in words where it is EDTF, else as written."""
    return format_date(text, lang) if is_edtf(text) else text


def _events(store: Store, found: Card, notes: Notes) -> Iterator[Section]:
    """Measures and reviews, each with everything that is said of it."""
    for kind in ("Measure", "Review"):
        ties = [tie for tie in found.ties if tie.tie == "SUBJECT_OF" and tie.other.kind == kind]
        if not ties:
            if kind == "Review":
                yield Section(notes.say("sections.Review"), (Paragraph(notes.say("no_review")),))
            continue
        events = sorted((card(store, tie.other.id) for tie in ties), key=_first_day)
        blocks: list[Block] = [Paragraph(notes.say(f"{kind}_note"), "soft")]
        for event in events:
            rows = [row for name, seen in event.views.items() if name != "note" for row in _view(seen, notes)]
            columns = (event.label[notes.lang], notes.say("said"), notes.say("by_whose_word"), notes.say("where"))
            blocks.append(Table(columns, tuple(rows)))
        yield Section(notes.say(f"sections.{kind}"), tuple(blocks))


def _first_day(event: Card) -> tuple[int, str]:
    days = [value for name, value in event.properties.items() if name.endswith("_earliest")]
    return min(days, default=99999999), event.key.id


def _identity(store: Store, found: Card, notes: Notes) -> Section:
    """Of how many records the person is made, and who judged so."""
    blocks: list[Block] = [Paragraph(notes.say("records", n=len(found.records), ids=", ".join(found.records)))]
    for verdict, a, b, why, by, at in store.read(_JUDGED, {"records": list(found.records)}, limit=None).rows:
        said = notes.say(f"verdict.{verdict}", a=a, b=b)
        blocks.append(Paragraph(notes.say("judged", said=said, why=why, by=by, at=str(at)[:10])))
    return Section(notes.say("identity"), tuple(blocks))


def _searched(store: Store, found: Card, notes: Notes) -> Section:
    """What was looked for, where, by whom, when, with what result; that nothing is recorded is said too."""
    rows = store.read(_SEARCHES, {"id": found.key.id}, limit=None).rows
    title = notes.say("searched")
    if not rows:
        return Section(title, (Paragraph(notes.say("no_search")),))
    notes.claims |= dict.fromkeys(ident for ident, _ in rows)
    columns = tuple(notes.say(f"search.{name}") for name in _SEARCH_FIELDS)
    lines = tuple(tuple(str(said.get(name) or "–") for name in _SEARCH_FIELDS) for _, said in rows)
    return Section(title, (Table(columns, lines), Paragraph(notes.say("search_note"), "soft")))


_SEARCH_FIELDS: Final = ("looked_for", "where", "by", "when", "result")
