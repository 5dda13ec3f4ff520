"""A proposal as the text of a mapping, with the reasons as comments: to be read, corrected and kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kb.i18n import Lang, texts_of
from loaders.mapping.model import columns_of, parse
from loaders.mapping.suggest import Guess, Proposal

_EVENTS = {"arrest": "Measure", "sentence": "Measure", "execution": "Measure", "rehabilitation": "Review"}
_PARTS = ("surname", "given", "patronymic")
_OF_PERSON = frozenset({"number", "key", "entry", "locator", "role", *_PARTS})
_SLUG = re.compile(r"[^a-z0-9]+")
_LETTERS = dict(zip("абвгдеёзийклмнопрстуфхыэәғқңөұүһі", "abvgdeezijklmnoprstufhyeagqnouuhi", strict=True)) | {
    "ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "iu", "я": "ia",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person decides beside the columns; what is empty is left to the program.

    ``title`` of the source as it is cited, ``voice`` of who speaks in it, ``key``: the columns that make a row's key,
    ``uprising``: the id of the rising that all took part in.
    """

    title: str = ""
    level: str = "team"
    voice: str = ""
    key: tuple[str, ...] = ()
    uprising: str = ""


PROPOSED = Choices()


def slug(name: str) -> str:
    """An id made of the name of a file."""
    latin = "".join(_LETTERS.get(letter, letter) for letter in name.casefold())
    return _SLUG.sub("-", latin).strip("-") or "list"


def draft(proposal: Proposal, dataset: str, lang: Lang, choices: Choices = PROPOSED) -> str:
    """The text of a mapping, YAML, that :func:`loaders.mapping.parse_mapping` reads back."""
    lines = list(_lines(proposal, dataset, lang, choices))
    used = columns_of(parse("\n".join(lines).encode(), Path(proposal.file)))
    lines.extend(_ignored([guess for guess in proposal.guesses if guess.column not in used], lang))
    return "\n".join(lines) + "\n"


def _say(key: str, lang: Lang, **data: object) -> str:
    return texts_of("loaders").say(f"mapping.{key}", lang, **data)


def _q(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _why(guess: Guess, lang: Lang) -> str:
    said = "; ".join(_say(f"reasons.{reason.key}", lang, **reason.data) for reason in guess.reasons)
    example = " ".join(guess.example.split())[:50]
    return f"{said}; «{example}»" if example else said


def _lines(proposal: Proposal, dataset: str, lang: Lang, choices: Choices) -> Iterator[str]:
    holds = {guess.holds: guess for guess in proposal.guesses if guess.holds}
    said = _cites(holds, choices)
    for line in _say("draft.head", lang, file=proposal.file).splitlines():
        yield f"# {line}"
    if proposal.detected:
        yield "# " + ", ".join(f"{name}: {value!r}" for name, value in proposal.detected.items())
    yield f"dataset: {_q(dataset)}"
    yield from _format(proposal)
    yield f"level: {choices.level}"
    yield "constants:"
    yield "  list:"
    title = _q(choices.title or proposal.file)
    yield f"    values: {{ title: {title}, source_kind: list }} # {_say('draft.source', lang)}"
    if choices.uprising:
        yield from ("  uprising:", "    kind: Uprising", f"    id: {_q(choices.uprising)}")
    yield from _records(proposal, holds, lang, choices.key)
    yield "claims:"
    yield from _person(holds, lang, said)
    yield from _entry(holds, lang, said)
    yield from _events(holds, lang, said)
    yield from _participation(holds, lang, said, choices)


def _format(proposal: Proposal) -> Iterator[str]:
    said = {
        "encoding": proposal.detected.get("encoding", ""),
        "separator": proposal.detected.get("separator", ""),
        "sheet": proposal.detected.get("sheet", ""),
    }
    filled = [f"{name}: {_q(value)}" for name, value in said.items() if value]
    if filled:
        yield f"format: {{ {', '.join(filled)} }}"


def _records(proposal: Proposal, holds: Mapping[str, Guess], lang: Lang, wanted: Sequence[str]) -> Iterator[str]:
    yield "records:"
    yield "  person:"
    yield "    kind: Person"
    how, columns = ("hash", list(wanted)) if wanted else _key(holds, proposal)
    own = f"    {how}: [{', '.join(map(_q, columns))}]"
    yield f"{own} # {_say(f'draft.{how}', lang)}"
    for event in _told(holds):
        yield from (f"  {event}:", f"    kind: {_EVENTS[event]}", own, f"    prefix: {event}.")


def _key(holds: Mapping[str, Guess], proposal: Proposal) -> tuple[str, list[str]]:
    """How the key is made: of a column in which every row has its own, else of what tells rows apart."""
    key = holds.get("key")
    if key is not None and _all_different(proposal, key.column):
        return "key", [key.column]
    names = [name for name in ("name", "name_kk", *_PARTS, "birth", "entry") if name in holds]
    return "hash", [holds[name].column for name in names] or [guess.column for guess in proposal.guesses]


def _all_different(proposal: Proposal, column: str) -> bool:
    cells = [row.cells[column].strip() for row in proposal.rows]
    return all(cells) and len(set(cells)) == len(cells)


def _told(holds: Mapping[str, Guess]) -> list[str]:
    return [event for event in _EVENTS if any(name.startswith(f"{event}.") for name in holds)]


def _person(holds: Mapping[str, Guess], lang: Lang, said: Sequence[str]) -> Iterator[str]:
    lines: list[str] = []
    parts = [holds[name] for name in _PARTS if name in holds]
    if "name" in holds:
        lines.append(f"      name_ru: {_q(holds['name'].column)} # {_why(holds['name'], lang)}")
    elif parts:
        text = " ".join(f"{{{part.column}}}" for part in parts)
        lines.append(f"      name_ru: {{ text: {_q(text)} }} # {_why(parts[0], lang)}")
    for name, guess in holds.items():
        if "." not in name and name != "name" and name not in _OF_PERSON:
            lines.append(f"      {name}: {_q(guess.column)} # {_why(guess, lang)}")
    if lines:
        yield from ("  - claim: person", "    about: person", "    values:", *lines, *said)


def _cites(holds: Mapping[str, Guess], choices: Choices) -> Sequence[str]:
    locator = [f"    locator: {_q(holds['locator'].column)}"] if "locator" in holds else []
    voice = [f"    voice: {choices.voice}"] if choices.voice else []
    return ["    cites: list", *locator, *voice]


def _entry(holds: Mapping[str, Guess], lang: Lang, said: Sequence[str]) -> Iterator[str]:
    if "entry" in holds:
        guess = holds["entry"]
        yield from ("  - claim: entry", "    about: person", "    values:")
        yield f"      text: {_q(guess.column)} # {_why(guess, lang)}"
        yield from said


def _events(holds: Mapping[str, Guess], lang: Lang, said: Sequence[str]) -> Iterator[str]:
    for event in _told(holds):
        mine = {name.partition(".")[2]: guess for name, guess in holds.items() if name.startswith(f"{event}.")}
        kind = "step: { text: granted }" if event == "rehabilitation" else f"measure_kind: {{ text: {event} }}"
        yield f"  - claim: {_EVENTS[event].lower()}"
        yield f"    about: {event}"
        yield "    values:"
        yield f"      {kind}"
        for name, guess in mine.items():
            yield f"      {name}: {_q(guess.column)} # {_why(guess, lang)}"
        yield from said
        yield from ("  - claim: subject", "    about: person", f"    to: {event}", *said)


def _participation(holds: Mapping[str, Guess], lang: Lang, said: Sequence[str], choices: Choices) -> Iterator[str]:
    """All of a list took part in one rising, whether a row names a role or not."""
    if choices.uprising:
        claim = ("  - claim: participation", "    about: person", "    to: uprising")
        yield from (*claim, *said)
        if "role" in holds:
            role = f"      role: {_q(holds['role'].column)} # {_why(holds['role'], lang)}"
            yield from (*claim, "    values:", role, *said)


def _ignored(left: Sequence[Guess], lang: Lang) -> Iterator[str]:
    if left:
        yield "ignored: # " + _say("draft.ignored", lang)
        for guess in left:
            yield f"  {_q(guess.column)}: {_q(_why(guess, lang))}"
