"""Makes spreadsheets of every kind from the same rows: XLSX, XLS, XLSB, ODS, HTML, delimited text."""

from __future__ import annotations

import csv
import datetime as dt
import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import xlsxwriter
import xlwt

from tests.intake.bombs import TYPES

Rows = Sequence[Sequence[Any]]
Sheets = Mapping[str, Rows]


@dataclass(frozen=True)
class Formula:
    """A formula with the value that was kept; an empty one was never computed."""

    text: str
    value: Any = ""


@dataclass(frozen=True)
class Percent:
    """A number that is shown as a percentage."""

    value: float


def xlsx(sheets: Sheets, merged: Sequence[str] = (), hidden: Sequence[str] = ()) -> bytes:
    """An XLSX; `merged` ranges are those of its first sheet."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"strings_to_formulas": False, "strings_to_urls": False})
    share, day = book.add_format({"num_format": "0.0%"}), book.add_format({"num_format": "d-mmm"})
    for number, (name, rows) in enumerate(sheets.items()):
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                _write(sheet, at, column, cell, share, day)
        for span in merged if not number else ():
            sheet.merge_range(span, rows[int(span[1]) - 1][ord(span[0]) - ord("A")])
        if name in hidden:
            sheet.hide()
    book.close()
    return file.getvalue()


def _write(sheet: Any, row: int, column: int, cell: Any, share: Any, day: Any) -> None:
    if isinstance(cell, Formula):
        sheet.write_formula(row, column, cell.text, None, cell.value)
    elif isinstance(cell, Percent):
        sheet.write_number(row, column, cell.value, share)
    elif isinstance(cell, dt.date):
        sheet.write_datetime(row, column, dt.datetime.combine(cell, dt.time()), day)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell)
    elif cell is not None:
        sheet.write(row, column, cell)


def xls(sheets: Sheets) -> bytes:
    """An XLS as Excel 97 to 2003 wrote it."""
    book = xlwt.Workbook(encoding="utf-8")
    share = xlwt.easyxf(num_format_str="0.0%")
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, Percent):
                    sheet.write(at, column, cell.value, share)
                elif cell is not None:
                    sheet.write(at, column, cell)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def spreadsheet_ml(sheets: Sheets) -> bytes:
    """A workbook of Excel 2003 as one XML file."""
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    style = '<Styles><Style ss:ID="p"><NumberFormat ss:Format="0.0%"/></Style></Styles>'
    body = "".join(
        f'<Worksheet ss:Name="{escape(name)}"><Table>{"".join(map(_ml_row, rows))}</Table></Worksheet>'
        for name, rows in sheets.items()
    )
    head = '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    return f'{head}<Workbook xmlns="{space}" xmlns:ss="{space}">{style}{body}</Workbook>'.encode()


def _ml_row(row: Sequence[Any]) -> str:
    """A row without its blank cells, so that each says where it is."""
    cells = (_ml_cell(at, cell) for at, cell in enumerate(row, 1) if cell not in (None, ""))
    return f"<Row>{''.join(cells)}</Row>"


def _ml_cell(at: int, cell: Any) -> str:
    formula = f' ss:Formula="{escape(cell.text)}"' if isinstance(cell, Formula) else ""
    style = ' ss:StyleID="p"' if isinstance(cell, Percent) else ""
    value = cell.value if isinstance(cell, Formula | Percent) else cell
    kind = "Number" if isinstance(value, int | float) else "Error" if str(value).startswith("#") else "String"
    data = f'<Data ss:Type="{kind}">{escape(str(value))}</Data>' if value != "" else ""
    return f'<Cell ss:Index="{at}"{formula}{style}>{data}</Cell>'


def ods(sheets: Sheets) -> bytes:
    """An ODS with the attributes that a reader looks at."""
    spaces = "urn:oasis:names:tc:opendocument:xmlns:"
    tables = "".join(_ods_table(name, rows) for name, rows in sheets.items())
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.2" '
        f'xmlns:office="{spaces}office:1.0" xmlns:table="{spaces}table:1.0" xmlns:text="{spaces}text:1.0">'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'<manifest:manifest xmlns:manifest="{spaces}manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    return _zipped({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def _ods_table(name: str, rows: Rows) -> str:
    body = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    return f'<table:table table:name="{escape(name)}">{body}</table:table>'


def _ods_cell(cell: Any) -> str:
    if cell is None or cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, Percent):
        return f'<table:table-cell office:value-type="percentage" office:value="{cell.value}"/>'
    if isinstance(cell, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'


def xlsb(sheets: Sheets) -> bytes:
    """An XLSB: the same as XLSX in binary records."""
    book = _record(131, b"") + _record(143, b"")
    related, parts = "", {}
    for number, (name, rows) in enumerate(sheets.items(), 1):
        book += _record(156, struct.pack("<II", 0, number) + _wide(f"rId{number}") + _wide(name))
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
        related += f'<Relationship Id="rId{number}" Type="{kind}" Target="worksheets/sheet{number}.bin"/>'
        parts[f"xl/worksheets/sheet{number}.bin"] = _xlsb_sheet(rows)
    book += _record(144, b"") + _record(132, b"")
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return _zipped(
        {
            "[Content_Types].xml": TYPES,
            "xl/workbook.bin": book,
            "xl/styles.bin": _xlsb_styles(),
            "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{space}">{related}</Relationships>',
            **parts,
        }
    )


def _xlsb_styles() -> bytes:
    """Two styles of cells: the plain one, and one that shows a percentage."""
    formats = _record(615, struct.pack("<I", 1)) + _record(44, struct.pack("<H", 164) + _wide("0.0%"))
    styles = b"".join(_record(47, struct.pack("<HH", 0, code) + b"\0" * 12) for code in (0, 164))
    cells = _record(617, struct.pack("<I", 2)) + styles + _record(618, b"")
    return _record(278, b"") + formats + _record(616, b"") + cells + _record(279, b"")


def _xlsb_sheet(rows: Rows) -> bytes:
    width = max(map(len, rows)) - 1
    body = (
        _record(129, b"") + _record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, width)) + _record(145, b"")
    )
    for at, row in enumerate(rows):
        body += _record(0, struct.pack("<II", at, 0) + b"\0" * 17)
        for column, cell in enumerate(row):
            head = struct.pack("<II", column, int(isinstance(cell, Percent)))
            if isinstance(cell, Percent):
                body += _record(5, head + struct.pack("<d", cell.value))
            elif isinstance(cell, int | float):
                body += _record(5, head + struct.pack("<d", cell))
            elif cell:
                body += _record(6, head + _wide(cell))
    return body + _record(146, b"") + _record(130, b"")


def _record(kind: int, data: bytes) -> bytes:
    number = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = len(data), b""
    while True:
        length += bytes([size & 0x7F | (0x80 if size > 127 else 0)])
        size >>= 7
        if not size:
            return number + length + data


def _wide(text: str) -> bytes:
    data = text.encode("utf-16-le")
    return struct.pack("<I", len(data) // 2) + data


def _zipped(parts: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def text(rows: Rows, separator: str = ";", encoding: str = "utf-8") -> bytes:
    """Delimited text in an encoding."""
    file = io.StringIO()
    csv.writer(file, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return file.getvalue().encode(encoding)


def html(rows: Rows) -> bytes:
    """A page with one table, as web systems offer it under the name of a spreadsheet."""
    lines = ("".join(f"<td>{escape(str(cell or chr(32)))}</td>" for cell in row) for row in rows)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f'<html><head><meta charset="utf-8"></head><body><table>{body}</table></body></html>'.encode()
