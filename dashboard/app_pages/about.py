"""About: how the base works, the legend of everything, vocabularies, licences."""

from __future__ import annotations

from dashboard.drawing.component import show
from dashboard.state import words
from dashboard.views import legend
from dashboard.views.markup import Markup, el, join
from dashboard.views.parts import head, section
from dashboard.words import Words
from kb.model import SCHEMA

METHOD = ("claims", "accepted", "silence", "identity", "language")


def _method(say: Words) -> Markup:
    return join(section(say("about.method")), [el("p", say(f"about.method_{part}")) for part in METHOD])


def _legend(say: Words) -> Markup:
    left = join(legend.people(SCHEMA.vocabularies["side"], say), legend.kinds(SCHEMA.kinds.values(), say))
    middle = join(legend.certainty(SCHEMA.vocabularies["certainty"], say), legend.doubt(say))
    right = join(legend.statuses(say), _type(say))
    return el("div", [el("div", column, cls="first") for column in (left, middle, right)], cls="thirds")


def _type(say: Words) -> Markup:
    letters = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі"
    return join(
        section(say("about.type"), say("about.type_note")),
        el("div", letters, style="font-size:20px"),
        el("div", el("b", letters), style="font-size:20px"),
        el("div", letters, " · اقباسوۋ", cls="said", style="font-size:20px"),
    )


say = words()
body = join(
    head(say("about.title"), lead=say("about.lead")),
    _legend(say),
    _method(say),
    legend.vocabularies(SCHEMA.vocabularies, say),
    el("p", say("about.licence"), cls="small soft"),
)
show(body, "kb_about", say.lang)
