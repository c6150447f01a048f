"""The sheets of XLS and XLSB, whose cells are binary records: bounds, formulas, errors, percent formats."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from congdoan.intake import limits
from congdoan.intake.grid import Marks, Place, cell_name
from congdoan.intake.messages import RefusalError
from congdoan.intake.packed import whole

ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


class _Record(NamedTuple):
    kind: int
    begin: int
    end: int


@dataclass
class _Seen:
    """What was found so far in one sheet."""

    name: str
    formulas: dict[Place, bool] = field(default_factory=dict)
    errors: dict[Place, str] = field(default_factory=dict)
    percents: set[Place] = field(default_factory=set)

    def bound(self, row: int, column: int) -> Place:
        if row >= limits.ROWS or column >= limits.COLUMNS:
            far = cell_name(min(row, 10**7), min(column, 10**5))
            raise RefusalError("cell.far", self.name, name=far, rows=limits.ROWS, columns=limits.COLUMNS)
        return row, column

    def marks(self) -> Marks:
        return Marks(self.formulas, self.errors, frozenset(self.percents))


def marks_of_xlsb(package: zipfile.ZipFile) -> Mapping[str, Marks]:
    """The marks of each sheet of an XLSB package by its name; a refusal for cells beyond the bounds."""
    related = dict(_relations(whole(package, "xl/_rels/workbook.bin.rels")))
    shares = frozenset(_xlsb_shares(whole(package, "xl/styles.bin")))
    book = whole(package, "xl/workbook.bin")
    found = {}
    for record in _packed(book):
        if record.kind == 156:
            identity, name = _wide(book[record.begin + 8 : record.end])
            part = related.get(identity, "")
            part = part.lstrip("/") if part.startswith("/") else f"xl/{part}"
            found[name] = _xlsb_sheet(whole(package, part), name, shares)
    return found


def _relations(text: bytes) -> Iterator[tuple[str, str]]:
    for one in re.findall(rb"<Relationship\s[^>]*>", text):
        parts = [re.search(rb'\b%s="([^"]*)"' % key, one) for key in (b"Id", b"Target")]
        if parts[0] and parts[1]:
            yield parts[0][1].decode("utf-8", "replace"), parts[1][1].decode("utf-8", "replace")


def _wide(data: bytes) -> list[str]:
    """Two texts, each after its length."""
    texts, at = [], 0
    for _ in range(2):
        length = int.from_bytes(data[at : at + 4], "little")
        texts.append(data[at + 4 : at + 4 + 2 * length].decode("utf-16-le", "replace"))
        at += 4 + 2 * length
    return texts


def _packed(data: bytes) -> Iterator[_Record]:
    """The records of an XLSB part: number and length in sevens of bits."""
    at, end = 0, len(data)
    while at + 1 < end:
        kind = data[at]
        at += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (data[at] & 0x7F) << 7
            at += 1
        size = shift = 0
        while at < end and shift < 28:
            byte = data[at]
            at += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        yield _Record(kind, at, at + size)
        at += size


def _xlsb_shares(styles: bytes) -> Iterator[int]:
    """The numbers of the cell styles that show a value as a percentage."""
    formats: dict[int, str] = {}
    within, number = False, 0
    for kind, begin, end in _packed(styles):
        if kind == 44:
            formats[int.from_bytes(styles[begin : begin + 2], "little")] = _wide(styles[begin + 2 : end])[0]
        elif kind in (617, 618):
            within = kind == 617
        elif kind == 47 and within:
            code = int.from_bytes(styles[begin + 2 : begin + 4], "little")
            if code in (9, 10) or "%" in formats.get(code, ""):
                yield number
            number += 1


def _xlsb_sheet(data: bytes, name: str, shares: frozenset[int]) -> Marks:
    seen, row = _Seen(name), 0
    for kind, begin, end in _packed(data):
        if kind == 0:
            row = int.from_bytes(data[begin : begin + 4], "little")
        elif 2 <= kind <= 11:
            place = seen.bound(row, int.from_bytes(data[begin : begin + 4], "little"))
            if int.from_bytes(data[begin + 4 : begin + 7], "little") in shares:
                seen.percents.add(place)
            if kind >= 8:
                seen.formulas[place] = end - begin > 8
            if kind in (3, 11):
                seen.errors[place] = ERRORS.get(data[begin + 8], "#N/A")
    return seen.marks()


def marks_of_xls(book: bytes) -> Mapping[str, Marks]:
    """The marks of each sheet of an XLS stream by its name; a refusal when locked or beyond the bounds."""
    sheets: dict[int, str] = {}
    formats: dict[int, str] = {}
    styles: list[int] = []
    try:
        for kind, begin, _ in _records(book, 0):
            if kind == 0x2F:
                raise RefusalError("file.locked")
            if kind == 0x85:
                sheets[struct.unpack_from("<I", book, begin)[0]] = _text(book, begin + 6, 1)
            elif kind == 0x41E:
                formats[struct.unpack_from("<H", book, begin)[0]] = _text(book, begin + 2, 2)
            elif kind == 0xE0:
                styles.append(struct.unpack_from("<H", book, begin + 2)[0])
        shares = {at for at, code in enumerate(styles) if code in (9, 10) or "%" in formats.get(code, "")}
        return {name: _xls_sheet(book, at, name, shares) for at, name in sheets.items()}
    except (struct.error, IndexError) as error:
        raise RefusalError("file.damaged") from error


def _records(data: bytes, at: int) -> Iterator[_Record]:
    """The records of one part of an XLS stream, to its end mark."""
    while at + 4 <= len(data):
        kind, size = struct.unpack_from("<HH", data, at)
        yield _Record(kind, at + 4, at + 4 + size)
        at += 4 + size
        if kind == 0x0A:
            return


def _text(data: bytes, at: int, width: int) -> str:
    length = int.from_bytes(data[at : at + width], "little")
    at += width
    if data[at] & 1:
        return data[at + 1 : at + 1 + 2 * length].decode("utf-16-le", "replace")
    return data[at + 1 : at + 1 + length].decode("latin-1")


_CELLS = frozenset((0x06, 0xFD, 0x203, 0x27E, 0x204, 0x205))


def _xls_sheet(data: bytes, at: int, name: str, shares: set[int]) -> Marks:
    seen = _Seen(name)
    for kind, begin, end in _records(data, at):
        if kind in _CELLS:
            row, column, style = struct.unpack_from("<HHH", data, begin)
            place = seen.bound(row, column)
            if style in shares:
                seen.percents.add(place)
            _xls_cell(seen, place, kind, data[begin + 6 : end])
        elif kind == 0xBD:
            row, first = struct.unpack_from("<HH", data, begin)
            for number, start in enumerate(range(begin + 4, end - 2, 6)):
                place = seen.bound(row, first + number)
                if struct.unpack_from("<H", data, start)[0] in shares:
                    seen.percents.add(place)
    return seen.marks()


def _xls_cell(seen: _Seen, place: Place, kind: int, value: bytes) -> None:
    if kind == 0x06:
        seen.formulas[place] = True
        if value[6:8] == b"\xff\xff" and value[0] == 2:
            seen.errors[place] = ERRORS.get(value[2], "#N/A")
    elif kind == 0x205 and value[1]:
        seen.errors[place] = ERRORS.get(value[0], "#N/A")
