"""A dossier as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from queries.dossier.model import Block, Dossier, Paragraph


def as_text(dossier: Dossier) -> str:
    """The text, a statement a line; the cells of a row are parted by `` | ``."""
    return "\n".join(_lines(dossier)) + "\n"


def _lines(dossier: Dossier) -> Iterator[str]:
    yield from (dossier.kicker, dossier.title, "=" * len(dossier.title))
    for section in dossier.sections:
        yield from ("", section.title, "-" * len(section.title))
        for block in section.blocks:
            yield from _block(block)
    yield from ("", dossier.citation)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
        return
    yield " | ".join(block.columns)
    for row in block.rows:
        yield " | ".join(row)
