"""The page Talk on the research set: a story is shown, changed, kept in the data folder, and taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dashboard.pack.story import find_story, own, stories
from kb.settings import Settings
from tests.dashboard.conftest import Open, html_of

pytestmark = pytest.mark.local


@pytest.fixture(autouse=True)
def no_story_left(research: Settings) -> Iterator[None]:
    yield
    for path in own(research.home).glob("*"):
        path.unlink()


def test_the_story_is_shown_as_the_very_file_that_is_taken_away(open_page: Open) -> None:
    shown = open_page("talk", "kk")
    assert "Баяндама" in shown.text
    (frame,) = shown.app.get("iframe")
    assert "Content-Security-Policy" in frame.proto.srcdoc
    assert '<html lang="kk">' in frame.proto.srcdoc


def test_a_changed_story_is_kept_in_the_data_folder_and_taken_back(research: Settings, open_page: Open) -> None:
    shown = open_page("talk")
    yaml = next(area for area in shown.app.text_area if area.label == "YAML")
    yaml.set_value(yaml.value.replace("Когда это было", "Когда же это было"))
    next(button for button in shown.app.button if button.key and "whole:" in button.key).click().run()
    kept = find_story("sozak_1930", research.home)
    assert "Когда же это было" in [slide.title.ru for slide in kept.slides if slide.title]
    again = open_page("talk")
    assert "Когда же это было" in again.app.get("iframe")[0].proto.srcdoc
    next(button for button in again.app.button if button.label == "Убрать свой рассказ").click().run()
    assert stories(research.home)["sozak_1930"].parent != own(research.home)


def test_what_is_wrong_in_a_story_is_said_and_nothing_is_kept(research: Settings, open_page: Open) -> None:
    shown = open_page("talk")
    yaml = next(area for area in shown.app.text_area if area.label == "YAML")
    yaml.set_value(yaml.value.replace("uprisings_372:u003", "uprisings_372:u999"))
    next(button for button in shown.app.button if button.key and "whole:" in button.key).click().run()
    assert not own(research.home).exists() or not list(own(research.home).glob("*"))
    assert "u999" in html_of(shown.app)


def test_a_story_that_is_not_there_is_said_with_those_that_are(open_page: Open) -> None:
    assert "sozak_1930" in open_page("talk", story="nothing").text
