"""A story: slides in order, each a question to the base with its words. Kept as YAML that a person reads and changes.

A slide holds no figures of its own: what its picture finds is named in ``{braces}`` in its words. Texts are in ru, kk
and en.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import yaml

from kb.errors import DataError, UnknownId
from kb.i18n import LANGS, Text
from kb.model import SCHEMA

ENDING: Final = ".yml"
LEVELS: Final = tuple(SCHEMA.vocabularies["level"])
SAFEST: Final = LEVELS[-1]

#: What each kind of slide asks for: the settings it needs, and those it may have; ``ids`` are several, ``id`` is one.
KINDS: Final[Mapping[str, Mapping[str, str]]] = {
    "words": {},
    "totals": {},
    "sizes": {"of": "ids"},
    "times": {"of": "ids"},
    "readings": {"of": "id", "properties": "names"},
    "people": {"of": "id"},
    "known": {"of": "id"},
    "map": {"of": "ids?"},
    "network": {"of": "ids"},
    "path": {"from": "id", "to": "id", "without": "names?", "through": "names?"},
}
_WORDS: Final = ("title", "caption", "notes")


@dataclass(frozen=True, slots=True)
class Slide:
    """``show`` is one of KINDS, ``asked`` its settings; title, caption and speaker's notes in three languages."""

    show: str
    title: Text
    caption: Text | None = None
    notes: Text | None = None
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def one(self, name: str) -> str:
        """A setting that is one id."""
        return self.asked[name][0]


@dataclass(frozen=True, slots=True)
class Story:
    """``name`` is that of its file; ``level``: who may see it, so which claims it is made of."""

    name: str
    title: Text
    lead: Text
    level: str
    slides: tuple[Slide, ...]

    def document(self) -> dict[str, Any]:
        """What its file holds."""
        return {
            "title": _said(self.title),
            "lead": _said(self.lead),
            "level": self.level,
            "slides": [_slide_document(slide) for slide in self.slides],
        }

    def text(self) -> str:
        """Its file."""
        return yaml.dump(self.document(), allow_unicode=True, sort_keys=False, width=110)


def _said(text: Text) -> dict[str, str]:
    return {lang: text[lang] for lang in LANGS}


def _slide_document(slide: Slide) -> dict[str, Any]:
    wanted = KINDS[slide.show]
    asked = {n: list(v) if wanted[n].rstrip("?") != "id" else v[0] for n, v in slide.asked.items()}
    words = {name: _said(text) for name in _WORDS if (text := getattr(slide, name)) is not None}
    return {"show": slide.show, **asked, **words}


def read_story(text: str, file: str) -> Story:
    """The story that the YAML ``text`` of ``file`` tells. DataError says which slide and which key is wrong."""
    try:
        said = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise DataError("story_yaml", file=file, said=" ".join(str(error).split())) from None
    if not isinstance(said, dict):
        raise DataError("story_yaml", file=file, said="–")
    _known(said, {"title", "lead", "level", "slides"}, file, "")
    level = said.get("level", SAFEST)
    if level not in LEVELS:
        raise DataError("story_choice", file=file, where="level", value=level, choices=", ".join(LEVELS))
    slides = said.get("slides")
    if not isinstance(slides, list) or not slides:
        raise DataError("story_key", file=file, where="slides")
    return Story(
        name=Path(file).stem,
        title=_text(said, "title", file, ""),
        lead=_text(said, "lead", file, ""),
        level=level,
        slides=tuple(_slide(each, file, f"slides[{place}]") for place, each in enumerate(slides, 1)),
    )


def _slide(said: Any, file: str, where: str) -> Slide:
    if not isinstance(said, dict):
        raise DataError("story_key", file=file, where=where)
    show = str(said.get("show"))
    if show not in KINDS:
        raise DataError("story_choice", file=file, where=f"{where}.show", value=show, choices=", ".join(KINDS))
    _known(said, {"show", *_WORDS, *KINDS[show]}, file, where)
    return Slide(
        show=show,
        title=_text(said, "title", file, where),
        caption=_text(said, "caption", file, where) if "caption" in said else None,
        notes=_text(said, "notes", file, where) if "notes" in said else None,
        asked={name: given for name, kind in KINDS[show].items() if (given := _asked(said, name, kind, file, where))},
    )


def _asked(said: Mapping[str, Any], name: str, kind: str, file: str, where: str) -> tuple[str, ...]:
    given = said.get(name)
    if given is None and kind.endswith("?"):
        return ()
    listed = given if isinstance(given, list) and kind != "id" else [given]
    if not listed or not all(isinstance(one, str) and one for one in listed):
        raise DataError("story_key", file=file, where=_under(where, name))
    return tuple(listed)


def _text(said: Mapping[str, Any], name: str, file: str, where: str) -> Text:
    given = said.get(name)
    if not isinstance(given, dict):
        raise DataError("story_text", file=file, where=_under(where, name))
    try:
        return Text.of(given)
    except ValueError:
        raise DataError("story_text", file=file, where=_under(where, name)) from None


def _known(said: Mapping[str, Any], known: set[str], file: str, where: str) -> None:
    for name in said:
        if name not in known:
            raise DataError("story_key", file=file, where=_under(where, str(name)))


def _under(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def stories(home: Path) -> dict[str, Path]:
    """The stories by name: those that come with the program, and in their place those kept in the data folder."""
    shipped = Path(str(files("dashboard").joinpath("stories")))
    return {path.stem: path for folder in (shipped, own(home)) for path in _in(folder)}


def own(home: Path) -> Path:
    """Where stories made here are kept."""
    return home / "stories"


def _in(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.glob(f"*{ENDING}")) if folder.is_dir() else ()


def find_story(name: str, home: Path) -> Story:
    """The story of a name, or of a file. UnknownId where there is none; DataError where it is not in order."""
    path = Path(name)
    if path.suffix not in (ENDING, ".yaml") or not path.is_file():
        known = stories(home)
        if name not in known:
            raise UnknownId("unknown_story", id=name, known=", ".join(known))
        path = known[name]
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise DataError("story_yaml", file=path.name, said=str(error)) from None
    return read_story(text, path.name)


def keep(story: Story, home: Path) -> Path:
    """Write ``story`` into the data folder; its file."""
    folder = own(home)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{story.name}{ENDING}"
    path.write_text(story.text(), "utf-8")
    return path
