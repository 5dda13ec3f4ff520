"""Changes of a story: other words, another order; what is not whole is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.pack.story import Story, find_story
from dashboard.talk.told import moved, reworded


@pytest.fixture(scope="module")
def story() -> Story:
    return find_story("sozak_1930", Path("nowhere"))


def test_a_slide_gets_other_words_and_keeps_its_question(story: Story) -> None:
    changed = reworded(story, 2, [["а", "б", "c"], ["", "", ""], ["н", "ж", "n"]])
    slide = changed.slides[2]
    assert (slide.title.kk, slide.caption, slide.notes and slide.notes.en) == ("б", None, "n")
    assert slide.asked == story.slides[2].asked
    assert [one for place, one in enumerate(changed.slides) if place != 2] == [
        one for place, one in enumerate(story.slides) if place != 2
    ]


@pytest.mark.parametrize(
    "words",
    [
        [["а", "", ""], ["", "", ""], ["", "", ""]],
        [["", "", ""], ["", "", ""], ["", "", ""]],
        [["а", "б", "c"], ["а", " ", "c"], ["", "", ""]],
    ],
)
def test_a_text_in_some_languages_only_is_refused(story: Story, words: list[list[str]]) -> None:
    with pytest.raises(ValueError):
        reworded(story, 0, words)


def test_slides_move_and_go_but_the_last_stays(story: Story) -> None:
    first, second, *rest = story.slides
    assert moved(story, 1, "up").slides == (second, first, *rest)
    assert moved(story, 0, "down").slides == (second, first, *rest)
    assert moved(story, 0, "up").slides == story.slides
    assert moved(story, 0, "remove").slides == (second, *rest)
    left = story
    for _ in story.slides:
        left = moved(left, 0, "remove")
    assert len(left.slides) == 1
