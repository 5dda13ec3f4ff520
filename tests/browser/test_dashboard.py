"""What only a browser can tell: links, languages, keyboard, fonts, themes, downloads, and what is asked for outside."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from dashboard.drawing.tokens import tokens
from tests.browser.conftest import Visit, ran

pytestmark = [pytest.mark.browser, pytest.mark.local]

SOZAK, ADAI = "uprisings_372:u003", "uprisings_372:u009"
ONE, OTHER = "uprisings_372:p012", "uprisings_372:p014"
VIEWS = [
    "",
    "search?q=Жумагазы",
    f"connection?a={ONE}&b={OTHER}",
    f"family?id={OTHER}",
    "questions",
    "questions?ask=participation_network",
    "talk",
    "sources",
    "map",
    "about",
    "entry",
    "entry?sheet=interrogation",
    "loading",
    "loading?part=loads",
    f"person?id={ONE}",
    f"uprising?id={ADAI}",
    "card?id=uprisings_372:s008",
    f"network?start={ADAI}",
]


def parameters(page: Page) -> dict[str, list[str]]:
    """The parameters of the page's address."""
    return parse_qs(urlsplit(page.url).query)


@pytest.mark.parametrize("view", VIEWS)
def test_a_page_asks_for_nothing_outside_and_fits_the_window(
    view: str, visit: Visit, address: str, requested: list[str]
) -> None:
    page = visit(view)
    assert requested
    assert [url for url in requested if not url.startswith((address, "data:", "blob:"))] == []
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= 1280
    page.set_viewport_size({"width": 1920, "height": 1080})
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= 1920


@pytest.fixture(scope="session")
def axe() -> str:
    """The rules of accessibility as a script for the browser."""
    script = Path(os.environ.get("AXE_CORE", Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"))
    if not script.is_file():
        pytest.skip("no axe: npm install --prefix tests/browser axe-core, or name axe.min.js in AXE_CORE")
    return script.read_text("utf-8")


@pytest.mark.parametrize("view", VIEWS)
def test_a_page_keeps_the_rules_of_accessibility_in_both_themes(view: str, axe: str, visit: Visit) -> None:
    page = visit(view)
    page.add_script_tag(content=axe)
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        page.wait_for_timeout(300)
        found = page.evaluate("axe.run('.stMain', {runOnly: ['wcag2a', 'wcag2aa']})")
        said = [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found["violations"]]
        assert (theme, said) == (theme, [])


def test_an_inner_link_opens_the_card_without_reloading_and_keeps_the_language(visit: Visit) -> None:
    page = visit(f"uprising?id={SOZAK}&lang=kk")
    page.evaluate("window.stillHere = true")
    page.get_by_role("link", name="Сұлтанбек").or_(page.get_by_role("link", name="Султанбек")).first.click()
    page.wait_for_url("**/person?**")
    ran(page)
    assert parameters(page)["id"] == ["uprisings_372:p008"]
    assert parameters(page)["lang"] == ["kk"]
    assert page.evaluate("window.stillHere") is True
    expect(page.locator(".kb h1").first).to_contain_text("Султанбек")


def test_going_back_shows_what_was_before(visit: Visit) -> None:
    page = visit(f"person?id={ONE}&lang=ru")
    page.locator('.kb a[href^="uprising?"]').first.click()
    page.wait_for_url("**/uprising?**")
    ran(page)
    page.locator('.kb a[href^="person?"]').first.click()
    page.wait_for_url("**/person?**")
    ran(page)
    page.go_back()
    page.wait_for_url("**/uprising?**")
    ran(page)
    expect(page.locator(".kb h1").first).to_contain_text("Каракумское")


def test_the_language_changes_in_place_and_is_kept_by_the_navigation(visit: Visit) -> None:
    page = visit(f"uprising?id={SOZAK}&lang=ru")
    page.locator(".langs").get_by_text("Қаз").click()
    expect(page.locator(".kb h1").first).to_contain_text("Созақ көтерілісі")
    ran(page)
    assert parameters(page) == {"id": [SOZAK], "lang": ["kk"]}
    page.get_by_role("link", name="Дереккөздер", exact=True).click()
    expect(page.locator(".kb h1").first).to_have_text("Дереккөздер")
    ran(page)
    assert parameters(page)["lang"] == ["kk"]
    assert page.evaluate("document.documentElement.lang") == "kk"


def test_evidence_opens_and_closes_by_the_keyboard(visit: Visit) -> None:
    page = visit(f"uprising?id={ADAI}&lang=ru")
    summary = page.locator(".chart details.pop summary").first
    summary.focus()
    page.keyboard.press("Enter")
    card = page.locator(".chart details.pop[open] .card")
    expect(card).to_be_visible()
    expect(card).to_contain_text("Место:")
    expect(card).to_contain_text("p.36")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    page.keyboard.press("Enter")
    expect(card).to_be_visible()


def test_a_click_elsewhere_closes_the_evidence(visit: Visit) -> None:
    page = visit(f"uprising?id={ADAI}&lang=ru")
    page.locator(".chart details.pop summary").first.click()
    expect(page.locator("details.pop[open]")).to_have_count(1)
    page.locator(".kb h2").first.click()
    expect(page.locator("details.pop[open]")).to_have_count(0)


def test_the_search_box_of_the_overview_leads_to_what_is_found(visit: Visit) -> None:
    page = visit("?lang=en")
    page.get_by_role("textbox").or_(page.get_by_role("searchbox")).first.fill("Zhumagazy")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")
    expect(page.locator(".kb .result").first).to_contain_text("Жұмағазы")
    assert parameters(page)["q"] == ["Zhumagazy"]


def test_two_people_are_connected_by_choosing_them(visit: Visit) -> None:
    page = visit(f"connection?a={ONE}&lang=ru")
    page.get_by_role("combobox").nth(1).fill("Таймырза")
    page.get_by_role("option").first.click()
    page.get_by_role("button", name="Найти").click()
    page.wait_for_url("**b=**")
    expect(page.locator(".path")).to_be_visible()
    assert parameters(page)["b"] == [OTHER]


def test_an_answer_is_downloaded_with_its_proof(visit: Visit) -> None:
    page = visit(f"questions?ask=size_by_source&p_uprising={SOZAK}&lang=en")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download CSV").click()
    said = Path(waiting.value.path()).read_text("utf-8-sig")
    assert waiting.value.suggested_filename == "size_by_source.csv"
    assert "up to 400, foot and horse, to be checked" in said
    assert "size_by_source" in said


def test_the_fonts_are_ours_and_hold_the_kazakh_letters(visit: Visit) -> None:
    page = visit("about?lang=kk")
    page.evaluate("document.fonts.ready")
    for face in ("KB Marks", "Noto Sans", "Noto Serif"):
        assert page.evaluate(f"document.fonts.check('16px \"{face}\"', 'Ә')"), face
    loaded = page.evaluate("[...document.fonts].filter(face => face.status === 'loaded').map(face => face.family)")
    assert {"KB Marks", "Noto Sans", "Noto Serif"} <= {name.strip('"') for name in loaded}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_paper_and_ink_follow_the_theme(theme: str, visit: Visit) -> None:
    page = visit("about?lang=ru", color_scheme=theme)
    paper = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    ink = page.locator(".kb h1").first.evaluate("one => getComputedStyle(one).color")
    for said, name in ((paper, "paper"), (ink, "ink")):
        wanted = tokens()[theme][name]
        assert said == "rgb({}, {}, {})".format(*(int(wanted[at : at + 2], 16) for at in (1, 3, 5)))
