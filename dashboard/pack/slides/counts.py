"""Numbers and times as the sources give them: totals for the republic, sizes of risings, when it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dashboard.entities import term
from dashboard.pack.seen import Seen
from dashboard.pack.slides.chart import ROWS, Row, Scale, chart, from_zero
from dashboard.pack.slides.picture import Picture, dated, first_source, source_names
from dashboard.pack.story import Slide
from dashboard.totals import COUNTS, PARTICIPANTS, Total, in_words, statement_word
from dashboard.words import Words
from kb.counts import read_count
from kb.i18n import Lang
from kb.model import SCHEMA
from kb.projection import EntityKey
from kb.projection.accept import PropertyView, Said
from kb.projection.entries import is_entry

TIMES = ("start", "end", "dates")


def more(rows: Sequence[Row], say: Words) -> str:
    """How many rows have no room."""
    return say("pack.more", n=len(rows) - ROWS) if len(rows) > ROWS else ""


def totals(seen: Seen, slide: Slide, say: Words) -> Picture:
    """How many risings there were, by what is counted and who counts."""
    found = [total for total in _totals(seen) if total.number is not None]
    rows: list[Row] = []
    for word in COUNTS:
        named = statement_word(word, say)
        same: dict[str, list[Total]] = {}
        for total in sorted((one for one in found if one.word == word), key=lambda one: -(one.number or 0)):
            same.setdefault(in_words(total, say), []).append(total)
        for text, some in same.items():
            claims = tuple(one.claim for one in some)
            sources = "; ".join(source_names(seen, claims, say.lang))
            rows.append(Row(named, text, some[0].read.least, some[0].read.greatest, sources, True, claims))
            named = ""
    people = [in_words(one, say) for one in found if one.word == PARTICIPANTS]
    facts = {"people": people[0] if people else "–", "n": len(rows)}
    return Picture(chart(rows, from_zero(rows, say.number), "uprising", more(rows, say)), facts)


def _totals(seen: Seen) -> Iterable[Total]:
    for key in seen.keys("Uprising"):
        if seen.of(key).get("scope") != "aggregate":
            continue
        for claim in sorted(seen.said_about(key), key=lambda one: one.id):
            if claim.kind == "statement" and not is_entry(claim):
                value = claim.values["value"]
                yield Total(claim.id, claim.values["property"], value, read_count(value))
            elif PARTICIPANTS in claim.values:
                value = claim.values[PARTICIPANTS]
                yield Total(claim.id, PARTICIPANTS, value, read_count(value))


def sizes(seen: Seen, slide: Slide, say: Words) -> Picture:
    """How many people rose: one rising by source, several from the least to the greatest number."""
    keys = [seen.find(ident) for ident in slide.asked["of"]]
    if len(keys) > 1:
        rows = [row for key in keys if (row := _extent(seen, key, say))]
        facts: dict[str, object] = {"n": len(rows)}
    else:
        rows = list(_by_source(seen, keys[0], say))
        ends = [int(end) for row in rows for end in (row.least, row.greatest) if end is not None]
        known = {"least": say.number(min(ends)), "greatest": say.number(max(ends))} if ends else {}
        facts = {"least": "–", "greatest": "–", **known, "n": len(rows), "what": seen.label(keys[0], say.lang)}
    return Picture(chart(rows, from_zero(rows, say.number), "uprising", more(rows, say)), facts)


def _by_source(seen: Seen, key: EntityKey, say: Words) -> Iterable[Row]:
    view = seen.views(key).get(PARTICIPANTS)
    for said in view.said if view else ():
        stored = said.reading.stored
        least, greatest = stored.get("_least"), stored.get("_greatest")
        accepted = view is not None and _is_accepted(view, said)
        text = said.reading.text.split(",")[0]
        name = first_source(seen, said.claim.id, say.lang)
        yield Row(name, text, _number(least), _number(greatest), _manner(said, say.lang), accepted, (said.claim.id,))


def _is_accepted(view: PropertyView, said: Said) -> bool:
    return view.accepted is not None and view.accepted.claim.id == said.claim.id


def _manner(said: Said, lang: Lang) -> str:
    return term("voice", said.claim.voice, lang) if said.claim.voice else ""


def _extent(seen: Seen, key: EntityKey, say: Words) -> Row | None:
    props = seen.of(key)
    least, greatest = props.get(f"{PARTICIPANTS}_least"), props.get(f"{PARTICIPANTS}_greatest")
    if least is None and greatest is None:
        return None
    words = "–".join(say.number(end) for end in dict.fromkeys((least, greatest)) if end is not None)
    view = seen.views(key)[PARTICIPANTS]
    claims = tuple(said.claim.id for said in view.said)
    return Row(seen.label(key, say.lang), words, _number(least), _number(greatest), claims=claims)


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def times(seen: Seen, slide: Slide, say: Words) -> Picture:
    """When it was: every reading of its dates on one axis of years."""
    rows: list[Row] = []
    for ident in slide.asked["of"]:
        key = seen.find(ident)
        views = seen.views(key)
        for name in TIMES:
            view = views.get(name)
            for said in view.said if view else ():
                rows.append(_time(seen, view, said, say)) if view else None
    days = [end for row in rows for end in (row.least, row.greatest) if end is not None]
    first, last = int(min(days, default=1930)), int(max(days, default=1931)) + 1
    scale = Scale(first, last + (last - first) * 0.3, tuple((year, str(year)) for year in range(first, last + 1)))
    facts = {"n": len(rows), "sources": len(source_names(seen, (c for row in rows for c in row.claims), say.lang))}
    return Picture(chart(rows, scale, "uprising", more(rows, say)), facts)


def _time(seen: Seen, view: PropertyView, said: Said, say: Words) -> Row:
    stored = said.reading.stored
    written = str(stored.get("") or said.reading.text)
    kind = SCHEMA.kinds["Uprising"].properties[view.property.name].label[say.lang]
    ends = (_year(stored.get("_earliest"), 0.0), _year(stored.get("_latest"), 1 / 365))
    source = first_source(seen, said.claim.id, say.lang)
    text = f"{kind}: {dated(written, say.lang)}" if view.property.name != "dates" else dated(written, say.lang)
    return Row(source, text, *ends, strong=_is_accepted(view, said), claims=(said.claim.id,))


def _year(day: object, add: float) -> float | None:
    """A day as a fraction of years."""
    if not isinstance(day, int):
        return None
    year, rest = divmod(day, 10_000)
    month, date = divmod(rest, 100)
    return year + (month - 1) / 12 + (date - 1) / 372 + add
