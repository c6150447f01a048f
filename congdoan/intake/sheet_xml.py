"""The sheets of an XLSX package: bounds of their cells, formulas, error values and percent formats.

The parts are searched as bytes, since a national form has millions of cells: only what matters is looked at.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from congdoan.intake import limits
from congdoan.intake.grid import Marks, Place, place_of
from congdoan.intake.messages import RefusalError
from congdoan.intake.packed import whole

_FAR_DOWN = rb"(?:\d{7,}|[3-9]\d{5}|2(?:[1-9]\d{4}|0[1-9]\d{3}|00[1-9]\d\d|000[1-9]\d|0000[1-9]))"
"""A row beyond limits.ROWS."""
_FAR_RIGHT = rb"(?:[A-Z]{3,}|G[S-Z]|[H-Z][A-Z])"
"""A column beyond limits.COLUMNS."""
_FAR = re.compile(rb" r=[\"'](%s\d+|[A-Z]{1,2}%s|%s)[\"']" % (_FAR_RIGHT, _FAR_DOWN, _FAR_DOWN))
"""A cell or a row beyond the limits."""
_ROWS = re.compile(rb"<(?:\w+:)?row[\s>/]")
_EACH_ROW = re.compile(rb"row(?=[\s>/])(?<=[<:]row)")
_HAS_FORMULA = re.compile(rb"f(?=[\s>/])(?<=[<:]f)")
"""As a tag begins, looked for by its name: ten times as fast as by its bracket, which begins every cell."""
_CELL = re.compile(rb"\s*<(?:\w+:)?c[\s>]")
_LONG = re.compile(rb"<(?:\w+:)?t(?:\s[^<>]*)?>[^<]{%d}" % (limits.TEXT * 6))
_FORMULA = re.compile(
    rb"<(?:\w+:)?c\s(?P<cell>[^<>]*)><(?:\w+:)?f[\s>/](?:[^<]|<(?!/?(?:\w+:)?c[\s>]))*?"
    rb"(?P<end></(?:\w+:)?c>|<(?:\w+:)?v>[^<])"
)
_ERROR = re.compile(rb" t=[\"']e[\"']")
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)<")
_REFERENCE = re.compile(rb"(?:^|\s)r=[\"']([A-Z]+\d+)[\"']")
_HIDDEN = re.compile(rb" hidden=[\"'](?:1|true)[\"']")
_HIDES = re.compile(rb"(?:\w+:)?(row|col)\s.*", re.DOTALL)
_NUMBERS = re.compile(rb"\s(r|min|max)=[\"'](\d{1,7})[\"']")
_PERCENT_FORMATS = {9, 10}


def marks(package: zipfile.ZipFile) -> Mapping[str, Marks]:
    """The marks of each sheet by its name; a refusal when one reaches further than is allowed."""
    _bounded_texts(package)
    percents = _percent_styles(package)
    found = {}
    for name, part in _parts(package):
        text = whole(package, part)
        _bound(text, name)
        styled, hidden = frozenset(_styled(text, percents)), list(_hidden(text))
        rows = frozenset(at for of, at in hidden if of == "row")
        columns = frozenset(at for of, at in hidden if of == "col")
        found[name] = Marks(dict(_formulas(text)), dict(_errors(text)), styled, rows, columns)
    return found


def _bounded_texts(package: zipfile.ZipFile) -> None:
    for name in package.namelist():
        if name.lower().endswith("sharedstrings.xml") and _is_long(whole(package, name)):
            raise RefusalError("cell.long", name, most=limits.TEXT)


def _bound(text: bytes, name: str) -> None:
    for found in _FAR.finditer(text):
        tag = _tag(text, found.start())
        if not tag.endswith(b"/") and not _is_row_of_named_cells(text, tag, found.end()):
            said = {"name": found[1].decode(), "rows": limits.ROWS, "columns": limits.COLUMNS}
            raise RefusalError("cell.far", name, **said)
    if sum(1 for _ in _EACH_ROW.finditer(text)) > limits.ROWS * 5:
        raise RefusalError("sheet.rows", name, most=limits.ROWS)
    if _is_long(text):
        raise RefusalError("cell.long", name, most=limits.TEXT)


def _is_long(text: bytes) -> bool:
    """Whether a text is longer than a cell may be; none is where every so many bytes a tag begins."""
    half = limits.TEXT * 3
    steps = range(0, len(text) - half, half)
    return any(text.find(b"<", at, at + half) < 0 for at in steps) and bool(_LONG.search(text))


def _tag(text: bytes, at: int) -> bytes:
    """The tag around a place in a part, without its brackets."""
    return text[text.rfind(b"<", 0, at) + 1 : text.find(b">", at)]


def _is_row_of_named_cells(text: bytes, tag: bytes, at: int) -> bool:
    """Whether a tag is of a row whose first cell says itself where it is, so that it is bounded by that."""
    start = text.find(b">", at) + 1
    first = text[start : text.find(b">", start)]
    return bool(_ROWS.match(b"<" + tag + b" ")) and (b" r=" in first or not _CELL.match(first))


def _parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Name and part of each sheet, in the order of the workbook."""
    workbook, related = _tree(package, "xl/workbook.xml"), _tree(package, "xl/_rels/workbook.xml.rels")
    targets = {one.get("Id"): one.get("Target", "") for one in related}
    sheets = [one for one in workbook.iter() if one.tag.endswith("}sheet")]
    if len(sheets) > limits.SHEETS:
        raise RefusalError("file.sheets", found=len(sheets), most=limits.SHEETS)
    for sheet in sheets:
        ids = [value for key, value in sheet.attrib.items() if key.endswith("}id")]
        target = targets.get(ids[0] if ids else None, "")
        yield (
            sheet.get("name", ""),
            target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}"),
        )


def _reference(attributes: bytes) -> Place | None:
    found = _REFERENCE.search(attributes)
    return place_of(found[1].decode()) if found else None


def _formulas(text: bytes) -> Iterator[tuple[Place, bool]]:
    if _HAS_FORMULA.search(text):
        for found in _FORMULA.finditer(text):
            place = _reference(found["cell"])
            if place:
                yield place, not found["end"].startswith(b"</")


def _errors(text: bytes) -> Iterator[tuple[Place, str]]:
    for found in _ERROR.finditer(text):
        place, value = _reference(_tag(text, found.start())), _VALUE.search(text, found.end())
        if place:
            yield place, value[1].decode("utf-8", "replace") if value else ""


def _styled(text: bytes, styles: frozenset[int]) -> Iterator[Place]:
    for style in styles:
        for found in re.finditer(rb"<(?:\w+:)?c\s([^<>]*\bs=[\"']%d[\"'][^<>]*)>" % style, text):
            place = _reference(found[1])
            if place:
                yield place


def _hidden(text: bytes) -> Iterator[tuple[str, int]]:
    """The hidden rows and columns that say where they are, counted from 0."""
    for found in _HIDDEN.finditer(text):
        tag = _HIDES.match(_tag(text, found.start()))
        if tag:
            numbers = {name: int(number) for name, number in _NUMBERS.findall(tag[0])}
            first = numbers.get(b"r", numbers.get(b"min", 0))
            last = min(numbers.get(b"max", first), limits.COLUMNS) if tag[1] == b"col" else first
            yield from ((tag[1].decode(), at - 1) for at in range(max(first, 1), last + 1))


def _percent_styles(package: zipfile.ZipFile) -> frozenset[int]:
    """The numbers of the cell styles that show a value as a percentage."""
    if "xl/styles.xml" not in package.namelist():
        return frozenset()
    styles = _tree(package, "xl/styles.xml")
    own = {
        one.get("numFmtId")
        for one in styles.iter()
        if one.tag.endswith("}numFmt") and "%" in one.get("formatCode", "")
    }
    formats = own | {str(number) for number in _PERCENT_FORMATS}
    cells = next((one for one in styles.iter() if one.tag.endswith("}cellXfs")), ())
    every = enumerate(cells)
    return frozenset(number for number, style in every if style.get("numFmtId") in formats)


def _tree(package: zipfile.ZipFile, part: str) -> ET.Element:
    """A small part as a tree; entities were refused when the package was inspected."""
    try:
        return ET.fromstring(whole(package, part))  # noqa: S314
    except (ET.ParseError, LookupError, ValueError) as error:
        raise RefusalError("file.damaged_part", part, name=part) from error
