"""The family tree in a browser: a click says how somebody is kin, the tree is turned, keys and table do the same."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, ran

pytestmark = [pytest.mark.browser, pytest.mark.local]

ABDIRAHMAN, SEITKEREI, SHARAFIDDEN = (f"uprisings_372:{local}" for local in ("p091", "p093", "p092"))


def where(page: Page, ident: str) -> dict[str, float]:
    """Where somebody stands on the screen."""
    found: dict[str, float] = page.locator(".kb-drawing").evaluate("(box, id) => box.drawing.where(id)", ident)
    return found


def opened(visit: Visit, lang: str = "ru") -> Page:
    page = visit(f"family?id={ABDIRAHMAN}&lang={lang}")
    page.locator(".kb-drawing canvas").wait_for()
    page.wait_for_timeout(500)
    return page


def test_a_click_says_how_somebody_is_kin(visit: Visit) -> None:
    page = opened(visit)
    at = where(page, SEITKEREI)
    page.mouse.click(at["x"], at["y"])
    expect(page.locator(".kb .panel")).to_contain_text("младший родич")
    ran(page)
    again = where(page, SEITKEREI)
    assert abs(again["x"] - at["x"]) < 2 and abs(again["y"] - at["y"]) < 2


def test_children_stand_below_their_parents_and_ancestors_alone_leave_them_out(visit: Visit) -> None:
    page = opened(visit)
    assert where(page, SHARAFIDDEN)["y"] > where(page, ABDIRAHMAN)["y"]
    page.locator(".kb-drawing select").first.select_option("ancestors")
    assert page.locator(".kb-drawing").evaluate("(box, id) => box.drawing.where(id)", SHARAFIDDEN) is None
    page.keyboard.press("Control+z")


def test_the_table_has_everybody_of_the_picture(visit: Visit) -> None:
    page = opened(visit, "en")
    page.locator(".kb-drawing details.twin summary").click()
    for name in ("Әбдірахман", "Сейіткерей", "Шарафидден"):
        expect(page.locator(".kb-drawing details.twin")).to_contain_text(name)
