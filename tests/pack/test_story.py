"""A story is a file that a person writes: it comes back as it was, and what is wrong in it is said with its place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from dashboard.pack.deck import deck
from dashboard.pack.story import KINDS, Story, find_story, keep, read_story, stories
from kb.errors import DataError, UnknownId
from kb.i18n import LANGS
from kb.model import Claim
from tests.pack.conftest import seen_of

SAID = {"ru": "слово", "kk": "сөз", "en": "word"}


def told(**slide: Any) -> str:
    given = {"title": SAID, "lead": SAID, "slides": [{"show": "words", "title": SAID, **slide}]}
    return yaml.safe_dump(given, allow_unicode=True)


def test_a_story_comes_back_as_it_was_written(story: Story) -> None:
    assert read_story(story.text(), "sozak_1930.yml") == story


def test_the_file_of_a_story_is_readable(story: Story) -> None:
    assert "Сколько было восстаний" in story.text()
    assert "!!" not in story.text()


def test_without_a_level_a_story_is_for_all() -> None:
    assert read_story(told(), "a.yml").level == "public"


@pytest.mark.parametrize(
    ("text", "key", "where"),
    [
        ("title: [", "story_yaml", ""),
        ("just words", "story_yaml", ""),
        (told(show="pie"), "story_choice", "slides[1].show"),
        (told(colour="red"), "story_key", "slides[1].colour"),
        (told(show="sizes"), "story_key", "slides[1].of"),
        (told(show="sizes", of=[1]), "story_key", "slides[1].of"),
        (told(title={"ru": "только по-русски"}), "story_text", "slides[1].title"),
        (told(caption="one language"), "story_text", "slides[1].caption"),
        (told().replace("lead:", "foreword:"), "story_key", "foreword"),
        (told() + "level: secret\n", "story_choice", "level"),
        ("title: {ru: а, kk: а, en: a}\nlead: {ru: а, kk: а, en: a}\nslides: []", "story_key", "slides"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, key: str, where: str) -> None:
    with pytest.raises(DataError) as wrong:
        read_story(text, "a.yml")
    assert (wrong.value.key, str(wrong.value.data.get("where", ""))) == (key, where)
    assert all(wrong.value.say(lang) for lang in LANGS)


def test_words_that_name_what_the_picture_does_not_find_are_refused(claims: list[Claim]) -> None:
    told_so = told(caption={"ru": "{n}", "kk": "{wrong}", "en": "{n}"})
    with pytest.raises(DataError, match=r"slides\[1\]\.caption"):
        deck(seen_of(claims), read_story(told_so, "a.yml"))


def test_a_slide_about_nobody_is_refused_with_its_number(claims: list[Claim]) -> None:
    with pytest.raises(DataError, match="slide 1"):
        deck(seen_of(claims), read_story(told(show="people", of="uprisings_372:u999"), "a.yml"))


def test_a_story_of_ones_own_stands_in_the_place_of_the_shipped_one(tmp_path: Path, story: Story) -> None:
    shipped = stories(tmp_path)["sozak_1930"]
    kept = keep(story, tmp_path)
    assert stories(tmp_path)["sozak_1930"] == kept != shipped
    assert find_story("sozak_1930", tmp_path) == story
    assert find_story(str(kept), tmp_path) == story


def test_an_unknown_story_names_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownId, match="sozak_1930"):
        find_story("nothing", tmp_path)


def test_the_shipped_story_holds_no_figures_of_its_own(story: Story) -> None:
    for slide in story.slides:
        for text in filter(None, (slide.title, slide.caption)):
            for lang in LANGS:
                assert not re.search(r"\d", text[lang]), (
                    f"{text[lang]}: a figure comes from the base, as a name in braces"
                )


def test_every_kind_of_slide_is_described() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs/how-to/give-a-talk.md").read_text("utf-8")
    assert [kind for kind in KINDS if f"`{kind}`" not in page] == []
