"""A story told by a base: every slide with its picture, words, sources in each language, and who is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.pack.evidence import Ledger
from dashboard.pack.seen import Seen
from dashboard.pack.slides import Picture, picture
from dashboard.pack.slides.picture import source_names
from dashboard.pack.story import Story
from dashboard.words import Count, Words
from kb.errors import DataError, QuestionError
from kb.i18n import LANGS, Lang, Text
from kb.projection import EntityKey
from queries.words import tie_words

MOST_PEOPLE = 600  # with their claims, so that a pack stays below three megabytes
_NAMES = ("name_ru", "name_kk", "name_latin", "name", "name_variants")
_PARTS = ("TOOK_PART_IN", "ACCUSED_OVER")


@dataclass(frozen=True, slots=True)
class Shown:
    """A slide in one language."""

    title: str
    caption: str
    notes: str
    sources: tuple[str, ...]
    picture: Picture


@dataclass(frozen=True, slots=True)
class Named:
    """A person who can be looked for: every spelling, in what he took part, the slides where he stands."""

    key: EntityKey
    names: tuple[str, ...]
    parts: Mapping[Lang, str]
    claims: tuple[str, ...]
    slides: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """A story as it is shown. ``shown[lang]`` are its slides; ``left_out``: people for whom there was no room."""

    story: Story
    seen: Seen
    shown: Mapping[Lang, tuple[Shown, ...]]
    people: tuple[Named, ...]
    left_out: int

    def ledger(self) -> Ledger:
        """The claims of all pictures and people, numbered."""
        made = Ledger(self.seen)
        for shown in self.shown[LANGS[0]]:
            for claim in shown.picture.claims:
                made.number(claim)
        for one in self.people:
            for claim in one.claims:
                made.number(claim)
        return made


def deck(seen: Seen, story: Story) -> Deck:
    """``story`` told by what ``seen`` holds. DataError where its words name what their picture does not find."""
    shown = {
        lang: tuple(_shown(seen, story, place, Words(lang)) for place in range(len(story.slides))) for lang in LANGS
    }
    people = sorted(_named(seen, shown[LANGS[0]]), key=lambda one: (not one.slides, one.names[0]))
    return Deck(story, seen, shown, tuple(people[:MOST_PEOPLE]), max(0, len(people) - MOST_PEOPLE))


def _shown(seen: Seen, story: Story, place: int, say: Words) -> Shown:
    slide = story.slides[place]
    try:
        found = picture(seen, slide, say)
    except QuestionError as error:
        raise DataError("story_slide", slide=place + 1, said=error.say(say.lang)) from error
    sources = tuple(source_names(seen, found.claims, say.lang))
    facts = {name: Count(value, say.lang) if isinstance(value, int) else value for name, value in found.facts.items()}

    def told(text: Text | None, name: str) -> str:
        if text is None:
            return ""
        try:
            return text[say.lang].format(**facts)
        except (KeyError, IndexError, ValueError, AttributeError) as error:
            where = f"slides[{place + 1}].{name}.{say.lang}"
            raise DataError("story_words", where=where, value=str(error), known=", ".join(facts) or "–") from None

    return Shown(told(slide.title, "title"), told(slide.caption, "caption"), told(slide.notes, "notes"), sources, found)


def _named(seen: Seen, shown: tuple[Shown, ...]) -> list[Named]:
    on: dict[EntityKey, list[int]] = {}
    for place, slide in enumerate(shown):
        keys = {
            seen.graph.identity[record] for claim in slide.picture.claims for record, _ in seen.claims[claim].records
        }
        for key in keys:
            on.setdefault(key, []).append(place)
    return [_person(seen, key, tuple(on.get(key, ()))) for key in seen.keys("Person")]


def _person(seen: Seen, key: EntityKey, slides: tuple[int, ...]) -> Named:
    props = seen.of(key)
    spelt = [props.get("label"), *(props.get(name) for name in _NAMES)]
    names = [str(one) for each in spelt for one in (each if isinstance(each, list) else [each]) if one]
    ties = [tied for tied in seen.ties(key, *_PARTS) if tied.forward]
    parts = {
        lang: "; ".join(f"{seen.label(t.other, lang)}: {tie_words(t.type, dict(t.properties), lang)}" for t in ties)
        for lang in LANGS
    }
    claims = dict.fromkeys([*(c for t in ties for c in t.claims), *(c.id for c in seen.said_about(key))])
    return Named(key, tuple(dict.fromkeys(names)), parts, tuple(claims), slides)
