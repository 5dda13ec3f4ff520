"""A dossier as one HTML file that needs nothing else and prints on A4."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from queries.dossier.model import Block, Dossier, Paragraph

_STYLE = """
@page { size: A4; margin: 20mm 18mm; }
body { font: 10.5pt/1.45 "Noto Sans", "Segoe UI", Arial, "DejaVu Sans", sans-serif;
  color: #111; max-width: 178mm; margin: 2em auto; }
h1 { font-size: 19pt; line-height: 1.2; margin: 0 0 .6em; } h2 { font-size: 13pt; margin: 1.6em 0 .4em; }
.kicker, .soft, footer { color: #555; font-size: 9.5pt; } .strong { font-weight: bold; }
table { border-collapse: collapse; width: 100%; margin: .4em 0 1em; font-size: 9.5pt; }
th, td { border-bottom: 1px solid #bbb; padding: .25em .5em .25em 0; text-align: left; vertical-align: top; }
th { border-bottom: 1.5px solid #111; } tr { break-inside: avoid; } h2 { break-after: avoid; }
footer { border-top: 1px solid #111; margin-top: 2em; padding-top: .6em; overflow-wrap: anywhere; }
"""


def as_html(dossier: Dossier) -> str:
    """The page."""
    return "".join(_parts(dossier))


def _parts(dossier: Dossier) -> Iterator[str]:
    title = escape(dossier.title)
    yield f'<!doctype html><html lang="{dossier.lang}"><head><meta charset="utf-8"><title>{title}</title>'
    yield f"<style>{_STYLE}</style></head><body>"
    yield f'<p class="kicker">{escape(dossier.kicker)}</p><h1>{title}</h1>'
    for section in dossier.sections:
        yield f"<section><h2>{escape(section.title)}</h2>"
        for block in section.blocks:
            yield from _block(block)
        yield "</section>"
    yield f"<footer>{escape(dossier.citation)}</footer></body></html>\n"


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield f'<p class="{block.weight}">{escape(block.text)}</p>'
        return
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in block.columns)
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>"
    for row in block.rows:
        yield f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>"
    yield "</tbody></table>"
