"""What a dossier is made of, before it becomes a file: sections of paragraphs and tables, all in one language."""

from __future__ import annotations

from dataclasses import dataclass

from kb.i18n import Lang


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``weight``: plain, strong (a statement to notice), soft (a remark)."""

    text: str
    weight: str = "plain"


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has a cell for each of ``columns``."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """``title``, a line above it (``kicker``), the sections, and how to cite the whole (``citation``)."""

    title: str
    kicker: str
    sections: tuple[Section, ...]
    citation: str
    lang: Lang
