"""A pack opened from disk with the network off: it shows, asks for nothing, obeys keys."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from dashboard.pack.build import build
from dashboard.pack.deck import Deck, deck
from dashboard.pack.seen import Seen
from dashboard.pack.story import find_story
from kb.i18n import LANGS
from kb.names import fold
from loaders.pipeline import read

pytestmark = pytest.mark.browser
AXE = Path(os.environ.get("AXE_CORE", Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"))
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def made() -> Deck:
    claims = [claim for claim, _ in read("uprisings_372").release.claims]
    return deck(Seen(claims, (), {}, "public", "0123456789ab"), find_story("sozak_1930", Path("nowhere")))


@pytest.fixture(scope="module")
def file(made: Deck, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("stick") / "sozak.html"
    target.write_bytes(build(made, ".html", "ru"))
    return target


@pytest.fixture
def said() -> list[str]:
    """What the page complained of, and what it asked for beside itself."""
    return []


@pytest.fixture
def opened(browser: Browser, file: Path, said: list[str]) -> Iterator[Open]:
    contexts = []

    def open_(after: str = "", **options: Any) -> Page:
        context = browser.new_context(**{"offline": True, "viewport": {"width": 1280, "height": 800}, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda one: said.append(one.text) if one.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda one: said.append(one.url) if not one.url.startswith(("file:", "data:")) else None)
        page.goto(f"{file.as_uri()}{after}")
        page.wait_for_function("window.koterilisPack")
        return page

    yield open_
    for context in contexts:
        context.close()


def test_it_opens_from_disk_and_asks_for_nothing(opened: Open, said: list[str], made: Deck) -> None:
    page = opened()
    for section in page.locator(".slide").all():
        section.scroll_into_view_if_needed()
    page.locator(".kb-drawing canvas").first.wait_for()
    page.wait_for_timeout(500)
    assert page.locator(".slide").count() == len(made.story.slides)
    assert page.evaluate("document.fonts.check('16px \"Noto Sans\"', 'Қәғң')")
    assert said == []


@pytest.mark.parametrize("lang", LANGS)
def test_it_speaks_the_language_that_is_chosen(opened: Open, made: Deck, lang: str, said: list[str]) -> None:
    page = opened()
    page.locator(f"button[data-lang={lang}]").click()
    for place, shown in enumerate(made.shown[lang]):  # type: ignore[index]
        visible = page.locator(f".slide[data-n='{place}'] h2:visible")
        assert visible.all_inner_texts() == [shown.title]
    assert page.title() == made.story.title[lang]  # type: ignore[index]
    assert said == []


def test_a_number_opens_what_it_rests_on(opened: Open) -> None:
    page = opened("#lang=en")
    page.locator(".sizes g[data-c]:visible", has_text="up to 400").first.click()
    told = page.locator("dialog").inner_text()
    assert "OGPU" in told
    assert "summary No. 3" in told
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()


def test_the_projector_is_driven_by_keys(opened: Open, made: Deck) -> None:
    page = opened()
    page.keyboard.press("p")
    last = len(made.story.slides)
    count = page.locator(".slide.now .count")
    assert count.inner_text() == f"1 / {last}"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("PageDown")
    assert count.inner_text() == f"3 / {last}"
    page.keyboard.press("ArrowLeft")
    assert count.inner_text() == f"2 / {last}"
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    assert count.inner_text() == f"{last} / {last}"
    page.keyboard.press("d")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.keyboard.press("Escape")
    assert page.locator("body").get_attribute("class") == "read"


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1024, 768)])
def test_a_slide_fits_the_screen_and_its_letters_are_large(opened: Open, made: Deck, size: tuple[int, int]) -> None:
    width, height = size
    page = opened("#1", viewport={"width": width, "height": height})
    for _ in made.story.slides:
        told = page.evaluate(
            """() => {
              const slide = document.querySelector('.slide.now').getBoundingClientRect();
              const seen = [...document.querySelectorAll('.slide.now .told')].find((one) => one.offsetParent);
              const box = (one) => one.getBoundingClientRect();
              const boxes = [...seen.querySelectorAll('text, h2, .caption, .sources')].map(box);
              const small = [...seen.querySelectorAll('text')].map((one) => box(one).height / slide.width * 1920);
              const { left, right, bottom, width, height } = slide;
              const out = boxes.filter((b) => b.left < left || b.right > right + 1 || b.bottom > bottom + 1).length;
              return { out, width, height, small: Math.min(99, ...small) };
            }"""
        )
        assert told["out"] == 0
        assert told["small"] >= 32
        assert told["width"] <= width and told["height"] <= height + 1
        page.keyboard.press("ArrowRight")


def test_the_live_picture_answers_in_the_projector(opened: Open, made: Deck, said: list[str]) -> None:
    place = next(n for n, slide in enumerate(made.story.slides) if slide.show == "network")
    page = opened(f"#{place + 1}", viewport={"width": 1600, "height": 900})
    page.keyboard.press("l")
    page.locator(".kb-drawing canvas").wait_for()
    page.wait_for_timeout(400)
    person = next(node for node in made.shown["ru"][place].picture.live.nodes if node.kind == "Person")  # type: ignore[union-attr]
    at = page.evaluate("(id) => document.querySelector('.kb-drawing').drawing.where(id)", person.id)
    page.mouse.click(at["x"], at["y"])
    assert person.label in page.locator(".kb-drawing .card").inner_text()
    assert said == []


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Султанбек", "Султанбек Шулаков"),
        ("Сұлтанбек Шолақұлы", "Султанбек Шулаков"),
        ("sultanbek", "Султанбек Шулаков"),
        ("Жумагазы", "Жұмағазы"),
        ("джумагазы", "Жұмағазы"),
        ("Баймбетов", "Бәйімбетов"),
    ],
)
def test_a_name_is_found_in_any_spelling(opened: Open, asked: str, name: str) -> None:
    page = opened()
    page.locator("#name").fill(asked)
    assert name in page.locator("#found li").first.inner_text()


def test_who_is_not_there_is_not_said_not_to_have_been(opened: Open) -> None:
    page = opened("#lang=en")
    page.locator("#name").fill("Бонапарт")
    assert "“was not there”" in page.locator("#found").inner_text()
    page.locator("#name").fill("<b>a</b> \u0000 (((")
    assert page.locator("#found b").count() == 0


def test_names_fold_in_the_page_as_they_do_in_the_base(opened: Open, made: Deck) -> None:
    words = sorted({word for one in made.people for name in one.names for word in name.replace("-", "").split()})
    letters = [word for word in words if word.isalpha() and not any("\u0600" <= one <= "\u06ff" for one in word)]
    page = opened()
    folded = page.evaluate("(words) => words.map(window.koterilisPack.skeleton)", letters)
    differ = {word: (own, fold(word)) for word, own in zip(letters, folded, strict=True) if own != fold(word)}
    assert len(letters) > 200
    assert len(differ) <= len(letters) * 0.02, differ


@pytest.mark.skipif(
    not AXE.is_file(), reason="no axe: npm install --prefix tests/browser axe-core, or name axe.min.js in AXE_CORE"
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("after", ["#lang=kk", "#3"])
def test_axe_finds_nothing(opened: Open, file: Path, browser: Browser, scheme: str, after: str) -> None:
    page = opened(after, color_scheme=scheme, bypass_csp=True)
    page.add_script_tag(path=str(AXE))
    found = page.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa']})")
    serious = [(one["id"], [node["html"][:160] for node in one["nodes"][:3]]) for one in found["violations"]]
    assert serious == [], json.dumps(serious, ensure_ascii=False, indent=1)


def test_the_handout_is_one_page_in_each_language(browser: Browser, file: Path) -> None:
    from pypdf import PdfReader

    for lang in LANGS:
        page = browser.new_page()
        page.goto(f"{file.as_uri()}#lang={lang}")
        page.wait_for_function("window.koterilisPack")
        target = file.with_name(f"handout-{lang}.pdf")
        page.pdf(path=target, prefer_css_page_size=True)
        page.close()
        read_back = PdfReader(target)
        assert len(read_back.pages) == 1, lang
        box = read_back.pages[0].mediabox
        assert (round(float(box.width)), round(float(box.height))) == (595, 842)
