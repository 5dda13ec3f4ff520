"""``kb match``: a list of names in, candidates with scores and reasons out."""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from kb.commands.base import opened
from kb.commands.context import Context, Subparsers
from kb.commands.parser import add_command, positive
from kb.errors import DataError
from kb.i18n import Lang, number, texts_of
from kb.names import SAME, Found, Matcher
from loaders.tabular import Row, reading

NAME = "match"
COLUMNS = ("row", "text", "rank", "id", "label", "score", "why")
LIMIT = 10

_NAMES_OF_ONE = 4  # a person has a label and one for each language

# Read at the store's own pace, above any base of this subject.
_MOST_PERSONS = 1_000_000
_SECONDS = 300

Named = tuple[str, str]
"""An id and a name."""


def add_parser(subparsers: Subparsers, lang: Lang) -> None:
    """Which list, and against what."""
    words = texts_of("loaders")
    parser = add_command(subparsers, NAME, lang, "loaders")
    parser.add_argument("list", type=Path, metavar="LIST.csv", help=words.say("cli.match.list", lang))
    parser.add_argument("--column", metavar="C", help=words.say("cli.match.column", lang))
    parser.add_argument("--against", type=Path, metavar="NAMES.csv", help=words.say("cli.match.against", lang))
    parser.add_argument("-o", dest="output", type=Path, metavar="OUT.csv", help=words.say("cli.match.output", lang))
    parser.add_argument("--limit", type=positive, default=LIMIT, metavar="N", help=words.say("cli.match.limit", lang))


def run(args: argparse.Namespace, context: Context) -> int:
    """Match, showing progress; a base is needed only where no other list is given."""
    asked = list(_asked(args.list, args.column))
    known = list(_listed(args.against)) if args.against else _persons(context)
    matcher = Matcher(name for _, name in known)
    found = same = 0
    with _output(args.output, context) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for done, (row, text) in enumerate(asked, 1):
            lines = list(_candidates(matcher, known, row, text, args.limit, context.lang))
            writer.writerows(lines)
            found += bool(lines)
            same += any(float(line[5]) >= SAME for line in lines)
            context.progress(context.say("cli.match.stage", "loaders"), done, len(asked))
    counts = {"names": len(asked), "found": found, "same": same}
    if args.output:
        said = {name: number(count, context.lang) for name, count in counts.items()}
        context.remark(context.say("cli.match.done", "loaders", **said))
    return 0


def _candidates(
    matcher: Matcher, known: Sequence[Named], row: int, text: str, limit: int, lang: Lang
) -> Iterator[tuple[str, ...]]:
    best: dict[str, Found] = {}
    for candidate in matcher.find(text, limit * _NAMES_OF_ONE):
        best.setdefault(known[candidate.place][0], candidate)
    for rank, (name, candidate) in enumerate(list(best.items())[:limit], 1):
        why = "; ".join(reason.say(lang) for reason in matcher.explain(text, candidate).why)
        yield str(row), text, str(rank), name, candidate.text, f"{candidate.score:.4f}", why


def _asked(path: Path, column: str | None) -> Iterator[tuple[int, str]]:
    """The rows of the list that hold a name: number (1 is the header), name."""
    with reading(path, path.name, [column] if column else []) as table:
        wanted = column or ("name" if "name" in table.columns else table.columns[0])
        for row in _rows(table.rows()):
            if text := row.take(wanted).strip():
                yield row.number, text


def _listed(path: Path) -> Iterator[Named]:
    with reading(path, path.name, ["id", "name"]) as table:
        for row in _rows(table.rows()):
            yield row.take("id"), row.take("name")


def _rows(rows: Iterable[Row | DataError]) -> Iterator[Row]:
    for row in rows:
        if isinstance(row, DataError):
            raise row
        yield row


def _persons(context: Context) -> list[Named]:
    """The persons of the base, by every name each is printed with."""
    with opened(context) as store:
        rows = store.read(
            "MATCH (p:Person) "
            "RETURN p.id AS id, p.label AS label, p.label_ru AS ru, p.label_kk AS kk, p.label_en AS en ORDER BY id",
            limit=_MOST_PERSONS,
            seconds=_SECONDS,
        ).rows
    return [(str(id_), name) for id_, *names in rows for name in dict.fromkeys(map(str, filter(None, names)))]


@contextmanager
def _output(path: Path | None, context: Context) -> Iterator[TextIO]:
    if path is None:
        yield context.out
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        yield file
