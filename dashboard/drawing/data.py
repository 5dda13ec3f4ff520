"""What a picture is made of, as the component takes it: ``src/data.ts`` says the same in its own language.

One shape for all views: nodes, ties, words, tokens. What only one view needs is in ``options``, under its name.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, Final, Literal, TypeAlias

from dashboard.drawing.shapes import SHAPES
from dashboard.drawing.tokens import tokens
from dashboard.views.marks import GROUP_OF_KIND
from kb.dates import month_names
from kb.i18n import Lang, texts_of
from kb.model import SCHEMA

ViewName: TypeAlias = Literal["network", "map", "tree"]
#: Days as YYYYMMDD, None where open or not known.
When: TypeAlias = tuple[int | None, int | None]

SCRIPT: Final = "static/drawing.js"
_MARK_OF_KIND: Final = {
    "Uprising": "uprising",
    "Episode": "uprising",
    "Place": "place",
    "Source": "source",
    "ArchivalUnit": "archival_unit",
    "Case": "case",
    "Measure": "measure",
    "Review": "measure",
    "Organisation": "organisation",
    "Lineage": "lineage",
}
_MARK_OF_SIDE: Final = {"insurgent": "insurgent", "accused": "accused", "soviet": "soviet", "witness": "witness"}


def mark_of(kind: str, side: str | None = None) -> str:
    """The name of an entity's shape: that of its kind, of a person that of its side."""
    if kind == "Person":
        return _MARK_OF_SIDE.get(side or "", "side_unknown")
    return _MARK_OF_KIND.get(kind, "organisation")


@dataclass(frozen=True, slots=True)
class Said:
    """One claim in words: its source, the place in it, its words, in what quality it was said."""

    source: str
    locator: str = ""
    quote: str = ""
    status: str = ""

    def document(self) -> dict[str, str]:
        """Without what is empty."""
        return _given(source=self.source, locator=self.locator, quote=self.quote, status=self.status)


@dataclass(frozen=True, slots=True)
class Node:
    """An entity. ``sub`` stands below its label; ``measures`` can size it; ``at`` is longitude, latitude (and how far
    off, in km); ``members``: of how many entities it speaks; ``facts``: lines of its card.
    """

    id: str
    kind: str
    label: str
    side: str | None = None
    sub: str = ""
    href: str = ""
    measures: Mapping[str, int] = field(default_factory=dict)
    at: tuple[float, ...] | None = None
    when: When | None = None
    members: int = 0
    facts: tuple[tuple[str, str], ...] = ()
    evidence: tuple[Said, ...] = ()

    def document(self) -> dict[str, Any]:
        """What the component takes, without what is empty."""
        return _given(
            id=self.id,
            kind=self.kind,
            mark=mark_of(self.kind, self.side),
            group=GROUP_OF_KIND.get(self.kind, "community"),
            label=self.label,
            sub=self.sub,
            href=self.href,
            measures=dict(self.measures),
            at=list(self.at or ()),
            when=list(self.when or ()),
            members=self.members,
            facts=[list(fact) for fact in self.facts],
            evidence=[one.document() for one in self.evidence],
        )


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie from ``a`` to ``b``, its ``label`` in words. ``members``: how many ties it stands for."""

    id: str
    a: str
    b: str
    kind: str
    label: str
    certainty: str = "not_rated"
    sources: int = 0
    status: str = ""
    double: bool = False
    when: When | None = None
    members: int = 0
    evidence: tuple[Said, ...] = ()

    def document(self) -> dict[str, Any]:
        """What the component takes, without what is empty."""
        always = {"certainty": self.certainty, "sources": self.sources}
        return always | _given(
            id=self.id,
            a=self.a,
            b=self.b,
            kind=self.kind,
            label=self.label,
            status=self.status,
            double=self.double,
            when=list(self.when or ()),
            members=self.members,
            evidence=[one.document() for one in self.evidence],
        )


@dataclass(frozen=True, slots=True)
class About:
    """What stands with a picture in every export: title, whose data, their version, the day; ``file`` names files."""

    title: str
    file: str
    source: str
    version: str
    date: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to expand a node: by what, in words, and how many that would bring."""

    what: str
    label: str
    n: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture. ``options`` are those of its view; ``choices`` answer a double click; ``saved``: a view again;
    ``keeps``: it can be saved."""

    view: ViewName
    about: About
    nodes: Sequence[Node]
    ties: Sequence[Tie]
    height: int = 560
    options: Mapping[str, Any] = field(default_factory=dict)
    choices: tuple[str, Sequence[Choice]] | None = None
    saved: Mapping[str, Any] | None = None
    keeps: bool = False

    def document(self, lang: Lang) -> dict[str, Any]:
        """The JSON that the component takes, in ``lang``; the same picture gives the same bytes."""
        about = self.about
        found: dict[str, Any] = {
            "view": self.view,
            "lang": lang,
            "about": {
                "title": about.title,
                "file": about.file,
                "source": about.source,
                "version": about.version,
                "date": about.date,
                "notes": list(about.notes),
            },
            "words": words(lang),
            "months": list(month_names(lang)),
            "terms": terms(lang),
            "look": look(),
            "nodes": [node.document() for node in self.nodes],
            "ties": [tie.document() for tie in self.ties],
            "height": self.height,
            self.view: dict(self.options),
        }
        if self.choices:
            id_, options = self.choices
            given = [{"what": one.what, "label": one.label, "n": one.n} for one in options]
            found["choices"] = {"id": id_, "options": given}
        if self.keeps:
            found["keeps"] = True
        if self.saved:
            found["saved"] = dict(self.saved)
        return found


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", None, 0, False, [], {})}


@cache
def words(lang: Lang) -> dict[str, str]:
    """The texts of ``texts/drawing.toml`` in ``lang``, their placeholders left for the component to fill in."""
    known = texts_of("dashboard")
    return {key.removeprefix("drawing."): known[key][lang] for key in sorted(known) if key.startswith("drawing.")}


@cache
def terms(lang: Lang) -> dict[str, dict[str, str]]:
    """The words of the legend: by mark, by kind of tie, by certainty."""
    sides = SCHEMA.vocabularies["side"]
    marks = {name: SCHEMA.kinds[kind].label[lang] for kind, name in reversed(_MARK_OF_KIND.items())}
    marks |= {mark: sides[side].label[lang] for side, mark in _MARK_OF_SIDE.items()}
    marks["side_unknown"] = sides["unknown"].label[lang]
    return {
        "marks": marks,
        "ties": {name: tie.label[lang] for name, tie in SCHEMA.ties.items()},
        "certainty": {code: term.label[lang] for code, term in SCHEMA.vocabularies["certainty"].items()},
    }


@cache
def script() -> str:
    """The built component."""
    return files("dashboard").joinpath(SCRIPT).read_text("utf-8")


@cache
def script_hash() -> str:
    """What a policy of a page calls the script: ``sha256-…``."""
    return "sha256-" + b64encode(sha256(script().encode()).digest()).decode()


@cache
def look() -> dict[str, Any]:
    """Colours, shapes and fonts; the addresses are those of the dashboard's own server."""
    return {
        "light": dict(tokens()["light"]),
        "dark": dict(tokens()["dark"]),
        "shapes": {shape.name: {"path": shape.svg_path(), "width": shape.width} for shape in SHAPES},
        "faces": [dict(face) for face in tokens()["face"]],
        "fonts": "app/static/fonts/",
        "script": f"app/{SCRIPT}",
        "hash": script_hash(),
    }
