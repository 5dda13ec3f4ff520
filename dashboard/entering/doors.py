"""The ways of bringing something in: by hand, from a file; and the loads that were made."""

from __future__ import annotations

from dashboard.drawing.component import show
from dashboard.links import address
from dashboard.views.markup import Markup, el
from dashboard.words import Words

DOORS = (("entry", ""), ("loading", "file"), ("loading", "loads"))


def doors(page: str, part: str, say: Words) -> None:
    """The ways as links; the one where the reader is stands out."""
    links = [_door(name, one, name == page and one == part, say) for name, one in DOORS]
    show(el("nav", links, cls="facets", aria_label=say("entering.ways")), "kb_doors", say.lang)


def _door(page: str, part: str, here: bool, say: Words) -> Markup:
    where = address(page, say.lang, part=part)
    current = "page" if here else None
    return el("a", say(f"entering.door_{part or page}"), href=where, data_inner=True, cls="facet", aria_current=current)
