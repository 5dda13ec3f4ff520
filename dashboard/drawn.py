"""What the base gives, as parts of pictures: entities as nodes, claims as the evidence of ties."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from dashboard.data import version
from dashboard.drawing.data import About, Node, Said
from dashboard.views.models import EntityRef, Evidence
from dashboard.words import Words

_LONGEST_QUOTE = 300
_MOST_SAID = 12


def node_of(ref: EntityRef, sub: str = "") -> Node:
    """An entity with nothing but its name."""
    return Node(ref.id, ref.kind, ref.label, ref.side, sub, ref.href)


def said_of(evidence: Iterable[Evidence]) -> tuple[Said, ...]:
    """Claims in words, as a picture without a server behind it shows them; quotations at most 300 letters long."""
    found = [Said(one.source.label, one.locator, _cut(one.quote), one.status) for one in list(evidence)[:_MOST_SAID]]
    return tuple(dict.fromkeys(found))


def _cut(quote: str) -> str:
    return quote if len(quote) <= _LONGEST_QUOTE else quote[:_LONGEST_QUOTE].rstrip() + " …"


def sources_in(evidence: Iterable[Evidence]) -> int:
    """How many sources stand behind claims."""
    return len({source.id for one in evidence for source in one.sources if source.id})


def about(title: str, file: str, say: Words, notes: Iterable[str] = ()) -> About:
    """What stands with a picture of the base as it is now; ``file`` becomes a name that every system takes."""
    name = re.sub(r"[^A-Za-z0-9_-]+", "-", file).strip("-") or "koterilis"
    return About(title, name, say("cite.base"), version(), date.today().isoformat(), tuple(notes))
