"""The picture of an answer, as its question declares it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

import networkx
import streamlit as st

from dashboard.drawing.component import show
from dashboard.drawing.tokens import tokens
from dashboard.entities import Mentions
from dashboard.views.answers import entities_in
from dashboard.views.charts import Bar, Span, bars, spans
from dashboard.views.chronology import chronology
from dashboard.views.marks import GROUP_OF_KIND
from dashboard.views.markup import Child, Markup, join
from dashboard.views.models import EntityRef, Event
from dashboard.views.parts import entity, section
from dashboard.words import Words
from queries.answer import Answer

Link: TypeAlias = tuple[Mapping[str, str], Mapping[str, str], str]

SYMBOLS: Final = {"Person": "circle", "Uprising": "diamond", "Episode": "diamond", "Place": "triangle"}
MOST_NODES = 150  # beyond this many a network is no picture


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
        network(_links(answer, view.parts), mentions, say)
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


def _links(answer: Answer, parts: Mapping[str, str]) -> list[Link]:
    rows = answer.dicts()
    found = [(row[parts["from"]], row[parts["to"]], str(row.get(parts.get("tie", ""), "") or "")) for row in rows]
    return [(start, end, tie) for start, end, tie in found if start and end]


def network(links: list[Link], mentions: Mentions, say: Words, height: int = 460) -> None:
    """Entities and ties as a plain picture, the same each time: shapes and colours of the kinds, names beside them."""
    nodes = {end["id"]: end for link in links for end in link[:2]}
    if len(nodes) > MOST_NODES:
        st.caption(say("questions.too_many", n=len(nodes), most=MOST_NODES))
        return
    colours = tokens()["dark" if st.context.theme.type == "dark" else "light"]
    places = _places(links)
    mentions.read(nodes.values())
    series = {
        "type": "graph",
        "layout": "none",
        "roam": True,
        "data": [_node(mentions.of(one), places[id_], colours) for id_, one in nodes.items()],
        "links": [{"source": start["id"], "target": end["id"]} for start, end, _ in links],
        "label": {"show": True, "position": "right", "color": colours["ink"], "fontSize": 13},
        "lineStyle": {"color": colours["edge"], "width": 1.5},
        "preserveAspect": True,
        "left": "4%",
        "right": "22%",
        "top": 20,
        "bottom": 20,
    }
    alt = say("questions.network_alt", n=len(nodes), ties=len(links))
    st.echarts_chart({"animation": False, "series": [series]}, height=height, renderer="svg", alt=alt)


def _node(one: EntityRef, place: Sequence[float], colours: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.label,
        "x": round(float(place[0]) * 1000),
        "y": round(float(place[1]) * 1000),
        "symbol": SYMBOLS.get(one.kind, "rect"),
        "symbolSize": 16 if one.kind == "Person" else 22,
        "itemStyle": {"color": colours[GROUP_OF_KIND.get(one.kind, "community")]},
    }


def _places(links: list[Link]) -> dict[str, Sequence[float]]:
    """Where the nodes stand: in layers, by their distance from the first, which reads like the sentence of a path."""
    graph = networkx.Graph([(start["id"], end["id"]) for start, end, _ in links])
    places: dict[str, Sequence[float]] = {}
    below = 0.0
    for part in sorted(networkx.connected_components(graph), key=lambda one: (-len(one), min(one))):
        first = next(end["id"] for link in links for end in link[:2] if end["id"] in part)
        layers = list(networkx.bfs_layers(graph, first))
        tallest = max(map(len, layers))
        for step, layer in enumerate(layers):
            for row, id_ in enumerate(sorted(layer)):
                places[id_] = (step, below + (row + 0.5) * tallest / len(layer) + 0.15 * (step % 2))
        below += tallest
    return places
