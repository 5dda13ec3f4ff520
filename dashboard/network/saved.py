"""Saved views of the network: named, with their question, places, version of the data and a note, as files of the data
folder. A view that is opened again says what has changed since.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from dashboard.drawing.data import Node, Tie
from dashboard.network.question import Question, question_of
from kb.errors import UnknownId

FOLDER: Final = "views"
LONGEST_NAME: Final = 120
LONGEST_NOTE: Final = 2000
_ID = re.compile(r"[0-9a-f]{12}")
_KEPT: Final = ("places", "pinned", "hidden", "settings", "camera", "hints")


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view: ``asked`` are the parameters of its address, ``arranged`` is what the component keeps of it (places, what
    is hidden, camera), ``nodes`` and ``ties`` are what was in it, by id: labels, and what each tie rested on.
    """

    id: str
    name: str
    note: str
    author: str
    made: str
    version: str
    asked: Mapping[str, Sequence[str]]
    arranged: Mapping[str, Any]
    nodes: Mapping[str, str]
    ties: Mapping[str, str]

    @property
    def question(self) -> Question:
        """Its question."""
        return question_of(self.asked)


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new, gone or otherwise since a view was saved: labels of entities, and ids of ties."""

    came: tuple[str, ...]
    went: tuple[str, ...]
    ties_came: tuple[str, ...]
    ties_went: tuple[str, ...]
    ties_changed: tuple[str, ...]

    @property
    def any(self) -> bool:
        """Whether there is something."""
        return any((self.came, self.went, self.ties_came, self.ties_went, self.ties_changed))


def made_view(
    name: str,
    note: str,
    question: Question,
    arranged: Mapping[str, Any],
    seen: tuple[Sequence[Node], Sequence[Tie]],
    about: tuple[str, str, str],
) -> SavedView:
    """A view of ``seen`` nodes and ties; ``about``: author, day, version of the data."""
    author, made, version = about
    asked = {key: [value] if isinstance(value, str) else value for key, value in question.address().items() if value}
    nodes, ties = seen
    unnamed = SavedView(
        id="",
        name=name.strip()[:LONGEST_NAME],
        note=note.strip()[:LONGEST_NOTE],
        author=author,
        made=made,
        version=version,
        asked=asked,
        arranged={key: arranged[key] for key in _KEPT if key in arranged},
        nodes={node.id: node.label for node in nodes},
        ties={tie.id: _rests(tie) for tie in ties},
    )
    content = json.dumps(asdict(unnamed), ensure_ascii=False, sort_keys=True)
    return SavedView(**{**asdict(unnamed), "id": sha256(content.encode()).hexdigest()[:12]})


def _rests(tie: Tie) -> str:
    """What a tie rests on, as far as a reader sees it."""
    return f"{tie.certainty} {tie.sources} {tie.status}".strip()


def changes(view: SavedView, nodes: Sequence[Node], ties: Sequence[Tie]) -> Changes:
    """What the same question brings now, against what it brought then."""
    labels = {node.id: node.label for node in nodes}
    now = {tie.id: _rests(tie) for tie in ties}
    return Changes(
        came=tuple(label for ident, label in labels.items() if ident not in view.nodes),
        went=tuple(label for ident, label in view.nodes.items() if ident not in labels),
        ties_came=tuple(ident for ident in now if ident not in view.ties),
        ties_went=tuple(ident for ident in view.ties if ident not in now),
        ties_changed=tuple(ident for ident, said in now.items() if view.ties.get(ident, said) != said),
    )


class Views:
    """The saved views below a data folder."""

    def __init__(self, home: Path) -> None:
        self._folder = home / FOLDER

    def keep(self, view: SavedView) -> None:
        """Write it; the file is whole or not there."""
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._path(view.id)
        part = path.with_suffix(".part")
        part.write_text(json.dumps(asdict(view), ensure_ascii=False, indent=1), "utf-8")
        part.replace(path)

    def find(self, ident: str) -> SavedView:
        """The view ``ident``; UnknownId."""
        if not _ID.fullmatch(ident) or not self._path(ident).is_file():
            raise UnknownId("unknown_view", id=ident)
        return SavedView(**json.loads(self._path(ident).read_text("utf-8")))

    def all(self) -> list[SavedView]:
        """All of them, the newest first."""
        found = [self.find(path.stem) for path in sorted(self._folder.glob("*.json")) if _ID.fullmatch(path.stem)]
        return sorted(found, key=lambda view: (view.made, view.name), reverse=True)

    def forget(self, ident: str) -> None:
        """Delete it; UnknownId."""
        self.find(ident)
        self._path(ident).unlink()

    def _path(self, ident: str) -> Path:
        return self._folder / f"{ident}.json"
