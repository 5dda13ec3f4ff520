"""``read_references``: every archival reference of a text, the parts it leaves out carried over from the one before."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from kb.archives.labels import ibid, lead, pattern, verso
from kb.archives.reference import IBID, LEVELS, Reference
from kb.archives.vocabulary import Archives, archives

LONGEST = 4000
"""Letters; a longer text is not read."""

_FOLDS = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("\u00a0\u202f\u2009\t\n\r", " ") | {"’": "'"})
_EDGES = " ,.;:-()[]«»\"'/"
_ORDER = {level: place for place, level in enumerate(LEVELS)}
_SAYS_ARCHIVE = re.compile(r"архив|мұрағат|archive", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_LONGEST_ABBREVIATION = 40
_KAZAKH_FOND = re.compile(r"(?<!\w)(?:қ|қор)\.?\s?(?:№\s?)?\d", re.IGNORECASE)


@dataclass(slots=True)
class _Draft:
    """A reference being gathered: what it has, and which levels of it the text says here."""

    parts: dict[str, str] = field(default_factory=dict)
    said: set[str] = field(default_factory=set)
    carried: dict[str, str] = field(default_factory=dict)  # waits until the text says at which level it goes on
    extra: dict[str, str] = field(default_factory=dict)
    printed: str | None = None
    verso: bool = False
    start: int = 0
    end: int = 0


def read_references(text: str, known: Archives | None = None) -> list[Reference]:
    """The references of a text, in its order; an empty list if there are none. Never raises.

    ``known`` is a vocabulary of archives, by default the shipped one; see ``archives`` for one of one's own.
    """
    return list(_read(text)) if known is None else _references(text, known)


@lru_cache(maxsize=16384)
def _read(text: str) -> tuple[Reference, ...]:
    return tuple(_references(text, archives()))


def _references(text: str, known: Archives) -> list[Reference]:
    if not text.strip() or len(text) > LONGEST:
        return []
    folded = unicodedata.normalize("NFC", text).translate(_FOLDS)
    drafts = _Gatherer(folded, known).gather()
    whole = len(drafts) == 1
    return [
        _finished(draft, text if whole else folded[draft.start : draft.end].strip(_EDGES), known) for draft in drafts
    ]


def _finished(draft: _Draft, text: str, known: Archives) -> Reference:
    archive = draft.parts.get("archive")
    return Reference(
        archive=archive if archive in {None, IBID} else known.usual(archive or ""),
        fond=draft.parts.get("fond"),
        opis=draft.parts.get("opis"),
        delo=draft.parts.get("delo"),
        leaf=draft.parts.get("leaf"),
        verso=draft.verso,
        extra=tuple(draft.extra.items()),
        archive_printed=draft.printed,
        text=text,
    )


class _Gatherer:
    """Goes through the parts of a text from left to right."""

    def __init__(self, text: str, known: Archives) -> None:
        self.text = text
        self.known = known
        self.done: list[_Draft] = []
        self.open = _Draft()
        self.last = 0

    def gather(self) -> list[_Draft]:
        """All references, as drafts."""
        for found in pattern().finditer(self.text):
            self._between(self.text[self.last : found.start()], labelled=True)
            part, value = next((name, value) for name, value in found.groupdict().items() if value is not None)
            part = part.removesuffix("_kk")
            if part == "slashed":
                for level, piece in zip(LEVELS[1:], value.split("/"), strict=False):
                    self._fill(level, piece, found.start())
            elif part == "leaf":
                self._fill("leaf", _plain_leaves(value), found.start())
                back = (
                    found["verso"] or found["verso_kk"] or re.search(rf"(?<![^\W\d_]){verso()}", value, re.IGNORECASE)
                )
                self.open.verso = bool(back)
            elif part in _ORDER:
                for piece in re.split(r"\s?,\s?|\sи\s", value):
                    self._fill(part, piece.replace(" ", ""), found.start())
            elif part == "volume" and self._is_opis(found[0]):
                self._fill("opis", value.strip(), found.start())
            elif part in {"edition", "bundle", "volume", "part"}:
                self._extra(part, value.strip(), found.start())
            self.last = self.open.end = found.end()
        self._between(self.text[self.last :], labelled=bool(self.last))
        self._close(len(self.text))
        return self.done

    def _is_opis(self, said: str) -> bool:
        """«Қ. 30. Т. 4.»: after a Kazakh fond «Т.» is its тізімдеме, no volume."""
        bare = said.lstrip().lower().startswith("т.")
        return bare and bool(_KAZAKH_FOND.search(self.text, 0, self.last)) and self.open.said <= {"archive", "fond"}

    def _between(self, words: str, *, labelled: bool) -> None:
        """The words before a part: the name of an archive, «там же», or nothing that matters."""
        if ibid().search(words):
            self._archive(IBID, ibid().search(words)[0])  # type: ignore[index]
            return
        name = lead().sub("", words).strip(_EDGES)
        name += ")" * (name.count("(") - name.count(")"))
        if not name or not _LETTERS.search(name):
            return
        if self.last == 0:
            if labelled or self.known.find(name) or (_SAYS_ARCHIVE.search(name) and name[0].isupper()):
                self._archive(self._best_name(name) or name, name)
        elif found := self._best_name(name) or _abbreviation_in(name):
            self._archive(found, found)

    def _best_name(self, name: str) -> str | None:
        """What of the words is a name that the vocabulary has."""
        if self.known.find(name):
            return name
        pieces = [piece.strip(_EDGES) for piece in re.split(r"[(),;]|\. ", name)]
        for piece in reversed(pieces):
            words = piece.split()
            for start in range(len(words)):
                if self.known.find(" ".join(words[start:])):
                    return " ".join(words[start:])
        return None

    def _archive(self, name: str, printed: str) -> None:
        before = self.open
        if before.said:
            self._close(self.last)
            self.open = _Draft(start=self.last)
            self.open.carried = before.parts if name == IBID else {}
        self.open.parts["archive"] = name
        self.open.said.add("archive")
        self.open.printed = printed

    def _fill(self, level: str, value: str, place: int) -> None:
        """Set a level; one that stands at or above what was said begins another reference."""
        order = _ORDER[level]
        if any(_ORDER[said] >= order for said in self.open.said):
            self._next(order, place)
        for name, carried in self.open.carried.items():
            if 0 < _ORDER[name] < order:
                self.open.parts.setdefault(name, carried)
        self.open.parts[level] = value
        self.open.said.add(level)

    def _next(self, order: int, place: int) -> None:
        before = self.open
        self._close(place)
        self.open = _Draft(
            parts={name: value for name, value in before.parts.items() if _ORDER[name] < order},
            extra=dict(before.extra) if order == _ORDER["leaf"] else {},
            printed=before.printed,
            start=place,
        )

    def _extra(self, name: str, value: str, place: int) -> None:
        if "leaf" in self.open.said:  # «Т. 1. Л. 5; Т. 2. Л. 7»
            self._next(_ORDER["leaf"], place)
        self.open.extra[name] = value

    def _close(self, place: int) -> None:
        if self.open.said:
            self.open.end = max(self.open.end, min(place, self.last or place))
            self.done.append(self.open)


def _abbreviation_in(name: str) -> str | None:
    """An archive that the vocabulary does not have, between two references: its abbreviation or a name that says it."""
    last = re.split(r"[;:] |\. ", name)[-1].strip(_EDGES)
    letters = [letter for letter in last if letter.isalpha()]
    shouted = (
        len(letters) > 2 and sum(map(str.isupper, letters)) > len(letters) / 2 and len(last) < _LONGEST_ABBREVIATION
    )
    return last if shouted or _SAYS_ARCHIVE.search(last) else None


def _plain_leaves(value: str) -> str:
    """The leaves without the words for their backs: a hyphen for a range, a comma for a list."""
    without = re.sub(rf"(?<![^\W\d_])[\s-]*{verso()}", "", value, flags=re.IGNORECASE)
    leaves: list[str] = []
    for piece in re.split(r"\s*(?:[,;]|\bи\b|\band\b|және)\s*", without):
        first, _, last = (part.strip() for part in piece.strip().partition("-"))
        leaf = f"{first}-{last}" if last and last != first else first
        if leaf and leaf not in leaves:
            leaves.append(leaf)
    return ", ".join(leaves)
