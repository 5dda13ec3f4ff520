"""The same story as PPTX and PDF: every word of the pictures stands in them as text."""

from __future__ import annotations

import os
import shutil
from io import BytesIO

import pytest
from pptx import Presentation
from pypdf import PdfReader

from dashboard.pack.build import ENDINGS, build
from dashboard.pack.deck import Deck
from dashboard.pack.scene import Words
from kb.errors import QuestionError
from kb.i18n import LANGS, Lang

HAS_CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


def test_there_are_three_kinds_of_files() -> None:
    assert ENDINGS == (".html", ".pdf", ".pptx")


@pytest.mark.parametrize("lang", LANGS)
def test_a_presentation_has_every_word_notes_and_sources(sozak: Deck, lang: Lang) -> None:
    file = Presentation(BytesIO(build(sozak, ".pptx", lang)))
    assert len(file.slides) == len(sozak.story.slides)
    for slide, shown in zip(file.slides, sozak.shown[lang], strict=True):
        assert slide.shapes.title.text_frame.text == shown.title
        texts = [one.text_frame.text for shape in slide.shapes for one in _flat(shape) if one.has_text_frame]
        scene = shown.picture.scene
        wanted = [thing.text for thing in scene.things if isinstance(thing, Words)] if scene else []
        spaced = {"".join(letter for letter in text if letter.isprintable()) for text in wanted}
        assert spaced <= set(texts)
        notes = slide.notes_slide.notes_text_frame.text
        assert shown.notes in notes
        assert all(source in notes for source in shown.sources)


def _flat(shape: object) -> list[object]:
    return list(getattr(shape, "shapes", [shape]))


def test_nothing_of_a_presentation_stands_outside_its_slides(sozak: Deck) -> None:
    file = Presentation(BytesIO(build(sozak, ".pptx", "ru")))
    for slide in file.slides:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.top >= 0
            assert shape.left + shape.width <= file.slide_width * 1.01
            assert shape.top + shape.height <= file.slide_height * 1.01


@pytest.mark.browser
@pytest.mark.skipif(not HAS_CHROMIUM, reason="no Chromium: apt install chromium, or name it in CHROMIUM")
def test_a_pdf_has_a_page_for_each_slide_and_text_that_can_be_searched(sozak: Deck) -> None:
    read_back = PdfReader(BytesIO(build(sozak, ".pdf", "ru")))
    assert len(read_back.pages) == len(sozak.story.slides)
    assert all(round(float(page.mediabox.width)) == 1440 for page in read_back.pages)
    assert "372" in read_back.pages[0].extract_text()


def test_without_a_chromium_it_says_so(sozak: Deck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(QuestionError) as absent:
        build(sozak, ".pdf", "ru")
    assert absent.value.key == "pack_no_chromium"
    assert "Chromium" in absent.value.say("kk")
