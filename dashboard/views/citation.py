"""How to cite: one line that can be copied, with what a reader needs to find the same thing again."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.views.markup import Markup, el, join
from dashboard.views.parts import more, section
from dashboard.words import Words


def citation(text: str, second_hand: Sequence[str], claims: Sequence[str], say: Words) -> Markup:
    """The citation with a button to copy; ``second_hand``: archival references known through others («цит. по»)."""
    button = el("button", say("cite.copy"), type="button", data_copy=text, data_done=say("cite.copied"))
    through = [el("p", line, cls="small") for line in second_hand]
    ids = (
        more(say("cite.claims", n=len(claims)), [el("div", claim, cls="mono") for claim in claims]) if claims else None
    )
    return join(section(say("cite.title"), level=3), el("blockquote", text), through, button, ids)
