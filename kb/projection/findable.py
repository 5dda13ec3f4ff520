"""What an entity is found by: ``names``, all it is called, as written; ``search``, the words of the full-text index.

The words are those of :func:`kb.names.retrieval_words`; of an archival reference there is one for each of its levels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from kb.archives import LEVELS, Reference, read_references
from kb.i18n import LANGS
from kb.model import SCHEMA
from kb.names import retrieval_words
from kb.projection.accept import PropertyView, negative
from kb.projection.graph import Props

_NAMED: Final = ("name_ru", "name_kk", "name_latin", "name_en", "name", "name_variants", "other_name")
#: Properties that hold what an entity of a kind is called, beside ``_NAMED``.
_CALLED: Final[Mapping[str, tuple[str, ...]]] = {
    "Person": ("surname",),
    "Place": ("old_name", "modern_name"),
    "Source": ("title", "short_ru", "short_kk", "short_en"),
    "Case": ("title", "title_ru", "title_kk", "title_en", "number"),
    "ArchivalUnit": ("title",),
    "Organisation": ("abbreviation",),
}
#: Properties by which an entity is found though it is not called so.
_BESIDE: Final[Mapping[str, tuple[str, ...]]] = {
    "Person": ("file_reference",),
    "Source": ("author", "reference"),
}
_REFERENCES: Final = frozenset({"file_reference", "reference"})
_LABELS: Final = ("label", *(f"label_{lang}" for lang in LANGS))
_PART: Final = re.compile(r"[^\W_]+")
_LEVEL: Final = dict(zip(LEVELS, "afodl", strict=True))


@cache
def _properties(kind: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What an entity of ``kind`` is called by, and what it is found by besides."""
    declared = SCHEMA.kinds[kind].properties
    called = (*_NAMED, *_CALLED.get(kind, ()))
    return tuple(filter(declared.__contains__, called)), _BESIDE.get(kind, ())


def findable(kind: str, views: Mapping[str, PropertyView], printed: Props) -> Props:
    """``names`` and ``search`` of an entity of ``kind``, from all that its sources say and do not deny, and from its
    labels as ``printed``; neither where it is called nothing.
    """
    if not SCHEMA.kinds[kind].searched:
        return {}
    called, beside = _properties(kind)
    labels = (str(printed[name]) for name in _LABELS if name in printed)
    names = tuple(dict.fromkeys((*_said(called, views), *labels)))
    words = {word for text in names for word in retrieval_words(text)}
    for name in beside:
        for text in _said((name,), views):
            words.update(_reference_words(text) if name in _REFERENCES else retrieval_words(text))
    if kind == "ArchivalUnit":
        words.update(word for text in names for word in _reference_words(text))
    return {"names": list(names), **({"search": " ".join(sorted(words))} if words else {})}


def _said(properties: Iterable[str], views: Mapping[str, PropertyView]) -> Iterator[str]:
    for name in properties:
        if seen := views.get(name):
            yield from (each.reading.text for each in seen.said if not negative(each.claim))


def _reference_words(text: str) -> Iterator[str]:
    for reference in read_references(text):
        yield from reference_words(reference)


def reference_words(reference: Reference) -> tuple[str, ...]:
    """A word for a reference down to each of its levels, with the archive and without it: what names only
    ``ф. 2, оп. 8`` is a word of all dela in that opis. The last is the nearest to the place that is meant.
    """
    plain: list[str] = []
    way = ""
    for level in LEVELS[1:-1]:
        value = getattr(reference, level)
        if value is None:
            break
        way += _LEVEL[level] + "".join(_PART.findall(value.casefold()))
        plain.append(way)
    archive = "".join(_PART.findall((reference.archive or "").casefold()))
    held = [f"{way}{_LEVEL['archive']}{archive}" for way in ("", *plain) if archive]
    return (*plain, *held)
