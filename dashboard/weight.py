"""What rests on a source: its claims, about whom, in the source's place."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.cards import COMPILED
from dashboard.data import LIMIT, Row, rows
from dashboard.entities import as_written, in_words, reference, term
from dashboard.totals import statement_word
from dashboard.views.marks import missing
from dashboard.views.markup import Child, Markup, el, join
from dashboard.views.models import EntityRef
from dashboard.views.parts import entity, more, section, table
from dashboard.words import Words
from kb.i18n import Lang
from kb.model import SCHEMA
from queries.words import tie_words

ROWS_AT_ONCE = 60


def resting(source: str, say: Words) -> Markup:
    """The section of the source's card."""
    found = rows("resting", id=source, limit=LIMIT)
    title = section(say("card.rests"), say("card.rests_note", n=len(found)))
    if not found:
        return join(title, el("p", missing(say("card.rests_nothing"))))
    columns = [say("card.about"), say("card.said"), say("card.place_in"), say("ties.certainty")]
    lines = [_line(row, say) for row in found]
    rest = lines[ROWS_AT_ONCE:]
    opened = more(say("ties.more", n=len(rest)), table(columns, rest)) if rest else None
    return el("div", title, table(columns, lines[:ROWS_AT_ONCE]), opened, cls="people")


def _line(row: Row, say: Words) -> list[Child]:
    claim = row["claim"]
    place = claim.get("locator") or el("span", say("evidence.no_locator"), cls="soft")
    certainty = term("certainty", claim.get("certainty") or "not_rated", say.lang)
    return [entity(_end(row, "", say)), _said(row, say), place, certainty]


def _end(row: Row, which: str, say: Words) -> EntityRef:
    kind = next(label for label in row[f"{which}kinds"] if label in SCHEMA.kinds)
    return reference(kind, row[f"{which}entity"] if not which else row["other"], say.lang)


def _said(row: Row, say: Words) -> Markup:
    claim = row["claim"]
    values = el("span", "; ".join(_values(claim, say.lang)))
    if row["other"] is None:
        return values
    return join(entity(_end(row, "other_", say)), " – ", values)


def _values(claim: Row, lang: Lang) -> Iterable[str]:
    """What a claim says, in the words of the schema for what is said of what."""
    about = claim["about_kind"]
    if claim["kind"] == "statement":
        name, value = str(claim["property"]), str(claim["value"])
        yield f"{_label(about, name, lang)}: {as_written(about, name, value, lang)}"
        return
    kind = SCHEMA.kinds.get(about)
    named = dict(kind.properties) if kind and kind.claim == claim["kind"] else {}
    ties = [tie for tie in SCHEMA.ties.values() if tie.claim == claim["kind"]]
    for tie in ties:
        named |= tie.properties
    said = {name: prop for name, prop in named.items() if name in claim and name not in COMPILED}
    found = [f"{prop.label[lang]}: {in_words(prop, str(claim[name]), lang)}" for name, prop in said.items()]
    yield from found or [tie_words(tie.name, {}, lang) for tie in ties[:1]] or [str(claim["kind"])]


def _label(kind: str, name: str, lang: Lang) -> str:
    prop = SCHEMA.kinds[kind].properties.get(name) if kind in SCHEMA.kinds else None
    return prop.label[lang] if prop else statement_word(name, Words(lang))
