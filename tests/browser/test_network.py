"""The picture of the network as a reader uses it: pointer, keyboard, coming and going of nodes, saved views."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit, ran

pytestmark = [pytest.mark.browser, pytest.mark.local]

SOZAK, CENTRE = "uprisings_372:u003", "uprisings_372:u006"
SULTANBEK, ZHUMAGAZY = "uprisings_372:p008", "uprisings_372:p012"


def drawn(page: Page) -> Locator:
    """The picture, painted."""
    picture = page.locator(".kb-drawing").first
    picture.locator("canvas").wait_for(timeout=60_000)
    page.wait_for_function("document.fonts.status === 'loaded'")
    page.wait_for_timeout(600)
    return picture


def where(picture: Locator, ident: str) -> dict[str, float]:
    """Where an entity stands on the screen."""
    found: dict[str, float] = picture.evaluate("(box, id) => box.drawing.where(id)", ident)
    return found


def places(picture: Locator) -> dict[str, Any]:
    """Where all entities stand at scale 1, and the camera."""
    found: dict[str, Any] = picture.evaluate(
        "box => ({places: Object.fromEntries(box.drawing.memory.now.places), camera: box.drawing.memory.camera})"
    )
    return found


def count(picture: Locator) -> int:
    """How many entities are shown."""
    return int(picture.evaluate("box => box.drawing.view.seen().nodes.length"))


def click(page: Page, picture: Locator, ident: str, times: int = 1) -> None:
    """Click an entity."""
    picture.locator(".field").scroll_into_view_if_needed()
    at = where(picture, ident)
    page.mouse.move(at["x"], at["y"])
    (page.mouse.dblclick if times == 2 else page.mouse.click)(at["x"], at["y"])


def test_a_click_chooses_shows_the_card_and_moves_nothing(visit: Visit) -> None:
    page = visit("network?lang=ru")
    picture = drawn(page)
    before = places(picture)
    click(page, picture, ZHUMAGAZY)
    card = page.locator(".kb .frame")
    expect(card).to_contain_text("Жұмағазы Бәйімбетов")
    expect(card).to_contain_text("Каракумское")
    ran(page)
    assert places(picture) == before


def test_a_tie_shows_its_evidence(visit: Visit) -> None:
    page = visit(f"network?start={ZHUMAGAZY}&lang=ru")
    picture = drawn(page)
    one, other = where(picture, ZHUMAGAZY), where(picture, CENTRE)
    page.mouse.click((one["x"] + other["x"]) / 2, (one["y"] + other["y"]) / 2)
    card = page.locator(".kb .frame")
    expect(card).to_contain_text("хан, руководитель восстания")
    expect(card.locator("details.pop").first).to_be_visible()


def test_a_double_click_says_counts_first_and_what_stood_stays(visit: Visit) -> None:
    page = visit(f"network?start={SULTANBEK}&tie=CHILD_OF&tie=TOOK_PART_IN&lang=ru")
    picture = drawn(page)
    before, shown = places(picture)["places"], count(picture)
    click(page, picture, SULTANBEK, times=2)
    menu = picture.locator(".menu")
    way = menu.locator('[data-by="co"]')
    expect(way).to_contain_text("соучастники")
    brought = int(way.locator("b").inner_text())
    way.click()
    page.wait_for_url("**open=co**")
    ran(page)
    picture = drawn(page)
    assert count(picture) == shown + brought
    after = places(picture)["places"]
    assert {ident: after[ident] for ident in before} == before
    assert parse_qs(urlsplit(page.url).query)["open"] == [f"co {SULTANBEK}"]


def test_hiding_is_undone_and_done_again_by_the_keyboard(visit: Visit) -> None:
    page = visit(f"network?start={CENTRE}&lang=ru")
    picture = drawn(page)
    shown = count(picture)
    click(page, picture, ZHUMAGAZY)
    ran(page)
    page.keyboard.press("h")
    assert count(picture) == shown - 1
    expect(picture.locator('[data-tool="show"]')).to_contain_text("1")
    page.keyboard.press("Control+z")
    assert count(picture) == shown
    page.keyboard.press("Control+Shift+z")
    assert count(picture) == shown - 1


def test_the_picture_goes_by_keyboard_alone(visit: Visit) -> None:
    page = visit(f"network?start={CENTRE}&lang=ru")
    picture = drawn(page)
    picture.locator(".field").focus()
    page.keyboard.press("ArrowRight")
    first = picture.evaluate("box => box.drawing.memory.chosen.nodes")
    assert len(first) == 1
    expect(page.locator(".kb .frame")).to_be_visible()
    ran(page)
    page.keyboard.press("ArrowDown")
    assert picture.evaluate("box => box.drawing.memory.chosen.nodes") != first
    page.keyboard.press("/")
    page.keyboard.type("Жұмағазы")
    page.keyboard.press("Enter")
    assert picture.evaluate("box => box.drawing.memory.chosen.nodes") == [ZHUMAGAZY]
    page.keyboard.press("p")
    assert picture.evaluate("box => [...box.drawing.memory.now.pinned]") == [ZHUMAGAZY]
    page.keyboard.press("Escape")
    assert picture.evaluate("box => box.drawing.memory.chosen.nodes") == []


def test_the_table_says_the_same_and_chooses(visit: Visit) -> None:
    page = visit(f"network?start={CENTRE}&lang=ru")
    picture = drawn(page)
    picture.locator("details.twin summary").click()
    ties = picture.locator("details.twin table").first.locator("tbody tr")
    assert ties.count() == picture.evaluate("box => box.drawing.view.seen().ties.length")
    picture.locator(f'details.twin [data-id="{ZHUMAGAZY}"]').first.click()
    expect(page.locator(".kb .frame")).to_contain_text("Жұмағазы")


def test_a_lasso_chooses_those_inside(visit: Visit) -> None:
    page = visit(f"network?start={CENTRE}&lang=ru")
    picture = drawn(page)
    at = where(picture, ZHUMAGAZY)
    page.keyboard.down("Shift")
    page.mouse.move(at["x"] - 15, at["y"] - 8)
    page.mouse.down()
    for dx, dy in ((15, -8), (15, 8), (-15, 8), (-15, -8)):
        page.mouse.move(at["x"] + dx, at["y"] + dy, steps=4)
    page.mouse.up()
    page.keyboard.up("Shift")
    assert ZHUMAGAZY in picture.evaluate("box => box.drawing.memory.chosen.nodes")


def test_who_is_dragged_stays_where_he_was_put(visit: Visit) -> None:
    page = visit(f"network?start={CENTRE}&lang=ru")
    picture = drawn(page)
    at = where(picture, ZHUMAGAZY)
    page.mouse.move(at["x"], at["y"])
    page.mouse.down()
    page.mouse.move(at["x"] + 60, at["y"] + 40, steps=5)
    page.mouse.up()
    now = where(picture, ZHUMAGAZY)
    assert abs(now["x"] - at["x"] - 60) < 2
    picture.locator('[data-tool="again"]').click()
    assert picture.evaluate("(box, id) => box.drawing.memory.now.pinned.has(id)", ZHUMAGAZY)


def test_another_language_leaves_the_picture_as_it_was(visit: Visit) -> None:
    page = visit(f"network?start={CENTRE}&lang=ru")
    picture = drawn(page)
    picture.locator('[data-tool="layout"]').select_option("concentric")
    picture.locator('[data-tool="in"]').click()
    before = places(picture)
    page.locator(".langs").get_by_text("Eng").click()
    expect(page.locator(".kb h1").first).to_contain_text("Around")
    ran(page)
    picture = drawn(page)
    expect(picture.locator('[data-tool="fit"]')).to_have_text("All")
    assert places(picture) == before


def test_a_view_is_saved_and_opened_again_as_it_was(visit: Visit) -> None:
    page = visit(f"network?start={CENTRE}&lang=ru")
    picture = drawn(page)
    picture.locator('[data-tool="layout"]').select_option("force")
    before = places(picture)["places"]
    picture.locator('[data-tool="save"]').click()
    page.get_by_role("textbox", name="Как назвать вид").fill("Каракум по силам")
    page.get_by_role("button", name="Сохранить", exact=True).click()
    page.wait_for_url("**view=**")
    expect(page.locator(".kb h1").first).to_have_text("Каракум по силам")
    address = urlsplit(page.url)
    again = visit(f"network?{address.query}")
    after = places(drawn(again))["places"]
    assert {ident: [round(value) for value in at] for ident, at in after.items()} == {
        ident: [round(value) for value in at] for ident, at in before.items()
    }


@pytest.mark.parametrize("layout", ["rising", "force", "concentric", "generation", "map", "time"])
def test_every_layout_gives_each_a_place(layout: str, visit: Visit) -> None:
    page = visit(f"network?lang=en&layout={layout}")
    picture = drawn(page)
    stand = places(picture)["places"]
    assert len(stand) == count(picture) > 100
    assert len({(round(x), round(y)) for x, y in stand.values()}) > 0.95 * len(stand)
