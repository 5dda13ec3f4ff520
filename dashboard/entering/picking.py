"""What in the base may be meant by a name or a place that was typed: by the search of the dashboard."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dashboard.data import version
from dashboard.entities import label_of
from dashboard.finding import find, names, of_kind
from kb.i18n import Lang
from kb.names import SAME
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
    least = SAME if kind == "Person" else _CLOSE
    hits = [hit for hit in of_kind(find(text, names(data, home), lang), kind) if hit.score >= least]
    return tuple(
        Candidate(
            str(hit.properties["id"]), label_of(hit.properties, lang), str(hit.properties.get("birth_text") or "")
        )
        for hit in hits[:MOST]
    )
