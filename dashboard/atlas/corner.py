"""The map on the card of a rising: where it was and when, with its episodes and its people."""

from __future__ import annotations

from typing import Final

from dashboard.atlas.drawn import map_of
from dashboard.atlas.reading import atlas
from dashboard.drawing.component import draw, show
from dashboard.drawn import about
from dashboard.links import address
from dashboard.views.markup import el, join
from dashboard.views.parts import link, section
from dashboard.words import Words

HEIGHT: Final = 380


def where(ident: str, say: Words) -> None:
    """The map of the rising ``ident``; nothing where no source locates any of its places."""
    found = atlas(say.lang, [ident])
    rising = next((one for one in found.risings if one.ref.id == ident), None)
    if rising is None or rising.main is None:
        return
    among = link(say("atlas.among"), address("map", say.lang, chosen=ident))
    title = section(say("atlas.where_and_when"), rising.dates)
    show(join(title, el("p", among, cls="small")), "kb_uprising_where", say.lang)
    head = about(rising.ref.label, f"map-{ident}", say, [say("atlas.ground")])
    draw(map_of(found, head, say, height=HEIGHT, near=True), "kb_uprising_map", say.lang, name=f"map {ident}")
