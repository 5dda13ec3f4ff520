"""The file of a pack: whole in itself, strict, small, and harmless whatever stands in a name."""

from __future__ import annotations

import html
import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from dashboard.pack.build import build
from dashboard.pack.deck import Deck, deck
from dashboard.pack.evidence import merged
from dashboard.pack.page import page
from dashboard.pack.story import Story
from kb.i18n import LANGS
from kb.model import Claim, make_claim
from kb.names import fold
from tests.pack.conftest import seen_of

MOST_BYTES = 3_000_000
RISING = ("big:u1", "Uprising")


@pytest.fixture(scope="module")
def made(sozak: Deck) -> str:
    return page(sozak, "ru")


def data_of(made: str) -> Any:
    found = re.search(r'<script type="application/json" id="pack-data">(.*?)</script>', made, re.S)
    assert found
    return json.loads(found[1])


def test_the_policy_allows_the_scripts_and_the_style_of_the_file_and_nothing_else(made: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', made)
    assert policy
    said = html.unescape(policy[1])
    assert said.startswith("default-src 'none'")
    assert "unsafe" not in said and "http" not in said
    scripts = re.findall(r'<script type="module">(.*?)</script>', made, re.S)
    styles = re.findall(r"<style>(.*?)</style>", made.partition("</head>")[0], re.S)
    assert len(scripts) == 2 and len(styles) == 1
    for text in (*scripts, *styles):
        assert "sha256-" + b64encode(sha256(text.encode()).digest()).decode() in said


def test_nothing_in_the_file_is_fetched_or_styled_inline(made: str) -> None:
    plain = re.sub(r"<script.*?</script>|<style>.*?</style>", "", made, flags=re.S)
    assert not re.search(r"<(img|link|iframe|object|embed|audio|video)\b", plain)
    assert not re.search(r'\b(src|style|srcset|action|onclick|onload)="', plain)
    style = re.search(r"<style>(.*?)</style>", made, re.S)
    assert style and not re.search(r"url\((?!data:|#)", style[1])
    assert "@import" not in style[1]


def test_every_slide_is_there_in_three_languages(made: str, sozak: Deck) -> None:
    for lang in LANGS:
        for shown in sozak.shown[lang]:
            assert html.escape(shown.title, quote=True) in made
    assert made.count('class="slide ') == len(sozak.story.slides)


def test_everybody_can_be_looked_for_by_every_spelling(made: str, sozak: Deck) -> None:
    people = data_of(made)["people"]
    assert len(people) == len(sozak.seen.keys("Person")) == 133
    sultanbek = next(one for one in people if "Шолак" in one["names"][0])
    assert sultanbek["keys"] == [fold(name) for name in sultanbek["names"]]
    assert sultanbek["slides"] and sultanbek["c"]


def test_names_cannot_break_out_of_the_file(claims: list[Claim], story: Story) -> None:
    evil = "</script><script>alert(1)</script>"
    man = ("own:1", "Person")
    own = [
        make_claim("person", man, {"name_ru": evil}, cites=["uprisings_372:s042"], level="public", quote=evil),
        make_claim(
            "participation",
            man,
            {"role": "leader"},
            to=("uprisings_372:u003", "Uprising"),
            level="public",
            locator=evil,
        ),
    ]
    told = page(deck(seen_of([*claims, *own]), story), "en")
    assert "<script>alert" not in told
    assert any(evil in one["names"] for one in data_of(told)["people"])


def big(people: int) -> list[Claim]:
    source = ("big:s1", "Source")
    said = [
        make_claim("source", source, {"title": "Список", "source_kind": "archive"}, level="public"),
        make_claim("uprising", RISING, {"name_ru": "Большое восстание"}, cites=[source[0]], level="public"),
    ]
    for n in range(people):
        man = (f"big:p{n}", "Person")
        name = {"name_ru": f"Жүсіпбек Қарақұмұлы {n}", "occupation": "шаруа"}
        said.append(make_claim("person", man, name, cites=[source[0]], locator=f"л. {n}", level="public"))
        said.append(
            make_claim("participation", man, {"role": "participant"}, to=RISING, cites=[source[0]], level="public")
        )
    return said


def test_a_pack_of_five_hundred_nodes_is_no_larger_than_three_megabytes(story: Story) -> None:
    slide = next(slide for slide in story.slides if slide.show == "network")
    told = replace(story, slides=(replace(slide, asked={"of": (RISING[0],)}),))
    file = build(deck(seen_of(big(499)), told), ".html", "kk")
    assert len(data_of(file.decode())["live"]["0"]["nodes"]) == 500
    assert len(file) <= MOST_BYTES


def test_a_rising_of_thousands_and_names_that_nobody_has_are_told_in_as_little(story: Story) -> None:
    claims = big(4500)
    odd = {"big:p0": "ن" * 200, "big:p1": "Ж" * 200, "big:p2": "<b>&amp;\u202e"}
    told = tuple(slide for slide in story.slides if slide.show in ("network", "people", "known"))
    asked = tuple(replace(one, asked={"of": (RISING[0],)}) for one in told)
    named = [
        make_claim(
            "person", (ident, "Person"), {"name_ru": name}, cites=["big:s1"], level="public", certainty="certain"
        )
        for ident, name in odd.items()
    ]
    file = build(deck(seen_of([*claims, *named]), replace(story, slides=asked)), ".html", "ru")
    assert len(file) <= MOST_BYTES
    place = next(n for n, slide in enumerate(asked) if slide.show == "network")
    live = data_of(file.decode())["live"][str(place)]
    assert len(live["nodes"]) == 500
    assert "4001" in json.dumps(live["about"]["notes"], ensure_ascii=False).replace("\u202f", "")
    assert data_of(file.decode())["all"] == 4500
    assert b"<b>&amp;" not in file.split(b'id="pack-data"')[0]


def test_the_same_base_gives_the_same_file(claims: list[Claim], story: Story, sozak: Deck) -> None:
    again = deck(seen_of(list(reversed(claims))), story)
    assert page(again, "ru") == page(sozak, "ru")


def test_what_is_the_same_in_all_languages_stands_once() -> None:
    assert merged([{"a": 1, "b": ["x"]}] * 3) == {"a": 1, "b": ["x"]}
    differ = merged([{"a": "один"}, {"a": "бір"}, {"a": "one"}])
    assert differ == {"a": {"=": {"ru": "один", "kk": "бір", "en": "one"}}}
    uneven = merged([["x"], ["x", "y"], ["x"]])
    assert uneven == {"=": {"ru": ["x"], "kk": ["x", "y"], "en": ["x"]}}
