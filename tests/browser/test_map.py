"""The map in a browser: the list and the map are one, time filters both, and all of it stands in the address."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, ran

pytestmark = [pytest.mark.browser, pytest.mark.local]

SOZAK = "uprisings_372:u003"
DRAWN = ".kb-drawing .time button.row"


def address(page: Page) -> dict[str, list[str]]:
    """The parameters of the page's address."""
    return parse_qs(urlsplit(page.url).query)


def where(page: Page, id_: str) -> dict[str, float]:
    """Where the map shows an entity, in px of the window."""
    found: dict[str, float] = page.evaluate(
        "id => { for (const e of document.querySelectorAll('*')) { const box = e.shadowRoot?.querySelector('.kb-place')"
        " ?? (e.classList?.contains('kb-place') ? e : null); if (box?.drawing) return box.drawing.where(id) } }",
        id_,
    )
    return found


def test_a_row_chooses_on_the_map_and_the_map_chooses_a_row(visit: Visit) -> None:
    page = visit("map?lang=ru", DRAWN)
    page.locator(f'{DRAWN}[data-id="{SOZAK}"]').click()
    expect(page.locator(".kb h2").first).to_contain_text("Созак")
    ran(page)
    assert address(page)["chosen"] == [SOZAK]
    expect(page.locator(f'{DRAWN}[data-id="{SOZAK}"]')).to_have_attribute("aria-pressed", "true")
    adai = where(page, "uprisings_372:u020")
    page.mouse.click(adai["x"], adai["y"])
    expect(page.locator(".kb h2").first).to_contain_text("Туркмении")
    ran(page)
    assert address(page)["chosen"] == ["uprisings_372:u020"]


def test_a_brush_over_the_axis_filters_and_is_a_link(visit: Visit) -> None:
    page = visit("map?lang=ru", DRAWN)
    axis = page.locator(".kb-drawing .time .axis").bounding_box()
    assert axis
    page.mouse.move(axis["x"] + axis["width"] * 0.72, axis["y"] + 15)
    page.mouse.down()
    page.mouse.move(axis["x"] + axis["width"] * 0.78, axis["y"] + 15, steps=4)
    page.mouse.up()
    expect(page.locator(".kb-drawing .notes")).to_contain_text("вне этого срока")
    said = address(page)
    assert said["from"][0] < said["to"][0]
    when = page.locator(".kb-drawing .when").text_content()
    again = visit(f"map?lang=kk&from={said['from'][0]}&to={said['to'][0]}", DRAWN)
    assert again.locator(".kb-drawing .when").text_content() != when  # the same months, in Kazakh
    expect(again.locator(".kb-drawing .notes")).to_contain_text("мерзімнен тыс")
    again.locator("[data-tool=undo]").wait_for()
    page.locator("[data-tool=undo]").click()
    expect(page.locator(".kb-drawing .when")).to_have_text("1928–1932")
    assert "from" not in address(page)


def test_time_plays_month_by_month_and_stops(visit: Visit) -> None:
    page = visit("map?lang=en", DRAWN)
    page.locator("[data-tool=play]").click()
    expect(page.locator(".kb-drawing .when")).to_have_text(re.compile(r"^\w+ 19\d\d$"))  # one month, not a span
    one = page.locator(".kb-drawing .when").text_content()
    expect(page.locator(".kb-drawing .when")).not_to_have_text(str(one))
    page.locator("[data-tool=play]").click()
    stopped = page.locator(".kb-drawing .when").text_content()
    page.wait_for_timeout(1600)
    assert page.locator(".kb-drawing .when").text_content() == stopped
    page.locator("[data-tool=all-time]").click()
    expect(page.locator(".kb-drawing .when")).to_have_text("1928–1932")


def test_all_of_it_goes_by_the_keyboard(visit: Visit) -> None:
    page = visit("map?lang=ru", DRAWN)
    end = page.locator("[data-end=from]")
    end.focus()
    for _ in range(2):
        page.keyboard.press("PageUp")
    expect(page.locator("[data-end=from]")).to_have_attribute("aria-valuetext", "январь 1930")
    assert address(page)["from"] == ["1930-01"]
    row = page.locator(f'{DRAWN}[data-id="{SOZAK}"]')
    row.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".kb h2").first).to_contain_text("Созак")
    page.locator(".kb-drawing .field").focus()
    page.keyboard.press("ArrowRight")
    expect(row).to_have_attribute("aria-pressed", "false")


def test_a_cluster_opens_and_its_people_can_be_chosen(visit: Visit) -> None:
    page = visit("map?lang=ru&layer=people", DRAWN)
    middle = where(page, "uprisings_372:p025")
    page.mouse.click(middle["x"], middle["y"])
    page.wait_for_timeout(300)
    one = where(page, "uprisings_372:p025")
    assert (one["x"], one["y"]) != (middle["x"], middle["y"])
    page.mouse.click(one["x"], one["y"])
    expect(page.locator(".kb h2").first).to_contain_text("Толстоухов")


def test_the_language_changes_and_time_stays(visit: Visit) -> None:
    page = visit("map?lang=ru", DRAWN)
    page.locator("[data-end=to]").focus()
    page.keyboard.press("PageDown")
    assert address(page)["to"] == ["1931-12"]
    page.locator(".langs").get_by_text("Қаз").click()
    expect(page.locator(".kb h1").first).to_have_text("Карта және уақыт")
    ran(page)
    assert address(page)["to"] == ["1931-12"]
    expect(page.locator(".kb-drawing .when")).to_contain_text("1931 ж.")


def test_what_is_seen_becomes_files_with_time_and_every_number(visit: Visit, tmp_path: Path) -> None:
    page = visit("map?lang=ru&from=1930-02&to=1930-04", DRAWN)
    page.locator("[data-tool=export]").click()
    with page.expect_download() as saved:
        page.locator("[data-export=svg]").click()
    svg = Path(saved.value.path()).read_text("utf-8")
    words = " ".join("".join(one.itertext()) for one in ElementTree.fromstring(svg).iter() if one.tag.endswith("text"))
    names = ("Карта и время", "КАЗАКСКАЯ АССР", "Аральское море", "Сарысу-Созакское", "граница современная", "1930")
    for said in (*names, "500 км", "Границы современные"):
        assert said in words
    page.locator("[data-tool=export]").click()
    with page.expect_download() as saved:
        page.locator("[data-export=csv]").click()
    table = Path(saved.value.path()).read_text("utf-8-sig").splitlines()
    assert table[0].startswith("id,№,восстание,когда")
    assert any(SOZAK in line and "400–2" in line for line in table)


def test_one_brush_filters_the_map_and_the_network_below_it(visit: Visit) -> None:
    page = visit("map?lang=en&network=yes", DRAWN)
    tables = page.locator(".kb-drawing details.twin > summary")
    expect(tables).to_have_count(2)
    before = [tables.nth(place).text_content() for place in (0, 1)]
    page.locator(".kb-drawing .time [data-end=from]").focus()
    for _ in range(4):
        page.keyboard.press("PageUp")
    expect(tables.nth(0)).not_to_have_text(str(before[0]))
    expect(tables.nth(1)).not_to_have_text(str(before[1]))
    assert address(page)["network"] == ["yes"]
    assert address(page)["from"] == ["1932-01"]


def test_a_network_alone_has_its_own_time(visit: Visit) -> None:
    page = visit("network?lang=en", ".kb-drawing .time .axis svg")
    before = page.locator(".kb-drawing details.twin > summary").text_content()
    page.locator("[data-end=to]").focus()
    page.keyboard.press("PageDown")
    expect(page.locator(".kb-drawing .time .notes")).to_contain_text("ties of another time")
    expect(page.locator(".kb-drawing details.twin > summary")).not_to_have_text(str(before))
    page.locator("[data-tool=undo]").click()
    expect(page.locator(".kb-drawing details.twin > summary")).to_have_text(str(before))


def test_the_card_of_a_rising_shows_where_it_was(visit: Visit) -> None:
    page = visit(f"uprising?id={SOZAK}&lang=ru", DRAWN)
    expect(page.locator(DRAWN).first).to_have_text("")
    assert page.locator(DRAWN).first.get_attribute("aria-label") == (
        "Сарысу-Созакское, 7 февраля 1930 – 16 февраля 1930"
    )
    page.get_by_role("link", name="На карте среди других").click()
    page.wait_for_url("**/map?**")
    expect(page.locator(f'{DRAWN}[data-id="{SOZAK}"]')).to_have_attribute("aria-pressed", "true")
