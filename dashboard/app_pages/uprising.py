"""Uprising: how many there were by each source, the people, when, parts, what each source says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dashboard.atlas.corner import where
from dashboard.card_parts import cite, evidence_of, further, given, head_of, identity, silences, sources_list
from dashboard.cards import Tied, card_of, matrix_of, tie_groups, tie_row, ties_of
from dashboard.drawing.component import show
from dashboard.entities import Witnesses, dated, term
from dashboard.network.corner import around
from dashboard.sizes_of import MAIN, size_groups
from dashboard.state import param, words
from dashboard.timelines import events, span, timeline
from dashboard.views.marks import conflict, missing, status
from dashboard.views.markup import Child, Markup, el, join
from dashboard.views.matrix import matrix
from dashboard.views.notice import notice
from dashboard.views.parts import dotted, more, section, split
from dashboard.views.sizes import sizes
from dashboard.views.ties import people_table, side_list
from dashboard.words import Words
from kb.base.card import Card

PEOPLE = frozenset({"TOOK_PART_IN", "ACCUSED_OVER"})
PEOPLE_AT_ONCE = 30
ORDER = {"insurgent": 0, "accused": 1, "soviet": 2}


def when_and_where(found: Card, ties: Sequence[Tied], say: Words) -> Markup:
    """Dates with their conflict, places, and whether this counts as a rising at all."""
    properties = found.properties
    dates = [dated(str(properties[name]), say.lang) for name in ("start", "end") if name in properties]
    said = [" – ".join(dates) if dates else dated(str(properties.get("dates") or ""), say.lang)]
    differ = {"start", "end", "dates"} & set(properties.get("conflicts") or ())
    places = ", ".join(tied.other.label for tied in ties if tied.type == "TOOK_PLACE_IN" and tied.forward)
    parts: list[Child] = [join(said[0], " ", conflict(say("marks.conflict")) if differ else None)] if said[0] else []
    parts += [places] if places else []
    counted = properties.get("counted", True)
    return join(dotted(parts), None if counted else el("div", _not_counted(found, say)))


def _not_counted(found: Card, say: Words) -> Markup:
    why = [term("uprising_scope", found.properties.get("scope"), say.lang)]
    if found.properties.get("attestation") not in (None, "attested"):
        why.append(term("attestation", found.properties["attestation"], say.lang))
    return join(status("!"), " ", say("uprising.not_counted", why=", ".join(why)))


def people(ties: Sequence[Tied], found: Card, known: Witnesses, say: Words) -> Markup:
    """Who is named: insurgents stand against the size, the accused and the Soviet side apart."""
    named = [tied for tied in ties if tied.type in PEOPLE and not tied.forward]
    title = section(say("uprising.people"), _counted(named, found, say))
    if not named:
        return join(title, el("p", missing(say("uprising.nobody"))))
    ordered = sorted(named, key=lambda tied: (ORDER.get(_side(tied), 3), tied.other.label))
    lines = [tie_row(tied, known, say) for tied in ordered]
    rest = lines[PEOPLE_AT_ONCE:]
    opened = more(say("uprising.show_more", n=len(rest)), people_table(rest, say)) if rest else None
    return el("div", title, people_table(lines[:PEOPLE_AT_ONCE], say), opened, cls="people")


def _side(tied: Tied) -> str:
    return "accused" if tied.type == "ACCUSED_OVER" else str(tied.properties.get("side") or "unknown")


def _counted(named: Sequence[Tied], found: Card, say: Words) -> str:
    sides = Counter(_side(tied) for tied in named)
    known = {side: sides[side] for side in ORDER}
    said = say("uprising.named", **known, other=sum(sides.values()) - sum(known.values()))
    least, greatest = (found.properties.get(f"{MAIN}_{end}") for end in ("least", "greatest"))
    if least is None and greatest is None:
        return said
    of = "–".join(say.number(bound) for bound in dict.fromkeys((least, greatest)) if bound is not None)
    return f"{said}; {say('uprising.against', n=sides['insurgent'], of=of)}"


def numbers(found: Card, known: Witnesses, say: Words) -> Markup:
    """How many there were, by each source."""
    groups = size_groups(found, known, say)
    title = section(say("uprising.sizes"), say("uprising.sizes_note") if groups else None)
    return join(title, sizes(groups, say) if groups else el("p", missing(say("uprising.no_sizes"))))


def uprising(ident: str, say: Words) -> None:
    """The card of a rising or of an episode."""
    found = card_of(ident)
    known = evidence_of(found, say)
    said = matrix_of(found, known, say)
    ties = ties_of(found.key.kind, found.key.id, say)
    known.read(claim for tied in ties for claim in tied.properties.get("claims") or ())
    others = tie_groups([tied for tied in ties if tied.type not in PEOPLE], known, say)
    show(head_of(found, say, when_and_where(found, ties, say)), "kb_uprising_head", say.lang)
    main: list[Markup | None] = [numbers(found, known, say), people(ties, found, known, say)]
    if found.key.kind == "Uprising":
        whole = span(found.properties, say("pages.uprising"), say)
        asked = {"uprising": found.key.id}
        main.append(timeline(whole + events("uprising_chronology", asked, known, say, people=False), say))
    side = [
        identity(found, say),
        side_list(others, say),
        sources_list(said, say),
        silences(said, say),
        cite(found, said, say),
    ]
    show(split(given(main), given(side), 1.85), "kb_uprising", say.lang)
    where(found.key.id, say)
    around(found.key.id, "kb_uprising_network")
    show(given([matrix(said, say), further(found, known, say)]), "kb_uprising_matrix", say.lang)


say = words()
if wanted := param("id"):
    uprising(wanted, say)
else:
    show(notice(say("problem.unknown_title"), [say("problem.no_id")]), "kb_no_id", say.lang)
