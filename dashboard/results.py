"""What the search page shows of what was found: one line a result, why it matched, namesakes side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.data import Row, rows
from dashboard.entities import Witnesses, described, label_of, reference, term
from dashboard.links import address
from dashboard.views.evidence import source_name
from dashboard.views.marks import conflict, mark, missing_mark
from dashboard.views.markup import Child, Markup, el, join
from dashboard.views.models import SourceRef
from dashboard.views.parts import dotted, frame, link, section
from dashboard.views.spelled import spelled
from dashboard.words import Words
from kb.i18n import Lang
from kb.model import SCHEMA
from kb.names import read_name
from kb.search import Answer, Hit

SHOWN: Final = 40
OTHER_NAMES: Final = 3
SPELLINGS: Final = 8
_COMPARED: Final = ("birth", "death", "father", "occupation", "lineage", "birthplace")

Parts = dict[str, list[Row]]


def parts_of(hits: Sequence[Hit]) -> Parts:
    """The risings of the people among ``hits``, by person."""
    found: Parts = defaultdict(list)
    ids = [hit.properties["id"] for hit in hits if hit.kind == "Person"]
    for row in rows("parts_of_people", ids=ids) if ids else ():
        found[row["person"]].append(row)
    return found


def facets(answer: Answer, text: str, kind: str, say: Words) -> Markup:
    """How many of each kind, each a link; «+» where there is more than was looked at."""
    counts = answer.counts()
    names = [("", say("search.all"), _count(len(answer.hits), bool(answer.cut), say))]
    names += [
        (one, SCHEMA.kinds[one].plural[say.lang].capitalize(), _count(counts[one], one in answer.cut, say))
        for one in SCHEMA.kinds
        if counts[one]
    ]
    return el(
        "p",
        [
            el(
                "a",
                f"{name} {count}",
                href=address("search", say.lang, q=text, kind=one),
                data_inner=True,
                cls="facet",
                aria_current="true" if one == kind else None,
            )
            for one, name, count in names
        ],
        cls="facets",
    )


def _count(count: int, more: bool, say: Words) -> str:
    return f"{say.number(count)}{'+' if more else ''}"


@dataclass(frozen=True, slots=True)
class Told:
    """Who writes the names that matched (by id of the entity), and where people took part."""

    sources: Mapping[str, SourceRef]
    parts: Parts


def told_of(hits: Sequence[Hit], say: Words) -> Told:
    """What is told of ``hits`` beside their names."""
    known = Witnesses(say)
    found: dict[str, SourceRef] = {}
    for kind in {hit.kind for hit in hits}:
        asked = [{"id": hit.id, "name": hit.name} for hit in hits if hit.kind == kind and hit.by in ("name", "words")]
        for row in rows("spellings", kind=kind, rows=asked) if asked else ():
            found[row["id"]] = known.source(row["source"])
    for hit in hits:
        if hit.by == "quote":
            found[hit.id] = known.of([hit.claim])[0].source
    return Told(found, parts_of(hits))


def results(answer: Answer, hits: Sequence[Hit], told: Told, say: Words) -> Markup:
    """The lines, those that are only near after a heading of their own."""
    asked, beside = answer.question.text, "search.beside" if answer.question.reference else "search.near"
    sure = [_result(hit, asked, told, say) for hit in hits if hit.same]
    near = [_result(hit, asked, told, say) for hit in hits if not hit.same]
    alike = join(section(say(beside), level=3), el("div", near, cls="results")) if near else None
    return join(el("div", sure, cls="results") if sure else None, alike)


def footer(answer: Answer, count: int, say: Words) -> Markup:
    """What is not shown, and the spellings that the base has of what was asked for."""
    spellings = list(answer.spellings())[:SPELLINGS]
    lines = [
        say("search.shown", shown=SHOWN, n=count) if count > SHOWN else "",
        say("search.more") if answer.cut else "",
        say("search.spellings", names=" · ".join(spellings)) if len(spellings) > 1 else "",
        "" if answer.question.reference else _read_as(answer.question.text, say),
    ]
    return join(el("p", line, cls="small soft") for line in lines if line)


def _read_as(text: str, say: Words) -> str:
    """How the name was read, where it has more than one part: the reader sees what to turn round."""
    read = read_name(text)
    named = [(part, getattr(read, part)) for part in ("surname", "given", "patronymic")]
    said = [f"{say(f'search.{part}')} {value}" for part, value in named if value]
    return say("search.name_read_as", what=", ".join(said)) if len(said) > 1 else ""


def _result(hit: Hit, asked: str, told: Told, say: Words) -> Markup:
    ref = reference(hit.kind, hit.properties, say.lang)
    others = [name for name in hit.properties.get("names", ()) if name != ref.label][:OTHER_NAMES]
    count = hit.properties.get("sources")
    return el(
        "div",
        el("div", mark(hit.kind, ref.side)),
        el(
            "div",
            el("h3", link(ref.label, ref.href)),
            el("span", " ", dotted(others), cls="soft") if others else None,
            el("div", context(hit, told.parts, say)),
            el("div", _why(hit, asked, told, say), cls="small"),
        ),
        el("div", say("search.sources", n=int(count)) if count else None, cls="small soft nowrap"),
        cls="result",
    )


def _why(hit: Hit, asked: str, told: Told, say: Words) -> Markup:
    """What matched, as written, by which rules, and who writes it so."""
    reasons = "; ".join(hit.reasons(asked, say.lang))
    source = told.sources.get(hit.id)
    return join(
        el("span", f"{say(f'search.by_{hit.by}')} ", cls="soft"),
        el("span", hit.name, cls="said") if hit.by in ("reference", "quote") else spelled(asked, hit.name),
        el("span", f" ({reasons})", cls="soft") if reasons else None,
        join(" ", source_name(source)) if source else None,
    )


def context(hit: Hit, parts: Parts, say: Words) -> Child:
    """What one must know to tell it from its namesakes."""
    lang, properties = say.lang, hit.properties
    match hit.kind:
        case "Person":
            taken = [_part(row, lang) for row in parts.get(properties["id"], ())]
            return "; ".join(taken) or ", ".join(_texts(properties.get("occupation")))
        case "Uprising" | "Episode":
            dates = [str(properties[name]) for name in ("start_text", "dates_text") if name in properties]
            return " · ".join([*dates[:1], term("uprising_scope", properties.get("scope"), lang)])
        case "Source":
            return described(properties, lang)
        case "Place":
            return term("place_kind", properties.get("place_kind"), lang)
        case _:
            return SCHEMA.kinds[hit.kind].label[lang]


def _part(row: Row, lang: Lang) -> str:
    roles = ", ".join(term("role", role, lang) for role in row["roles"])
    return f"{roles or SCHEMA.ties[row['tie']].label[lang]}, {label_of(row['event'], lang)}"


def _texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)] if value else []


def namesakes(hits: Sequence[Hit], parts: Parts, say: Words) -> Markup | None:
    """The two best people side by side, where both are what was asked for."""
    people = [hit for hit in hits if hit.kind == "Person" and hit.same][:2]
    if len(people) < 2:
        return None
    names = [join(mark("Person", hit.properties.get("side")), label_of(hit.properties, say.lang)) for hit in people]
    lines = [(_risings(say), [_risings_of(hit, parts, say) for hit in people])]
    for name in _COMPARED:
        lines.append((SCHEMA.kinds["Person"].properties[name].label[say.lang], [_said(hit, name) for hit in people]))
    head = el("thead", el("tr", el("td"), [el("th", name, scope="col") for name in names]))
    body = [
        el(
            "tr",
            el("th", label, scope="row"),
            [el("td", value or missing_mark(say("matrix.not_in_base"))) for value in values],
        )
        for label, values in lines
        if any(values)
    ]
    question = say("search.two")
    title = join(conflict(question), " ", question)
    return frame(title, el("table", head, el("tbody", body), cls="small"), _decided(people, say))


def _decided(people: Sequence[Hit], say: Words) -> Markup:
    """The judgements in words, or that there is none."""
    one, other = people
    said = [
        say("card.decision", verdict=say(f"card.{row['judgement']['verdict']}"), **_signed(row["judgement"]))
        for row in rows("decided", one=one.id, other=other.id)
    ]
    return join(el("p", line, cls="small") for line in said or [say("search.undecided")])


def _signed(judgement: Mapping[str, str]) -> dict[str, str]:
    return {"why": judgement["why"], "by": judgement["by"], "at": judgement["at"][:10]}


def _risings(say: Words) -> str:
    return say("search.uprising")


def _risings_of(hit: Hit, parts: Parts, say: Words) -> str:
    return "; ".join(_part(row, say.lang) for row in parts.get(hit.properties["id"], ()))


def _said(hit: Hit, name: str) -> str:
    value = hit.properties.get(f"{name}_text", hit.properties.get(name))
    return ", ".join(_texts(value))
