"""What in the base may be meant by a name or a place that was typed: by the search of the dashboard."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dashboard.data import base, version
from dashboard.entities import label_of
from kb.i18n import Lang
from kb.search import find
from kb.settings import settings

MOST = 4
SHORTEST = 3  # letters
_CLOSE = 0.9  # of words of a place


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something of the base that may be meant; ``told`` is what tells namesakes apart."""

    id: str
    label: str
    told: str

    @property
    def line(self) -> str:
        """The line of a list."""
        return " · ".join(part for part in (self.label, self.told, self.id) if part)


def candidates(text: str, kind: str, lang: Lang) -> tuple[Candidate, ...]:
    """The best of the base for ``text``, best first; nothing for what is too short to tell."""
    folded = " ".join(text.split())
    if len(folded) < SHORTEST:
        return ()
    chosen = settings()
    return _candidates(folded, kind, lang, version(), f"{chosen.home}{chosen.uri}")


@lru_cache(maxsize=2000)
def _candidates(text: str, kind: str, lang: Lang, data: str, home: str) -> tuple[Candidate, ...]:
    """Found once for each version of the data, whatever else is typed meanwhile."""
    hits = base().ask(lambda store: find(store, text, kinds=(kind,), most=MOST)).hits
    fit = [hit for hit in hits if (hit.same if kind == "Person" else hit.score >= _CLOSE) and hit.by != "quote"]
    return tuple(
        Candidate(hit.id, label_of(hit.properties, lang), str(hit.properties.get("birth_text") or "")) for hit in fit
    )
