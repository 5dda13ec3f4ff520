"""Finding by any spelling: people by the rules of ``kb.names``, all else by folded words, archival units by reference.

The names are read once for each version of the data and kept in memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

from rapidfuzz.distance import JaroWinkler

from dashboard.data import Row, rows
from kb.archives import Reference, read_references
from kb.i18n import LANGS, Lang
from kb.model import SCHEMA
from kb.names import SAME, NameMatch, Rule, fold
from kb.names.matcher import Matcher

NEAR: Final = 0.45  # from here on a person is «near», below SAME
CLOSE: Final = 0.88  # two folded words this alike are spellings of one word
MOST_PEOPLE: Final = 60
NAME_LIMIT: Final = 500_000
_ALSO: Final = {"Source": ("title", "author"), "Case": ("title", "number"), "ArchivalUnit": ("title",)}


@dataclass(frozen=True, slots=True)
class Named:
    """An entity with everything it is called; ``words`` are the folded words of each name."""

    kind: str
    properties: Row
    names: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: how good (0 to 1), by which of its names, and why, a line for each reason."""

    kind: str
    properties: Row
    score: float
    name: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """All names; which of the named have a word of these first letters; and a matcher for the names of people.

    ``people``: whose name is at each place of the matcher.
    """

    named: tuple[Named, ...]
    by_start: dict[str, tuple[int, ...]]
    matcher: Matcher
    people: tuple[int, ...]


def _called(kind: str, properties: Row) -> tuple[str, ...]:
    declared = SCHEMA.kinds[kind].properties
    own = [name for name in properties if name in declared and (name.startswith("name") or name == "other_name")]
    labels = ["label", *(f"label_{lang}" for lang in LANGS), *(f"short_{lang}" for lang in LANGS)]
    wanted = [*own, *_ALSO.get(kind, ()), *labels]
    return tuple(dict.fromkeys(text for name in wanted for text in _texts(properties.get(name))))


def _texts(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str) and one.strip():
            yield one


@lru_cache(maxsize=2)
def names(version: str, home: str) -> Names:
    """Every name of the base of this version (and of this place: one server may be asked about several)."""
    found = [_named(kind, row["entity"]) for kind in SCHEMA.kinds for row in rows("names", kind=kind, limit=NAME_LIMIT)]
    starts: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(found):
        for start in {word[:1] for words in one.words for word in words}:
            starts[start].append(place)
    people = [(place, name) for place, one in enumerate(found) if one.kind == "Person" for name in one.names]
    by_start = {start: tuple(places) for start, places in starts.items()}
    return Names(tuple(found), by_start, Matcher(name for _, name in people), tuple(place for place, _ in people))


def _named(kind: str, properties: Row) -> Named:
    called = _called(kind, properties)
    return Named(kind, properties, called, tuple(tuple(fold(name).split()) for name in called))


def find(text: str, known: Names, lang: Lang) -> list[Hit]:
    """What is found for ``text``, best first; people near enough to be asked about come after what is the same."""
    hits = _by_words(text, known)
    for place, hit in _by_sound(text, known, lang).items():
        hits[place] = replace(hit, score=max(hit.score, hits[place].score)) if place in hits else hit
    return sorted(hits.values(), key=lambda hit: (-hit.score, hit.kind, str(hit.properties["id"])))


def _by_sound(text: str, known: Names, lang: Lang) -> dict[int, Hit]:
    """People, whatever the spelling (Юсупбек, Жүсіпбек), each by the best of their names."""
    found: dict[int, Hit] = {}
    for match in known.matcher.find(text, MOST_PEOPLE):
        place = known.people[match.place]
        if match.score >= NEAR and place not in found:
            one = known.named[place]
            why = tuple(_reasons(known.matcher.explain(text, match), lang))
            found[place] = Hit(one.kind, one.properties, match.score, match.text, why)
    return found


def _reasons(match: NameMatch, lang: Lang) -> Iterator[str]:
    for reason in match.why:
        if reason.rule not in (Rule.SAME, Rule.MISSING):
            yield reason.say(lang)


def _by_words(text: str, known: Names) -> dict[int, Hit]:
    """Whatever has all words of ``text`` in one of its names, or beginnings or near spellings of them."""
    wanted = tuple(fold(text).split())
    found: dict[int, Hit] = {}
    for place in sorted({place for word in wanted for place in known.by_start.get(word[:1], ())}):
        one = known.named[place]
        score, name = max((_alike(wanted, words), name) for words, name in zip(one.words, one.names, strict=True))
        if score >= CLOSE:
            found[place] = Hit(one.kind, one.properties, score, name, ())
    return found


def _alike(wanted: tuple[str, ...], words: tuple[str, ...]) -> float:
    """How well the words of a name hold the words wanted: the worst of them counts; a beginning is enough."""
    if not words:
        return 0.0
    return min(max(_word(word, other) for other in words) for word in wanted)


def _word(wanted: str, word: str) -> float:
    if word.startswith(wanted):
        return 1.0 if len(word) == len(wanted) else 0.96
    return float(JaroWinkler.similarity(wanted, word))


def same(hit: Hit) -> bool:
    """Is it what was asked for, or only near?"""
    return hit.kind != "Person" or hit.score >= SAME


def reference_in(text: str) -> Reference | None:
    """The archival reference that ``text`` is, if it is one that names at least a fond."""
    found = read_references(text)
    return found[0] if found and found[0].fond else None


def of_kind(hits: Iterable[Hit], kind: str) -> list[Hit]:
    """Those of one kind; of all kinds when it is empty."""
    return [hit for hit in hits if not kind or hit.kind == kind]
