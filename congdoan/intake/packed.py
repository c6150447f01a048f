"""Looks into a packed workbook before any reader does: what it holds, how much, and how far its cells lie."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Literal

from congdoan.intake import limits
from congdoan.intake.messages import RefusalError

Kind = Literal["xlsx", "xlsb", "ods"]
_CHUNK = 1 << 20
_ARCHIVES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")
_OLD_PARTS = re.compile(r"(.*/)?(vbaProject.*\.bin|printerSettings\d*\.bin|activeX\d*\.bin)", re.IGNORECASE)
_DECLARES = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)


def opened(data: bytes) -> zipfile.ZipFile:
    """The package of a file; a refusal when it is damaged, locked, or unpacks to more than is allowed."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise RefusalError("file.damaged") from error
    parts = package.infolist()
    if len(parts) > limits.PARTS:
        raise RefusalError("file.parts", found=len(parts), most=limits.PARTS)
    if any(part.flag_bits & 1 for part in parts):
        raise RefusalError("file.locked")
    if sum(part.file_size for part in parts) > limits.EXPANDED:
        raise RefusalError("file.expands", most=limits.EXPANDED >> 20)
    if len({part.filename for part in parts}) < len(parts):
        raise RefusalError("file.damaged")
    return package


def kind(package: zipfile.ZipFile) -> Kind:
    """Which kind of workbook a package is; a refusal when it is none."""
    names = set(package.namelist())
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names):
        return "xlsx"
    if "content.xml" in names and "mimetype" in names:
        return "ods"
    if any(name.lower().endswith((".xlsx", ".xls", ".ods", ".xlsb", ".csv", ".zip")) for name in names):
        raise RefusalError("file.archive")
    raise RefusalError("file.unknown")


def inspect(package: zipfile.ZipFile) -> None:
    """Unpacks every part once, piece by piece; a refusal for one that nobody should read.

    No part unpacks to more than it declares, as then its checksum is wrong.
    """
    for part in package.infolist():
        begins, tail = True, b""
        for chunk in chunks(package, part.filename):
            if begins and chunk.startswith(_ARCHIVES) and not _OLD_PARTS.fullmatch(part.filename):
                raise RefusalError("file.nested", part.filename, name=part.filename)
            if part.filename.endswith((".xml", ".rels", ".vml")) and declares(tail + chunk):
                raise RefusalError("file.entities", part.filename, name=part.filename)
            begins, tail = False, chunk[-32:]


def declares(text: bytes) -> bool:
    """Whether XML declares a document type or entities, in UTF-8 or UTF-16."""
    return bool(_DECLARES.search(text.replace(b"\0", b"")))


def chunks(package: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """A part of a package, unpacked a megabyte at a time; a refusal when it is damaged."""
    try:
        with package.open(name) as stream:
            while chunk := stream.read(_CHUNK):
                yield chunk
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise RefusalError("file.damaged_part", name, name=name) from error
    except (KeyError, RuntimeError) as error:
        raise RefusalError("file.damaged_part", name, name=name) from error


def whole(package: zipfile.ZipFile, name: str) -> bytes:
    """A part of a package, empty where there is none."""
    return b"".join(chunks(package, name)) if name in package.namelist() else b""
