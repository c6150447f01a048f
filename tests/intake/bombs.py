"""Six files made to break their reader, each small on disk and huge once it is read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
BOOK = (
    f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}"><sheets>'
    '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
BOOK_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATED}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_RELATED}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)
RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)


def package(
    sheet: Iterator[bytes] | bytes, more: Mapping[str, Iterator[bytes] | bytes] | None = None
) -> bytes:
    """An XLSX with one sheet of these cells, written piece by piece."""
    parts: dict[str, Iterator[bytes] | bytes] = {
        "[Content_Types].xml": TYPES.encode(),
        "_rels/.rels": RELATIONS.encode(),
        "xl/workbook.xml": BOOK.encode(),
        "xl/_rels/workbook.xml.rels": BOOK_RELATIONS.encode(),
        "xl/worksheets/sheet1.xml": sheet,
        **(more or {}),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in parts.items():
            with archive.open(name, "w", force_zip64=True) as part:
                for piece in [content] if isinstance(content, bytes) else content:
                    part.write(piece)
    return file.getvalue()


def sheet(rows: bytes) -> bytes:
    """A worksheet of these rows."""
    return f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>'.encode() + rows + b"</sheetData></worksheet>"


def _pieces(piece: bytes, size: int) -> Iterator[bytes]:
    yield f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>'.encode()
    for _ in range(size // len(piece)):
        yield piece
    yield b"</sheetData></worksheet>"


def far_cell() -> bytes:
    """One cell at the far corner: a reader asks for hundreds of gigabytes."""
    return package(sheet(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))


def many_rows() -> bytes:
    """A gigabyte of rows."""
    return package(_pieces(b"<row><c><v>1</v></c><c><v>22</v></c></row>" * 25_000, 1 << 30))


def long_string() -> bytes:
    """One text of a gigabyte, the declared size of its part a lie of one byte."""

    def pieces() -> Iterator[bytes]:
        yield f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData><row><c t="inlineStr"><is><t>'.encode()
        for _ in range(1024):
            yield b"a" * (1 << 20)
        yield b"</t></is></c></row></sheetData></worksheet>"

    data = package(pieces())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    return data.replace(size.to_bytes(4, "little"), (1).to_bytes(4, "little"))


def shared_strings() -> bytes:
    """A text of thirty megabytes that a hundred thousand cells share."""
    shared = f'{_HEAD}<sst xmlns="{_MAIN}"><si><t>'.encode() + b"x" * (30 << 20) + b"</t></si></sst>"
    return package(sheet(b'<row><c t="s"><v>0</v></c></row>' * 100_000), {"xl/sharedStrings.xml": shared})


def entities() -> bytes:
    """A billion laughs: ten entities, each ten times the one before."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    declared = f'<!DOCTYPE w [<!ENTITY l0 "ha">{laughs}]>'
    body = '<row><c t="inlineStr"><is><t>&l9;</t></is></c></row>'
    text = sheet(body.encode()).replace(b"standalone", b"standalone", 1)
    return package(text.replace(b"?>", f"?>{declared}".encode(), 1))


def nested() -> bytes:
    """A package within a package within a package."""
    inner = package(sheet(b"<row><c><v>1</v></c></row>"))
    for _ in range(3):
        inner = package(sheet(b"<row/>"), {"xl/embeddings/book.xlsx": inner})
    return inner


BOMBS = {
    "far_cell": (far_cell, "cell.far"),
    "many_rows": (many_rows, "file.expands"),
    "long_string": (long_string, "file."),
    "shared_strings": (shared_strings, "cell.long"),
    "entities": (entities, "file.entities"),
    "nested": (nested, "file.nested"),
}
"""Each bomb with the code, or its beginning, with which it is refused."""
