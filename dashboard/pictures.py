"""The picture of an answer, as its question declares it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from dashboard.drawing.component import show
from dashboard.drawing.tokens import tokens
from dashboard.entities import mention
from dashboard.views.charts import Bar, Span, bars, spans
from dashboard.views.chronology import chronology
from dashboard.views.marks import GROUP_OF_KIND
from dashboard.views.markup import Child, Markup, join
from dashboard.views.models import Event
from dashboard.views.parts import entity, section
from dashboard.words import Words
from queries.answer import Answer

SYMBOLS: Final = {"Person": "circle", "Uprising": "diamond", "Episode": "diamond", "Place": "triangle"}
MOST_NODES = 150  # beyond this many a network is no picture


def picture(answer: Answer, key: str, say: Words) -> bool:
    """Draw the picture; whether there is one."""
    view = answer.query.view
    if not answer.rows or view.kind == "table":
        return False
    title = section(say("questions.picture"), say("questions.picture_note"))
    rows = list(answer.dicts())
    if view.kind == "network":
        show(title, f"{key}_title", say.lang)
        network(_links(answer, view.parts), say)
        return True
    drawn: Markup
    match view.kind:
        case "bars":
            drawn = bars([_bar(row, view.parts, say) for row in rows], say)
        case "range":
            drawn = spans([_span(row, view.parts, say) for row in rows], say, answer.query.title[say.lang])
        case _:
            drawn = chronology([_event(row, view.parts, say) for row in rows], say)
    show(join(title, drawn), key, say.lang)
    return True


def _label(value: Any, say: Words) -> Child:
    if isinstance(value, Mapping):
        return entity(mention(value, say.lang))
    return "–" if value is None else str(value)


def _plain(value: Any) -> str:
    return str(value["label"] or value["id"]) if isinstance(value, Mapping) else "–" if value is None else str(value)


def _bar(row: Mapping[str, Any], parts: Mapping[str, str], say: Words) -> Bar:
    of = row[parts["of"]] if "of" in parts else None
    return Bar(_label(row[parts["label"]], say), row[parts["value"]] or 0, of)


def _span(row: Mapping[str, Any], parts: Mapping[str, str], say: Words) -> Span:
    least, greatest = row[parts["least"]], row[parts["greatest"]]
    words = (
        str(row[parts["text"]] or "")
        if "text" in parts
        else "–".join(say.number(bound) for bound in dict.fromkeys((least, greatest)) if bound is not None)
    )
    return Span(_label(row[parts["label"]], say), least, greatest, words)


def _event(row: Mapping[str, Any], parts: Mapping[str, str], say: Words) -> Event:
    words = str(row[parts["text"]] or "") if "text" in parts else ""
    return Event(_plain(row[parts["label"]]), words, row[parts["earliest"]], row[parts["latest"]])


def _links(answer: Answer, parts: Mapping[str, str]) -> list[tuple[Mapping[str, str], Mapping[str, str], str]]:
    rows = answer.dicts()
    found = [(row[parts["from"]], row[parts["to"]], str(row.get(parts.get("tie", ""), "") or "")) for row in rows]
    return [(start, end, tie) for start, end, tie in found if start and end]


def network(links: list[tuple[Mapping[str, str], Mapping[str, str], str]], say: Words, height: int = 460) -> None:
    """Entities and ties as a plain picture: shapes and colours of the kinds, names beside them."""
    nodes = {end["id"]: end for link in links for end in link[:2]}
    if len(nodes) > MOST_NODES:
        st.caption(say("questions.too_many", n=len(nodes), most=MOST_NODES))
        return
    colours = tokens()["dark" if st.context.theme.type == "dark" else "light"]
    data = [
        {
            "id": one["id"],
            "name": one["id"],
            "symbol": SYMBOLS.get(one["kind"], "rect"),
            "symbolSize": 16 if one["kind"] == "Person" else 22,
            "itemStyle": {"color": colours[GROUP_OF_KIND.get(one["kind"], "community")]},
            "label": {"show": True, "formatter": (one["label"] or one["id"]).replace("{", "(").replace("}", ")")},
        }
        for one in nodes.values()
    ]
    series = {
        "type": "graph",
        "layout": "force",
        "roam": True,
        "data": data,
        "links": [{"source": start["id"], "target": end["id"]} for start, end, _ in links],
        "label": {"position": "right", "color": colours["ink"], "fontSize": 13},
        "lineStyle": {"color": colours["edge"], "width": 1.5},
        "force": {"repulsion": 260, "edgeLength": 90, "layoutAnimation": False},
    }
    spec = {"animation": False, "series": [series], "tooltip": {"show": False}}
    alt = say("questions.network_alt", n=len(nodes), ties=len(links))
    st.echarts_chart(spec, height=height, renderer="svg", alt=alt)
