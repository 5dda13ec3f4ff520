"""A deck as one HTML file that works without a server and asks for nothing outside: fonts, pictures, data are in it."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files
from typing import Any

from dashboard.drawing.data import script as drawing_script
from dashboard.drawing.tokens import tokens
from dashboard.entities import term
from dashboard.pack.deck import Deck, Shown
from dashboard.pack.evidence import Ledger, merged
from dashboard.pack.handout import handout
from dashboard.pack.svg import hatch, svg
from dashboard.views.marks import mark
from dashboard.views.markup import Child, Markup, el, join
from dashboard.words import Words
from kb.i18n import LANGS, Lang, texts_of
from kb.names import fold
from kb.names.tables import toml

_FAMILIES = ("KB Marks", "Noto Sans", "Noto Serif")
_NOT_NEEDED = ("noto-serif-latin-ext.woff2",)
SOURCES_SHOWN = 7


def page(made: Deck, lang: Lang) -> str:
    """The file; it opens in ``lang``."""
    ledger = made.ledger()
    body = join(
        _bar(made), el("main", [_slide(made, place, ledger) for place in range(len(made.story.slides))], id="deck")
    )
    papers = [handout(made, each) for each in LANGS]
    data = Markup(f'<script type="application/json" id="pack-data">{_json(_data(made, ledger))}</script>')
    scripts = [drawing_script()] if any(each.picture.live for each in made.shown[lang]) else []
    scripts.append(_asset("page.js"))
    style = _style()
    head = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(scripts, style)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        el("title", made.story.title[lang]),
        f"<style>{style}</style>",
    ]
    made_scripts = "".join(f'<script type="module">{text}</script>' for text in scripts)
    overlay = _dialog()
    return (
        f'<!doctype html><html lang="{lang}"><head>{"".join(head)}</head><body class="read">'
        f"{hatch()}{body}{join(papers)}{overlay}{data}{made_scripts}</body></html>\n"
    )


def _policy(scripts: list[str], style: str) -> str:
    allowed = " ".join(f"'{_hash(text)}'" for text in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src '{_hash(style)}'; font-src data:; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _asset(name: str) -> str:
    return files("dashboard").joinpath("pack", name).read_text("utf-8")


def in_languages(key: str, tag: str = "span", **values: object) -> list[Markup]:
    """A text of the pack in the three languages, of which the page shows one."""
    return [el(tag, Words(lang)(f"pack.{key}", **values), cls="l", lang=lang) for lang in LANGS]


def _bar(made: Deck) -> Markup:
    story = made.story
    languages = [
        el("button", texts_of("dashboard").say(f"pages.{lang}", lang), type="button", data_lang=lang, lang=lang)
        for lang in LANGS
    ]
    tools = [
        el("button", in_languages("show"), type="button", id="show", title=_all("show_help")),
        el("button", in_languages("theme"), type="button", id="theme"),
        el("button", in_languages("print"), type="button", id="print"),
    ]
    title = [el("h1", story.title[lang], cls="l", lang=lang) for lang in LANGS]
    lead = [el("p", story.lead[lang], cls="l lead", lang=lang) for lang in LANGS]
    made_of = [el("p", made_of_words(made, lang), cls="l small", lang=lang) for lang in LANGS]
    how = [el("p", Words(lang)("pack.how_to_read"), cls="l small", lang=lang) for lang in LANGS]
    search = el(
        "form",
        el("label", in_languages("search"), for_="name"),
        el("input", id="name", type="search", autocomplete="off", spellcheck="false"),
        el("div", id="found", aria_live="polite"),
        id="search",
        role="search",
    )
    langs = el("nav", languages, cls="langs", aria_label=_all("language"))
    return el("header", el("div", langs, el("div", tools, cls="tools"), cls="ends"), title, lead, search, how, made_of)


def made_of_words(made: Deck, lang: Lang) -> str:
    """Which data it is made of, and what its level does not see."""
    say = Words(lang)
    level = term("level", made.story.level, lang)
    return say("pack.made_of", version=made.seen.version, level=level)


def _all(key: str) -> str:
    return " · ".join(Words(lang)(f"pack.{key}") for lang in LANGS)


def _slide(made: Deck, place: int, ledger: Ledger) -> Markup:
    inner = [_told(made.shown[lang][place], lang, ledger) for lang in LANGS]
    live = made.shown[LANGS[0]][place].picture.live is not None
    tools = el("button", in_languages("live"), type="button", cls="to-live") if live else None
    turn = el(
        "nav",
        el("button", "← ", in_languages("back"), type="button", data_turn="-1"),
        el("span", f"{place + 1} / {len(made.story.slides)}", cls="count"),
        tools,
        el("button", in_languages("next"), " →", type="button", data_turn="1"),
        cls="turn",
    )
    box = el("div", cls="live") if live else None
    return el("section", inner, box, turn, cls=f"slide {made.story.slides[place].show}", data_n=place, tabindex=-1)


def _told(shown: Shown, lang: Lang, ledger: Ledger) -> Markup:
    scene = shown.picture.scene
    drawn = el("div", svg(scene, shown.title, ledger.number), cls="figure") if scene else None
    caption = el("p", shown.caption, cls="caption") if shown.caption else None
    notes = None
    if shown.notes:
        notes = el("details", el("summary", Words(lang)("pack.notes")), el("p", shown.notes), cls="notes")
    return el(
        "div", el("h2", shown.title), caption, drawn, _sources(shown, lang, ledger), notes, cls="l told", lang=lang
    )


def _sources(shown: Shown, lang: Lang, ledger: Ledger) -> Markup | None:
    if not shown.sources:
        return None
    names = "; ".join(shown.sources[:SOURCES_SHOWN])
    left = len(shown.sources) - SOURCES_SHOWN
    more: Child = " " + Words(lang)("pack.and_more", n=left) if left > 0 else None
    numbers = " ".join(str(ledger.number(claim)) for claim in shown.picture.claims)
    return el("p", el("button", mark("Source"), " ", names, more, type="button", data_c=numbers), cls="sources")


def _dialog() -> Markup:
    close = el("button", in_languages("close"), type="button", cls="close")
    return el(
        "dialog",
        el("h2", in_languages("evidence"), id="evidence-title"),
        el("div", cls="said"),
        close,
        id="evidence",
        aria_labelledby="evidence-title",
    )


def _data(made: Deck, ledger: Ledger) -> dict[str, Any]:
    live = {
        str(place): merged([_live(made, place, lang) for lang in LANGS])
        for place, shown in enumerate(made.shown[LANGS[0]])
        if shown.picture.live
    }
    people = [
        {
            "names": list(one.names),
            "keys": [fold(name) for name in one.names],
            "parts": {"=": dict(one.parts)} if any(one.parts.values()) else "",
            "c": [ledger.numbers[claim] for claim in one.claims],
            "slides": list(one.slides),
        }
        for one in made.people
    ]
    letters = toml("letters")
    words = {
        key.removeprefix("pack."): {"=": {lang: texts_of("dashboard")[key][lang] for lang in LANGS}}
        for key in texts_of("dashboard")
        if key.startswith("pack.")
    }
    return {
        "words": words,
        "evidence": merged([ledger.document(lang) for lang in LANGS]),
        "people": people,
        "all": len(made.people) + made.left_out,
        "letters": {"cyrillic": letters["cyrillic"], "latin": letters["latin"]},
        "live": live,
    }


def _live(made: Deck, place: int, lang: Lang) -> dict[str, Any]:
    shown = made.shown[lang][place]
    live = shown.picture.live
    if live is None:
        return {}
    document = replace(live, about=replace(live.about, title=shown.title)).document(lang)
    document["look"] = {**document["look"], "faces": [], "fonts": "", "script": "", "hash": ""}
    return document


def _json(data: Any) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _style() -> str:
    return "\n".join([*_faces(), *_colours(), _asset("page.css")])


def _faces() -> Iterator[str]:
    for face in tokens()["face"]:
        if face["family"] in _FAMILIES and face["file"] not in _NOT_NEEDED:
            data = b64encode(files("dashboard").joinpath("static", "fonts", face["file"]).read_bytes()).decode()
            letters = face.get("range", "U+0-10FFFF")
            yield (
                f'@font-face{{font-family:"{face["family"]}";font-weight:{face["weight"]};'
                f"src:url(data:font/woff2;base64,{data}) format('woff2');unicode-range:{letters}}}"
            )


def _colours() -> Iterator[str]:
    light, dark = tokens()["light"], tokens()["dark"]
    yield ":root{" + "".join(f"--{_css(n)}:light-dark({light[n]},{dark[n]});" for n in light) + "}"
    for name in map(_css, light):
        yield f".f-{name}{{fill:var(--{name})}}.s-{name}{{stroke:var(--{name})}}"


def _css(name: str) -> str:
    return name.replace("_", "-")
