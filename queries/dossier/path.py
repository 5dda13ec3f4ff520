"""The dossier of a path: what connects two people, every step with its evidence, or that nothing was found."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from kb.connections import PathOptions, Searched
from kb.i18n import Lang, texts_of
from kb.model import SCHEMA
from kb.settings import Settings
from kb.store import Store
from queries.dossier.model import Block, Dossier, Paragraph, Section, Table
from queries.dossier.notes import Notes
from queries.dossier.person import citation, sources_section
from queries.paths import Hop, Path, paths
from queries.words import tie_words

Labels: TypeAlias = Mapping[str, str]


def path_dossier(
    store: Store, settings: Settings, one: str, other: str, options: PathOptions, lang: Lang, made: date
) -> Dossier:
    """What connects ``one`` with ``other`` under ``options``. Raises what :func:`queries.paths.paths` does."""
    found = paths(store, settings, one, other, options, lang)
    notes = Notes(store, lang)
    notes.read(item.claim for path in found.paths for hop in path.hops for item in hop.evidence)
    labels = notes.labels(end for path in found.paths for hop in path.hops for end in (hop.start, hop.end))
    sections = [_path(number, path, labels, notes) for number, path in enumerate(found.paths, 1)]
    if not sections:
        sections = [Section(notes.say("no_path"), tuple(_nothing(found.searched, notes)))]
    sections.append(Section(notes.say("how_searched"), (Paragraph(_searched(found.searched, notes)),)))
    sections.append(sources_section(notes))
    ends = _ends(found.paths, labels, one, other)
    title = notes.say("between", one=ends[0], other=ends[1])
    return Dossier(
        title, notes.say("path"), tuple(sections), citation(notes, title, f"{one}, {other}", found.version, made), lang
    )


def _ends(found: tuple[Path, ...], labels: Labels, one: str, other: str) -> tuple[str, str]:
    """The names of the two, or the ids as asked for where no path or several ends were found."""
    ends = {(path.hops[0].start["id"], path.hops[-1].end["id"]) for path in found if path.hops}
    if len(ends) == 1:
        first, last = next(iter(ends))
        return labels[first], labels[last]
    return one, other


def _path(number: int, path: Path, labels: Labels, notes: Notes) -> Section:
    """A path: its steps, the weakest of them, and what falls with a claim."""
    title = notes.say("path_number", number=number, length=path.length)
    if not path.hops:
        return Section(title, (Paragraph(notes.say("same", who=path.found.start.label)),))
    rules = {each.hop + 1: _kb(f"rules.{each.rule}", notes.lang) for each in path.found.shared}
    rows = tuple(_hop(place, hop, rules.get(place), labels, notes) for place, hop in enumerate(path.hops))
    columns = ("№", notes.say("step"), notes.say("by_whose_word"), notes.say("certainty"), notes.say("where"))
    blocks: list[Block] = [Table(columns, rows)]
    why = ", ".join(_kb(f"why.{reason}", notes.lang) for reason in path.found.why)
    blocks.append(Paragraph(notes.say("weakest", step=path.weakest + 1, why=why or "–"), "strong"))
    for loss in path.found.losses:
        key = "loss" if loss.effect == "breaks" else "loss_other_tie"
        left = notes.say("loss_left", path=loss.instead + 1) if loss.instead is not None else notes.say("loss_none")
        blocks.append(Paragraph(notes.say(key, step=loss.hop + 1, where=notes.cite([loss.claim]), left=left)))
    return Section(title, tuple(blocks))


def _hop(place: int, hop: Hop, rule: str | None, labels: Labels, notes: Notes) -> tuple[str, ...]:
    claims = list(dict.fromkeys(item.claim for item in hop.evidence))
    words = tie_words(hop.tie, hop.properties, notes.lang, forward=hop.forward)
    if hop.prosecution_only or hop.tie == "ACCUSED_OVER":
        words = notes.say("alleged", text=words)
    step = f"{labels[hop.start['id']]} – {words} – {labels[hop.end['id']]}"
    step += f" ({notes.say('rule', rule=rule)})" if rule else ""
    certainty = SCHEMA.vocabularies["certainty"].get(str(hop.properties.get("certainty", "not_rated")))
    return (
        str(place + 1),
        step,
        notes.whose(claims),
        certainty.label[notes.lang] if certainty else "–",
        notes.cite(claims),
    )


def _nothing(said: Searched, notes: Notes) -> list[Block]:
    blocks: list[Block] = [Paragraph(notes.say("no_path_note"))]
    for miss in said.misses:
        blocks.append(Paragraph(notes.say("miss", what=_kb(f"misses.{miss.what}", notes.lang), length=miss.length)))
    return blocks


def _searched(said: Searched, notes: Notes) -> str:
    ties = ", ".join(SCHEMA.ties[tie].label[notes.lang] for tie in said.ties)
    passed = ", ".join(_kb(f"misses.{what}", notes.lang) for what in said.not_passed) or "–"
    return notes.say("searched_path", hops=said.hops, entities=said.entities, ties=ties, passed=passed)


def _kb(key: str, lang: Lang) -> str:
    return texts_of("kb").say(f"connections.{key}", lang)
