"""A story told by the base of this server; kept for as long as data and story are the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final, Literal

from dashboard.data import base, version
from dashboard.pack.build import build, made_deck
from dashboard.pack.deck import Deck
from dashboard.pack.story import Slide, Story, read_story
from kb.i18n import LANGS, Lang, Text
from kb.settings import settings

_KEPT: Final = 4
MIME: Final = {
    ".html": "text/html",
    ".pdf": "application/pdf",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
Move = Literal["up", "down", "remove"]
WORDS: Final = ("title", "caption", "notes")


def deck_of(story: Story) -> Deck:
    """The deck of a story. DataError where the base does not have what it asks for."""
    chosen = settings()
    return _deck(story.text(), story.name, version(), f"{chosen.home}{chosen.uri}")


@lru_cache(maxsize=_KEPT)
def _deck(text: str, name: str, _version: str, _place: str) -> Deck:
    story = read_story(text, f"{name}.yml")
    return base().ask(lambda store: made_deck(store, story))


def file_of(story: Story, ending: str, lang: Lang, *, handout: bool = False) -> bytes:
    """A story as the bytes of a file."""
    return build(deck_of(story), ending, lang, handout=handout)


def reworded(story: Story, place: int, words: Sequence[Sequence[str]]) -> Story:
    """``story`` with other words on the slide at ``place``: title, caption, notes, each by language.

    ValueError where one of them stands in some languages and not in the others.
    """
    made = {name: _text(said) for name, said in zip(WORDS, words, strict=True)}
    title = made["title"]
    if title is None:
        raise ValueError("title")
    slide = replace(story.slides[place], title=title, caption=made["caption"], notes=made["notes"])
    return replace(story, slides=(*story.slides[:place], slide, *story.slides[place + 1 :]))


def _text(said: Sequence[str]) -> Text | None:
    given = [one.strip() for one in said]
    return Text(**dict(zip(LANGS, given, strict=True))) if any(given) else None


def moved(story: Story, place: int, move: Move) -> Story:
    """``story`` with the slide at ``place`` one earlier, one later, or left out; the last one stays."""
    slides: list[Slide] = list(story.slides)
    slide = slides.pop(place)
    if move != "remove":
        slides.insert(max(0, place + (-1 if move == "up" else 1)), slide)
    return replace(story, slides=tuple(slides) or story.slides)
