"""A historian's first day, by keyboard alone: from the search box to a table in hand, and into Kazakh."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, ran

pytestmark = [pytest.mark.browser, pytest.mark.local]

FOCUSED = """() => {
    let found = document.activeElement
    while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement
    const said = found.getAttribute('aria-label') || found.innerText || found.value || found.placeholder || ''
    return [found.tagName.toLowerCase(), said]
}"""
MOST = 250  # stops of the Tab key on the longest page


def tab_to(page: Page, tag: str, words: str) -> None:
    """Press Tab until what is focused is a ``tag`` that says ``words``."""
    met = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        found, said = page.evaluate(FOCUSED)
        met.append(f"{found} {said[:60]!r}")
        if found == tag and words in said:
            return
    pytest.fail(f"no {tag} {words!r} on the way of the Tab key: {met}")


def follow(page: Page, words: str, to: str) -> None:
    """Follow the link that says ``words`` and wait for the page ``to``."""
    tab_to(page, "a", words)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{to}?**")
    ran(page)


def test_the_first_day_goes_by_keyboard_alone(visit: Visit) -> None:
    page = visit("?lang=ru")
    tab_to(page, "input", "Найти")
    page.keyboard.type("Созак")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")
    ran(page)

    follow(page, "Сарысу-Созакское", "uprising")
    sizes = page.locator(".kb .chart").first
    expect(sizes).to_contain_text("2000")
    expect(sizes).to_contain_text("400")

    follow(page, "Султанбек Шулаков", "person")
    follow(page, "Связь с другим человеком", "connection")
    tab_to(page, "input", "До кого")
    page.keyboard.type("Канаев (Бост")
    page.keyboard.press("Enter")
    tab_to(page, "button", "Найти")
    page.keyboard.press("Enter")
    page.wait_for_url("**b=**")
    expect(page.locator(".path")).to_be_visible()
    expect(page.locator(".path")).to_contain_text("Никон Сурдушкин")

    tab_to(page, "summary", "Синие шинели")
    page.keyboard.press("Enter")
    expect(page.locator("details.pop[open] .card")).to_be_visible()
    page.keyboard.press("Escape")

    page = visit("questions?ask=size_by_source&p_uprising=uprisings_372:u003&lang=ru")
    tab_to(page, "button", "CSV")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert "up to 400" in Path(waiting.value.path()).read_text("utf-8-sig")

    page.keyboard.press("Home")
    tab_to(page, "a", "Қаз")
    page.keyboard.press("Enter")
    page.wait_for_url("**lang=kk**")
    ran(page)
    assert parse_qs(urlsplit(page.url).query)["lang"] == ["kk"]
    assert page.evaluate("document.documentElement.lang") == "kk"
