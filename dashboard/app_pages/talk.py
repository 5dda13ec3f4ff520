"""Talk: a story shown as it will be at the seminar, changed, and taken away as one file."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard.drawing.component import show
from dashboard.entities import term
from dashboard.forms import chosen
from dashboard.pack.story import Story, find_story, stories
from dashboard.state import ask, param, words
from dashboard.talk.editor import editor
from dashboard.talk.told import MIME, file_of
from dashboard.views.markup import el
from dashboard.views.parts import head
from dashboard.words import Words
from kb.errors import KbError
from kb.settings import settings

HEIGHT = 760
FIRST = "sozak_1930"


def named(name: str, say: Words) -> str:
    """A story by its title; by its name where its file is not in order."""
    try:
        return f"{find_story(name, settings().home).title[say.lang]} · {name}"
    except KbError:
        return name


def choice(known: list[str], now: str, say: Words) -> None:
    """Which story; the answer is a new address."""
    options = {name: named(name, say) for name in known}
    picked = "".join(chosen(say("talk.story"), options, now, f"story:{now}", say))
    if picked and picked != now:
        ask(story=picked)


def downloads(story: Story, say: Words) -> None:
    """The files to take away; each is made when its button is pressed."""
    files = [(ending, False) for ending in MIME] + [(".pdf", True)]
    with st.container(horizontal=True):
        for ending, handout in files:
            name = f"{story.name}-handout" if handout else story.name
            label = say("talk.handout") if handout else say("talk.download", format=ending[1:].upper())
            st.download_button(
                label,
                data=partial(file_of, story, ending, say.lang, handout=handout),
                file_name=f"{name}{ending}",
                mime=MIME[ending],
                key=f"{name}{ending}",
                on_click="ignore",
            )


def talk(story: Story, say: Words) -> None:
    """The story as it will be shown."""
    level = say("talk.level", level=term("level", story.level, say.lang))
    show(el("p", level, cls="small soft"), "kb_talk_level", say.lang)
    try:
        page = file_of(story, ".html", say.lang).decode()
    except KbError as error:
        show(el("p", error.say(say.lang), role="alert"), "kb_talk_not_told", say.lang)
        return
    downloads(story, say)
    st.iframe(page, height=HEIGHT, alt=story.title[say.lang])


say = words()
show(head(say("talk.title"), lead=say("talk.lead")), "kb_talk", say.lang)
known = sorted(stories(settings().home))
wanted = param("story", FIRST if FIRST in known else known[0])
choice(known, wanted, say)
story = find_story(wanted, settings().home)
talk(story, say)
editor(story, say)
