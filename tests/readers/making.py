"""Files of all formats, made for tests."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ODS = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def xlsx(path: Path, rows: Sequence[Sequence[object]], title: str = "Лист1", merged: Sequence[str] = ()) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    book.save(path)
    return path


def docx(path: Path, tables: Sequence[Sequence[Sequence[str]]], paragraphs: Sequence[str] = ()) -> Path:
    def cell(text: str) -> str:
        if text.startswith("^"):  # goes on from the cell above
            return "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
        return f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"

    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    for table in tables:
        rows = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in table)
        body += f"<w:tbl>{rows}</w:tbl>"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("word/document.xml", f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>')
    return path


def ods(path: Path, rows: Sequence[Sequence[str]], before: str = "") -> Path:
    def cell(text: str) -> str:
        if text.startswith("date:"):
            dated = f'office:value-type="date" office:date-value="{text[5:]}"'
            return f"<table:table-cell {dated}><text:p>x</text:p></table:table-cell>"
        return f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" if text else "<table:table-cell/>"

    written = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    empty = (
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
    )
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(
            "content.xml",
            f"{before}<office:document-content {_ODS}><office:body><office:spreadsheet>"
            f'<table:table table:name="Лист">{written}{empty}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def pdf(path: Path, text: str) -> Path:
    """A page with one line of text in Latin letters, as the standard's own smallest example."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 612 792] "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % table
    path.write_bytes(out)
    return path
