"""What an entity is found by: the names it goes under, and the words that the full-text index holds of them.

Words are folded to plain lower-case Latin and figures, alike for what is stored and for what is asked, so nothing that
a person types reaches an engine as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from kb.archives import LEVELS, Reference, read_references
from kb.i18n import LANGS
from kb.model import SCHEMA
from kb.names import fold, keys, read_name

_NAMED: Final = ("name_ru", "name_kk", "name_latin", "name_en", "name", "other_name")
#: Properties that hold what an entity of a kind is called, beside ``_NAMED``.
_CALLED: Final[Mapping[str, tuple[str, ...]]] = {
    "Person": ("surname",),
    "Place": ("old_name", "modern_name"),
    "Source": ("title", "short_ru", "short_kk", "short_en"),
    "Case": ("title", "title_ru", "title_kk", "title_en", "number"),
    "ArchivalUnit": ("title",),
}
#: Properties by which an entity is found though it is not called so.
_BESIDE: Final[Mapping[str, tuple[str, ...]]] = {"Person": ("father",), "Source": ("author", "reference")}
_LABELS: Final = ("label", *(f"label_{lang}" for lang in LANGS))
_PIECE: Final = re.compile(r"\d+|[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_PART: Final = re.compile(r"[^\W_]+")
# Letters that initials of one name are written with; vowels are one, as are г and х.
_INITIAL: Final = str.maketrans("eiouyvwghqzfbdxc", "aaaaaaakkkjpptss")
_LEVEL: Final = dict(zip(LEVELS, "afodl", strict=True))


def properties_of(kind: str) -> tuple[str, ...]:
    """The properties of ``kind`` by whose values an entity is found."""
    wanted = (*_NAMED, *_CALLED.get(kind, ()), *_BESIDE.get(kind, ()))
    return tuple(name for name in wanted if name in SCHEMA.kinds[kind].properties)


def findable(kind: str, said: Mapping[str, Sequence[str]], labels: Mapping[str, object]) -> dict[str, object]:
    """``names``, all that an entity is called, as written, and ``search``, the words it is found by.

    ``said``: the values of :func:`properties_of` that sources give and do not deny, as written; ``labels`` as printed.
    """
    called = [text for name in properties_of(kind) if name not in _BESIDE.get(kind, ()) for text in said.get(name, ())]
    printed = [str(labels[name]) for name in _LABELS if name in labels]
    names = list(dict.fromkeys([*called, *printed]))
    beside = [text for name in _BESIDE.get(kind, ()) for text in said.get(name, ())]
    words = sorted(set(_words(kind, [*names, *beside])))
    return {"names": names, **({"search": " ".join(words)} if words else {})}


def _words(kind: str, texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from name_words(text) if kind == "Person" else plain_words(text)
        if kind in ("Source", "ArchivalUnit"):
            for reference in read_references(text):
                yield from reference_words(reference)


def name_words(text: str) -> tuple[str, ...]:
    """The words a name is found by: its keys, and those of its surname with each initial (``kenbai1j``)."""
    read = read_name(text)
    initials = [_initial(part) for said in (read.given, read.patronymic) if said for part in _PIECE.findall(said)]
    own = keys(read.surname) if read.surname and initials else ()
    together = dict.fromkeys(f"{key}1{letter}" for key in own for letter in initials if letter)
    return (*read.keys, *together)


def _initial(part: str) -> str:
    return fold(part)[:1].translate(_INITIAL)


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a title or a place, folded; figures as they are."""
    pieces = (piece if piece.isdecimal() else fold(piece) for piece in _PIECE.findall(text))
    return tuple(dict.fromkeys(word for piece in pieces for word in piece.split()))


def reference_words(reference: Reference) -> tuple[str, ...]:
    """A word for a reference down to each of its levels, with the archive and without it: what names only
    ``ф. 2, оп. 8`` is a word of all dela in that opis.
    """
    found: list[str] = []
    way = ""
    for level in LEVELS[1:-1]:
        value = getattr(reference, level)
        if value is None:
            break
        way += _LEVEL[level] + "".join(_PART.findall(value.casefold()))
        found.append(way)
    archive = "".join(_PART.findall((reference.archive or "").casefold()))
    return (*found, *(f"{way}{_LEVEL['archive']}{archive}" for way in found if archive))
