"""What is measured, as the page shows it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from dashboard.entities import Mentions, Witnesses
from dashboard.measuring.measured import Measured
from dashboard.views.charts import MOST_BARS, Bar, bars
from dashboard.views.evidence import popup
from dashboard.views.markup import Child, Markup, el, join
from dashboard.views.models import Figure, KnownGroup, KnownRow
from dashboard.views.parts import dotted, entity, figures, known, more, panel, section, table
from dashboard.words import Words
from kb.analysis import MEASURES, Join, Measures
from kb.analysis.engine import DELTA
from kb.analysis.robustness import Measure, Ranked
from kb.i18n import texts_of

LEAST = 0.0001
NODES, GROUPS, LISTED, BROKERS, JOINS = 25, 8, 4, 8, 30


def _kb(key: str, say: Words) -> str:
    return texts_of("kb").say(f"measures.{key}", say.lang)


def row_of_figures(found: Measures, say: Words) -> Markup:
    """Size, ties, parts, closure: each with what it is a part of."""
    graph = found.graph
    tied = graph.size - found.alone
    possible = graph.size * (graph.size - 1) // 2
    diameter = say("measures.diameter", n=found.diameter) if found.diameter is not None else ""
    return figures(
        [
            Figure(say.number(tied), say("marks.of", of=graph.size), say("measures.tied")),
            Figure(
                say.number(graph.edges),
                say("marks.of", of=possible),
                say("measures.density", density=say.number(graph.density, 4)),
            ),
            Figure(
                say.number(len(found.components) - found.alone),
                say("measures.largest", n=found.components[0]),
                say("measures.components") + diameter,
            ),
            Figure(
                say.number(found.transitivity, 3),
                say("measures.of_one"),
                say("measures.transitivity", mean=say.number(float(found.clustering.mean()), 3)),
            ),
        ]
    )


def notes(found: Measures, say: Words) -> Markup | None:
    """What one must know to read the figures: derived ties, events left out, samples."""
    lines: list[Child] = []
    if found.network.derived:
        lines.append(say("measures.derived"))
    if found.left_out:
        snapshot = found.network.snapshot
        named = (
            say("measures.event", name=snapshot.entity(each.event).label, n=each.people)
            for each in found.left_out[:LISTED]
        )
        rest = len(found.left_out) - LISTED
        tail = "; " + say("measures.and_more", n=rest) if rest > 0 else ""
        lines.append(say("measures.left_out", events="; ".join(named) + tail, hub=found.network.definition.hub))
    for name, each in found.ranked.items():
        if each.bound:
            bound = say.number(each.bound, 3)
            lines.append(
                say("measures.sampled", name=_kb(f"names.{name}", say), bound=bound, n=round(100 - 100 * DELTA))
            )
    return el("div", [el("p", line, cls="small soft") for line in lines]) if lines else None


def people(found: Measures, by: Measure, mentions: Mentions, say: Words) -> Markup:
    """The first of the network by a measure, each with the range of its rank."""
    each = found.ranked[by]
    order = np.lexsort((np.arange(found.graph.size), each.rank))
    order = order[each.values[order] > 0]
    shown = order[:NODES].tolist()
    title = section(say("measures.first", name=_kb(f"names.{by}", say)), _how_sure(found, each, say))
    if not shown:
        return join(title, el("p", say("measures.nobody"), cls="soft"))
    mentions.read(_cell(found, node) for node in shown)
    others = [name for name in MEASURES if name != by]
    columns = [
        say("measures.rank"),
        say("measures.who"),
        say(f"measures.short_{by}"),
        say("measures.range"),
        say("measures.sure"),
        *(say(f"measures.short_{name}") for name in others),
        say("measures.core"),
    ]
    rows = [_row(found, node, by, others, mentions, say) for node in shown]
    numeric = frozenset({0, 2, *range(5, len(columns))})
    left = len(order) - len(shown)
    rest = el("p", say("measures.not_shown", n=left), cls="small soft") if left else None
    return join(title, table(columns, rows, numeric), rest)


def _row(found: Measures, node: int, by: Measure, others: list[Measure], mentions: Mentions, say: Words) -> list[Child]:
    each = found.ranked[by]
    least, greatest = int(each.least[node]), int(each.greatest[node])
    span = say.number(least) if least == greatest else f"{say.number(least)}–{say.number(greatest)}"
    word = each.word(node)
    said = el("b", _kb(f"sure.{word}", say)) if word == "stable" else el("span", _kb(f"sure.{word}", say), cls="soft")
    return [
        say.number(int(each.rank[node])),
        entity(mentions.of(_cell(found, node))),
        el("b", _value(found, by, node, say)),
        span,
        said,
        *(_value(found, name, node, say) for name in others),
        say.number(int(found.core[node])),
    ]


def _value(found: Measures, name: Measure, node: int, say: Words) -> str:
    value = float(found.ranked[name].values[node])
    if 0 < value < LEAST:
        return f"< {say.number(LEAST, 4)}"
    return say.number(value, 0 if name == "degree" else 4)


def _cell(found: Measures, node: int) -> dict[str, str]:
    return found.network.snapshot.entity(int(found.network.nodes[node])).document()


def _how_sure(found: Measures, each: Ranked, say: Words) -> str:
    runs = say("measures.drawn", n=each.runs) if each.runs else say("measures.not_drawn")
    return say("measures.range_note", runs=runs) if found.doubts or each.runs else runs


def without(found: Measures, say: Words) -> Markup | None:
    """How many ties are left without doubtful evidence."""
    if not found.doubts:
        return None
    rows = tuple(KnownRow(_kb(f"without.{what}", say), left, found.graph.edges) for what, left in found.doubts.items())
    total = KnownGroup(say("measures.ties"), found.graph.edges, "person", rows)
    return join(section(say("measures.without")), known([total], say))


def groups(found: Measures, mentions: Mentions, say: Words) -> Markup:
    """The largest communities with those of most ties in them."""
    title = section(say("measures.communities"), level=3)
    if found.communities is None:
        return join(title, el("p", say("measures.no_networkit"), cls="small soft"))
    shown = found.communities.found[:GROUPS]
    degree = found.graph.degree
    firsts = [sorted(each.members, key=lambda node: (-int(degree[node]), node))[:LISTED] for each in shown]
    mentions.read(_cell(found, node) for first in firsts for node in first)
    lines = []
    for number, (each, first) in enumerate(zip(shown, firsts, strict=True), 1):
        names = [entity(mentions.of(_cell(found, node))) for node in first]
        rest = len(each.members) - len(first)
        word = _kb(f"sure.{each.word}", say) if found.communities.runs else say("measures.not_tried")
        head = el("div", el("b", f"{number}. {say('measures.members', n=len(each.members))}"), f" · {word}")
        tail = f" {say('measures.and_more', n=rest)}" if rest else ""
        lines.append(el("div", head, el("div", dotted(names), tail, cls="small"), cls="row"))
    left = len(found.communities.found) - len(shown)
    more_of = el("p", say("measures.more_groups", n=left), cls="small soft") if left else None
    modularity = say("measures.modularity", value=say.number(found.communities.modularity, 2))
    return join(title, el("p", modularity, cls="small soft"), lines, more_of)


def distribution(found: Measures, say: Words) -> Markup:
    """How many have how many ties."""
    spread = found.distribution
    shown = [Bar(say("measures.with_ties", n=degree), float(times)) for degree, times in spread]
    title = section(say("measures.distribution"))
    first, rest = shown[: LISTED * 3], shown[LISTED * 3 : MOST_BARS]
    opened = more(say("measures.more_degrees", n=len(shown) - len(first)), bars(rest, say, "person")) if rest else None
    return join(title, bars(first, say, "person"), opened)


def joining(found: Measured, mentions: Mentions, say: Words) -> Markup | None:
    """Brokers between risings."""
    definition = found.measures.network.definition
    if definition.shape != "risings" and "same_rising" not in definition.rules:
        return None
    title = section(say("measures.brokers"), level=3)
    if not found.brokers:
        return join(title, el("p", say("measures.no_brokers"), cls="small soft"))
    snapshot = found.measures.network.snapshot
    shown = found.brokers[:BROKERS]
    mentions.read(snapshot.entity(place).document() for each in shown for place in (each.person, *each.risings))
    lines = []
    for each in shown:
        risings = [entity(mentions.of(snapshot.entity(place).document())) for place in each.risings]
        alone = el("span", f" {say('measures.alone', n=each.alone)}", cls="soft") if each.alone else None
        who = entity(mentions.of(snapshot.entity(each.person).document()))
        lines.append(el("div", who, alone, el("div", dotted(risings), cls="small"), cls="row"))
    left = len(found.brokers) - len(shown)
    rest = el("p", say("measures.and_more", n=left), cls="small soft") if left else None
    return join(title, lines, rest)


def joins(found: Measured, mentions: Mentions, witnesses: Witnesses, say: Words) -> Markup | None:
    """The pairs of risings that hang together: by what, and by what evidence."""
    if found.measures.network.definition.shape != "risings":
        return None
    title = section(say("measures.joins"), say("measures.joins_note"))
    if not found.joins:
        return join(title, el("p", say("measures.no_joins"), cls="soft"))
    snapshot = found.measures.network.snapshot
    shown = found.joins[:JOINS]
    named = {place for each in shown for place in (each.one, each.other, *_via(each))}
    mentions.read(snapshot.entity(place).document() for place in sorted(named))
    witnesses.read(claim for each in shown for claim in _claims(found, each))
    rows = [_joined(found, each, mentions, witnesses, say) for each in shown]
    left = len(found.joins) - len(shown)
    rest = el("p", say("measures.and_more", n=left), cls="small soft") if left else None
    columns = [say("measures.pair"), say("measures.by_what"), say("measures.evidence")]
    return join(title, table(columns, rows), rest)


def _via(each: Join) -> Iterable[int]:
    return (place for links in each.links.values() for link in links[:LISTED] for place in link.via)


def _claims(found: Measured, each: Join) -> list[str]:
    snapshot = found.measures.network.snapshot
    ties = [tie for links in each.links.values() for link in links[:LISTED] for tie in link.ties]
    return list(dict.fromkeys(claim for tie in ties for claim in snapshot.claims(tie)))


def _joined(found: Measured, each: Join, mentions: Mentions, witnesses: Witnesses, say: Words) -> list[Child]:
    snapshot = found.measures.network.snapshot

    def named(place: int) -> Markup:
        return entity(mentions.of(snapshot.entity(place).document()))

    lines = []
    for reason, number in each.counts.items():
        via = dict.fromkeys(link.via for link in each.links[reason])
        names = [join(*_between(named(place) for place in pair)) for pair in list(via)[:LISTED]]
        rest = number - len(names)
        tail = f" {say('measures.and_more', n=rest)}" if rest > 0 else ""
        lines.append(el("div", el("b", f"{_kb(f'reasons.{reason}', say)} {say.number(number)} "), dotted(names), tail))
    sources = {one.source.id: popup(one, say) for one in witnesses.of(_claims(found, each))}
    return [join(named(each.one), el("div", named(each.other))), join(lines), el("div", list(sources.values()))]


def _between(names: Iterable[Markup]) -> list[Child]:
    listed = list(names)
    return [part for place, name in enumerate(listed) for part in ((" – ", name) if place else (name,))]


def conclusion(found: Measures, by: Measure, say: Words) -> Markup | None:
    """In words, how far the first ranks can be relied on."""
    each = found.ranked[by]
    order = np.lexsort((np.arange(found.graph.size), each.rank))
    first = [node for node in order[:10].tolist() if each.values[node] > 0]
    if not first:
        return None
    stable = sum(each.word(node) == "stable" for node in first)
    return panel(say("measures.conclusion", n=len(first), stable=stable), el("p", say("measures.among")))
