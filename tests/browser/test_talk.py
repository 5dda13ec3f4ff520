"""The page Talk in a browser: the pack lives in it, answers keys, and asks for nothing outside."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.local]


def test_the_pack_is_projected_from_the_page(visit: Visit, address: str, requested: list[str]) -> None:
    page = visit("talk?lang=en")
    pack = page.frame_locator("iframe")
    expect(pack.locator("header h1:visible")).to_have_text("Sozak, 1930", timeout=30_000)
    pack.locator("#show").click()
    expect(pack.locator(".slide.now h2:visible")).to_have_text("How many risings there were")
    page.keyboard.press("ArrowRight")
    expect(pack.locator(".slide.now .count")).to_have_text("2 / 10")
    page.keyboard.press("Escape")
    expect(pack.locator("body")).to_have_class("read")
    assert [url for url in requested if not url.startswith((address, "data:", "blob:", "about:"))] == []


def test_files_are_made_when_their_button_is_pressed(visit: Visit) -> None:
    page = visit("talk?lang=en")
    for name, first in (("Download HTML", b"<!doctype html>"), ("Download PPTX", b"PK")):
        with page.expect_download(timeout=60_000) as waited:
            page.get_by_role("button", name=name).click()
        with open(waited.value.path(), "rb") as file:  # noqa: PTH123 - a file of the browser's own
            assert file.read(len(first)) == first
