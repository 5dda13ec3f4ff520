"""``kb read``: what the readers of names, dates, references, entries and places make of a text."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kb.archives import Reference, read_references
from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command, add_json, words
from kb.dates import read_date
from kb.entries import read_entry
from kb.i18n import LANGS, Lang, texts_of
from kb.names import read_name
from kb.places import Located, gazetteer, locate

NAME = "read"

Document = Mapping[str, Any]


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """What kind of text, and the text."""
    parser = add_command(subparsers, NAME, lang)
    parser.add_argument("what", choices=tuple(_READERS), metavar="|".join(_READERS), help=words("read.what", lang))
    parser.add_argument("text", nargs="+", metavar="TEXT|-", help=words("read.text", lang))
    parser.add_argument("--year", type=int, metavar="N", help=words("read.year", lang))
    add_json(parser)


def run(args: argparse.Namespace, context: Context) -> int:
    """Read; no base is needed."""
    read = _READERS[args.what]
    if args.text == ["-"]:
        for line in sys.stdin:
            context.print(json.dumps(read(line.rstrip("\r\n"), args.year), ensure_ascii=False))
        return 0
    document = read(" ".join(args.text), args.year)
    if args.json:
        context.json(document)
    else:
        for line in _lines(_in_words(document, context.lang)):
            context.print(line)
    return 0


def _name(text: str, _: int | None) -> Document:
    return read_name(text).as_json()


def _date(text: str, year: int | None) -> Document:
    read = read_date(text, context_year=year, notation="prose")
    return {
        "text": text,
        "edtf": read.edtf,
        "earliest": read.earliest_iso,
        "latest": read.latest_iso,
        "note": read.note,
        "old_style": read.old_style,
    }


def _reference(text: str, _: int | None) -> Document:
    found = read_references(text)
    if len(found) == 1:
        return {**_parts(found[0]), "text": text}
    if not found:
        return {**_parts(Reference()), "text": text}
    return {"references": [{**_parts(each), "text": each.text} for each in found], "text": text}


def _parts(read: Reference) -> Document:
    return {
        "archive": read.archive,
        "fond": read.fond,
        "opis": read.opis,
        "delo": read.delo,
        "leaf": read.leaf,
        "verso": read.verso,
        "extra": dict(read.extra),
        "archive_printed": read.archive_printed,
    }


def _entry(text: str, _: int | None) -> Document:
    read = read_entry(text)
    document: dict[str, Any] = {
        "fields": dict(read.fields),
        "spans": {name: list(span) for name, span in read.spans.items()},
        "left_over": list(read.left_over),
        "warnings": list(read.warnings),
    }
    return {**document, "more": [dict(each) for each in read.more]} if read.more else document


def _place(text: str, year: int | None) -> Document:
    """The parts of a place from the smallest up, with what the gazetteer knows of each in that year."""
    return {"text": text, "parts": [_located(one) for one in locate(text, None if year is None else f"{year:04}")]}


def _located(one: Located) -> Document:
    known = gazetteer()
    places = [
        {
            "id": found.place.key,
            "label": {lang: known.label(found.place.key, lang) for lang in LANGS},
            "why": found.why,
            "in_force": found.in_force,
            "names": [
                {"name": row.name, "from": row.valid_from, "to": row.valid_to or row.followed, "source": row.source}
                for row in found.rows
            ],
            "parents": [
                {"name": parent.name, "id": parent.key, "sources": sorted({row.source for row in parent.rows})}
                for parent in found.parents
            ],
        }
        for found in one.found
    ]
    return {"kind": one.part.kind, "name": one.part.name, "number": one.part.number, "places": places}


_READERS: Mapping[str, Callable[[str, int | None], Document]] = {
    "name": _name,
    "date": _date,
    "reference": _reference,
    "entry": _entry,
    "place": _place,
}


def _in_words(document: Document, lang: Lang) -> Document:
    """The document with its remarks said in a language instead of by their keys."""
    said = dict(document)
    if said.get("note"):
        said["note"] = texts_of("kb.dates").say(f"dates.notes.{said['note']}", lang)
    if said.get("warnings"):
        said["warnings"] = [texts_of("kb.entries").say(f"entries.warnings.{key}", lang) for key in said["warnings"]]
    return said


def _lines(document: Document, indent: str = "") -> Iterator[str]:
    """What was found, a line each; what was not is left out."""
    for name, value in document.items():
        if isinstance(value, Mapping) and value:
            yield f"{indent}{name}:"
            yield from _lines(value, indent + "  ")
        elif isinstance(value, list | tuple) and value and isinstance(value[0], Mapping):
            for each in value:
                yield f"{indent}{name}:"
                yield from _lines(each, indent + "  ")
        elif value not in (None, [], (), {}, "", False):
            said = ", ".join(map(str, value)) if isinstance(value, list | tuple) else value
            yield f"{indent}{name}: {said}"
