"""CSV files: one that Excel opens in columns, one for programs."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.compute as pc

from congdoan.export.context import Context
from congdoan.export.machine import machine_columns, repeated
from congdoan.export.texts import Manner, filled, joined, texts
from congdoan.formats import MISSING, NOT_APPLICABLE
from congdoan.tables import Part, Stream, headings
from congdoan.text import Language, say

IMPOSSIBLE = "N/A"
"""Stands in the plain CSV where no figure can exist; an unknown one leaves its field empty."""
HASHED = 100_000
"""Rows of the longest table that gets a hash."""
_PLAIN = Manner(",", "\n", ".", "%Y-%m-%d", "true", "false")


@dataclass(frozen=True)
class Lines:
    """A CSV file as its header and what makes the lines of some rows, in bytes."""

    header: bytes
    of: Callable[[Part], bytes]


def csv_excel(file: BinaryIO, stream: Stream, context: Context) -> None:
    """The table as on the screen: UTF-8 with BOM, CRLF, the separators of an Excel in the reader's language.

    Vietnamese: `;`, decimal comma, days as 25/01/2021. English: `,`, decimal point, days as 2021-01-25.
    Figures that are not real have their mark in a column of its own, in every row, in front. Notes of staff
    stand below the rows, after an empty line.
    """
    file.write("\N{BYTE ORDER MARK}".encode())
    _write(file, _excel_lines(stream, context), stream)
    if context.notes:
        said = ["", say("export.notes", context.lang), *context.notes]
        file.write(
            _bytes([texts(pa.array(said), "text", _excel_manner(stream.lang))], _excel_manner(stream.lang))
        )


def csv_plain(file: BinaryIO, stream: Stream, context: Context) -> None:
    """The table for programs: UTF-8, `,`, decimal point, ISO days, machine names, codes beside names, LF."""
    _write(file, plain_lines(stream, context), stream)


def content_hash(stream: Stream, context: Context) -> str:
    """SHA-256, in hex, of the plain CSV: equal for equal figures in one language, whatever the form.

    Long tables have none: it would take longer than their files.
    """
    if len(stream) > HASHED:
        return ""
    lines = plain_lines(stream, context)
    digest = hashlib.sha256(lines.header)
    for part in stream.parts():
        digest.update(lines.of(part))
    return digest.hexdigest()


def plain_lines(stream: Stream, context: Context) -> Lines:
    """How the plain CSV writes this table."""
    columns = machine_columns(stream, context)

    def of(part: Part) -> bytes:
        cells = [texts(one.cells(part), one.type, _PLAIN) for one in columns]
        masks = [None if one.place is None else part.impossible.get(one.place) for one in columns]
        return _bytes([_absent(*one, "", IMPOSSIBLE) for one in zip(cells, masks, strict=True)], _PLAIN)

    return Lines(_header([one.name for one in columns], _PLAIN), of)


def _excel_lines(stream: Stream, context: Context) -> Lines:
    manner = _excel_manner(stream.lang)
    mark, marked = context.mark, [say("column.dataset", context.lang)] if context.mark else []

    def of(part: Part) -> bytes:
        cells = [texts(repeated(mark, len(part)), "text", manner)] if marked else []
        for place, field in enumerate(stream.fields):
            absent = MISSING if field.numeric or field.type == "date" else ""
            written = texts(part.cells[place], field.type, manner)
            cells.append(_absent(written, part.impossible.get(place), absent, NOT_APPLICABLE))
        return _bytes(cells, manner)

    return Lines(_header([*marked, *headings(stream.fields)], manner), of)


def _excel_manner(lang: Language) -> Manner:
    yes, no = say("flag.true", lang), say("flag.false", lang)
    if lang == "en":
        return Manner(",", "\r\n", ".", "%Y-%m-%d", yes, no)
    return Manner(";", "\r\n", ",", "%d/%m/%Y", yes, no)


def _write(file: BinaryIO, lines: Lines, stream: Stream) -> None:
    file.write(lines.header)
    for part in stream.parts():
        file.write(lines.of(part))


def _absent(cells: Any, impossible: Any, unknown: str, never: str) -> Any:
    """The texts of a column with a text where nothing is known, and another where nothing can be."""
    known = filled(cells, unknown)
    if impossible is None:
        return known
    return pc.if_else(impossible, never, known.cast(pa.string()))


def _header(names: Sequence[str], manner: Manner) -> bytes:
    return _bytes([texts(pa.array([name]), "text", manner) for name in names], manner)


def _bytes(columns: Sequence[Any], manner: Manner) -> bytes:
    """Rows of texts as one buffer: Arrow keeps the texts of an array one after the other."""
    lines = joined(columns, manner)
    return bytes(lines.buffers()[2]) if len(lines) else b""
