"""The small parts that every page is made of: heads, sections, links, figures, tables, notices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import unquote

from dashboard.views.marks import mark
from dashboard.views.markup import Child, Markup, between, el, join
from dashboard.views.models import EntityRef, Figure, KnownGroup, KnownRow
from dashboard.words import Words

MANY_COLUMNS = 7  # from here on a table is set small


def link(label: Child, href: str) -> Markup:
    """A link inside the dashboard: a real address, and a click that does not reload the page."""
    return el("a", label, href=href, data_inner=True)


def outside(label: str, href: str) -> Markup:
    """A link out of the dashboard; nothing is asked for until it is clicked. Only web addresses become links."""
    if not href.startswith(("https://", "http://")):
        return join(label)
    return el("a", unquote(label), href=href, target="_blank", rel="noreferrer noopener", cls="outside")


def entity(ref: EntityRef) -> Markup:
    """An entity in a line: mark and linked label, kept on one line with its mark."""
    return join(mark(ref.kind, ref.side), link(ref.label, ref.href))


def head(title: Child, kicker: str = "", lead: Child = None) -> Markup:
    """The head of a page: what kind of thing this is, its name, and a line below."""
    return el(
        "header",
        el("div", kicker, cls="kicker") if kicker else None,
        el("h1", title),
        el("p", lead, cls="lead") if lead else None,
    )


def section(title: str, note: Child = None, *, level: int = 2) -> Markup:
    """A heading with a rule and what one must know to read what follows."""
    return el(f"h{level}", title, el("small", note) if note else None)


def figures(given: Sequence[Figure]) -> Markup:
    """Large numbers in a row, each with its denominator."""
    return el(
        "div",
        [
            el("div", el("b", one.value), el("span", one.of, cls="of"), el("p", one.label), cls="figure")
            for one in given
        ],
        cls="figures",
    )


def known(groups: Sequence[KnownGroup], say: Words) -> Markup:
    """Bars of what is known against the hatch of what no source says."""
    rows: list[Markup] = []
    for group in groups:
        rows.append(el("tr", el("td", el("b", group.title), " ", say.number(group.total), colspan=3), cls="head"))
        rows += [_known_row(row, group.group, say) for row in group.rows]
    return el("table", el("tbody", rows), cls="known")


def _known_row(row: KnownRow, group: str, say: Words) -> Markup:
    share = 100 * row.known / row.of if row.of else 0
    bar = el("div", el("div", cls=f"fill {group}", style=f"width:{share:.1f}%"), cls="track")
    of = say("marks.of", of=row.of)
    return el(
        "tr",
        el("td", row.label),
        el("td", bar, cls="bar", aria_hidden="true"),
        el("td", el("b", say.number(row.known)), " ", el("span", of, cls="soft"), cls="num"),
    )


def table(columns: Sequence[str], rows: Iterable[Sequence[Child]], numeric: frozenset[int] = frozenset()) -> Markup:
    """A table of hairlines; the columns named in ``numeric`` stand to the right."""
    heads = [el("th", name, cls="num" if place in numeric else None, scope="col") for place, name in enumerate(columns)]
    body = [
        el("tr", [el("td", cell, cls="num" if place in numeric else None) for place, cell in enumerate(row)])
        for row in rows
    ]
    dense = "dense" if len(columns) > MANY_COLUMNS else None
    return el("table", el("thead", el("tr", heads)), el("tbody", body), cls=dense)


def pairs(rows: Iterable[tuple[str, Child]]) -> Markup:
    """Names and values below each other."""
    return el(
        "table",
        el("tbody", [el("tr", el("th", name, scope="row"), el("td", value)) for name, value in rows]),
        cls="pairs",
    )


def frame(title: Child, *body: Child) -> Markup:
    """A frame in ink: only round what needs a decision, or a message with a next step."""
    return el("div", el("h3", title), *body, cls="frame")


def panel(title: Child, *body: Child) -> Markup:
    """A grey panel: a conclusion."""
    return el("div", el("h3", title), *body, cls="panel")


def more(label: str, *body: Child) -> Markup:
    """What is not needed at first, behind its count."""
    return el("details", el("summary", label), *body, cls="more")


def dotted(children: Iterable[Child]) -> Markup:
    """Things of one line with dots between."""
    return between(" · ", children)


def split(main: Child, side: Child, share: float = 1.75) -> Markup:
    """A main column and a side column."""
    return el(
        "div", el("div", main, cls="first"), el("div", side, cls="first right"), cls="split", style=f"--main:{share}fr"
    )
