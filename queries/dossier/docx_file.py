"""A dossier as a Word file."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from queries.dossier.model import Block, Dossier, Paragraph, Table

_SOFT = RGBColor(0x55, 0x55, 0x55)
_LANG = {"ru": "ru-RU", "kk": "kk-KZ", "en": "en-GB"}


def as_docx(dossier: Dossier) -> bytes:
    """The file: A4, headings as headings, tables with a head that repeats on every page."""
    document = Document()
    _page(document, dossier)
    document.add_paragraph(dossier.kicker).runs[0].font.color.rgb = _SOFT
    document.add_heading(dossier.title, level=0)
    for section in dossier.sections:
        document.add_heading(section.title, level=1)
        for block in section.blocks:
            _block(document, block)
    foot = document.add_paragraph(dossier.citation)
    foot.runs[0].font.size = Pt(9)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _page(document: Any, dossier: Dossier) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(20)
    document.styles["Normal"].font.size = Pt(10.5)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _LANG[dossier.lang])
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    about = document.core_properties
    about.title, about.author, about.language = dossier.title, "Köterilis KB", _LANG[dossier.lang]
    about.created = about.modified = datetime.now(UTC)


def _block(document: Any, block: Block) -> None:
    if isinstance(block, Paragraph):
        run = document.add_paragraph().add_run(block.text)
        run.bold = block.weight == "strong"
        if block.weight == "soft":
            run.font.color.rgb = _SOFT
        return
    _table(document, block)


def _table(document: Any, block: Table) -> None:
    table = document.add_table(rows=1, cols=len(block.columns), style="Table Grid")
    for cell, name in zip(table.rows[0].cells, block.columns, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    for row in block.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for row in table.rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    run.font.size = Pt(9)
    document.add_paragraph()
