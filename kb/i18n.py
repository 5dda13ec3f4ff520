"""The three languages of the program, and the texts it speaks.

Words are data: every package keeps its texts in TOML files (``<package>/texts/*.toml``), a table per text with the keys
``ru``, ``kk`` and ``en``. A text that lacks a language cannot be loaded. Placeholders are those of ``str.format``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

Lang = Literal["ru", "kk", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)
DEFAULT_LANG: Lang = "ru"

THIN_SPACE = "\u202f"


@dataclass(frozen=True, slots=True)
class Text:
    """One thing said in Russian, Kazakh and English."""

    ru: str
    kk: str
    en: str

    def __post_init__(self) -> None:
        for lang in LANGS:
            if not getattr(self, lang).strip():
                raise ValueError(f"text {self.ru or self.en or self.kk!r} says nothing in {lang!r}")

    def __getitem__(self, lang: Lang) -> str:
        return str(getattr(self, lang))

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> Text:
        """Make a text of a mapping with exactly the keys ru, kk, en; anything else is a ValueError."""
        if set(said) != set(LANGS):
            raise ValueError(f"a text needs the keys ru, kk, en and no others, not {sorted(said)}")
        return cls(**{lang: str(said[lang]) for lang in LANGS})


class Texts(Mapping[str, Text]):
    """The texts of one package under dotted keys, as ``errors.wrong_password``."""

    def __init__(self, entries: Mapping[str, Text]) -> None:
        self._entries = dict(entries)

    def __getitem__(self, key: str) -> Text:
        return self._entries[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def say(self, key: str, lang: Lang, /, **values: object) -> str:
        """The text ``key`` in ``lang`` with ``values`` filled in."""
        said = self._entries[key][lang]
        return said.format(**values) if values else said


def _leaves(table: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Text]]:
    for key, value in table.items():
        name = f"{prefix}.{key}" if prefix else key
        if not isinstance(value, dict):
            raise ValueError(f"{name}: a text is a table with the keys ru, kk, en")
        if set(value) & set(LANGS):
            try:
                yield name, Text.of(value)
            except ValueError as error:
                raise ValueError(f"{name}: {error}") from None
        else:
            yield from _leaves(value, name)


@cache
def texts_of(package: str) -> Texts:
    """All texts of ``package`` (its ``texts/*.toml``), the file's stem being the first part of each key."""
    entries: dict[str, Text] = {}
    for file in sorted(files(package).joinpath("texts").iterdir(), key=lambda found: found.name):
        if file.name.endswith(".toml"):
            stem = file.name.removesuffix(".toml")
            entries.update(_leaves(tomllib.loads(file.read_text("utf-8")), stem))
    return Texts(entries)


def number(value: float, lang: Lang, digits: int = 0) -> str:
    """A number as it is printed in ``lang``: thin spaces between thousands, a comma before decimals but in English.

    Years are not numbers in this sense: print them as they are.
    """
    said = f"{value:,.{digits}f}".replace(",", THIN_SPACE)
    return said if lang == "en" else said.replace(".", ",")


def language(wanted: str | None) -> Lang:
    """The language that ``wanted`` names (``ru``, ``kk_KZ.UTF-8`` …), or the default."""
    start = (wanted or "")[:2].lower()
    for lang in LANGS:
        if lang == start:
            return lang
    return DEFAULT_LANG
