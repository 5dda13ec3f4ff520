"""JSON lines: an object on every line; keys are columns, objects inside objects ``outer.inner``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kb.errors import DataError
from loaders.readers.encoding import detect
from loaders.readers.sheet import Lines, Sheet, Wanted

_BETWEEN = "; "


@contextmanager
def jsonl(path: Path, named: str, wanted: Wanted) -> Iterator[Iterator[Sheet]]:
    """All objects of a file; it is read twice, first for the keys. DataError ``not_json``, ``empty_file``."""
    encoding = wanted.encoding or detect(path)
    columns: dict[str, None] = {}
    for _, found in _objects(path, named, encoding):
        columns.update(dict.fromkeys(found))
    if not columns:
        raise DataError("empty_file", file=named)

    def lines() -> Lines:
        last = 0
        for number, found in _objects(path, named, encoding):
            yield from ([] for _ in range(number - last - 1))
            last = number
            yield [found.get(column, "") for column in columns]

    yield iter([Sheet(named, tuple(columns), lines(), 1, {"encoding": encoding})])


def _objects(path: Path, named: str, encoding: str) -> Iterator[tuple[int, dict[str, str]]]:
    with path.open(encoding=encoding, errors="replace") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                found = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise DataError("not_json", file=named, row=f"{named}:{number}", said=str(error)) from None
            if not isinstance(found, dict):
                raise DataError("not_json", file=named, row=f"{named}:{number}", said=type(found).__name__)
            yield number, dict(_flat(found, ""))


def _flat(found: dict[str, Any], before: str) -> Iterator[tuple[str, str]]:
    for key, value in found.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{key}.")
        elif isinstance(value, list):
            yield before + key, _BETWEEN.join(_text(each) for each in value)
        else:
            yield before + key, _text(value)


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
