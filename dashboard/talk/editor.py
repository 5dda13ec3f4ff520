"""The form in which a story is changed: slide by slide, or whole as its file; what is wrong is said beside it."""

from __future__ import annotations

import re
from dataclasses import replace

import streamlit as st

from dashboard.drawing.component import show
from dashboard.pack.story import Story, keep, own, read_story, stories
from dashboard.state import ask
from dashboard.talk.told import WORDS, Move, deck_of, moved, reworded
from dashboard.views.markup import el
from dashboard.words import Words
from kb.errors import KbError
from kb.i18n import LANGS
from kb.settings import settings

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}")
YAML_HEIGHT = 460


def editor(story: Story, say: Words) -> None:
    """Change ``story``; what is kept stands in the data folder, in the place of the shipped one of the same name."""
    with st.expander(say("talk.edit")):
        by_slide, whole = st.tabs([say("talk.by_slide"), say("talk.whole")])
        with by_slide:
            _slides(story, say)
        with whole:
            _whole(story, say)
        _back(story, say)


def _keep(story: Story, say: Words) -> None:
    """Keep it where the base can tell it, and show it; else say why not."""
    try:
        deck_of(story)
        keep(story, settings().home)
    except KbError as error:
        _problem(error.say(say.lang), say)
        return
    ask(story=story.name)
    st.rerun()  # the same story with other words has the same address


def _problem(said: str, say: Words) -> None:
    show(el("p", said, role="alert"), "kb_talk_problem", say.lang)


def _slides(story: Story, say: Words) -> None:
    titles = [f"{place}. {slide.title[say.lang]}" for place, slide in enumerate(story.slides, 1)]
    title = st.selectbox(say("talk.slide"), titles, key=f"slide:{story.name}:{len(titles)}")
    place = titles.index(title) if title in titles else 0
    slide = story.slides[place]
    with st.form(f"slide:{story.name}:{place}"):
        columns = st.columns(3)
        said: list[list[str]] = []
        for name in WORDS:
            text = getattr(slide, name)
            row = []
            for column, lang in zip(columns, LANGS, strict=True):
                label = f"{say(f'talk.words_{name}')} · {say(f'pages.{lang}')}"
                given = text[lang] if text else ""
                row.append(column.text_area(label, given, key=f"{story.name}:{place}:{name}:{lang}:{given}", height=90))
            said.append(row)
        if st.form_submit_button(say("talk.keep")):
            try:
                changed = reworded(story, place, said)
            except ValueError:
                _problem(say("talk.three_languages"), say)
            else:
                _keep(changed, say)
    moves: tuple[Move, ...] = ("up", "down", "remove")
    with st.container(horizontal=True):
        for move in moves:
            if st.button(say(f"talk.{move}"), key=f"{move}:{story.name}:{place}"):
                _keep(moved(story, place, move), say)


def _whole(story: Story, say: Words) -> None:
    with st.form(f"whole:{story.name}"):
        text = st.text_area("YAML", story.text(), height=YAML_HEIGHT, key=f"yaml:{story.name}:{hash(story.text())}")
        name = st.text_input(say("talk.name"), story.name, key=f"name:{story.name}")
        if st.form_submit_button(say("talk.keep")):
            if not _NAME.fullmatch(name):
                _problem(say("talk.bad_name"), say)
                return
            try:
                changed = replace(read_story(text, f"{name}.yml"), name=name)
            except KbError as error:
                _problem(error.say(say.lang), say)
            else:
                _keep(changed, say)
    st.download_button(
        say("talk.download", format="YAML"), story.text(), f"{story.name}.yml", "text/yaml", on_click="ignore"
    )


def _back(story: Story, say: Words) -> None:
    """A story kept here may be taken back; the shipped one of that name then stands again."""
    path = stories(settings().home).get(story.name)
    if path is not None and path.parent == own(settings().home) and st.button(say("talk.take_back")):
        path.unlink(missing_ok=True)
        ask()
        st.rerun()
