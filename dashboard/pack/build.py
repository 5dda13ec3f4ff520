"""A deck as the bytes of a file, by its ending."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from dashboard.pack.deck import Deck, deck
from dashboard.pack.page import page
from dashboard.pack.pdf import printed
from dashboard.pack.seen import seen
from dashboard.pack.story import Story
from kb.i18n import Lang
from kb.store import Store


def made_deck(store: Store, story: Story, level: str | None = None) -> Deck:
    """The deck of ``story``, projected from what its level, or ``level``, may see."""
    told = replace(story, level=level) if level else story
    return deck(seen(store, told.level), told)


def build(made: Deck, ending: str, lang: Lang, *, handout: bool = False) -> bytes:
    """The file with this ``ending``."""
    return _BUILDERS[ending](made, lang, handout)


def _html(made: Deck, lang: Lang, handout: bool) -> bytes:
    return page(made, lang).encode()


def _pdf(made: Deck, lang: Lang, handout: bool) -> bytes:
    return printed(page(made, lang), lang, handout=handout)


def _pptx(made: Deck, lang: Lang, handout: bool) -> bytes:
    from dashboard.pack.powerpoint import presentation  # takes half a second to import, and only who wants it waits

    return presentation(made, lang)


_BUILDERS: Final[Mapping[str, Callable[[Deck, Lang, bool], bytes]]] = {".html": _html, ".pdf": _pdf, ".pptx": _pptx}
ENDINGS: Final = tuple(_BUILDERS)
