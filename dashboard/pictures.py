"""The picture of an answer, as its question declares it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from dashboard.connections import KINSHIP
from dashboard.drawing.component import draw, show
from dashboard.drawing.data import About, Drawing, Tie
from dashboard.drawn import about, node_of, said_of, sources_in
from dashboard.entities import Mentions, Witnesses
from dashboard.views.answers import cell_text, claims_in, entities_in
from dashboard.views.charts import Bar, Span, bars, spans
from dashboard.views.chronology import chronology
from dashboard.views.markup import Child, Markup, join
from dashboard.views.models import Event
from dashboard.views.parts import entity, section
from dashboard.words import Words
from kb.i18n import Lang
from kb.model import SCHEMA
from queries.answer import Answer

Link: TypeAlias = tuple[Mapping[str, str], Mapping[str, str], Tie]

NETWORK_HEIGHT: Final = 300


def picture(answer: Answer, key: str, say: Words) -> bool:
    """Draw the picture; whether there is one."""
    view = answer.query.view
    if not answer.rows or view.kind == "table":
        return False
    title = section(say("questions.picture"), say("questions.picture_note"))
    rows = list(answer.dicts())
    mentions = Mentions(say.lang)
    mentions.read(cell for row in answer.rows for cell in entities_in(answer.columns, row))
    if view.kind == "network":
        show(title, f"{key}_title", say.lang)
        known = Witnesses(say)
        known.read(claim for row in answer.rows for claim in claims_in(answer.columns, row))
        head = about(answer.query.title[say.lang], answer.query.id, say)
        network(_ties(answer, view.parts, known, say), mentions, head, key, say.lang)
        return True
    drawn: Markup
    match view.kind:
        case "bars":
            drawn = bars([_bar(row, view.parts, mentions) for row in rows], say)
        case "range":
            drawn = spans([_span(row, view.parts, mentions, say) for row in rows], say, answer.query.title[say.lang])
        case _:
            drawn = chronology([_event(row, view.parts, mentions) for row in rows], say)
    show(join(title, drawn), key, say.lang)
    return True


def _label(value: Any, mentions: Mentions) -> Child:
    if isinstance(value, Mapping):
        return entity(mentions.of(value))
    return "–" if value is None else str(value)


def _plain(value: Any, mentions: Mentions) -> str:
    if isinstance(value, Mapping):
        return mentions.of(value).label
    return "–" if value is None else str(value)


def _bar(row: Mapping[str, Any], parts: Mapping[str, str], mentions: Mentions) -> Bar:
    of = row[parts["of"]] if "of" in parts else None
    return Bar(_label(row[parts["label"]], mentions), row[parts["value"]] or 0, of)


def _span(row: Mapping[str, Any], parts: Mapping[str, str], mentions: Mentions, say: Words) -> Span:
    least, greatest = row[parts["least"]], row[parts["greatest"]]
    bounds = [say.number(bound) for bound in dict.fromkeys((least, greatest)) if bound is not None]
    words = str(row[parts["text"]] or "") if "text" in parts else "–".join(bounds)
    return Span(_label(row[parts["label"]], mentions), least, greatest, words)


def _event(row: Mapping[str, Any], parts: Mapping[str, str], mentions: Mentions) -> Event:
    words = str(row[parts["text"]] or "") if "text" in parts else ""
    return Event(_plain(row[parts["label"]], mentions), words, row[parts["earliest"]], row[parts["latest"]])


def _ties(answer: Answer, parts: Mapping[str, str], known: Witnesses, say: Words) -> list[Link]:
    """A tie for each row that has both ends, with what the row says of it."""
    words = answer.query.column(parts["tie"]) if "tie" in parts else None
    found: list[Link] = []
    for place, (row, cells) in enumerate(zip(answer.dicts(), answer.rows, strict=True)):
        start, end = row[parts["from"]], row[parts["to"]]
        if not isinstance(start, Mapping) or not isinstance(end, Mapping):
            continue
        kind = str(row.get("tie") or "")
        said = cell_text(words, row[words.name], say) if words else ""
        evidence = known.of(claims_in(answer.columns, cells))
        tie = Tie(
            id=f"r{place}",
            a=str(start["id"]),
            b=str(end["id"]),
            kind=kind,
            label=said or _tie_word(kind, say),
            certainty=_certainty(row.get("certainty")),
            sources=sources_in(evidence),
            double=kind in KINSHIP,
            evidence=said_of(evidence),
        )
        found.append((start, end, tie))
    return found


def _tie_word(kind: str, say: Words) -> str:
    return SCHEMA.ties[kind].label[say.lang] if kind in SCHEMA.ties else say("drawing.tie")


def _certainty(code: Any) -> str:
    return str(code) if code in SCHEMA.vocabularies["certainty"] else "not_rated"


def network(
    links: Sequence[Link],
    mentions: Mentions,
    head: About,
    key: str,
    lang: Lang,
    layout: str = "rising",
    about: str = "",
) -> None:
    """Entities and the ties between them, in the component of all pictures; ``about``: where the layout begins."""
    ends = {str(end["id"]): end for link in links for end in link[:2]}
    mentions.read(ends.values())
    nodes = [node_of(mentions.of(end)) for end in ends.values()]
    options = {"layout": layout, "about": [about] if about else []}
    draw(Drawing("network", head, nodes, [tie for _, _, tie in links], NETWORK_HEIGHT, options), key, lang)
