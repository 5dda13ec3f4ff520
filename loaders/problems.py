"""What a loader tells about an input: rows it could not take, and rows it took with a remark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kb.errors import DataError
from kb.i18n import Lang, texts_of


@dataclass(frozen=True, slots=True)
class Problem:
    """``row`` as ``file.csv:17`` (1 is the header), the ``column``, the ``value`` as written, and why, in three
    languages.
    """

    row: str
    column: str
    value: str
    package: str
    key: str
    data: Mapping[str, object] = field(default_factory=dict)

    def say(self, lang: Lang) -> str:
        """Why, in ``lang``."""
        return texts_of(self.package).say(self.key, lang, **self.data)

    def as_json(self, lang: Lang) -> dict[str, Any]:
        """``{row, column, value, reason}``."""
        return {"row": self.row, "column": self.column, "value": self.value, "reason": self.say(lang)}


def rejected(error: DataError, row: str) -> Problem:
    """The problem of a row that ``error`` kept out."""
    data = error.data
    return Problem(
        row, str(data.get("column", "")), str(data.get("value", "")), "kb", f"errors.{error.key}", data | {"row": row}
    )


def warning(key: str, row: str, column: str = "", value: str = "", **data: object) -> Problem:
    """A remark, in the words of ``loaders/texts/load.toml``."""
    return Problem(row, column, value, "loaders", f"load.{key}", data)
