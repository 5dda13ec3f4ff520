"""A questionnaire with six relatives, entered by the keyboard alone: keystrokes beside the text itself are counted."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from loaders.hand import sheets
from tests.browser.conftest import Visit, ran
from tests.hand.casefile import CASE_FILE

pytestmark = [pytest.mark.browser, pytest.mark.local]

MOST = 220
FORM = CASE_FILE[0]
BLOCKS = sheets()["questionnaire"].blocks
PERSON, FAMILY = BLOCKS["person"].fields, BLOCKS["family"].fields


class Typist:
    """Types, and counts every key that is no letter of the text."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.strokes = 0

    def press(self, key: str, strokes: int = 1) -> None:
        self.strokes += strokes
        self.page.keyboard.press(key)

    def cells(self, *texts: str) -> None:
        """A text in each field, Tab after it."""
        for text in texts:
            self.page.keyboard.type(text, delay=5)
            self.press("Tab")

    def tab_to(self, label: str) -> None:
        """Press Tab until the field of this label has the focus."""
        for _ in range(60):
            if self.at() == label:
                return
            self.press("Tab")
        raise AssertionError(f"the Tab key does not lead to {label}, but to {self.at()}")

    def at(self) -> str:
        return str(self.page.evaluate("document.activeElement.ariaLabel || document.activeElement.textContent"))


def test_a_questionnaire_with_six_relatives_takes_few_keystrokes_beside_its_text(visit: Visit) -> None:
    page = visit("entry?lang=ru&sheet=questionnaire")
    hand = Typist(page)
    hand.tab_to("Название")
    hand.cells(FORM.source["title"], "12 мая 1930", FORM.source["reference"], FORM.locator)
    hand.tab_to("Номер дела")
    hand.cells(FORM.one("case")["number"])
    hand.cells(*(FORM.one("person").get(name, "") for name in PERSON))
    hand.tab_to("Кем приходится")
    for relative in FORM.rows["family"]:
        assert hand.at() == "Кем приходится"
        hand.cells(*(relative.get(name, "") for name in FAMILY))
    ran(page)
    hand.press("Control+Enter", 2)
    expect(page.get_by_text(re.compile("hand/.*новых сведений"))).to_be_visible(timeout=30_000)
    assert hand.strokes <= MOST, hand.strokes
    ran(page)
    kept = page.get_by_label("Архивный шифр")
    expect(kept).to_have_value(FORM.source["reference"])
    expect(page.get_by_label("Имя в источнике").first).to_have_value("")
    saved = page.get_by_role("link", name=FORM.source["title"])
    expect(saved).to_be_visible()
    saved.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Почему исправляется")).to_be_visible(timeout=30_000)
    names = page.get_by_label("Имя в источнике")
    expect(names.nth(0)).to_have_value("Выдуманов Абай")
    expect(names.nth(6)).to_have_value("Выдуманов Кайрат")
    ran(page)
    taken_back(page)


def taken_back(page: Page) -> None:
    """Take back what was entered, by the keyboard."""
    page.get_by_role("link", name="Загрузки", exact=True).focus()
    page.keyboard.press("Enter")
    undo = page.get_by_role("button", name="Взять назад").first
    undo.wait_for(timeout=30_000)
    ran(page)
    undo.focus()
    page.keyboard.press("Enter")
    sure = page.get_by_role("button", name="Да, взять назад")
    sure.wait_for()
    sure.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Взято назад")).to_be_visible(timeout=60_000)
    go_on = page.get_by_role("button", name="Дальше")
    go_on.focus()
    page.keyboard.press("Enter")
    ran(page)


def test_readings_stand_beside_the_form_while_one_types(visit: Visit) -> None:
    page = visit("entry?lang=ru&sheet=questionnaire")
    page.get_by_label("Рождение").focus()
    page.keyboard.type("ок. 1893", delay=20)
    expect(page.get_by_text("около 1893")).to_be_visible(timeout=20_000)  # before the field is left
    page.evaluate("document.querySelector('.stMain').scrollTop = 700")
    expect(page.get_by_text("около 1893")).to_be_in_viewport()  # however far the form is scrolled
    page.get_by_label("Кем приходится").first.focus()
    page.keyboard.type("жена")
    page.keyboard.press("Tab")
    expect(page.locator(".kb td", has_text=re.compile("^жена$"))).to_be_visible(timeout=20_000)
