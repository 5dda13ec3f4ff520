"""The kinds of slides: each draws what it asks the base for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dashboard.pack.seen import Seen
from dashboard.pack.slides.counts import sizes, times, totals
from dashboard.pack.slides.picture import Maker, Picture
from dashboard.pack.slides.tables import known, people, readings
from dashboard.pack.slides.ties import network, path
from dashboard.pack.slides.where import where
from dashboard.pack.story import Slide
from dashboard.words import Words

__all__ = ["Picture", "picture"]


def _words(seen: Seen, slide: Slide, say: Words) -> Picture:
    """Words alone."""
    facts = {"people": len(seen.keys("Person")), "risings": len(seen.keys("Uprising"))}
    return Picture(None, facts)


_MAKERS: Final[Mapping[str, Maker]] = {
    "words": _words,
    "totals": totals,
    "sizes": sizes,
    "times": times,
    "readings": readings,
    "people": people,
    "known": known,
    "map": where,
    "network": network,
    "path": path,
}


def picture(seen: Seen, slide: Slide, say: Words) -> Picture:
    """The picture of ``slide`` in the language of ``say``. Raises UnknownId, QuestionError for what is not there."""
    return _MAKERS[slide.show](seen, slide, say)
