"""What a slide shows: its picture, what its words may name, and the component's live picture where there is one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from dashboard.drawing.data import Drawing
from dashboard.pack.scene import Scene, claims_of
from dashboard.pack.seen import Seen
from dashboard.pack.story import Slide
from dashboard.words import Words
from kb.dates import format_date, is_edtf
from kb.i18n import Lang


@dataclass(frozen=True, slots=True)
class Picture:
    """``facts`` fill the braces of the slide's words; ``behind`` are claims that it rests on beside those it bears."""

    scene: Scene | None
    facts: Mapping[str, object] = field(default_factory=dict)
    behind: tuple[str, ...] = ()
    live: Drawing | None = None

    @property
    def claims(self) -> list[str]:
        """All claims behind it."""
        return list(dict.fromkeys([*(claims_of(self.scene) if self.scene else ()), *self.behind]))


Maker: TypeAlias = Callable[[Seen, Slide, Words], Picture]


def source_names(seen: Seen, claims: Iterable[str], lang: Lang) -> list[str]:
    """The short names of the sources of ``claims``."""
    return list(dict.fromkeys(seen.label(key, lang) for key in seen.sources(claims)))


def first_source(seen: Seen, claim: str, lang: Lang) -> str:
    """The source of a claim, with how many more it cites."""
    names = source_names(seen, [claim], lang)
    return names[0] + (f" +{len(names) - 1}" if len(names) > 1 else "") if names else "–"


def dated(text: str, lang: Lang) -> str:
    """A date in words where it is written as EDTF; as written otherwise."""
    return format_date(text, lang) if is_edtf(text) else text
